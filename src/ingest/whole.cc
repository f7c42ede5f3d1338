#include "whole.h"

#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "sniff.h"

namespace warta::ingest {
namespace {

// A text has no NUL and next to no other control characters; pictures and archives have hundreds.
bool looks_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (const char c : bytes) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    controls += (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte != 0x1b) || byte == 0x7f;
  }
  return controls > 8 && controls > bytes.size() / 500;
}

// "<!-- saved from url=(0031)https://pena.example/1 -->" (Internet Explorer, Chrome), "url: https://..." of SingleFile,
// "<!-- Mirrored from pena.example/1 by HTTrack" without its scheme.
std::optional<std::string> saved_from(std::string_view begin) {
  struct Mark {
    std::string_view before, scheme;
  };
  constexpr std::array<Mark, 3> kMarks{
      {{"saved from url=(", ""}, {"Page saved with SingleFile", ""}, {"<!-- Mirrored from ", "http://"}}};
  for (const Mark& mark : kMarks) {
    const std::size_t at = begin.find(mark.before);
    if (at == std::string_view::npos) continue;
    std::string_view rest = begin.substr(at + mark.before.size());
    if (mark.scheme.empty()) rest = rest.substr(std::min(rest.find("http"), rest.size()));
    rest = rest.substr(0, rest.find_first_of(" \t\r\n\"<>"));
    if (rest.empty() || utf8::first_invalid(rest)) continue;
    if (mark.scheme.empty() && rest.substr(0, 7) != "http://" && rest.substr(0, 8) != "https://") continue;
    return std::string(mark.scheme) + std::string(rest);
  }
  return std::nullopt;
}

class Whole final : public Document {
 public:
  Whole(Opened opened, const Limits& limits) : opened_(std::move(opened)), limits_(limits) {}

  bool single() const override { return true; }

  std::optional<Result<Record>> next() override {
    if (ended_) return std::nullopt;
    ended_ = true;
    const std::uint64_t offset = opened_.bytes->offset();
    const bool is_page = opened_.kind == Kind::page;
    auto bytes = opened_.bytes->peek((is_page ? limits_.record_bytes : limits_.text_bytes) + 1);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    auto record = is_page ? page(*bytes, limits_) : plain_text(*bytes, limits_);
    if (record)
      record->offset = offset;
    else
      record.error().offset += offset;
    return record;
  }

 private:
  Opened opened_;
  Limits limits_;
  bool ended_ = false;
};

}  // namespace

Result<Record> plain_text(std::string_view bytes, const Limits& limits) {
  if (looks_binary(bytes)) return fail(Why::binary, "these bytes are no text");
  if (bytes.size() > limits.text_bytes)
    return fail(Why::too_large, fmt::format("a text of more than {} bytes", limits.text_bytes));
  if (const auto bad = utf8::first_invalid(bytes))
    return fail(Why::bad_encoding, "neither UTF-8 nor UTF-16 with byte order mark", *bad);
  if (utf8::trim(bytes).empty()) return fail(Why::missing_text, "nothing in it");
  Record record;
  record.text = std::string(bytes);
  return record;
}

Result<Record> page(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.record_bytes)
    return fail(Why::too_large, fmt::format("a page of more than {} bytes", limits.record_bytes));
  if (bytes.empty()) return fail(Why::missing_text, "nothing in it");
  Record record;
  record.form = Form::page;
  record.url = saved_from(bytes.substr(0, kSniff));
  record.text = std::string(bytes);
  return record;
}

std::unique_ptr<Document> whole_document(Opened opened, const Limits& limits) {
  return std::make_unique<Whole>(std::move(opened), limits);
}

}  // namespace warta::ingest
