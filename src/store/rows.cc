#include "rows.h"

#include "base/hash.h"

namespace warta::store {
namespace {

using event::Row;

std::optional<std::string_view> some(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::vector<std::string> sectors_of(const codebook::ActorCode& code) {
  std::vector<std::string> names;
  for (int s = 0; s < codebook::kSectors; ++s)
    if (const auto sector = static_cast<codebook::Sector>(s); code.has(sector))
      names.emplace_back(codebook::name(sector));
  return names;
}

void add_nulls(Appender& table, int count) {
  for (int i = 0; i < count; ++i) table.null();
}

void add_span(Appender& table, Span span) {
  table.add(static_cast<std::int32_t>(span.begin));
  table.add(static_cast<std::int32_t>(span.end));
}

void add_actor(Appender& table, const std::optional<event::RowActor>& actor) {
  if (!actor) return add_nulls(table, 8);
  table.add(some(actor->words.text));
  table.add(some(actor->code.text()));
  table.add(actor->country);
  table.add(sectors_of(actor->code));
  table.add(actor->name);
  table.add(mention::name(actor->kind));
  if (actor->words.text.empty())
    add_nulls(table, 2);  // known from the article's context only
  else
    add_span(table, actor->words.span);
}

void add_code(Appender& table, const Row& row) {
  table.add(codebook::name(row.code->root));
  table.add(row.mode);
  table.add(row.contexts);
  table.add(row.code->code);
  table.add(static_cast<std::uint8_t>(row.code->quad));
  table.add(row.code->goldstein);
  table.add(event::name(row.status));
}

void add_attribution(Appender& table, const std::optional<event::RowAttribution>& attribution) {
  if (!attribution) return add_nulls(table, 4);
  table.add(attribution->words.text);
  table.add(some(attribution->code.text()));
  add_span(table, attribution->words.span);
}

void add_date(Appender& table, const std::optional<event::EventDate>& date) {
  if (!date) return add_nulls(table, 4);
  table.add(iso(date->days));
  table.add(date->days.first);
  table.add(date->days.last);
  table.add(some(event::name(date->basis)));
}

void add_place(Appender& table, const std::optional<event::RowPlace>& place) {
  if (!place) return add_nulls(table, 7);
  table.add(place->text);
  table.add(some(place->where.name));
  table.add(some(place->where.country));
  table.add(some(place->where.admin1));
  table.add(place->where.latitude);
  table.add(place->where.longitude);
  table.add(place->where.geonames_id);
}

void add_counts(Appender& table, const std::array<std::optional<event::Bounds>, event::kCounts>& counts) {
  for (const auto& count : counts) {
    const event::Bounds bounds = count.value_or(event::Bounds{});
    table.add(bounds.low);
    table.add(bounds.high);
  }
}

void add_piece(Appender& table, const event::Piece& piece) {
  table.add(piece.text);
  add_span(table, piece.span);
}

}  // namespace

void append_article(Appender& table, const Article& article, const Standing& standing) {
  table.add(hex16(article.report.key));
  table.add(article.facts.id);
  table.add(article.facts.url);
  table.add(article.facts.outlet);
  table.add(article.facts.title);
  table.add(article.facts.language);
  table.add(article.facts.published);
  table.add(article.published);
  table.add(article.authors);
  table.add(standing.keep_text ? std::optional<std::string_view>(article.text) : std::nullopt);
  table.add(static_cast<std::int32_t>(article.body_begin));
  table.add(standing.superseded_by ? std::nullopt : std::optional<std::string>(hex16(standing.placed.story)));
  table.add(standing.superseded_by);
  table.add(standing.run);
  table.add(standing.added);
  table.add(article.file);
  table.add(static_cast<std::int64_t>(article.record));
  table.add(static_cast<std::int32_t>(article.body_end));
  table.blob(story::pack(article.report));
  table.end_row();
}

void append_events(Appender& table, const Article& article, const Standing& standing) {
  const std::string key = hex16(article.report.key);
  for (std::size_t i = 0; i < article.rows.size(); ++i) {
    const Row& row = article.rows[i];
    table.add(row.id);
    table.add(key);
    table.add(!standing.superseded_by.has_value());
    table.add(static_cast<std::int32_t>(row.sentence));
    add_actor(table, row.source);
    add_actor(table, row.target);
    add_code(table, row);
    add_attribution(table, row.attribution);
    add_date(table, row.date);
    add_place(table, row.place);
    add_counts(table, row.counts);
    add_piece(table, row.evidence);
    add_piece(table, row.trigger);
    table.add(row.rule);
    table.add(row.confidence);
    if (standing.superseded_by || i >= standing.placed.occurrences.size())
      table.null();
    else
      table.add(hex16(standing.placed.occurrences[i]));
    table.add(article.published);
    table.end_row();
  }
}

}  // namespace warta::store
