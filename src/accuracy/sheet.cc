#include "accuracy/sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "base/utf8.h"
#include "csv_table.h"

namespace warta::accuracy {
namespace {

constexpr std::array<std::string_view, 4> kVerdicts{"right_root", "right_source", "right_target", "right_status"};
constexpr std::size_t kTarget = 2, kDeciding = 3;  // the status is told, but does not make an event wrong

using Answer = std::optional<bool>;

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

class Reader {
 public:
  explicit Reader(const CsvTable& table) : table_(table) {}

  Result<SheetScores> read() {
    for (const std::string_view name : {"root", "right_root", "right_source", "right_target"})
      if (!table_.column(name)) return fail(Why::bad_format, fmt::format("no column \"{}\" in the header", name));
    for (std::size_t row = 0; row < table_.rows(); ++row) WARTA_CHECK(add(row));
    return sum();
  }

 private:
  struct Count {
    std::size_t right = 0, of = 0;
    void add(bool good) {
      right += good;
      ++of;
    }
  };

  tl::unexpected<Error> bad(std::size_t row, std::string_view column, std::string_view want) const {
    Error error{Why::bad_format,
                fmt::format("column \"{}\" has \"{}\" and wants {}", column, cell(row, column), want),
                {},
                0,
                0};
    error.record = table_.record(row);
    return tl::unexpected<Error>(std::move(error));
  }

  std::string_view cell(std::size_t row, std::string_view column) const {
    return utf8::trim(table_.cell(row, table_.column(column)));
  }

  Result<Answer> answer(std::size_t row, std::string_view column) const {
    const std::string word = utf8::lower(cell(row, column));
    if (word.empty()) return Answer{};
    if (word == "yes" || word == "y" || word == "true" || word == "1") return Answer(true);
    if (word == "no" || word == "n" || word == "false" || word == "0") return Answer(false);
    return bad(row, column, "yes or no");
  }

  Result<double> number_or(std::size_t row, std::string_view column, double otherwise) const {
    const std::string_view text = cell(row, column);
    if (text.empty()) return otherwise;
    const auto value = number(text);
    if (!value || *value < 0) return bad(row, column, "a number with a decimal point");
    return *value;
  }

  // Right, wrong, or not judged. One "no" is enough; a row without a target needs no verdict on it.
  static Answer verdict(const std::array<Answer, kVerdicts.size()>& answers, bool has_target) {
    bool complete = true;
    for (std::size_t v = 0; v < kDeciding; ++v) {
      if (answers[v] == Answer(false)) return false;
      complete = complete && (answers[v] || (v == kTarget && !has_target));
    }
    return complete ? Answer(true) : std::nullopt;
  }

  Result<void> add(std::size_t row) {
    ++scores_.rows;
    std::array<Answer, kVerdicts.size()> answers;
    for (std::size_t v = 0; v < kVerdicts.size(); ++v) {
      answers[v] = WARTA_TRY(answer(row, kVerdicts[v]));
      if (answers[v]) verdicts_[v].add(*answers[v]);
    }
    const double weight = WARTA_TRY(number_or(row, "weight", 1));
    const double confidence = WARTA_TRY(number_or(row, "confidence", -1));
    const bool has_target = !cell(row, "target").empty() || !cell(row, "target_code").empty();
    const Answer good = verdict(answers, has_target);
    if (!good) {
      ++scores_.unjudged;
      return {};
    }
    all_.add(*good);
    roots_[std::string(cell(row, "root"))].add(*good);
    if (confidence >= 0) scores_.judged.push_back({confidence, *good});
    if (!*good) ++causes_[cell(row, "cause").empty() ? "no cause given" : utf8::lower(cell(row, "cause"))];
    weights_ += weight;
    squares_ += weight * weight;
    right_weights_ += *good ? weight : 0;
    scores_.weighted = scores_.weighted || weight != first_weight_.value_or(weight);
    if (!first_weight_) first_weight_ = weight;
    return {};
  }

  SheetScores sum() {
    scores_.all = share(all_.right, all_.of);
    // Rows of unequal weight are worth fewer equal ones (Kish 1965: effective sample size).
    if (weights_ > 0) scores_.whole = share_of(right_weights_ / weights_, weights_ * weights_ / squares_);
    for (const auto& [root, count] : roots_) scores_.roots.emplace_back(root, share(count.right, count.of));
    for (std::size_t v = 0; v < kVerdicts.size(); ++v)
      scores_.verdicts.emplace_back(kVerdicts[v], share(verdicts_[v].right, verdicts_[v].of));
    scores_.causes.assign(causes_.begin(), causes_.end());
    std::stable_sort(scores_.causes.begin(), scores_.causes.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return std::move(scores_);
  }

  const CsvTable& table_;
  SheetScores scores_;
  Count all_;
  std::map<std::string, Count> roots_;
  std::array<Count, kVerdicts.size()> verdicts_;
  std::map<std::string, std::size_t> causes_;
  double weights_ = 0, squares_ = 0, right_weights_ = 0;
  std::optional<double> first_weight_;
};

}  // namespace

Result<SheetScores> score_sheet(std::string_view csv) {
  const CsvTable table = WARTA_TRY(CsvTable::parse(csv));
  return Reader(table).read();
}

}  // namespace warta::accuracy
