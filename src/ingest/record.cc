#include "record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <array>
#include <cstring>

#include "base/utf8.h"

namespace warta::ingest {
namespace {

namespace dom = simdjson::dom;
constexpr std::size_t kDepth = 512;

struct Fields {
  std::optional<std::string> id, text, html, title, url, outlet, language, date, published, date_published;
};

struct Field {
  std::string_view key;
  std::optional<std::string> Fields::*value;
};
constexpr std::array<Field, 10> kFields{{{"id", &Fields::id},
                                         {"text", &Fields::text},
                                         {"html", &Fields::html},
                                         {"title", &Fields::title},
                                         {"url", &Fields::url},
                                         {"outlet", &Fields::outlet},
                                         {"language", &Fields::language},
                                         {"date", &Fields::date},
                                         {"published", &Fields::published},
                                         {"date_published", &Fields::date_published}}};

// An id may be a number, written as JSON writes it; everything else is a string.
Result<std::string> as_text(const dom::element& value, std::string_view key) {
  if (value.is_string()) return std::string(std::string_view(value.get_string().value_unsafe()));
  if (key == "id" && value.is_number()) return simdjson::minify(value);
  return fail(Why::bad_json, fmt::format("the field \"{}\" is no string{}", key, key == "id" ? " and no number" : ""));
}

Result<Fields> fields_of(const dom::object& object) {
  Fields fields;
  for (const dom::key_value_pair pair : object)
    for (const Field& field : kFields) {
      if (field.key != pair.key) continue;
      if (pair.value.is_null())
        (fields.*field.value).reset();
      else
        fields.*field.value = WARTA_TRY(as_text(pair.value, field.key));
    }
  return fields;
}

std::optional<std::string> filled(std::optional<std::string> text) {
  return text && !utf8::trim(*text).empty() ? std::move(text) : std::nullopt;
}

// The text; a page only where there is none, since whoever gives both has extracted the text already.
Result<Record> content_of(Fields& fields, const Limits& limits) {
  Record record;
  std::optional<std::string> text = filled(std::move(fields.text));
  const std::size_t limit = text ? limits.text_bytes : limits.record_bytes;
  if (!text) record.form = Form::page, record.charset = "utf-8", text = filled(std::move(fields.html));
  if (!text) return fail(Why::missing_text, "no \"text\" and no \"html\", or an empty one");
  if (text->size() > limit)
    return fail(Why::too_large, fmt::format("a text of {} bytes; the limit is {}", text->size(), limit));
  record.text = std::move(*text);
  return record;
}

}  // namespace

struct RecordParser::State {
  dom::parser parser;
  std::string padded;  // simdjson reads beyond the end
};

RecordParser::RecordParser() : state_(std::make_unique<State>()) {}
RecordParser::~RecordParser() = default;
RecordParser::RecordParser(RecordParser&&) noexcept = default;

Result<Record> RecordParser::parse(std::string_view json, const Limits& limits) {
  std::string& padded = state_->padded;
  padded.assign(json);
  padded.append(simdjson::SIMDJSON_PADDING, ' ');
  if (state_->parser.capacity() < json.size() &&
      state_->parser.allocate(std::max(json.size() * 2, std::size_t{1} << 16), kDepth) != simdjson::SUCCESS)
    return fail(Why::too_large, "no memory for this record");
  dom::element root;
  if (const auto problem = state_->parser.parse(padded.data(), json.size(), false).get(root)) {
    if (problem == simdjson::UTF8_ERROR)
      return fail(Why::bad_encoding, "not valid UTF-8", utf8::first_invalid(json).value_or(0));
    return fail(Why::bad_json, fmt::format("not JSON: {}", simdjson::error_message(problem)));
  }
  dom::object object;
  if (root.get(object)) return fail(Why::bad_json, "not a JSON object");
  Fields fields = WARTA_TRY(fields_of(object));
  Record record = WARTA_TRY(content_of(fields, limits));
  record.id = fields.id.value_or("");
  record.title = filled(std::move(fields.title));
  record.url = filled(std::move(fields.url));
  record.outlet = filled(std::move(fields.outlet));
  record.language = filled(std::move(fields.language));
  record.date = filled(std::move(fields.date_published));
  if (!record.date) record.date = filled(std::move(fields.published));
  if (!record.date) record.date = filled(std::move(fields.date));
  return record;
}

}  // namespace warta::ingest
