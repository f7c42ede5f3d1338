#include "json_repair.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kDepth = 64;  // of what json_ld.cc reads

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool is_digit(char c) { return utf8::is_digit(static_cast<unsigned char>(c)); }

// RFC 8259, section 6, as far as simdjson would refuse: no leading zero, no plus, digits around the point.
bool is_number(std::string_view text) {
  std::size_t i = !text.empty() && text[0] == '-';
  const std::size_t whole = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  if (i == whole || i - whole > 15 || (text[whole] == '0' && i - whole > 1)) return false;
  if (i == text.size()) return true;
  const std::size_t fraction = i + 1;
  if (text[i] != '.' || fraction == text.size() || text.size() - fraction > 15) return false;
  for (i = fraction; i < text.size(); ++i)
    if (!is_digit(text[i])) return false;
  return true;
}

class Repair {
 public:
  explicit Repair(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

  std::string run() {
    open(']', '[');
    while (at_ < text_.size() && !too_deep_) step();
    while (!closers_.empty()) close();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = text_[at_];
    if (skip_between()) return;
    switch (c) {
      case '{':
        value_begins(), open('}', '{'), ++at_;
        break;
      case '[':
        value_begins(), open(']', '['), ++at_;
        break;
      case '}':
      case ']':
        ++at_;
        close_up_to(c);
        break;
      case ',':
        ++at_;
        if (last_ == 'v') finish_key(), emit(',');
        break;
      case ':':
        ++at_;
        if (last_ == 'v' && closers_.back() == '}' && key_) emit(':'), key_ = false;
        break;
      case '"':
        value_begins(), string();
        break;
      default:
        literal();
    }
  }

  // Blanks, comments, CDATA marks, stray semicolons.
  bool skip_between() {
    static constexpr std::array<std::string_view, 5> kMarks{"<![CDATA[", "]]>", "<!--", "-->", ";"};
    const std::string_view rest = text_.substr(at_);
    if (is_blank(rest[0]) || static_cast<unsigned char>(rest[0]) < 0x20) return ++at_, true;
    for (const std::string_view mark : kMarks)
      if (rest.substr(0, mark.size()) == mark) return at_ += mark.size(), true;
    if (rest.substr(0, 2) == "/*") return skip_past("*/"), true;
    if (rest.substr(0, 2) == "//") return skip_past("\n"), true;
    return false;
  }
  void skip_past(std::string_view mark) {
    const std::size_t end = text_.find(mark, at_ + 2);
    at_ = end == std::string_view::npos ? text_.size() : end + mark.size();
  }

  // A colon or comma that is missing before a value or a key.
  void value_begins() {
    if (last_ == 'v') emit(key_ ? ':' : ',');
    key_ = closers_.back() == '}' && last_ != ':';
  }
  void finish_key() {
    if (key_) out_ += ":null";
    key_ = false;
  }
  void emit(char c) {
    out_ += c;
    last_ = c;
  }
  void open(char closer, char opener) {
    if (key_) out_ += "\"\":";  // an object where a key must stand
    key_ = false;
    if (closers_.size() >= kDepth) too_deep_ = true;
    closers_.push_back(closer);
    emit(opener);
  }
  void close() {
    finish_key();
    if (last_ == ':') out_ += "null";
    if (last_ == ',') out_.pop_back();
    emit(closers_.back());
    last_ = 'v';
    closers_.pop_back();
  }
  // Inner brackets that were left open are closed on the way; a bracket that closes nothing is dropped. The outermost
  // is ours.
  void close_up_to(char closer) {
    std::size_t i = closers_.size();
    while (i > 1 && closers_[i - 1] != closer) --i;
    if (i <= 1) return;
    while (closers_.size() >= i) close();
  }

  void string() {
    const bool is_key = key_;
    out_ += '"';
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        if (ends_string(at_ + 1, is_key)) break;
        out_ += "\\\"";
      } else if (c == '\\') {
        escape();
      } else if (static_cast<unsigned char>(c) < 0x20) {
        out_ += c == '\n' ? "\\n" : " ";
      } else {
        out_ += c;
      }
    }
    if (at_ < text_.size()) ++at_;
    out_ += '"';
    last_ = 'v';
  }
  // Escapes that JSON does not know lose their backslash: "\'" of PHP and JavaScript.
  void escape() {
    if (at_ + 1 >= text_.size()) return;
    const char c = text_[at_ + 1];
    static constexpr std::string_view kKnown = "\"\\/bfnrt";
    if (c == 'u') {
      const std::size_t size = code_size(at_);
      out_ += text_.substr(at_, size);
      at_ += size != 0 ? size - 1 : unit(at_) > 0xffff ? 1 : 5;
    } else if (kKnown.find(c) != std::string_view::npos) {
      out_ += '\\';
      out_ += c;
      ++at_;
    }
  }
  // The four hexadecimal digits of "\u" at i; beyond 16 bits for none.
  unsigned unit(std::size_t i) const {
    unsigned value = 1u << 16;
    if (i + 6 > text_.size() || text_[i] != '\\' || text_[i + 1] != 'u') return value;
    const auto [stop, problem] = std::from_chars(text_.data() + i + 2, text_.data() + i + 6, value, 16);
    return problem == std::errc{} && stop == text_.data() + i + 6 ? value : 1u << 16;
  }
  // Bytes of the escape at i: 6, 12 for a pair of surrogates, 0 for none that means a character.
  std::size_t code_size(std::size_t i) const {
    const unsigned first = unit(i);
    if (first < 0xd800 || (first > 0xdfff && first <= 0xffff)) return 6;
    const unsigned second = first < 0xdc00 ? unit(i + 6) : 0;
    return second >= 0xdc00 && second <= 0xdfff ? 12 : 0;
  }

  std::size_t past_blanks(std::size_t i) const {
    while (i < text_.size() && is_blank(text_[i])) ++i;
    return i;
  }
  // A quotation mark ends a string where what follows it fits JSON; else it is one that nobody escaped.
  bool ends_string(std::size_t i, bool is_key) const {
    const std::size_t next = past_blanks(i);
    if (next >= text_.size()) return true;
    const char c = text_[next];
    if (is_key) return c == ':';
    if (c == '}' || c == ']') return closes_value(past_blanks(next + 1));
    if (c == ',') return goes_on(past_blanks(next + 1));
    if (c == '/') return next + 1 < text_.size() && (text_[next + 1] == '/' || text_[next + 1] == '*');
    return c == '"' && text_.substr(i, next - i).find('\n') != std::string_view::npos;
  }
  bool closes_value(std::size_t next) const {
    return next >= text_.size() || std::string_view(",}];<{[/").find(text_[next]) != std::string_view::npos;
  }
  // Behind a comma: a key in an object, any value in an array, or a bracket if the comma trails.
  bool goes_on(std::size_t next) const {
    if (next >= text_.size()) return true;
    const char c = text_[next];
    if (std::string_view("\"}]/,").find(c) != std::string_view::npos) return true;
    if (closers_.back() == ']') return std::string_view("{[-0123456789tfn").find(c) != std::string_view::npos;
    const std::size_t end = text_.find_first_of(" \n\t\r\",.;{}[]:", next);  // an unquoted key
    return end != std::string_view::npos && end > next && text_[end] == ':';
  }

  void literal() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_blank(text_[at_]) &&
           std::string_view(",:{}[]\"").find(text_[at_]) == std::string_view::npos)
      ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    value_begins();
    const bool known = word == "true" || word == "false" || word == "null" || is_number(word);
    if (known && !key_) {
      out_ += word;
    } else {
      out_ += '"';
      for (const char c : word)
        if (c != '\\' && static_cast<unsigned char>(c) >= 0x20) out_ += c;
      out_ += '"';
    }
    last_ = 'v';
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
  std::vector<char> closers_;
  char last_ = 0;     // '{', '[', ',', ':' or 'v' for the end of a value or key
  bool key_ = false;  // a key of an object has been read, and no colon yet
  bool too_deep_ = false;
};

}  // namespace

std::string repaired_json(std::string_view text) { return Repair(text).run(); }

}  // namespace warta::extract
