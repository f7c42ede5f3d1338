#include "plover.h"

#include "json.h"

namespace warta::exchange {
namespace {

void write_entity(JsonWriter& json, std::string_view key, const std::optional<event::RowActor>& actor) {
  json.key(key);
  json.begin_array();
  if (actor) {
    json.begin_object();
    json.maybe("code", actor->country);
    json.key("sector");
    json.begin_array();
    for (int s = 0; s < codebook::kSectors; ++s)
      if (const auto sector = static_cast<codebook::Sector>(s); actor->code.has(sector))
        json.string(codebook::name(sector));
    json.end_array();
    json.field_or_null("entity_text", actor->words.text);
    json.maybe("entity_name", actor->name);
    json.end_object();
  }
  json.end_array();
}

void write_location(JsonWriter& json, const event::Row& row) {
  json.key("event_loc");
  if (!row.place) return json.null();
  const event::EventPlace& where = row.place->where;
  json.begin_object();
  json.field("extracted_place", row.place->text);
  json.field("resolved_place", where.name);
  json.field("province", where.admin1);
  json.field("country_code", where.country);
  if (where.geonames_id) {
    json.key("geonameid");
    json.number(*where.geonames_id);
  }
  if (where.latitude && where.longitude) {
    json.key("lat");
    json.decimal(*where.latitude, 4);
    json.key("lon");
    json.decimal(*where.longitude, 4);
  }
  json.end_object();
}

// PLOVER's `size` has a figure a kind; the lower bound is what is sure.
void write_size(JsonWriter& json, const event::Row& row) {
  constexpr std::array<std::pair<event::Count, std::string_view>, 3> kSizes{
      {{event::Count::killed, "dead"}, {event::Count::injured, "injured"}, {event::Count::arrested, "arrested"}}};
  json.key("size");
  json.begin_object();
  for (const auto& [count, key] : kSizes) {
    const auto& bounds = row.counts[static_cast<std::size_t>(count)];
    if (!bounds || !bounds->low) continue;
    json.key(key);
    json.number(*bounds->low);
  }
  json.end_object();
}

void write_texts(JsonWriter& json, const event::Row& row) {
  json.key("text_info");
  json.begin_object();
  json.key("sequence");
  json.number(row.sentence);
  json.key("start");
  json.number(row.evidence.span.begin);
  json.key("end");
  json.number(row.evidence.span.end);
  json.end_object();
  json.key("cite_info");
  json.begin_object();
  json.field("citation", row.article.id);
  json.maybe("url", row.article.url);
  json.maybe("title", row.article.title);
  json.maybe("publication", row.article.outlet);
  json.field("language", row.article.language);
  json.field("coder", "warta");
  json.field("codebook", row.codebook);
  json.field("version", row.version);
  json.end_object();
}

}  // namespace

void write_plover(const event::Row& row, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.field("id", row.id);
  json.maybe("date", row.date ? std::optional<std::string>(iso(row.date->days.first)) : std::nullopt);
  json.maybe("enddate", row.date ? std::optional<std::string>(iso(row.date->days.last)) : std::nullopt);
  write_entity(json, "actor", row.source);
  write_entity(json, "recipient", row.target);
  json.key("event");
  json.begin_array();
  json.string(codebook::name(row.code->root));
  json.end_array();
  json.key("mode");
  json.begin_array();
  if (row.mode) json.string(*row.mode);
  json.end_array();
  json.key("context");
  json.begin_array();
  for (const std::string& context : row.contexts) json.string(context);
  json.end_array();
  json.key("quad_code");
  json.number(row.code->quad);
  json.key("event_scale");
  json.decimal(row.code->goldstein, 1);
  json.field("status", event::name(row.status));
  write_location(json, row);
  write_size(json, row);
  json.key("event_text");
  json.begin_array();
  json.string(row.trigger.text);
  json.end_array();
  json.field("text", row.evidence.text);
  write_texts(json, row);
  json.end_object();
  out += '\n';
}

}  // namespace warta::exchange
