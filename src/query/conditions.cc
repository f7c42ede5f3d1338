#include "conditions.h"

namespace warta::query {
namespace {

// The code itself, or one that goes on with another word.
constexpr std::string_view kSource = "(source_code = ? OR starts_with(source_code, ?))";
constexpr std::string_view kTarget = "(target_code = ? OR starts_with(target_code, ?))";
constexpr std::string_view kEither =
    "(source_code = ? OR starts_with(source_code, ?) OR target_code = ? OR starts_with(target_code, ?))";

}  // namespace

Conditions::Conditions(const Filter& filter) {
  if (filter.source) add(kSource, {filter.source->text(), filter.source->text() + " "});
  if (filter.target) add(kTarget, {filter.target->text(), filter.target->text() + " "});
  if (filter.actor) {
    const std::string code = filter.actor->text(), more = code + " ";
    add(kEither, {code, more, code, more});
  }
  if (!filter.roots.empty()) {
    std::vector<std::string> names;
    for (const codebook::Root root : filter.roots) names.emplace_back(codebook::name(root));
    add("list_contains(?, event)", {store::Value::texts(names)});
  }
  if (!filter.statuses.empty()) {  // list_has_any() would take ten times as long
    std::string any;
    std::vector<store::Value> names;
    for (const event::Status status : filter.statuses) {
      any += any.empty() ? "(list_contains(statuses, ?)" : " OR list_contains(statuses, ?)";
      names.emplace_back(event::name(status));
    }
    add(any + ")", names);
  }
  if (filter.place_country) add("place_country = ?", {*filter.place_country});
  if (filter.place_words)
    add("(contains(lower(place_name), ?) OR contains(lower(place_admin1), ?))",
        {*filter.place_words, *filter.place_words});
  if (filter.since) add("date_begin >= CAST(? AS DATE)", {iso(*filter.since)});
  if (filter.until) add("date_begin <= CAST(? AS DATE)", {iso(*filter.until)});
}

void Conditions::add(std::string_view condition, const std::vector<store::Value>& values) {
  if (!sql_.empty()) sql_ += " AND ";
  sql_ += condition;
  values_.insert(values_.end(), values.begin(), values.end());
}

std::vector<store::Value> Conditions::values(std::vector<store::Value> before,
                                             const std::vector<store::Value>& after) const {
  before.insert(before.end(), values_.begin(), values_.end());
  before.insert(before.end(), after.begin(), after.end());
  return before;
}

}  // namespace warta::query
