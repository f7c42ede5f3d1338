#include "payload.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "headers.h"
#include "http_body.h"
#include "ingest/feed.h"
#include "sniff.h"
#include "whole.h"

namespace warta::ingest {
namespace {

enum class Media : std::uint8_t { page, text, feed, unknown, other };

Media media_of(std::string_view type) {
  if (type == "text/html" || type == "application/xhtml+xml") return Media::page;
  if (type == "text/plain") return Media::text;
  if (type == "application/feed+json" || type == "application/json") return Media::feed;
  if (type.empty() || type == "application/octet-stream" || type == "unk" || type == "no-type") return Media::unknown;
  return Media::other;
}

// Items that carry their text; the others are links to pages, which an archive has as records of their own.
Result<std::vector<Record>> records_of_feed(std::string_view body, const Claim& claim, const Limits& limits) {
  const auto url = parse_url(claim.url);
  if (!url || body.substr(0, kSniff).find("jsonfeed.org/version/") == std::string_view::npos)
    return fail(Why::other_media, "JSON that is no JSON Feed");
  Feed feed = WARTA_TRY(parse_feed(body, {*url, "utf-8"}, limits));
  std::vector<Record> records;
  for (FeedItem& item : feed.items) {
    if (!item.content || item.content->size() > limits.text_bytes) continue;
    Record record;
    record.form = item.content_form;
    record.text = std::move(*item.content);
    if (record.form == Form::page) record.charset = "utf-8";
    record.id = std::move(item.id);
    record.title = std::move(item.title);
    record.date = std::move(item.published);
    if (item.link) record.url = item.link->text();
    records.push_back(std::move(record));
  }
  if (records.empty()) return fail(Why::other_media, "a feed without texts");
  return records;
}

Result<std::vector<Record>> records_of(std::string body, const Claim& claim, const Limits& limits) {
  const std::string type = media_type(claim.media_type);
  const Media media = media_of(type);
  if (media == Media::feed) return records_of_feed(body, claim, limits);
  const bool page = media == Media::page || (media != Media::other && is_page(body));
  if (!page && media != Media::text)
    return fail(Why::other_media, type.empty() ? "no media type is given, and it is no page" : type);
  std::vector<Record> records(1);
  Record& record = records.front();
  if (!page) {
    record = WARTA_TRY(plain_text(body, limits));
    return records;
  }
  if (body.size() > limits.record_bytes) return fail(Why::too_large, fmt::format("a page of {} bytes", body.size()));
  if (utf8::trim(body).empty()) return fail(Why::missing_text, "an empty page");
  record.form = Form::page;
  record.text = std::move(body);
  if (auto charset = parameter(claim.media_type, "charset"); charset && !utf8::first_invalid(*charset))
    record.charset = std::move(charset);
  return records;
}

}  // namespace

Result<std::vector<Record>> records_of_response(std::string_view message, const Claim& claim, const Limits& limits) {
  const HttpResponse response = http_response(message);
  if (response.status != 200)
    return fail(Why::not_served, response.status == 0 ? "no HTTP status" : fmt::format("HTTP {}", response.status));
  std::string_view type = response.headers.value("Content-Type").value_or("");
  if (media_of(media_type(type)) == Media::unknown && !claim.media_type.empty()) type = claim.media_type;
  if (media_of(media_type(type)) == Media::other) return fail(Why::other_media, media_type(type));
  return records_of(WARTA_TRY(http_body(response, limits)), {claim.url, type}, limits);
}

Result<std::vector<Record>> records_of_resource(std::string_view body, const Claim& claim, const Limits& limits) {
  if (media_of(media_type(claim.media_type)) == Media::other)
    return fail(Why::other_media, media_type(claim.media_type));
  return records_of(std::string(body), claim, limits);
}

}  // namespace warta::ingest
