#include "page.h"

#include <gtest/gtest.h>

namespace warta::watch {
namespace {

const ingest::Url kUrl = *ingest::parse_url("https://example.org/read/1?utm_source=rss");

Response answer(std::string type, std::string body) {
  Response response;
  response.status = 200;
  response.content_type = std::move(type);
  response.body = std::move(body);
  return response;
}

std::string why(const Result<ingest::Record>& record) {
  return record ? "record" : std::string(word(record.error().why));
}

TEST(Page, MediaType) {
  EXPECT_EQ(media_type("Text/HTML; Charset=\"UTF-8\"; x=y").type, "text/html");
  EXPECT_EQ(media_type("Text/HTML; Charset=\"UTF-8\"; x=y").charset, "utf-8");
  EXPECT_EQ(media_type("text/html;charset=windows-1252 ; q").charset, "windows-1252");
  EXPECT_FALSE(media_type("text/html").charset);
  EXPECT_FALSE(media_type("text/html; charset=").charset);
  EXPECT_EQ(media_type("").type, "");
}

TEST(Page, RetryAfter) {
  const Time now{std::chrono::seconds(784111777)};  // Sun, 06 Nov 1994 08:49:37 GMT
  EXPECT_EQ(retry_after("120", now), now + std::chrono::seconds(120));
  EXPECT_EQ(retry_after(" Sun, 06 Nov 1994 08:51:37 GMT ", now), now + std::chrono::seconds(120));
  EXPECT_EQ(retry_after("Sun, 06 Nov 1994 08:00:00 GMT", now), now);
  EXPECT_EQ(retry_after("-5", now), now);
  EXPECT_EQ(retry_after("99999999999999", now), now + std::chrono::days(30));
  EXPECT_FALSE(retry_after("", now));
  EXPECT_FALSE(retry_after("soon", now));
}

TEST(Page, WhatTheFeedSaysGoesBesideThePage) {
  ingest::FeedItem item;
  item.title = "Kenya mengecam";
  item.published = "2024-05-15T10:00:00+07:00";
  item.outlet = "Kabar Uji";
  const auto record = record_of(item, kUrl, answer("text/html; charset=ISO-8859-1", "<p>x"), {});
  ASSERT_TRUE(record);
  EXPECT_EQ(record->form, ingest::Form::page);
  EXPECT_EQ(record->charset, "iso-8859-1");
  EXPECT_EQ(record->url, "https://example.org/read/1");
  EXPECT_EQ(record->id, "https://example.org/read/1");
  EXPECT_EQ(record->file, kUrl.text());
  EXPECT_EQ(record->title, "Kenya mengecam");
  EXPECT_EQ(record->date, "2024-05-15T10:00:00+07:00");
  EXPECT_EQ(record->outlet, "Kabar Uji");
}

TEST(Page, Kinds) {
  EXPECT_EQ(record_of({}, kUrl, answer("text/plain", "Teks."), {})->form, ingest::Form::text);
  EXPECT_EQ(record_of({}, kUrl, answer("", "<p>x"), {})->form, ingest::Form::page);
  EXPECT_EQ(why(record_of({}, kUrl, answer("application/pdf", "%PDF"), {})), "binary");
  EXPECT_EQ(why(record_of({}, kUrl, answer("text/plain", "\xff\xff"), {})), "bad_encoding");
  EXPECT_EQ(why(record_of({}, kUrl, answer("text/html", " \n"), {})), "missing_text");
  Limits small;
  small.text_bytes = 4;
  EXPECT_EQ(why(record_of({}, kUrl, answer("text/plain", "Teks."), small)), "too_large");
}

TEST(Page, TheFeedsOwnText) {
  ingest::FeedItem item;
  EXPECT_FALSE(record_of(item, kUrl));
  item.id = "tag:1";
  item.content = "<p>Isi.</p>";
  const auto page = record_of(item, kUrl);
  EXPECT_EQ(page->form, ingest::Form::page);
  EXPECT_NE(page->text.find("<article><p>Isi.</p></article>"), std::string::npos);
  EXPECT_EQ(page->id, "tag:1");
  EXPECT_FALSE(page->url);
  item.content_form = ingest::Form::text;
  EXPECT_EQ(record_of(item, kUrl)->text, "<p>Isi.</p>");
}

}  // namespace
}  // namespace warta::watch
