#include "query/to_json.h"

#include <cmath>

#include "exchange/json.h"
#include "query/query.h"

namespace warta::query {
namespace {

using Json = exchange::JsonWriter;

template <class Number>
void number_or_null(Json& json, std::string_view key, const std::optional<Number>& value) {
  json.key(key);
  if (value)
    json.number(*value);
  else
    json.null();
}

template <class Number>
void number(Json& json, std::string_view key, Number value) {
  json.key(key);
  json.number(value);
}

void decimal(Json& json, std::string_view key, double value, int digits) {
  json.key(key);
  json.decimal(value, digits);
}

void texts(Json& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key);
  json.begin_array();
  for (const std::string& value : values) json.string(value);
  json.end_array();
}

void write(Json& json, const Tally& tally) {
  number(json, "occurrences", tally.occurrences);
  number(json, "events", tally.events);
  json.key("goldstein");
  if (tally.goldstein)
    json.decimal(*tally.goldstein, 3);
  else
    json.null();
}

void write(Json& json, std::string_view key, const Actor& actor) {
  json.key(key);
  json.begin_object();
  json.maybe("code", actor.code);
  json.maybe("name", actor.name);
  json.maybe("text", actor.text);
  json.end_object();
}

void write(Json& json, std::string_view key, const Place& place) {
  json.key(key);
  json.begin_object();
  json.maybe("name", place.name);
  json.maybe("country", place.country);
  json.maybe("admin1", place.admin1);
  number_or_null(json, "latitude", place.latitude);
  number_or_null(json, "longitude", place.longitude);
  json.end_object();
}

void write(Json& json, std::string_view key, Span span) {
  json.key(key);
  json.begin_object();
  number(json, "begin", span.begin);
  number(json, "end", span.end);
  json.end_object();
}

void write_fields(Json& json, const Happening& happening) {
  json.field("id", happening.id);
  json.field("event", happening.root);
  json.field("cameo", happening.cameo);
  number(json, "quad", happening.quad);
  decimal(json, "goldstein", happening.goldstein, 1);
  write(json, "source", happening.source);
  write(json, "target", happening.target);
  json.maybe("date", happening.date);
  write(json, "place", happening.place);
  json.key("counts");
  json.begin_object();
  for (const Range& range : happening.counts) {
    json.key(range.what);
    json.begin_array();
    for (const auto& bound : {range.low, range.high}) {
      if (bound)
        json.number(*bound);
      else
        json.null();
    }
    json.end_array();
  }
  json.end_object();
  texts(json, "statuses", happening.statuses);
  number(json, "events", happening.events);
  number(json, "articles", happening.articles);
  json.maybe("title", happening.title);
}

void write(Json& json, const Report& report) {
  json.begin_object();
  json.field("id", report.event);
  json.field("event", report.root);
  json.field("cameo", report.cameo);
  json.field("status", report.status);
  write(json, "source", report.source);
  write(json, "target", report.target);
  if (report.speaker) {
    write(json, "attribution", *report.speaker);
  } else {
    json.key("attribution");
    json.null();
  }
  json.maybe("date", report.date);
  write(json, "place", report.place);
  json.key("article");
  json.begin_object();
  json.field("id", report.article);
  json.maybe("url", report.url);
  json.maybe("outlet", report.outlet);
  json.maybe("title", report.title);
  json.field("language", report.language);
  json.maybe("published", report.published);
  json.end_object();
  json.field("passage", report.passage);
  write(json, "evidence", report.evidence);
  write(json, "trigger", report.trigger);
  json.field("rule", report.rule);
  decimal(json, "confidence", report.confidence, 2);
  json.end_object();
}

void write(Json& json, std::string_view key, const Counts& counts) {
  json.key(key);
  json.begin_object();
  for (const auto& [name, count] : counts) number(json, name, count);
  json.end_object();
}

void write(Json& json, const Run& run) {
  json.begin_object();
  number(json, "id", run.id);
  json.field("command", run.command);
  json.field("version", run.version);
  json.field("codebook", run.codebook);
  json.field("began", run.began);
  json.field("ended", run.ended);
  json.key("finished");
  json.boolean(run.finished);
  number(json, "articles", run.articles);
  number(json, "revisions", run.revisions);
  number(json, "known", run.known);
  number(json, "events", run.events);
  number(json, "refused", run.refused);
  decimal(json, "coding_seconds", run.coding_seconds, 3);
  decimal(json, "storing_seconds", run.storing_seconds, 3);
  json.end_object();
}

void write(Json& json, const store::Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.is)) return json.boolean(*truth);
  if (const auto* integer = std::get_if<std::int64_t>(&value.is)) return json.number(*integer);
  if (const auto* real = std::get_if<double>(&value.is))  // JSON has no infinity and no NaN
    return std::isfinite(*real) ? json.number(*real) : json.null();
  if (const auto* text = std::get_if<std::string>(&value.is)) return json.string(*text);
  if (!std::holds_alternative<store::Value::List>(value.is)) return json.null();
  json.begin_array();
  for (const store::Value& part : value.list()) write(json, part);
  json.end_array();
}

}  // namespace

