#include "pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "base/utf8.h"

namespace warta::cli {
namespace {

// Rows of cells parted by tabs. A cell that begins with a quotation mark ends at the next one that is not doubled
// (RFC 4180, with tabs for commas), as spreadsheets and Python's csv module write them.
class Cells {
 public:
  explicit Cells(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xef\xbb\xbf")) rest_.remove_prefix(3);
  }

  bool next(std::vector<std::string>& row) {
    row.clear();
    if (rest_.empty()) return false;
    while (true) {
      row.push_back(cell());
      if (rest_.empty()) return true;
      const char end = rest_.front();
      rest_.remove_prefix(1);
      if (end == '\t') continue;
      if (end == '\r' && rest_.starts_with('\n')) rest_.remove_prefix(1);
      return true;
    }
  }

 private:
  std::string cell() {
    std::string out;
    if (rest_.starts_with('"')) out = quoted();
    const std::size_t end = std::min(rest_.find_first_of("\t\r\n"), rest_.size());
    out += rest_.substr(0, end);
    rest_.remove_prefix(end);
    return out;
  }
  std::string quoted() {
    std::string out;
    rest_.remove_prefix(1);
    while (!rest_.empty()) {
      const std::size_t mark = std::min(rest_.find('"'), rest_.size());
      out += rest_.substr(0, mark);
      rest_.remove_prefix(std::min(mark + 1, rest_.size()));
      if (!rest_.starts_with('"')) break;
      out += '"';
      rest_.remove_prefix(1);
    }
    return out;
  }

  std::string_view rest_;
};

struct Mark {
  std::string_view text;
  int side;  // 0 source, 1 target, -1: whichever was opened last
  bool opens;
};
constexpr std::array<Mark, 7> kMarks{{{"<s>", 0, true},
                                      {"</s>", 0, false},
                                      {"<t>", 1, true},
                                      {"</t>", 1, false},
                                      {"[S: ", 0, true},
                                      {"[T: ", 1, true},
                                      {"]", -1, false}}};

// Takes the marks out of a sentence. Of several marked phrases of one side the first counts.
class Marks {
 public:
  explicit Marks(std::string_view marked) {
    while (!marked.empty()) {
      const auto mark = std::find_if(kMarks.begin(), kMarks.end(),
                                     [&](const Mark& m) { return marked.starts_with(m.text) && applies(m); });
      if (mark == kMarks.end()) {
        out_.text += marked.front();
        marked.remove_prefix(1);
        continue;
      }
      mark->opens ? open(mark->side) : close(mark->side);
      marked.remove_prefix(mark->text.size());
    }
  }
  MarkedPair take() { return std::move(out_); }

 private:
  bool applies(const Mark& mark) const { return mark.side >= 0 || !open_.empty(); }  // a bracket of the text itself
  void open(int side) { open_.push_back({side, static_cast<std::uint32_t>(out_.text.size())}); }
  void close(int side) {
    const auto at =
        std::find_if(open_.rbegin(), open_.rend(), [&](const auto& o) { return side < 0 || o.first == side; });
    if (at == open_.rend()) return;
    Span& span = at->first == 0 ? out_.pair.source : out_.pair.target;
    if (span.empty()) span = trimmed({at->second, static_cast<std::uint32_t>(out_.text.size())});
    open_.erase(std::next(at).base());
  }
  Span trimmed(Span span) const {
    while (span.begin < span.end && out_.text[span.begin] == ' ') ++span.begin;
    while (span.begin < span.end && out_.text[span.end - 1] == ' ') --span.end;
    return span;
  }

  MarkedPair out_;
  std::vector<std::pair<int, std::uint32_t>> open_;
};

// PLV's YIELD is CONCEDE or RETREAT; it is read as the first.
std::optional<codebook::Root> root_of(std::string_view name) {
  return codebook::parse_root(name == "YIELD" ? std::string_view("CONCEDE") : name);
}

Span found(std::string_view text, std::string_view words) {
  const std::size_t at = words.empty() ? std::string_view::npos : text.find(words);
  if (at == std::string_view::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

class Columns {
 public:
  explicit Columns(std::vector<std::string> names) : names_(std::move(names)) {}
  bool has(std::string_view name) const { return std::find(names_.begin(), names_.end(), name) != names_.end(); }
  std::string_view of(const std::vector<std::string>& row, std::string_view name) const {
    const auto at = static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
    return at < std::min(names_.size(), row.size()) ? std::string_view(row[at]) : std::string_view{};
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
};

}  // namespace

Result<std::vector<MarkedPair>> parse_pairs(std::string_view table) {
  if (const auto bad = utf8::first_invalid(table)) return fail(Why::bad_encoding, "not UTF-8", *bad);
  Cells cells(table);
  std::vector<std::string> row;
  if (!cells.next(row)) return fail(Why::bad_format, "empty: it wants a header line");
  const Columns columns(std::move(row));
  const bool marked = columns.has("marked_sentence");
  if (!marked && !columns.has("sentence"))
    return fail(Why::bad_format,
                fmt::format("no column marked_sentence or sentence; it has {}", fmt::join(columns.names(), ", ")));
  std::vector<MarkedPair> out;
  while (cells.next(row)) {
    if (row.size() == 1 && row.front().empty()) continue;  // an empty line
    MarkedPair pair = Marks(columns.of(row, marked ? "marked_sentence" : "sentence")).take();
    if (pair.pair.source.empty()) pair.pair.source = found(pair.text, columns.of(row, "source"));
    if (pair.pair.target.empty()) pair.pair.target = found(pair.text, columns.of(row, "target"));
    pair.root = root_of(columns.of(row, columns.has("gold_root") ? "gold_root" : "root"));
    pair.made = !marked;
    out.push_back(std::move(pair));
  }
  return out;
}

Result<std::vector<MarkedPair>> read_pairs(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return tl::unexpected<Error>(Error{Why::cannot_open, "", path, 0, 0});
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  auto pairs = parse_pairs(text);
  if (!pairs) pairs.error().file = path;
  return pairs;
}

}  // namespace warta::cli
