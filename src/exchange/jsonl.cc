#include "jsonl.h"

#include "json.h"

namespace warta::exchange {
namespace {

using event::Row;

void write_span(JsonWriter& json, std::optional<Span> span) {
  for (const bool begin : {true, false}) {
    json.key(begin ? "begin" : "end");
    if (span)
      json.number(begin ? span->begin : span->end);
    else
      json.null();
  }
}

void write_code(JsonWriter& json, const codebook::ActorCode& code) {
  json.key("code");
  if (code.known())
    json.string(code.text());
  else
    json.null();
}

void write_actor(JsonWriter& json, std::string_view key, const std::optional<event::RowActor>& actor) {
  json.key(key);
  if (!actor) return json.null();
  json.begin_object();
  json.field_or_null("text", actor->words.text);
  write_code(json, actor->code);
  json.maybe("country", actor->country);
  json.key("sectors");
  json.begin_array();
  for (int s = 0; s < codebook::kSectors; ++s)
    if (const auto sector = static_cast<codebook::Sector>(s); actor->code.has(sector))
      json.string(codebook::name(sector));
  json.end_array();
  json.maybe("name", actor->name);
  json.field("kind", mention::name(actor->kind));
  write_span(json, actor->words.text.empty() ? std::nullopt : std::optional(actor->words.span));
  json.end_object();
}

void write_piece(JsonWriter& json, std::string_view key, const event::Piece& piece) {
  json.key(key);
  json.begin_object();
  json.field("text", piece.text);
  write_span(json, piece.span);
  json.end_object();
}

void write_article(JsonWriter& json, const event::RowArticle& article) {
  json.key("article");
  json.begin_object();
  json.field("id", article.id);
  json.maybe("url", article.url);
  json.maybe("outlet", article.outlet);
  json.maybe("title", article.title);
  json.field("language", article.language);
  json.maybe("published", article.published);
  json.maybe("story", article.story);
  json.end_object();
}

void write_code_fields(JsonWriter& json, const Row& row) {
  json.field("event", codebook::name(row.code->root));
  json.maybe("mode", row.mode);
  json.key("contexts");
  json.begin_array();
  for (const std::string& context : row.contexts) json.string(context);
  json.end_array();
  json.field("cameo", row.code->code);
  json.key("quad");
  json.number(row.code->quad);
  json.key("goldstein");
  json.decimal(row.code->goldstein, 1);
  json.field("status", event::name(row.status));
}

void write_attribution(JsonWriter& json, const Row& row) {
  json.key("attribution");
  if (!row.attribution) return json.null();
  json.begin_object();
  json.field("text", row.attribution->words.text);
  write_code(json, row.attribution->code);
  write_span(json, row.attribution->words.span);
  json.end_object();
}

void write_date(JsonWriter& json, const Row& row) {
  const auto text = [&](bool known, const std::string& value) {
    return known ? std::optional<std::string>(value) : std::nullopt;
  };
  const event::EventDate date = row.date.value_or(event::EventDate{});
  const bool known = row.date.has_value();
  json.maybe("date", text(known, iso(date.days)));
  json.maybe("date_begin", text(known, iso(date.days.first)));
  json.maybe("date_end", text(known, iso(date.days.last)));
  json.maybe("date_basis", text(known, std::string(event::name(date.basis))));
}

void write_place(JsonWriter& json, const Row& row) {
  json.key("place");
  if (!row.place) return json.null();
  const event::EventPlace& where = row.place->where;
  const auto some = [](const std::string& value) {
    return value.empty() ? std::nullopt : std::optional<std::string>(value);
  };
  const auto degrees = [&](std::string_view key, std::optional<double> value) {
    json.key(key);
    if (value)
      json.decimal(*value, 4);
    else
      json.null();
  };
  json.begin_object();
  json.field("text", row.place->text);
  json.maybe("name", some(where.name));
  json.maybe("country", some(where.country));
  json.maybe("admin1", some(where.admin1));
  degrees("latitude", where.latitude);
  degrees("longitude", where.longitude);
  json.key("geonames_id");
  if (where.geonames_id)
    json.number(*where.geonames_id);
  else
    json.null();
  json.end_object();
}

void write_counts(JsonWriter& json, const Row& row) {
  json.key("counts");
  bool any = false;
  for (const auto& bounds : row.counts) any = any || bounds.has_value();
  if (!any) return json.null();
  const auto bound = [&](std::optional<std::int64_t> value) {
    if (value)
      json.number(*value);
    else
      json.null();
  };
  json.begin_object();
  for (int c = 0; c < event::kCounts; ++c) {
    json.key(event::name(static_cast<event::Count>(c)));
    const auto& bounds = row.counts[static_cast<std::size_t>(c)];
    if (!bounds) {
      json.null();
      continue;
    }
    json.begin_array();
    bound(bounds->low);
    bound(bounds->high);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

void write_jsonl(const Row& row, std::string& out) {
  JsonWriter json(out);
  json.begin_object();
  json.field("id", row.id);
  write_article(json, row.article);
  json.key("sentence");
  json.number(row.sentence);
  write_actor(json, "source", row.source);
  write_actor(json, "target", row.target);
  write_code_fields(json, row);
  write_attribution(json, row);
  write_date(json, row);
  write_place(json, row);
  write_counts(json, row);
  write_piece(json, "evidence", row.evidence);
  write_piece(json, "trigger", row.trigger);
  json.field("rule", row.rule);
  json.key("confidence");
  json.decimal(row.confidence, 2);
  json.maybe("occurrence", row.occurrence);
  json.field("codebook", row.codebook);
  json.field("version", row.version);
  json.end_object();
  out += '\n';
}

}  // namespace warta::exchange
