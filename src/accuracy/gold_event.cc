#include "gold_event.h"

#include <fmt/format.h>

namespace warta::accuracy {
namespace {

namespace dom = simdjson::dom;

Result<codebook::Root> root_of(std::string_view name) {
  const auto root = codebook::parse_root(name);
  if (!root || *root == codebook::Root::none)
    return fail(Why::bad_format, fmt::format("\"event\" is \"{}\", which is none of PLOVER's roots", name));
  return *root;
}

Result<GoldActor> actor_of(const JsonObject& event, std::string_view key) {
  const auto actor = WARTA_TRY(object_of(event, key));
  if (!actor) return GoldActor{};
  auto text = WARTA_TRY(text_of(*actor, "text"));
  auto code = WARTA_TRY(text_of(*actor, "code"));
  return GoldActor{std::move(text).value_or(""), std::move(code).value_or("")};
}

// A code that is null in an alternative means nobody; one that is absent is the event's own.
Result<std::optional<std::string>> other_code(const JsonObject& alternative, std::string_view key) {
  if (!has(alternative, key)) return std::optional<std::string>{};
  return std::optional<std::string>(WARTA_TRY(text_of(alternative, key)).value_or(""));
}

Result<std::optional<Alternative>> alternative_of(const JsonObject& event) {
  const auto object = WARTA_TRY(object_of(event, "alt"));
  if (!object) return std::optional<Alternative>{};
  Alternative out;
  if (const auto root = WARTA_TRY(text_of(*object, "event"))) out.root = WARTA_TRY(root_of(*root));
  out.source = WARTA_TRY(other_code(*object, "source"));
  out.target = WARTA_TRY(other_code(*object, "target"));
  return std::optional<Alternative>(std::move(out));
}

Result<std::optional<std::int64_t>> bound_of(const dom::element& value) {
  if (value.is_null()) return std::optional<std::int64_t>{};
  std::int64_t number = 0;
  if (value.get(number) != simdjson::SUCCESS) return fail(Why::bad_format, "a bound of \"counts\" is no whole number");
  return std::optional<std::int64_t>(number);
}

Result<event::Bounds> bounds_of(const dom::element& value, std::string_view kind) {
  dom::array pair;
  if (value.get(pair) != simdjson::SUCCESS || pair.size() != 2)
    return fail(Why::bad_format, fmt::format("\"counts\": \"{}\" is not [low, high]", kind));
  return event::Bounds{WARTA_TRY(bound_of(pair.at(0).value_unsafe())), WARTA_TRY(bound_of(pair.at(1).value_unsafe()))};
}

Result<void> read_counts(const JsonObject& event, GoldEvent& out) {
  const auto counts = WARTA_TRY(object_of(event, "counts"));
  if (!counts) return {};
  for (const dom::key_value_pair field : *counts) {
    if (field.value.is_null()) continue;
    bool known = false;
    for (int c = 0; c < event::kCounts; ++c) {
      if (event::name(static_cast<event::Count>(c)) != field.key) continue;
      out.counts[static_cast<std::size_t>(c)] = WARTA_TRY(bounds_of(field.value, field.key));
      known = true;
    }
    if (!known) return fail(Why::bad_format, fmt::format("\"counts\" has the unknown kind \"{}\"", field.key));
  }
  return {};
}

}  // namespace

Result<GoldEvent> parse_gold_event(const JsonObject& object) {
  GoldEvent out;
  const std::string root = WARTA_TRY(text_of(object, "event")).value_or("");
  out.root = WARTA_TRY(root_of(root));
  out.source = WARTA_TRY(actor_of(object, "source"));
  out.target = WARTA_TRY(actor_of(object, "target"));
  out.cameo = WARTA_TRY(text_of(object, "cameo")).value_or("");
  const std::string status = WARTA_TRY(text_of(object, "status")).value_or("reported");
  const auto parsed = event::parse_status(status);
  if (!parsed) return fail(Why::bad_format, fmt::format("\"status\" is \"{}\", which is no status", status));
  out.status = *parsed;
  out.speaker = WARTA_TRY(text_of(object, "attributed_to"));
  out.date = WARTA_TRY(text_of(object, "date"));
  out.mode = WARTA_TRY(text_of(object, "mode"));
  out.group = WARTA_TRY(text_of(object, "group"));
  out.evidence = WARTA_TRY(text_of(object, "evidence"));
  out.place = WARTA_TRY(text_of(object, "place"));
  out.place_asked = has(object, "place");
  WARTA_CHECK(read_counts(object, out));
  out.core = WARTA_TRY(truth_of(object, "core")).value_or(true);
  out.alternative = WARTA_TRY(alternative_of(object));
  return out;
}

}  // namespace warta::accuracy
