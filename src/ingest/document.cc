#include "document.h"

#include <fmt/format.h>

#include <algorithm>

namespace warta::ingest {

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

namespace {

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

}  // namespace

Result<Document> Document::open(Opened opened, const Limits& limits) {
  const bool page = opened.page;
  Document document(std::move(opened), limits);
  document.shape_ = page ? Shape::page : WARTA_TRY(document.sniff());
  return document;
}

// Reads on until the first line that is not blank is whole, and behind a bracket until something stands there.
Result<Shape> Document::sniff() {
  std::size_t start = 0;
  for (;;) {
    const std::string_view held = bytes_->held();
    while (start < held.size() && blank(held[start])) ++start;
    const std::string_view rest = held.substr(std::min(start, held.size()));
    if (!rest.empty() && rest[0] != '{' && rest[0] != '[') return Shape::text;
    if (rest.find('\n') != std::string_view::npos && (rest[0] == '{' || trimmed(rest).size() > 1)) break;
    if (held.size() > limits_.record_bytes) break;
    if (!WARTA_TRY(bytes_->more())) break;
  }
  const std::string_view rest = bytes_->held().substr(std::min(start, bytes_->held().size()));
  if (rest.empty()) return Shape::text;
  const std::string_view line = trimmed(rest.substr(0, rest.find('\n')));
  if (line[0] == '{') return !begins_object(line) ? Shape::text : goes_on(line) ? Shape::values : Shape::lines;
  const std::string_view inside = trimmed(rest.substr(1));
  const bool array = !inside.empty() && ((inside[0] == '{' && begins_object(inside)) || inside == "]");
  return array ? Shape::values : Shape::text;
}

std::optional<Result<Piece>> Document::next() {
  drop();
  if (ended_) return std::nullopt;
  switch (shape_) {
    case Shape::lines:
      return next_line();
    case Shape::values:
      return next_value();
    case Shape::page:
      return whole(limits_.record_bytes);
    case Shape::text:
      return whole(limits_.text_bytes);
  }
  return std::nullopt;
}

void Document::drop() {
  bytes_->take(taken_);
  offset_ += taken_;
  taken_ = 0;
}

Piece Document::taken(std::size_t bytes) {
  taken_ = bytes;
  return {bytes_->held().substr(0, bytes), offset_};
}

Result<Piece> Document::stop(Error error) {
  ended_ = true;
  error.offset = std::max(error.offset, offset_);
  return tl::unexpected<Error>(std::move(error));
}

std::optional<Result<Piece>> Document::next_line() {
  for (std::size_t seen = 0;;) {
    const std::string_view held = bytes_->held();
    const std::size_t end = held.find('\n', seen);
    if (end != std::string_view::npos || ended_) {
      const std::size_t size = end == std::string_view::npos ? held.size() : end + 1;
      if (size == 0) return std::nullopt;
      const Piece piece = taken(size);
      if (size > limits_.record_bytes)
        return fail(Why::too_large, fmt::format("a line of {} bytes", size), piece.offset);
      if (!trimmed(piece.bytes).empty()) return piece;
      drop();
      seen = 0;
      if (ended_) return std::nullopt;
      continue;
    }
    seen = held.size();
    if (seen > limits_.record_bytes) {
      const std::uint64_t offset = offset_;
      auto skipped = skip_line();
      if (!skipped) return stop(std::move(skipped.error()));
      return fail(Why::too_large, fmt::format("a line longer than {} bytes", limits_.record_bytes), offset);
    }
    auto more = bytes_->more();
    if (!more) return stop(std::move(more.error()));
    if (!*more) ended_ = true;
  }
}

// Forgets bytes up to the end of the line.
Result<bool> Document::skip_line() {
  for (;;) {
    const std::string_view held = bytes_->held();
    const std::size_t end = held.find('\n');
    taken_ = end == std::string_view::npos ? held.size() : end + 1;
    drop();
    if (end != std::string_view::npos) return true;
    if (!WARTA_TRY(bytes_->more())) {
      ended_ = true;
      return false;
    }
  }
}

std::optional<Result<Piece>> Document::next_value() {
  Balance balance;
  bool opened = false;
  for (;;) {
    if (!opened) {  // what stands between the records of an array, or of a stream of objects
      const std::string_view held = bytes_->held();
      const std::size_t start = std::min(held.find_first_not_of(" \t\r\n[],"), held.size());
      taken_ = start;
      drop();
      opened = start < held.size();
      if (opened && held[start] != '{')
        return stop(Error{Why::bad_json, "no JSON object where a record should begin", {}, 0, 0});
    }
    const std::string_view held = bytes_->held();
    if (opened) {
      if (const auto size = balance.scan(held)) return taken(*size);
      if (held.size() > limits_.record_bytes) return skip_value(balance);
    }
    auto more = bytes_->more();
    if (!more) return stop(std::move(more.error()));
    if (*more) continue;
    ended_ = true;
    if (!opened) return std::nullopt;
    return stop(Error{Why::bad_json, "the last JSON object is not closed", {}, 0, 0});
  }
}

// Forgets bytes up to the end of a value that is too large.
Result<Piece> Document::skip_value(Balance& balance) {
  const std::uint64_t offset = offset_;
  for (;;) {
    const std::string_view held = bytes_->held();
    const auto size = balance.scan(held);
    taken_ = size.value_or(held.size());
    drop();
    balance.forget();
    if (size) break;
    auto more = bytes_->more();
    if (!more) return stop(std::move(more.error()));
    if (!*more) {
      ended_ = true;
      break;
    }
  }
  return fail(Why::too_large, fmt::format("a record longer than {} bytes", limits_.record_bytes), offset);
}

std::optional<Result<Piece>> Document::whole(std::size_t limit) {
  ended_ = true;
  while (bytes_->held().size() <= limit) {
    auto more = bytes_->more();
    if (!more) return stop(std::move(more.error()));
    if (!*more) break;
  }
  return taken(bytes_->held().size());
}

}  // namespace warta::ingest
