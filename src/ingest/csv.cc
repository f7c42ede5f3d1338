#include "csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "fields.h"

namespace warta::ingest {
namespace {

constexpr std::size_t kColumns = 1024;

struct Cell {
  std::size_t begin = 0, end = 0;  // without its quotes
  bool doubled = false;            // holds quotes that are written twice
};

std::string text_of(std::string_view row, const Cell& cell) {
  std::string_view text = row.substr(cell.begin, cell.end - cell.begin);
  if (!cell.doubled) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"') ++i;
  }
  return out;
}

// Cuts one row into cells, in one pass over its bytes however many portions they come in.
class RowScanner {
 public:
  explicit RowScanner(char delimiter) : ends_{delimiter, '\n'} {}

  enum class State : std::uint8_t { row, more, broken };

  // `text` begins with the row; called again, it holds the same and more. `last`: nothing comes behind it.
  State scan(std::string_view text, bool last) {
    for (;;) {
      if (in_quotes_) {
        at_ = std::min(text.find('"', at_), text.size());
        if (at_ + 1 >= text.size() && !last) return State::more;
        if (at_ == text.size()) return State::broken;
        if (text.substr(at_ + 1, 1) == "\"") {
          cell_.doubled = true;
          at_ += 2;
          continue;
        }
        cell_.end = at_++;
        in_quotes_ = false, closed_ = true;
      }
      if (!closed_ && at_ == cell_.begin && text.substr(at_, 1) == "\"") {
        cell_.begin = ++at_;
        in_quotes_ = true;
        continue;
      }
      const std::size_t end = std::min(text.find_first_of(std::string_view(ends_, 2), at_), text.size());
      const bool behind = closed_ && !utf8::trim(text.substr(at_, end - at_)).empty();
      if (behind) return State::broken;
      at_ = end;
      if (end == text.size() && !last) return State::more;
      if (!closed_) cell_.end = end;
      if (end == text.size() || text[end] == '\n') return finish(text, end);
      add_cell(end + 1);
    }
  }

  std::size_t bytes() const { return at_; }  // of the row with its line end
  const std::vector<Cell>& cells() const { return cells_; }
  bool blank() const { return cells_.size() == 1 && cells_[0].begin >= cells_[0].end; }

 private:
  State finish(std::string_view text, std::size_t end) {
    if (!closed_ && cell_.end > cell_.begin && text[cell_.end - 1] == '\r') --cell_.end;
    at_ = std::min(end + 1, text.size());
    add_cell(at_);
    return State::row;
  }
  void add_cell(std::size_t next) {
    if (cells_.size() <= kColumns) cells_.push_back(cell_);
    at_ = next;
    cell_ = {next, next, false};
    closed_ = false;
  }

  std::vector<Cell> cells_;
  Cell cell_;
  std::size_t at_ = 0;
  char ends_[2];
  bool in_quotes_ = false, closed_ = false;
};

std::vector<const FieldName*> columns_of(std::string_view row, const RowScanner& scanner) {
  std::vector<const FieldName*> columns;
  for (const Cell& cell : scanner.cells()) columns.push_back(field_named(text_of(row, cell)));
  return columns;
}

bool holds_text(const FieldName* name) {
  return name && (name->field == Field::text || name->field == Field::content || name->field == Field::html);
}

class Csv final : public Document {
 public:
  Csv(std::unique_ptr<Buffered> bytes, char delimiter, const Limits& limits)
      : bytes_(std::move(bytes)), delimiter_(delimiter), limits_(limits) {}

  std::optional<Result<Record>> next() override {
    while (!ended_) {
      RowScanner row(delimiter_);
      const std::uint64_t offset = bytes_->offset();
      auto state = scan(row);
      if (!state) {
        ended_ = true;
        return tl::unexpected<Error>(std::move(state.error()));
      }
      if (held().empty()) break;
      if (columns_.empty() && *state == RowScanner::State::row) {
        columns_ = columns_of(held(), row);
        bytes_->take(row.bytes());
      } else if (*state != RowScanner::State::row) {
        if (auto refused = refuse_line(*state, offset)) return std::move(*refused);
      } else if (auto record = record_of(row, offset)) {
        return std::move(*record);
      }
    }
    return std::nullopt;
  }

