#include "warc.h"

#include <brotli/encode.h>
#include <gtest/gtest.h>

#include <functional>

#include "files.h"
#include "http_body.h"

namespace warta::ingest {
namespace {

const std::string kPage = "<!DOCTYPE html><html><body><p>Menlu Kenya tiba di Praha.</p></body></html>";
const std::string kLast = "<p>Perundingan dibuka kembali di Jenewa.</p>";

std::string http(std::string_view body, std::string_view fields = "Content-Type: text/html; charset=ISO-8859-1\r\n",
                 std::string_view status = "200 OK") {
  return "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(fields) + "\r\n" + std::string(body);
}

// A record with the fields given behind its type; its length is the truth unless `fields` names one ("-": none).
std::string warc(std::string_view type, std::string_view block, std::string fields = "",
                 std::string_view content_type = "application/http; msgtype=response") {
  std::string out = "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\n";
  if (fields.find("Target-URI") == std::string::npos) fields += "WARC-Target-URI: https://pena.example/1\r\n";
  if (fields.find("Content-Length") == std::string::npos)
    fields += "Content-Length: " + std::to_string(block.size()) + "\r\n";
  if (const std::size_t none = fields.find("Content-Length: -\r\n"); none != std::string::npos) fields.erase(none, 19);
  if (!content_type.empty()) out += "Content-Type: " + std::string(content_type) + "\r\n";
  return out + fields + "\r\n" + std::string(block) + "\r\n\r\n";
}

std::string response(std::string_view body) { return warc("response", http(body)); }

using Contents = std::vector<std::string>;

TEST(Warc, FieldsOfARecord) {
  const std::string info = warc("warcinfo", "software: x\r\n", "", "application/warc-fields");
  const auto all = records_of(info +
                              warc("response", http(kPage),
                                   "WARC-Record-ID: <urn:uuid:1-2>\r\nWARC-Date: 2024-05-15T03:00:00Z\r\n"
                                   "WARC-Target-URI: <https://pena.example/kabar?id=1>\r\n") +
                              warc("response", http(kPage)));
  ASSERT_EQ(all.size(), 2u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->form, Form::page);
  EXPECT_EQ(all[0]->text, kPage);
  EXPECT_EQ(all[0]->id, "urn:uuid:1-2");
  EXPECT_EQ(all[0]->url, "https://pena.example/kabar?id=1") << "old Wget writes it in angle brackets";
  EXPECT_EQ(all[0]->fetched, "2024-05-15T03:00:00Z");
  EXPECT_EQ(all[0]->date, std::nullopt) << "the day of the crawl is not the day of publication";
  EXPECT_EQ(all[0]->charset, "ISO-8859-1");
  EXPECT_EQ(all[0]->offset, info.size());
  EXPECT_EQ(all[1]->id, "https://pena.example/1");
}

TEST(Warc, KindsOfRecords) {
  for (const char* type : {"request", "metadata", "revisit", "continuation", "warcinfo", "unknown"})
    EXPECT_EQ(contents_of(warc(type, http(kPage)) + response(kLast)), (Contents{kLast})) << type;
  EXPECT_EQ(contents_of(warc("resource", kPage, "", "text/html")), (Contents{kPage}));
  EXPECT_EQ(contents_of(warc("conversion", "Isi teks.", "", "text/plain")), (Contents{"Isi teks."}));
  EXPECT_EQ(contents_of(warc("RESPONSE", http(kPage), "", "Application/HTTP")), (Contents{kPage}));
  EXPECT_EQ(contents_of(warc("response", "a 1.2.3.4", "", "text/dns") + response(kLast)), (Contents{kLast}));
}

TEST(Warc, AnswersThatAreNoPage) {
  const auto all = records_of(warc("response", http("<p>Tidak ada", "Content-Type: text/html\r\n", "404 Not Found")) +
                              warc("response", http("\x89PNG", "Content-Type: image/png\r\n")) +
                              warc("response", http("", "")) + warc("response", "") + response(kLast));
  ASSERT_EQ(all.size(), 5u);
  EXPECT_EQ(all[0].error().why, Why::not_served);
  EXPECT_EQ(all[0].error().note, "HTTP 404, https://pena.example/1");
  EXPECT_EQ(all[1].error().why, Why::other_media);
  EXPECT_EQ(all[1].error().note, "image/png, https://pena.example/1");
  EXPECT_EQ(all[2].error().why, Why::other_media);
  EXPECT_EQ(all[3].error().why, Why::not_served);
  EXPECT_TRUE(all[4]);
}

TEST(Warc, MediaTypesAreClaims) {
  EXPECT_EQ(contents_of(warc("response", http(kPage, "Content-Type: text/plain\r\n"))), (Contents{kPage}));
  EXPECT_EQ(records_of(warc("response", http(kPage, "Content-Type: text/plain\r\n")))[0]->form, Form::page);
  EXPECT_EQ(contents_of(warc("response", http(kPage, ""))), (Contents{kPage})) << "none is given: the bytes tell";
  EXPECT_EQ(contents_of(warc("response", http("Isi", ""), "WARC-Identified-Payload-Type: text/plain\r\n")),
            (Contents{"Isi"}));
  EXPECT_EQ(contents_of(warc("response", http("caf\xe9", "Content-Type: text/plain; charset=latin1\r\n"))),
            (Contents{"!bad_encoding"}));
  EXPECT_EQ(contents_of(warc("response", http(std::string("a\0b", 3), "Content-Type: text/plain\r\n"))),
            (Contents{"!binary"}));
}

// Items that carry their text are records; those without are links to pages of their own.
TEST(Warc, JsonFeeds) {
  const std::string feed = R"({"version":"https://jsonfeed.org/version/1.1","title":"Pena","items":[
    {"id":"1","url":"https://pena.example/a","title":"Judul","content_html":"<p>Isi","date_published":"2024-05-15T06:30:00+07:00"},
    {"id":"2","url":"https://pena.example/b"},{"id":"3","url":"/c","content_text":"Teks"}]})";
  const auto all =
      records_of(warc("response", http(feed, "Content-Type: application/feed+json\r\n"),
                      "WARC-Target-URI: https://pena.example/feed.json\r\nWARC-Date: 2024-05-16T00:00:00Z\r\n") +
                 response(kLast));
  ASSERT_EQ(all.size(), 3u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->text, "<p>Isi");
  EXPECT_EQ(all[0]->form, Form::page);
  EXPECT_EQ(all[0]->id, "1");
  EXPECT_EQ(all[0]->url, "https://pena.example/a");
  EXPECT_EQ(all[0]->title, "Judul");
  EXPECT_EQ(all[0]->date, "2024-05-15T06:30:00+07:00");
  EXPECT_EQ(all[0]->fetched, "2024-05-16T00:00:00Z");
  EXPECT_EQ(all[1]->text, "Teks");
  EXPECT_EQ(all[1]->url, "https://pena.example/c");
  EXPECT_EQ(all[2]->text, kLast);
  EXPECT_EQ(contents_of(warc("response", http("{\"a\":1}", "Content-Type: application/json\r\n"))),
            (Contents{"!other_media"}));
}

