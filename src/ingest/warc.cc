#include "warc.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <deque>
#include <utility>

#include "base/utf8.h"
#include "headers.h"
#include "payload.h"

namespace warta::ingest {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr std::size_t kMark = 11;                          // "WARC/1.1\r\n" and the line end before it
constexpr std::size_t kHeader = std::size_t{1} << 16;      // of a record; the usual has 500 bytes
constexpr std::size_t kHttpHeader = std::size_t{1} << 16;  // room above the limit of a page

// The first line that begins a record, at `from` or later: "WARC/", a version, the end of the line.
std::size_t find_mark(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find(kVersion, from); at != std::string_view::npos; at = text.find(kVersion, at + 1)) {
    if (at != 0 && text[at - 1] != '\n') continue;
    std::string_view rest = text.substr(at + kVersion.size(), 5);
    const bool version = rest.size() >= 4 && utf8::is_digit(static_cast<unsigned char>(rest[0])) && rest[1] == '.' &&
                         utf8::is_digit(static_cast<unsigned char>(rest[2]));
    if (version && (rest[3] == '\n' || rest.substr(3) == "\r\n")) return at;
  }
  return std::string_view::npos;
}

std::optional<std::string> valid(std::optional<std::string_view> value) {
  if (!value || value->empty() || utf8::first_invalid(*value)) return std::nullopt;
  return std::string(*value);
}

// "<urn:uuid:...>" and, in archives of older Wget, "<https://...>".
std::optional<std::string_view> bare(std::optional<std::string_view> value) {
  if (value && value->size() >= 2 && value->front() == '<' && value->back() == '>')
    return value->substr(1, value->size() - 2);
  return value;
}

bool is_wanted(std::string_view type, std::string_view content_type) {
  if (same_word(type, "response")) return content_type.empty() || media_type(content_type) == "application/http";
  return same_word(type, "resource") || same_word(type, "conversion");
}

class Warc final : public Document {
 public:
  Warc(std::unique_ptr<Buffered> bytes, const Limits& limits) : bytes_(std::move(bytes)), limits_(limits) {}

  std::optional<Result<Record>> next() override {
    if (auto record = first_waiting()) return record;
    while (!ended_) {
      if (failed_) return recovered(*std::exchange(failed_, std::nullopt));
      begun_ = bytes_->offset();
      auto record = read_record();
      if (!record) return recovered(std::move(record.error()));
      if (*record) return std::move(**record);
    }
    return std::nullopt;
  }

 private:
  // How far a step came: what stops it in mid-record is a failure of the source, anything else is one of the record.
  using Step = Result<std::optional<Result<Record>>>;

  std::string_view held() const { return bytes_->held(); }

  // One record, taken to its end: what it holds, or nullopt where that is passed over.
  Step read_record() {
    if (!WARTA_TRY(skip_blank())) return std::optional<Result<Record>>{};
    begun_ = bytes_->offset();
    if (find_mark(WARTA_TRY(bytes_->peek(kMark)).substr(0, kMark), 0) != 0)
      return refuse(Why::bad_record, "no record of a WARC begins here", 0);
    const std::size_t head = WARTA_TRY(header_bytes());
    if (head == 0) return refuse(Why::bad_record, "the header of the record has no end", kVersion.size());
    const Headers fields(held().substr(0, head));
    const bool wanted = is_wanted(fields.value("WARC-Type").value_or(""), fields.value("Content-Type").value_or(""));
    const auto length = length_of(fields);
    if (fields.value("Content-Length") && !length)
      return refuse(Why::bad_record, "its Content-Length is no number", head);
    if (!length) return unmeasured(head, wanted);
    if (wanted && *length <= limits_.record_bytes + kHttpHeader) return measured(head, *length);
    return passed_over(head, *length, wanted);
  }

  // White space between records: two line ends by the standard, more in some archives. False at the end.
  Result<bool> skip_blank() {
    for (;;) {
      bytes_->take(std::min(held().find_first_not_of(" \t\r\n"), held().size()));
      if (!held().empty()) return true;
      if (!WARTA_TRY(bytes_->more())) {
        ended_ = true;
        return false;
      }
    }
  }

  // 0: it has no end within bounds.
  Result<std::size_t> header_bytes() {
    for (;;) {
      const std::size_t end = end_of_headers(held().substr(0, kHeader));
      if (end != std::string_view::npos) return end;
      if (held().size() >= kHeader || !WARTA_TRY(bytes_->more())) return 0;
    }
  }

  static std::optional<std::uint64_t> length_of(const Headers& fields) {
    const auto value = fields.value("Content-Length");
    if (!value) return std::nullopt;
    std::uint64_t length = 0;
    const auto [stop, problem] = std::from_chars(value->data(), value->data() + value->size(), length);
    if (problem != std::errc{} || stop != value->data() + value->size()) return std::nullopt;
    return length;
  }

  // A record to be read. Its length must lead to the two line ends that close it, or to the end of the file.
  Step measured(std::size_t head, std::uint64_t length) {
    const std::size_t end = head + static_cast<std::size_t>(length);
    if (WARTA_TRY(bytes_->peek(end + 4)).size() < end)
      return refuse(Why::truncated, "the file ends within the record", head);
    if (!closes(held().substr(end, 4))) return refuse(Why::bad_record, "its Content-Length is wrong", head);
    auto record = parsed(head, held().substr(head, static_cast<std::size_t>(length)));
    bytes_->take(end);
    return record;
  }

