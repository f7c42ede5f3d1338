// One gold event from its JSON object. Tests: tests/accuracy/gold_test.cc
#pragma once
#include "accuracy/gold.h"
#include "json_object.h"

namespace warta::accuracy {

Result<GoldEvent> parse_gold_event(const JsonObject& object);

}  // namespace warta::accuracy