std::string brotli(std::string_view text) {
  std::string out(text.size() + 1000, '\0');
  std::size_t size = out.size();
  BrotliEncoderCompress(5, 22, BROTLI_MODE_TEXT, text.size(), reinterpret_cast<const std::uint8_t*>(text.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

std::string chunked(std::string_view body, std::size_t size) {
  std::string out;
  char line[40];
  for (; !body.empty(); body.remove_prefix(std::min(size, body.size()))) {
    snprintf(line, sizeof line, "%zX;name=x\r\n", std::min(size, body.size()));
    out += line + std::string(body.substr(0, size)) + "\r\n";
  }
  return out + "0\r\n\r\n";
}

// The body of a response with this coding and these bytes.
std::string body_of(std::string_view fields, std::string_view stored) {
  const std::string message = http(stored, fields);
  const auto body = http_body(http_response(message), {});
  return body ? *body : "!" + std::string(word(body.error().why));
}

TEST(HttpBody, ContentCodings) {
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip(kPage)), kPage);
  EXPECT_EQ(body_of("content-encoding:x-gzip\r\n", gzip(kPage)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: deflate\r\n", deflated(kPage, 15)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: deflate\r\n", deflated(kPage, -15)), kPage) << "bare, as some servers send it";
  EXPECT_EQ(body_of("Content-Encoding: zstd\r\n", zstd(kPage)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", brotli(kPage)), kPage);
  EXPECT_EQ(body_of("Content-Encoding: br, gzip\r\n", gzip(brotli(kPage))), kPage) << "the last was applied last";
  EXPECT_EQ(body_of("Content-Encoding: utf-8\r\n", kPage), kPage) << "a mistake of the server's";
}

TEST(HttpBody, ArchivesThatDecodedWhatTheyStore) {
  for (const char* coding : {"gzip", "deflate", "br", "zstd", "gzip, br"})
    EXPECT_EQ(body_of("Content-Encoding: " + std::string(coding) + "\r\n", kPage), kPage) << coding;
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", "Isi biasa."), "Isi biasa.");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", kPage), kPage);
}

TEST(HttpBody, Chunks) {
  for (const std::size_t size : {1, 7, 30, 1000})
    EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", chunked(kPage, size)), kPage) << size;
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(gzip(kPage), 20)), kPage);
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), "");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "ffffffffffffffffffff\r\nabc"), "ffffffffffffffffffff\r\nabc");
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", "fffffffffffffff0\r\nabc"), "abc");
}

