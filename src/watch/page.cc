#include "page.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/date.h"
#include "base/utf8.h"

namespace warta::watch {
namespace {

// What the feed says of an item: extract weighs it against what the page says itself.
ingest::Record told(const ingest::FeedItem& item, const std::optional<ingest::Url>& url) {
  ingest::Record record;
  if (url) record.url = ingest::without_tracking(*url).text();
  record.id = record.url ? *record.url : item.id;
  record.title = item.title;
  record.date = item.published;
  record.outlet = item.outlet;
  return record;
}

// A fragment of HTML becomes a page whose article it is, so that it is read as one.
std::string as_page(std::string_view fragment) {
  return fmt::format(
      "<!doctype html><html><head><meta charset=\"utf-8\"></head><body><article>{}</article></body></html>", fragment);
}

}  // namespace

MediaType media_type(std::string_view content_type) {
  MediaType out;
  const std::size_t end = content_type.find(';');
  out.type = utf8::lower(utf8::trim(content_type.substr(0, end)));
  if (end == std::string_view::npos) return out;
  const std::string rest = utf8::lower(content_type.substr(end + 1));
  const std::size_t name = rest.find("charset=");
  if (name == std::string::npos) return out;
  std::string_view value = utf8::trim(std::string_view(rest).substr(name + 8));
  value = utf8::trim(value.substr(0, value.find(';')));
  if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'')) value = value.substr(1, value.find(value[0], 1) - 1);
  if (!value.empty() && !utf8::first_invalid(value)) out.charset = std::string(value);
  return out;
}

std::optional<Time> retry_after(std::string_view field, Time now) {
  constexpr std::int64_t kLongest_s = 30 * 86'400;
  field = utf8::trim(field);
  std::int64_t seconds = 0;
  const auto [stop, problem] = std::from_chars(field.data(), field.data() + field.size(), seconds);
  if (field.empty()) return std::nullopt;
  if (problem == std::errc{} && stop == field.data() + field.size())
    return now + std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, kLongest_s));
  const auto date = ingest::feed_time(field);
  if (!date) return std::nullopt;
  return std::clamp(Time(*date), now, now + std::chrono::seconds(kLongest_s));
}

Result<ingest::Record> record_of(const ingest::FeedItem& item, const ingest::Url& url, Response page,
                                 const Limits& limits) {
  const MediaType media = media_type(page.content_type);
  ingest::Record record = told(item, url);
  record.file = url.text();
  record.text = std::move(page.body);
  if (utf8::trim(record.text).empty()) return fail(Why::missing_text, "the page is empty");
  if (media.type.empty() || media.type == "text/html" || media.type == "application/xhtml+xml") {
    record.form = ingest::Form::page;
    record.charset = media.charset;
    return record;
  }
  if (media.type != "text/plain") return fail(Why::binary, fmt::format("a document of the type {}", media.type));
  if (record.text.size() > limits.text_bytes)
    return fail(Why::too_large, fmt::format("a text of more than {} bytes", limits.text_bytes));
  if (const auto bad = utf8::first_invalid(record.text)) return fail(Why::bad_encoding, "plain text, not UTF-8", *bad);
  return record;
}

std::optional<ingest::Record> record_of(const ingest::FeedItem& item, const ingest::Url& feed) {
  if (!item.content) return std::nullopt;
  ingest::Record record = told(item, item.link);
  record.file = item.link ? item.link->text() : feed.text();
  record.form = item.content_form;
  record.text = item.content_form == ingest::Form::page ? as_page(*item.content) : *item.content;
  if (record.form == ingest::Form::page) record.charset = "utf-8";
  return record;
}

}  // namespace warta::watch
