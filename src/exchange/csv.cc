#include "csv.h"

#include "exchange/csv_writer.h"

namespace warta::exchange {
namespace {

void write_actor(CsvWriter& csv, const std::optional<event::RowActor>& actor) {
  csv.text(actor ? actor->words.text : std::string());
  csv.text(actor ? actor->code.text() : std::string());
  csv.maybe(actor ? actor->name : std::nullopt);
}

}  // namespace

std::string_view csv_header() {
  return "id,article,url,outlet,title,language,published,sentence,source,source_code,source_name,target,"
         "target_code,target_name,event,mode,contexts,cameo,quad,goldstein,status,attribution,"
         "attribution_code,date,date_begin,date_end,date_basis,place,place_name,place_country,place_admin1,"
         "latitude,longitude,killed_low,killed_high,injured_low,injured_high,arrested_low,arrested_high,"
         "displaced_low,displaced_high,participants_low,participants_high,evidence,evidence_begin,"
         "evidence_end,trigger,rule,confidence,occurrence,codebook,version\n";
}

void write_csv(const event::Row& row, std::string& out) {
  CsvWriter csv(out);
  csv.text(row.id);
  csv.text(row.article.id);
  csv.maybe(row.article.url);
  csv.maybe(row.article.outlet);
  csv.maybe(row.article.title);
  csv.text(row.article.language);
  csv.maybe(row.article.published);
  csv.number(std::optional(row.sentence));
  write_actor(csv, row.source);
  write_actor(csv, row.target);
  csv.text(codebook::name(row.code->root));
  csv.maybe(row.mode);
  std::string contexts;
  for (const std::string& context : row.contexts) contexts += (contexts.empty() ? "" : " ") + context;
  csv.text(contexts);
  csv.text(row.code->code);
  csv.number(std::optional(row.code->quad));
  csv.decimal(row.code->goldstein, 1);
  csv.text(event::name(row.status));
  csv.text(row.attribution ? row.attribution->words.text : std::string());
  csv.text(row.attribution ? row.attribution->code.text() : std::string());
  const bool dated = row.date.has_value();
  const event::EventDate date = row.date.value_or(event::EventDate{});
  csv.text(dated ? iso(date.days) : std::string());
  csv.text(dated ? iso(date.days.first) : std::string());
  csv.text(dated ? iso(date.days.last) : std::string());
  csv.text(dated ? event::name(date.basis) : std::string_view{});
  const event::EventPlace where = row.place ? row.place->where : event::EventPlace{};
  csv.text(row.place ? row.place->text : std::string());
  csv.text(where.name);
  csv.text(where.country);
  csv.text(where.admin1);
  csv.decimal(where.latitude, 4);
  csv.decimal(where.longitude, 4);
  for (const auto& bounds : row.counts) {
    csv.number(bounds ? bounds->low : std::optional<std::int64_t>{});
    csv.number(bounds ? bounds->high : std::optional<std::int64_t>{});
  }
  csv.text(row.evidence.text);
  csv.number(std::optional(row.evidence.span.begin));
  csv.number(std::optional(row.evidence.span.end));
  csv.text(row.trigger.text);
  csv.text(row.rule);
  csv.decimal(row.confidence, 2);
  csv.maybe(row.occurrence);
  csv.text(row.codebook);
  csv.text(row.version);
  csv.end();
}

}  // namespace warta::exchange