 private:
  std::string_view held() const { return bytes_->held(); }

  // `more` as the answer: the row is beyond the limit.
  Result<RowScanner::State> scan(RowScanner& row) {
    for (bool last = false;;) {
      const RowScanner::State state = row.scan(held(), last);
      if (state != RowScanner::State::more || held().size() > limits_.record_bytes) return state;
      last = !WARTA_TRY(bytes_->more());
    }
  }

  std::optional<Result<Record>> record_of(const RowScanner& row, std::uint64_t offset) {
    const std::string_view bytes = held();
    std::optional<Result<Record>> record;
    if (row.cells().size() == columns_.size())
      record = parsed(bytes, row, offset);
    else if (!row.blank() && !damaged_)
      record =
          fail(Why::bad_record, fmt::format("{} fields in a table of {}", row.cells().size(), columns_.size()), offset);
    if (!row.blank()) damaged_ = row.cells().size() != columns_.size();
    bytes_->take(row.bytes());
    return record;
  }

  Result<Record> parsed(std::string_view bytes, const RowScanner& row, std::uint64_t offset) const {
    if (row.bytes() > limits_.record_bytes)
      return fail(Why::too_large, fmt::format("a row of {} bytes", row.bytes()), offset);
    if (const auto bad = utf8::first_invalid(bytes.substr(0, row.bytes())))
      return fail(Why::bad_encoding, "not UTF-8; save the table as UTF-8", offset + *bad);
    Fields fields;
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (columns_[i]) fields.set(*columns_[i], text_of(bytes, row.cells()[i]));
    auto record = fields.record(limits_);
    if (record)
      record->offset = offset;
    else
      record.error().offset = offset;
    return record;
  }

  // A row that has no end within bounds, or a quote where none may stand: its first line is left behind.
  std::optional<Result<Record>> refuse_line(RowScanner::State state, std::uint64_t offset) {
    std::size_t end = held().find('\n');
    while (end == std::string_view::npos) {
      bytes_->take(held().size());
      auto more = bytes_->more();
      ended_ = !more || !*more;
      if (!more) return tl::unexpected<Error>(std::move(more.error()));
      if (ended_) break;
      end = held().find('\n');
    }
    bytes_->take(std::min(end, held().size()) == held().size() ? held().size() : end + 1);
    if (std::exchange(damaged_, true)) return std::nullopt;
    if (state == RowScanner::State::more)
      return fail(Why::too_large,
                  fmt::format("a row of more than {} bytes, or a quote that is not closed", limits_.record_bytes),
                  offset);
    return fail(Why::bad_record, "a quote within a field must be written twice, and a quoted field must be closed",
                offset);
  }

  std::unique_ptr<Buffered> bytes_;
  std::vector<const FieldName*> columns_;
  char delimiter_;
  Limits limits_;
  bool damaged_ = false;  // the row before was refused for its form
  bool ended_ = false;
};

}  // namespace

std::optional<char> csv_delimiter(std::string_view begin) {
  if (begin.find('\n') == std::string_view::npos) return std::nullopt;
  for (const char delimiter : {',', ';', '\t'}) {
    RowScanner row(delimiter);
    if (row.scan(begin, false) != RowScanner::State::row || row.cells().size() < 2) continue;
    const auto columns = columns_of(begin, row);
    if (std::any_of(columns.begin(), columns.end(), holds_text)) return delimiter;
  }
  return std::nullopt;
}

std::unique_ptr<Document> csv_document(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  const char delimiter = csv_delimiter(bytes->held()).value_or(',');
  return std::make_unique<Csv>(std::move(bytes), delimiter, limits);
}

}  // namespace warta::ingest
