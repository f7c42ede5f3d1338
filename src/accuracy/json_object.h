// Fields of a JSON object with an error that names the field: null is absent. Views live as long as the parser's
// document.
#pragma once
#include <simdjson.h>

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::accuracy {

using JsonObject = simdjson::dom::object;

// One JSON object; fails with bad_json.
Result<JsonObject> parse_object(simdjson::dom::parser& parser, std::string_view json);

bool has(const JsonObject& object, std::string_view key);  // also where it is null

// Each fails with bad_format where the field is of another type.
Result<std::optional<std::string>> text_of(const JsonObject& object, std::string_view key);
Result<std::optional<std::string>> id_of(const JsonObject& object, std::string_view key);  // a number is a text too
Result<std::optional<bool>> truth_of(const JsonObject& object, std::string_view key);
Result<std::optional<double>> number_of(const JsonObject& object, std::string_view key);
Result<std::optional<JsonObject>> object_of(const JsonObject& object, std::string_view key);
Result<std::optional<simdjson::dom::array>> array_of(const JsonObject& object, std::string_view key);

}  // namespace warta::accuracy
