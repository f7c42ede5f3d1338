#include "record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/utf8.h"
#include "fields.h"

namespace warta::ingest {
namespace {

namespace dom = simdjson::dom;
constexpr std::size_t kDepth = 512;

// An id may be a number, written as JSON writes it; everything else is a string.
Result<std::string> as_text(const dom::element& value, std::string_view key) {
  if (value.is_string()) return std::string(std::string_view(value.get_string().value_unsafe()));
  if (key == "id" && value.is_number()) return simdjson::minify(value);
  return fail(Why::bad_json, fmt::format("the field \"{}\" is no string{}", key, key == "id" ? " and no number" : ""));
}

Result<Fields> fields_of(const dom::object& object) {
  Fields fields;
  for (const dom::key_value_pair pair : object) {
    const FieldName* name = json_field_named(pair.key);
    if (name && !pair.value.is_null()) fields.set(*name, WARTA_TRY(as_text(pair.value, name->name)));
  }
  return fields;
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
  return WARTA_TRY(fields_of(object)).record(limits);
}

}  // namespace warta::ingest