TEST(HttpBody, WhatBreaksOffGivesWhatThereIs) {
  const std::string cut = chunked(kPage, 30).substr(0, 60);
  EXPECT_EQ(body_of("Transfer-Encoding: chunked\r\n", cut), kPage.substr(0, 60 - 11 - 2 - 11));
  const std::string packed = gzip(kPage);
  const std::string half = body_of("Content-Encoding: gzip\r\n", packed.substr(0, packed.size() - 9));
  EXPECT_EQ(kPage.substr(0, half.size()), half);
}

TEST(HttpBody, DamagedAndBombs) {
  EXPECT_EQ(body_of("Content-Encoding: br\r\n", "\xff\xff\xff\xff"), "!bad_compression");
  EXPECT_EQ(body_of("Content-Encoding: gzip\r\n", gzip(kPage).substr(0, 10) + "\xff\xff\xff"), "!bad_compression");
  const std::string zeros(std::size_t{64} << 20, '\0');
  for (const auto& [coding, bomb] :
       std::vector<std::pair<std::string, std::string>>{{"gzip", gzip(zeros)}, {"zstd", zstd(zeros)}})
    EXPECT_EQ(body_of("Content-Encoding: " + coding + "\r\n", bomb), "!too_large");
}

TEST(Warc, Packings) {
  const std::string one = response(kPage), two = response(kLast);
  const Contents both{kPage, kLast};
  EXPECT_EQ(contents_of(gzip(one) + gzip(two)), both) << "a member a record";
  EXPECT_EQ(contents_of(gzip(one + two)), both);
  EXPECT_EQ(contents_of(zstd(one) + zstd(two)), both);
  EXPECT_EQ(contents_of(zstd(one + two)), both);
}

