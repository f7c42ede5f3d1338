#include "fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "sniff.h"

namespace warta::ingest {
namespace {

// Names of columns and elements in the dumps of scrapers (news-please, Scrapy, Media Cloud), corpora (TREC, Gigaword,
// Reuters) and coders (PETRARCH, ICEWS).
constexpr std::array<FieldName, 47> kNames{{
    {"id", Field::id, 0, true},
    {"articleid", Field::id, 1, false},
    {"storyid", Field::id, 1, false},
    {"docid", Field::id, 1, false},
    {"docno", Field::id, 1, false},
    {"itemid", Field::id, 1, false},
    {"guid", Field::id, 2, false},
    {"uuid", Field::id, 2, false},
    {"text", Field::text, 0, true},
    {"fulltext", Field::text, 1, false},
    {"maintext", Field::text, 1, false},
    {"articletext", Field::text, 1, false},
    {"storytext", Field::text, 1, false},
    {"content", Field::content, 0, false},
    {"body", Field::content, 1, false},
    {"articlebody", Field::content, 1, false},
    {"article", Field::content, 2, false},
    {"story", Field::content, 2, false},
    {"html", Field::html, 0, true},
    {"rawhtml", Field::html, 1, false},
    {"pagehtml", Field::html, 1, false},
    {"title", Field::title, 0, true},
    {"headline", Field::title, 1, false},
    {"articletitle", Field::title, 1, false},
    {"storytitle", Field::title, 1, false},
    {"datepublished", Field::date, 0, false},
    {"date_published", Field::date, 0, true},
    {"publisheddate", Field::date, 1, false},
    {"publishdate", Field::date, 1, false},
    {"publicationdate", Field::date, 1, false},
    {"published", Field::date, 2, true},
    {"publishedat", Field::date, 2, false},
    {"pubdate", Field::date, 2, false},
    {"date", Field::date, 3, true},
    {"datetime", Field::date, 4, false},
    {"url", Field::url, 0, true},
    {"articleurl", Field::url, 1, false},
    {"sourceurl", Field::url, 1, false},
    {"link", Field::url, 2, false},
    {"outlet", Field::outlet, 0, true},
    {"sourcename", Field::outlet, 1, false},
    {"publisher", Field::outlet, 2, false},
    {"publication", Field::outlet, 2, false},
    {"source", Field::outlet, 3, false},
    {"sourcedomain", Field::outlet, 4, false},
    {"language", Field::language, 0, true},
    {"lang", Field::language, 1, false},
}};

// "19950101", as PETRARCH writes a day.
std::string iso_date(std::string text) {
  const bool digits = text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos;
  return digits ? text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6) : std::move(text);
}

}  // namespace

const FieldName* field_named(std::string_view name) {
  std::string plain;
  for (const char c : utf8::trim(name).substr(0, 64))
    if (c != '_' && c != '-' && c != ' ') plain += c;
  plain = utf8::lower(plain);
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [&](const FieldName& row) { return row.name == plain; });
  return found == kNames.end() ? nullptr : found;
}

const FieldName* json_field_named(std::string_view name) {
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [&](const FieldName& row) { return row.json && row.name == name; });
  return found == kNames.end() ? nullptr : found;
}

void Fields::set(const FieldName& name, std::string value) {
  Slot& slot = slots_[static_cast<std::size_t>(name.field)];
  if (slot.value && slot.rank < name.rank) return;
  if (utf8::trim(value).empty()) return;
  slot = {std::move(value), name.rank};
}

Result<Record> Fields::record(const Limits& limits) {
  Record record;
  std::optional<std::string> text = take(Field::text);
  if (!text) text = take(Field::content), record.form = text && is_page(*text) ? Form::page : Form::text;
  if (!text) text = take(Field::html), record.form = Form::page;
  if (!text) return fail(Why::missing_text, "neither a text nor a page, or an empty one");
  const bool page = record.form == Form::page;
  const std::size_t limit = page ? limits.record_bytes : limits.text_bytes;
  if (text->size() > limit)
    return fail(Why::too_large, fmt::format("a text of {} bytes; the limit is {}", text->size(), limit));
  if (page) record.charset = "utf-8";
  record.text = std::move(*text);
  record.id = utf8::trim(take(Field::id).value_or(""));
  record.title = take(Field::title);
  record.url = take(Field::url);
  record.outlet = take(Field::outlet);
  record.language = take(Field::language);
  if (auto date = take(Field::date)) record.date = iso_date(std::move(*date));
  return record;
}

}  // namespace warta::ingest