std::string to_json(const Timeline& timeline) {
  std::string out;
  Json json(out);
  json.begin_object();
  json.field("by", name(timeline.by));
  json.key("periods");
  json.begin_array();
  for (const Period& period : timeline.periods) {
    json.begin_object();
    json.field("period", period.name);
    json.field("begin", iso(period.days.first));
    json.field("end", iso(period.days.last));
    write(json, period.tally);
    json.end_object();
  }
  json.end_array();
  number(json, "undated", timeline.undated);
  number(json, "wider", timeline.wider);
  json.end_object();
  return out;
}

std::string to_json(const Pairs& pairs) {
  std::string out;
  Json json(out);
  json.begin_object();
  json.key("pairs");
  json.begin_array();
  for (const Pair& pair : pairs.pairs) {
    json.begin_object();
    json.field("source", pair.source);
    json.field("target", pair.target);
    write(json, pair.tally);
    json.key("quads");
    json.begin_array();
    for (const std::int64_t count : pair.quads) json.number(count);
    json.end_array();
    decimal(json, "net", pair.net, 1);
    json.end_object();
  }
  json.end_array();
  number(json, "of", pairs.of);
  number(json, "unknown", pairs.unknown);
  json.end_object();
  return out;
}

std::string to_json(const Happenings& happenings) {
  std::string out;
  Json json(out);
  json.begin_object();
  json.key("occurrences");
  json.begin_array();
  for (const Happening& happening : happenings.found) {
    json.begin_object();
    write_fields(json, happening);
    json.end_object();
  }
  json.end_array();
  number(json, "of", happenings.of);
  json.end_object();
  return out;
}

std::string to_json(const Card& card) {
  std::string out;
  Json json(out);
  json.begin_object();
  write_fields(json, card.happening);
  json.key("statements");
  json.begin_array();
  for (const Statement& statement : card.statements) {
    json.begin_object();
    json.field("status", statement.status);
    texts(json, "speakers", statement.speakers);
    texts(json, "outlets", statement.outlets);
    json.end_object();
  }
  json.end_array();
  json.key("reports");
  json.begin_array();
  for (const Report& report : card.reports) write(json, report);
  json.end_array();
  json.end_object();
  return out;
}

std::string to_json(const Stats& stats) {
  std::string out;
  Json json(out);
  json.begin_object();
  number(json, "schema_version", stats.schema_version);
  json.maybe("codebook", stats.codebook);
  number(json, "bytes", stats.bytes);
  const auto each = stats.bytes_per_event();
  number_or_null(json, "bytes_per_event", each ? std::optional(std::round(*each)) : each);
  write(json, "rows", stats.rows);
  json.maybe("first_day", stats.first_day);
  json.maybe("last_day", stats.last_day);
  write(json, "languages", stats.languages);
  write(json, "roots", stats.roots);
  write(json, "statuses", stats.statuses);
  write(json, "refusals", stats.refusals);
  json.key("runs");
  json.begin_array();
  for (const Run& run : stats.runs) write(json, run);
  json.end_array();
  json.end_object();
  return out;
}

std::string to_json(const store::Table& table) {
  std::string out;
  Json json(out);
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      json.key(table.columns[i].name);
      write(json, row[i]);
    }
    json.end_object();
  }
  json.end_array();
  return out;
}

}  // namespace warta::query