  static bool closes(std::string_view tail) {
    const std::size_t line_ends = std::min(tail.find_first_not_of("\r\n"), tail.size());
    if (std::count(tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(line_ends), '\n') >= 2) return true;
    tail.remove_prefix(line_ends);
    return tail == kVersion.substr(0, tail.size());  // archives that save the line ends
  }

  // A record without a length ends where the next begins.
  Step unmeasured(std::size_t head, bool wanted) {
    for (std::size_t seen = head;;) {
      std::size_t end = find_mark(held(), seen);
      if (end == std::string_view::npos) {
        if (held().size() > limits_.record_bytes + kHttpHeader)
          return refuse(Why::too_large, "a record without Content-Length", head);
        seen = std::max(head, held().size() - std::min(held().size(), kMark));
        if (WARTA_TRY(bytes_->more())) continue;
        end = held().size();
      }
      std::optional<Result<Record>> record;
      if (wanted) record = parsed(head, utf8::trim(held().substr(head, end - head)));
      bytes_->take(end);
      return record;
    }
  }

  // Takes a record that is not wanted or too large. If it is said to be larger than any page, a record that begins
  // inside it shows that its length is a lie: following it would lose the rest of the archive.
  Step passed_over(std::size_t head, std::uint64_t length, bool wanted) {
    const bool doubtful = length > limits_.record_bytes;
    bytes_->take(head);
    while (length != 0) {
      if (held().empty() && !WARTA_TRY(bytes_->more()))
        return refuse(Why::truncated, "the file ends within the record", 0);
      std::size_t step = static_cast<std::size_t>(std::min<std::uint64_t>(length, held().size()));
      if (doubtful) {
        if (find_mark(held().substr(0, step), 1) != std::string_view::npos)
          return refuse(Why::bad_record, "another record begins within its Content-Length", 1);
        if (length > step && step <= kMark && WARTA_TRY(bytes_->more())) continue;
        if (length > step && step > kMark) step -= kMark;  // a mark may lie across what is held
      }
      bytes_->take(step);
      length -= step;
    }
    if (!wanted) return std::optional<Result<Record>>{};
    return refuse(Why::too_large, fmt::format("a record larger than {} bytes", limits_.record_bytes), 0, false);
  }

  // What the block holds; a feed holds several, which wait for their turn.
  std::optional<Result<Record>> parsed(std::size_t head, std::string_view block) {
    const Headers fields(held().substr(0, head));
    const auto uri = valid(bare(fields.value("WARC-Target-URI")));
    const bool response = same_word(fields.value("WARC-Type").value_or(""), "response");
    const auto type = fields.value(response ? "WARC-Identified-Payload-Type" : "Content-Type");
    const Claim claim{uri ? std::string_view(*uri) : "", type.value_or("")};
    auto records = response ? records_of_response(block, claim, limits_) : records_of_resource(block, claim, limits_);
    if (!records) {
      Error& error = records.error();
      error.offset = begun_;
      if (uri) error.note += fmt::format(", {}", *uri);
      return tl::unexpected<Error>(std::move(error));
    }
    for (Record& record : *records) {
      record.offset = begun_;
      if (!record.url) record.url = uri;
      if (record.id.empty()) record.id = valid(bare(fields.value("WARC-Record-ID"))).value_or(uri.value_or(""));
      record.fetched = valid(fields.value("WARC-Date"));
      waiting_.push_back(std::move(record));
    }
    return first_waiting();
  }

  std::optional<Result<Record>> first_waiting() {
    if (waiting_.empty()) return std::nullopt;
    Record record = std::move(waiting_.front());
    waiting_.pop_front();
    return record;
  }

  // The record at hand is refused; the next is looked for behind `behind` bytes of what is held.
  Step refuse(Why why, std::string note, std::size_t behind, bool search = true) {
    Error error{why, std::move(note), {}, 0, begun_};
    if (search)
      if (auto found = find_next(std::max<std::size_t>(behind, 1)); !found) failed_ = std::move(found.error());
    return std::optional<Result<Record>>(tl::unexpected<Error>(std::move(error)));
  }

  Result<void> find_next(std::size_t from) {
    for (;; from = 1) {  // what is kept holds the byte before a mark
      const std::size_t at = find_mark(held(), from);
      bytes_->take(at != std::string_view::npos ? at : held().size() - std::min(held().size(), kMark));
      if (at != std::string_view::npos) return {};
      if (WARTA_TRY(bytes_->more())) continue;
      bytes_->take(held().size());
      ended_ = true;
      return {};
    }
  }

  // After a failure of the source the next member of a packed archive begins a record again.
  Result<Record> recovered(Error error) {
    error.offset = std::max(error.offset, begun_);
    const auto resumed = bytes_->resume();
    ended_ = !resumed || !*resumed;
    return tl::unexpected<Error>(std::move(error));
  }

  std::unique_ptr<Buffered> bytes_;
  Limits limits_;
  std::deque<Record> waiting_;
  std::uint64_t begun_ = 0;      // where the record at hand begins
  std::optional<Error> failed_;  // of the source, found while looking for the next record
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Document> warc_document(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  return std::make_unique<Warc>(std::move(bytes), limits);
}

}  // namespace warta::ingest
