#include "json.h"

#include <fmt/format.h>

#include <algorithm>

#include "record.h"

namespace warta::ingest {
namespace {

// Counts braces and brackets outside strings until the value that begins at the first byte is closed.
class Balance {
 public:
  // Bytes of the value if it ends in `text`; may be called again with more of the same text.
  std::optional<std::size_t> scan(std::string_view text) {
    for (; at_ < text.size(); ++at_) {
      const char c = text[at_];
      if (escaped_)
        escaped_ = false;
      else if (in_string_)
        escaped_ = c == '\\', in_string_ = c != '"';
      else if (c == '"')
        in_string_ = true;
      else if (c == '{' || c == '[')
        ++depth_;
      else if ((c == '}' || c == ']') && --depth_ <= 0)
        return at_ + 1;
    }
    return std::nullopt;
  }

  // The bytes seen so far are gone: the next text is what follows them.
  void forget() { at_ = 0; }

 private:
  std::size_t at_ = 0;
  long depth_ = 0;
  bool in_string_ = false, escaped_ = false;
};

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

// Of a first line that begins with a brace: JSON has a key or nothing behind it; a text may begin with one too.
bool begins_object(std::string_view line) {
  const std::string_view rest = trimmed(line.substr(1));
  return rest.empty() || rest[0] == '"' || rest[0] == '}';
}

// A first line that leaves its value open where JSON may go on: pretty-printed. One that breaks off elsewhere is a bad
// record of JSON Lines.
bool goes_on(std::string_view line) {
  return !Balance().scan(line) && std::string_view("{[,:").find(line.back()) != std::string_view::npos;
}

// What both shapes share: bytes in front, the parser, and the record that was given last, to be dropped.
class Json : public Document {
 public:
  Json(std::unique_ptr<Buffered> bytes, const Limits& limits) : bytes_(std::move(bytes)), limits_(limits) {}

 protected:
  std::string_view held() const { return bytes_->held(); }
  void drop(std::size_t bytes) { bytes_->take(bytes); }

  Result<Record> parsed(std::size_t bytes) {
    const std::uint64_t offset = bytes_->offset();
    auto record = parser_.parse(held().substr(0, bytes), limits_);
    drop(bytes);
    if (record)
      record->offset = offset;
    else
      record.error().offset += offset;
    return record;
  }

  Result<Record> stop(Error error) {
    ended_ = true;
    error.offset = std::max(error.offset, bytes_->offset());
    return tl::unexpected<Error>(std::move(error));
  }

  std::unique_ptr<Buffered> bytes_;
  Limits limits_;
  RecordParser parser_;
  bool ended_ = false;
};

class JsonLines final : public Json {
 public:
  using Json::Json;

  std::optional<Result<Record>> next() override {
    if (ended_) return std::nullopt;
    for (std::size_t seen = 0;;) {
      const std::size_t end = held().find('\n', seen);
      if (end != std::string_view::npos || ended_) {
        const std::size_t size = end == std::string_view::npos ? held().size() : end + 1;
        if (size == 0) return std::nullopt;
        if (size <= limits_.record_bytes && !trimmed(held().substr(0, size)).empty()) return parsed(size);
        const std::uint64_t offset = bytes_->offset();
        drop(size);
        seen = 0;
        if (size > limits_.record_bytes) return too_long(offset);
        continue;
      }
      seen = held().size();
      if (seen > limits_.record_bytes) {
        const std::uint64_t offset = bytes_->offset();
        if (auto skipped = skip_line(); !skipped) return stop(std::move(skipped.error()));
        return too_long(offset);
      }
      auto more = bytes_->more();
      if (!more) return stop(std::move(more.error()));
      if (!*more) ended_ = true;
    }
  }

 private:
  Result<Record> too_long(std::uint64_t offset) const {
    return fail(Why::too_large, fmt::format("a line longer than {} bytes", limits_.record_bytes), offset);
  }

  // Forgets bytes up to the end of the line.
  Result<void> skip_line() {
    for (;;) {
      const std::size_t end = held().find('\n');
      drop(end == std::string_view::npos ? held().size() : end + 1);
      if (end != std::string_view::npos) return {};
      if (!WARTA_TRY(bytes_->more())) {
        ended_ = true;
        return {};
      }
    }
  }
};

class JsonValues final : public Json {
 public:
  using Json::Json;

  std::optional<Result<Record>> next() override {
    Balance balance;
    bool opened = false;
    while (!ended_) {
      if (!opened) {  // what stands between the records of an array, or of a stream of objects
        drop(std::min(held().find_first_not_of(" \t\r\n[],"), held().size()));
        opened = !held().empty();
        if (opened && held()[0] != '{')
          return stop(Error{Why::bad_json, "no JSON object where a record should begin", {}, 0, 0});
      }
      if (opened) {
        const auto size = balance.scan(held());
        if (size.value_or(held().size()) > limits_.record_bytes) return skip_value(balance, size);
        if (size) return parsed(*size);
      }
      auto more = bytes_->more();
      if (!more) return stop(std::move(more.error()));
      if (*more) continue;
      ended_ = true;
      if (opened) return stop(Error{Why::bad_json, "the last JSON object is not closed", {}, 0, 0});
    }
    return std::nullopt;
  }

 private:
  // Forgets bytes up to the end of a value that is too large.
  Result<Record> skip_value(Balance& balance, std::optional<std::size_t> size) {
    const std::uint64_t offset = bytes_->offset();
    for (;; size = balance.scan(held())) {
      drop(size.value_or(held().size()));
      balance.forget();
      if (size) break;
      auto more = bytes_->more();
      if (!more) return stop(std::move(more.error()));
      if (*more) continue;
      ended_ = true;
      break;
    }
    return fail(Why::too_large, fmt::format("a record longer than {} bytes", limits_.record_bytes), offset);
  }
};

}  // namespace

Result<JsonShape> json_shape(Buffered& bytes, const Limits& limits) {
  std::size_t start = 0;
  for (;;) {
    const std::string_view held = bytes.held();
    while (start < held.size() && blank(held[start])) ++start;
    const std::string_view rest = held.substr(std::min(start, held.size()));
    if (!rest.empty() && rest[0] != '{' && rest[0] != '[') return JsonShape::none;
    if (rest.find('\n') != std::string_view::npos && (rest[0] == '{' || trimmed(rest).size() > 1)) break;
    if (held.size() > limits.record_bytes) break;
    if (!WARTA_TRY(bytes.more())) break;
  }
  const std::string_view rest = bytes.held().substr(std::min(start, bytes.held().size()));
  if (rest.empty()) return JsonShape::none;
  const std::string_view line = trimmed(rest.substr(0, rest.find('\n')));
  if (line[0] == '{')
    return !begins_object(line) ? JsonShape::none : goes_on(line) ? JsonShape::values : JsonShape::lines;
  const std::string_view inside = trimmed(rest.substr(1));
  const bool array = !inside.empty() && ((inside[0] == '{' && begins_object(inside)) || inside == "]");
  return array ? JsonShape::values : JsonShape::none;
}

std::unique_ptr<Document> json_lines(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  return std::make_unique<JsonLines>(std::move(bytes), limits);
}

std::unique_ptr<Document> json_values(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  return std::make_unique<JsonValues>(std::move(bytes), limits);
}

}  // namespace warta::ingest
