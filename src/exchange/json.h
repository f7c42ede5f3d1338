// A writer of one JSON object after another: commas and escapes, nothing else. Fields come in the order they are
// written, so that the same row gives the same bytes.
#pragma once
#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

namespace warta::exchange {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name);
  void string(std::string_view value);
  void null() { raw("null"); }
  void boolean(bool value) { raw(value ? "true" : "false"); }
  template <class Number>
  void number(Number value) {
    comma();
    fmt::format_to(std::back_inserter(out_), "{}", value);
    fresh_ = false;
  }
  void decimal(double value, int digits);  // fixed

  void field(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void maybe(std::string_view name, const std::optional<std::string>& value) {
    key(name);
    if (value)
      string(*value);
    else
      null();
  }
  void field_or_null(std::string_view name, std::string_view value) {  // empty is absent
    key(name);
    if (value.empty())
      null();
    else
      string(value);
  }

 private:
  void raw(std::string_view text) {
    comma();
    out_ += text;
    fresh_ = false;
  }
  void open(char mark) {
    comma();
    out_ += mark;
    fresh_ = true;
  }
  void close(char mark) {
    out_ += mark;
    fresh_ = false;
  }
  void comma() {
    if (!fresh_ && !after_key_) out_ += ',';
    after_key_ = false;
  }

  std::string& out_;
  bool fresh_ = true;       // nothing yet in this object or array
  bool after_key_ = false;  // a value must follow
};

}  // namespace warta::exchange
