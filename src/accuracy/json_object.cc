#include "json_object.h"

#include <fmt/format.h>

namespace warta::accuracy {
namespace {

namespace dom = simdjson::dom;

// The value of a field as a T; nullopt where it is absent or null.
template <class T>
Result<std::optional<T>> field(const JsonObject& object, std::string_view key, std::string_view type) {
  dom::element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS || value.is_null()) return std::optional<T>{};
  T found;
  if (value.get(found) != simdjson::SUCCESS)
    return fail(Why::bad_format, fmt::format("the field \"{}\" is no {}", key, type));
  return std::optional<T>(found);
}

}  // namespace

Result<JsonObject> parse_object(dom::parser& parser, std::string_view json) {
  dom::element root;
  if (const auto problem = parser.parse(json.data(), json.size()).get(root))
    return fail(Why::bad_json, fmt::format("not JSON: {}", simdjson::error_message(problem)));
  JsonObject object;
  if (root.get(object) != simdjson::SUCCESS) return fail(Why::bad_json, "not a JSON object");
  return object;
}

bool has(const JsonObject& object, std::string_view key) { return object.at_key(key).error() == simdjson::SUCCESS; }

Result<std::optional<std::string>> text_of(const JsonObject& object, std::string_view key) {
  const auto text = WARTA_TRY(field<std::string_view>(object, key, "string"));
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

Result<std::optional<std::string>> id_of(const JsonObject& object, std::string_view key) {
  dom::element value;
  if (object.at_key(key).get(value) == simdjson::SUCCESS && value.is_number())
    return std::optional<std::string>(simdjson::minify(value));
  return text_of(object, key);
}

Result<std::optional<bool>> truth_of(const JsonObject& object, std::string_view key) {
  return field<bool>(object, key, "true or false");
}

Result<std::optional<double>> number_of(const JsonObject& object, std::string_view key) {
  return field<double>(object, key, "number");
}

Result<std::optional<JsonObject>> object_of(const JsonObject& object, std::string_view key) {
  return field<JsonObject>(object, key, "object");
}

Result<std::optional<dom::array>> array_of(const JsonObject& object, std::string_view key) {
  return field<dom::array>(object, key, "list");
}

}  // namespace warta::accuracy