// "Use of Zstandard compression in WARC files": the dictionary in a skippable frame, as it is or compressed.
TEST(Warc, ZstdWithDictionary) {
  const std::string dictionary = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n<p>Perundingan dibuka di Jenewa.</p>";
  const auto with_dictionary = [&](const std::string& text) {
    std::string out(ZSTD_compressBound(text.size()), '\0');
    ZSTD_CCtx* context = ZSTD_createCCtx();
    out.resize(ZSTD_compress_usingDict(context, out.data(), out.size(), text.data(), text.size(), dictionary.data(),
                                       dictionary.size(), 3));
    ZSTD_freeCCtx(context);
    return out;
  };
  for (const std::string& stored : {dictionary, zstd(dictionary)}) {
    const std::string frame =
        "\x5d\x2a\x4d\x18" + std::string(1, static_cast<char>(stored.size())) + std::string(3, '\0') + stored;
    EXPECT_EQ(contents_of(frame + with_dictionary(response(kPage)) + with_dictionary(response(kLast)), 7),
              (Contents{kPage, kLast}));
    EXPECT_EQ(contents_of(frame.substr(0, 20)), (Contents{"!truncated"}));
  }
  EXPECT_EQ(contents_of("\x5d\x2a\x4d\x18\xff\xff\xff\xff..."), (Contents{"!too_large"}));
}

TEST(Warc, LooseFormats) {
  std::string bare = response(kPage);
  for (std::size_t at; (at = bare.find('\r')) != std::string::npos;) bare.erase(at, 1);
  const std::size_t length = bare.find("Content-Length: ") + 16;
  bare.replace(length, bare.find('\n', length) - length, std::to_string(bare.size() - 2 - bare.find("HTTP/")));
  EXPECT_EQ(contents_of(bare + bare), (Contents{kPage, kPage})) << "line feeds alone";
  EXPECT_EQ(contents_of("\r\n" + response(kPage) + "\r\n\r\n\r\n" + response(kLast)), (Contents{kPage, kLast}));
  const std::string one = response(kPage), tight = one.substr(0, one.size() - 4);
  EXPECT_EQ(contents_of(tight + "\r\n" + tight), (Contents{kPage, kPage})) << "line ends that are missing";
  EXPECT_EQ(contents_of(warc("response", "\r\n" + http(kPage))), (Contents{kPage})) << "a line end too many";
  EXPECT_EQ(contents_of(warc("response", http(kPage), "X: a\r\n b: c\r\n")), (Contents{kPage})) << "folded";
}

TEST(Warc, TruncatedByTheCrawler) {
  const std::string half = kPage.substr(0, 60);
  EXPECT_EQ(contents_of(warc("response", http(half, "Content-Type: text/html\r\nContent-Length: 9999\r\n"),
                             "WARC-Truncated: length\r\n")),
            (Contents{half}));
}

TEST(Warc, MissingLength) {
  const std::string none = warc("response", http(kPage), "Content-Length: -\r\n");
  EXPECT_EQ(contents_of(none + none + response(kLast)), (Contents{kPage, kPage, kLast}));
  EXPECT_EQ(contents_of(warc("request", "GET", "Content-Length: -\r\n") + none), (Contents{kPage}));
}

// What is wrong costs one record; the next is found.
TEST(Warc, LiesAboutLengths) {
  for (const char* length : {"1", "50", "200", "300", "900000", "99999999", "18446744073709551615",
                             "18446744073709551616", "-1", "abc", ""}) {
    const std::string lie = warc("response", http(kPage), "Content-Length: " + std::string(length) + "\r\n");
    const auto all = records_of(lie + response(kLast) + response(kPage));
    ASSERT_EQ(all.size(), 3u) << length;
    ASSERT_FALSE(all[0]) << length;
    EXPECT_EQ(all[0].error().offset, 0u);
    EXPECT_TRUE(all[1] && all[2]) << length;
    const auto many =
        contents_of(warc("request", std::string(300, 'x'), "Content-Length: 99999999\r\n") + response(kLast));
    EXPECT_EQ(many, (Contents{"!bad_record", kLast}));
  }
}

TEST(Warc, JunkBetweenRecords) {
  EXPECT_EQ(contents_of(response(kPage) + "sampah WARC/1.0 di sini\r\n" + response(kLast)),
            (Contents{kPage, "!bad_record", kLast}));
  EXPECT_EQ(contents_of(response(kPage) + "WARC/1.0\r\n" + std::string(100000, 'x') + "\r\n" + response(kLast)),
            (Contents{kPage, "!bad_record", kLast}))
      << "a header without an end";
  EXPECT_EQ(contents_of(response(kPage) + std::string(100000, '\0') + response(kLast)),
            (Contents{kPage, "!bad_record"}))
      << "a record begins at the start of a line";
}

TEST(Warc, TooLarge) {
  Limits limits;
  limits.record_bytes = 1000;
  const std::string big = response("<p>" + std::string(300000, 'x')), middle = response("<p>" + std::string(2000, 'x'));
  EXPECT_EQ(contents_of(big + response(kPage) + middle + response(kLast), 1 << 20, limits),
            (Contents{"!too_large", kPage, "!too_large", kLast}));
}

// Wherever an archive ends, what came whole is read and what did not is told.
TEST(Warc, CutOffAnywhere) {
  const std::string whole = response(kPage) + response(kLast);
  for (std::size_t size = 8; size < whole.size(); ++size) {
    const Contents got = contents_of(whole.substr(0, size));
    ASSERT_FALSE(got.empty()) << size;
    ASSERT_TRUE(size < response(kPage).size() || got[0] == kPage) << size;
    ASSERT_LE(got.size(), 2u) << size;
  }
  const std::string packed = gzip(response(kPage)) + gzip(response(kLast));
  for (std::size_t size = 10; size < packed.size(); ++size) {
    const Contents got = contents_of(packed.substr(0, size));
    ASSERT_FALSE(got.empty()) << size;
    const bool at_seam = size == gzip(response(kPage)).size();
    ASSERT_EQ(got.back() == "!truncated", !at_seam) << size << got.back();
  }
}

TEST(Warc, DamagedMemberInTheMiddle) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += std::to_string(i * 7919);
  for (const auto& pack :
       {std::function<std::string(std::string_view)>(gzip), std::function<std::string(std::string_view)>(zstd)}) {
    std::string bad = pack(response("<p>" + text));
    for (std::size_t i = 400; i < 460; ++i) bad[i] = static_cast<char>(~bad[i]);
    const Contents got = contents_of(pack(response(kPage)) + bad + pack(response(kLast)));
    ASSERT_GE(got.size(), 3u);
    EXPECT_EQ(got.front(), kPage);
    EXPECT_EQ(got.back(), kLast);
    EXPECT_EQ(got[1], "!bad_compression");
  }
}

TEST(Warc, BombInTheMiddle) {
  Limits limits;
  limits.expansion = 100;
  const std::string bomb = gzip(response("<p>" + std::string(std::size_t{20} << 20, ' ')));
  EXPECT_EQ(contents_of(gzip(response(kPage)) + bomb + gzip(response(kLast)), 1 << 20, limits),
            (Contents{kPage, "!too_large", kLast}));
}

TEST(Warc, NoPortionIsTooSmall) {
  const std::string lie = warc("response", http(kPage), "Content-Length: 99999999\r\n");
  const std::string none = warc("response", http(kPage), "Content-Length: -\r\n");
  Limits limits;
  limits.record_bytes = 500;
  const std::string big = response("<p>" + std::string(70000, 'x'));
  for (const std::string& bytes : {response(kPage) + lie + response(kLast), none + none, big + response(kPage),
                                   response(kPage) + "x\r\ny\r\n" + response(kLast)}) {
    const Contents whole = contents_of(bytes, 1 << 20, limits);
    for (const std::size_t at_once : {1, 2, 5, 13})
      EXPECT_EQ(contents_of(bytes, at_once, limits), whole) << bytes.substr(0, 200) << at_once;
    EXPECT_EQ(contents_of(gzip(bytes), 3, limits), whole);
  }
}

}  // namespace
}  // namespace warta::ingest
