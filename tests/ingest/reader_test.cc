#include <gtest/gtest.h>

#include "base/utf8.h"
#include "document.h"
#include "files.h"
#include "ingest/ingest.h"
#include "record.h"

namespace warta::ingest {
namespace {

using Records = std::vector<Result<Record>>;

Records read_all(std::vector<std::string> inputs, Limits limits = {}) {
  Reader reader(std::move(inputs), limits);
  Records all;
  while (auto record = reader.next()) all.push_back(std::move(*record));
  EXPECT_EQ(reader.next(), std::nullopt) << "the end stays the end";
  return all;
}

class Reading : public InFolder {
 protected:
  Records of_file(const std::string& name, std::string_view bytes, Limits limits = {}) const {
    return read_all({write(name, bytes)}, limits);
  }
  Why why_of(std::string_view bytes) const {
    const Records all = of_file("one", bytes);
    EXPECT_EQ(all.size(), 1u);
    EXPECT_FALSE(all[0]) << bytes.substr(0, 40);
    return all[0] ? Why::count_ : all[0].error().why;
  }
};

TEST_F(Reading, PlainText) {
  const Records all = of_file("2024/warta pagi.html.txt", "Baris satu.\r\n\r\nBaris dua.\r\n");
  ASSERT_EQ(all.size(), 1u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  const Record& record = *all[0];
  EXPECT_EQ(record.text, "Baris satu.\r\n\r\nBaris dua.\r\n")
      << "offsets count in what the user gave: nothing is changed";
  EXPECT_EQ(record.file, path("2024/warta pagi.html.txt"));
  EXPECT_EQ(record.id, "warta pagi.html");
  EXPECT_EQ(record.number, 1u);
  EXPECT_EQ(record.offset, 0u);
  EXPECT_FALSE(record.title || record.url || record.outlet || record.language || record.date);
}

TEST_F(Reading, JsonLinesFields) {
  const Records all = of_file(
      "a.jsonl",
      "{\"id\":\"x-1\",\"text\":\"Satu \\u00e9 "
      "\\ud83d\\ude00\",\"title\":\"Judul\",\"url\":\"https://pena.example/1\",\"outlet\":\"Pena\","
      "\"language\":\"id\",\"date_published\":\"2024-05-01\",\"date\":\"1999-01-01\",\"extra\":{\"text\":\"inner\"}}\n"
      "\n"
      "  {\"text\":\"Dua\",\"id\":17,\"title\":null,\"url\":\"  "
      "\",\"published\":\"2024-05-02\",\"date\":\"2024-05-03\"}\r\n"
      "{\"text\":\"Tiga\",\"date\":\"2024-05-03\",\"id\":1.5}\n"
      "{\"text\":\"Empat\",\"id\":\"\"}");
  ASSERT_EQ(all.size(), 4u);
  for (const auto& record : all) ASSERT_TRUE(record) << record.error().message();
  EXPECT_EQ(all[0]->text, "Satu é \xf0\x9f\x98\x80");
  EXPECT_EQ(all[0]->id, "x-1");
  EXPECT_EQ(all[0]->title, "Judul");
  EXPECT_EQ(all[0]->url, "https://pena.example/1");
  EXPECT_EQ(all[0]->outlet, "Pena");
  EXPECT_EQ(all[0]->language, "id");
  EXPECT_EQ(all[0]->date, "2024-05-01") << "date_published comes before date";
  EXPECT_EQ(all[1]->id, "17") << "a number is an id as JSON writes it";
  EXPECT_EQ(all[1]->title, std::nullopt);
  EXPECT_EQ(all[1]->url, std::nullopt) << "blank is absent";
  EXPECT_EQ(all[1]->date, "2024-05-02");
  EXPECT_EQ(all[1]->number, 2u) << "blank lines are no records";
  EXPECT_EQ(all[2]->id, "1.5");
  EXPECT_EQ(all[2]->date, "2024-05-03");
  EXPECT_EQ(all[3]->id, "a:4") << "without an id: the file's and the record's number";
}

TEST_F(Reading, JsonErrorsNameRecordAndByte) {
  const std::string first = "{\"text\":\"Satu\"}\n", broken = "{\"text\":\"Dua\n", wrong = "{\"text\":3}\n",
                    none = "{\"title\":\"T\"}\n";
  const std::string blank = "{\"text\":\"  \"}\n", list = "[1]\n", latin = "{\"text\":\"caf\xe9\"}\n",
                    last = "{\"text\":\"Tujuh\"}\n";
  const Records all = of_file("a.jsonl", first + broken + wrong + none + blank + list + latin + last);
  ASSERT_EQ(all.size(), 8u);
  const std::vector<Why> why{Why::count_,       Why::bad_json, Why::bad_json,     Why::missing_text,
                             Why::missing_text, Why::bad_json, Why::bad_encoding, Why::count_};
  std::uint64_t offset = 0;
  const std::vector<std::string> lines{first, broken, wrong, none, blank, list, latin, last};
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i]) {
      EXPECT_EQ(why[i], Why::count_) << i;
      EXPECT_EQ(all[i]->offset, offset);
      EXPECT_EQ(all[i]->number, i + 1);
    } else {
      const Error& error = all[i].error();
      EXPECT_EQ(error.why, why[i]) << i << ": " << error.message();
      EXPECT_EQ(error.record, i + 1);
      EXPECT_EQ(error.offset, offset + (error.why == Why::bad_encoding ? 12 : 0)) << i;
      EXPECT_EQ(error.file, path("a.jsonl"));
      EXPECT_FALSE(error.note.empty());
    }
    offset += lines[i].size();
  }
}

TEST_F(Reading, JsonOfOtherShapes) {
  const std::string pretty = "{\n  \"text\": \"Satu {\\\"[\",\n  \"id\": \"p\"\n}\n";
  for (const std::string& bytes :
       {pretty, pretty + pretty, "[" + pretty + "," + pretty + "]", "[\n" + pretty + ",\n" + pretty + "]\n"}) {
    const Records all = of_file("a.json", bytes);
    EXPECT_EQ(all.size(), bytes == pretty ? 1u : 2u) << bytes;
    for (const auto& record : all) {
      ASSERT_TRUE(record) << record.error().message();
      EXPECT_EQ(record->text, "Satu {\"[");
    }
  }
  EXPECT_EQ(of_file("a.json", "[]").size(), 0u);
  EXPECT_EQ(of_file("a.json", " [ \n ] ").size(), 0u);
  EXPECT_EQ(of_file("a.json", "{\"text\": \"Satu\"}")[0]->text, "Satu") << "one line without its end";
  const Records open_end = of_file("a.json", pretty + "{\n \"text\": \"tak selesai");
  ASSERT_EQ(open_end.size(), 2u);
  EXPECT_EQ(open_end[1].error().why, Why::bad_json);
  EXPECT_EQ(open_end[1].error().offset, pretty.size());
}

// A text may begin with a brace or bracket.
TEST_F(Reading, TextsThatBeginLikeJson) {
  for (const char* text :
       {"[Gambas:Video] Presiden tiba di Praha.", "{redaksi} Presiden tiba.", "[1] Catatan", "[", "[\n"}) {
    const Records all = of_file("a.txt", text);
    ASSERT_EQ(all.size(), 1u) << text;
    ASSERT_TRUE(all[0]) << text;
    EXPECT_EQ(all[0]->text, text);
  }
}

// The bytes of a page are given as they are: what charset they are in, extract finds out.
TEST_F(Reading, Pages) {
  const std::string latin = "<!DOCTYPE html><meta charset=latin1><p>Caf\xe9 di Praha.", wide = utf16(u"<p>Isi", false);
  for (const std::string& bytes : {latin, wide, gzip(latin), zstd(latin)}) {
    const Records all = of_file("kabar.html.gz", bytes);
    ASSERT_EQ(all.size(), 1u);
    ASSERT_TRUE(all[0]) << all[0].error().message();
    EXPECT_EQ(all[0]->form, Form::page);
    EXPECT_EQ(all[0]->text, bytes == wide ? wide : latin);
    EXPECT_EQ(all[0]->id, "kabar");
    EXPECT_EQ(all[0]->charset, std::nullopt);
  }
  Limits limits;
  limits.text_bytes = 10, limits.record_bytes = 20;
  EXPECT_TRUE(of_file("a", "<p>Isi yang panjang", limits)[0]);
  EXPECT_EQ(of_file("a", "<p>Isi yang lebih panjang", limits)[0].error().why, Why::too_large);
}

TEST_F(Reading, JsonWithPages) {
  const Records all = of_file("a",
                              "{\"id\":1,\"html\":\"<p>Isi \\u00e9\",\"url\":\"https://pena.example/1\"}\n"
                              "{\"text\":\"Isi\",\"html\":\"<p>Lain\"}\n{\"text\":\" \",\"html\":\"\"}\n"
                              "{\"text\":null,\"html\":\"Isi saja\"}\n");
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0]->form, Form::page);
  EXPECT_EQ(all[0]->text, "<p>Isi é");
  EXPECT_EQ(all[0]->charset, "utf-8");
  EXPECT_EQ(all[0]->url, "https://pena.example/1");
  EXPECT_EQ(all[1]->form, Form::text);
  EXPECT_EQ(all[1]->text, "Isi");
  EXPECT_EQ(all[2].error().why, Why::missing_text);
  EXPECT_EQ(all[3]->form, Form::page);
}

TEST_F(Reading, WhatIsNoText) {
  EXPECT_EQ(why_of(""), Why::missing_text);
  EXPECT_EQ(why_of(" \n\t \xc2\xa0\n"), Why::missing_text);
  EXPECT_EQ(why_of(std::string(100, '\0')), Why::binary);
  EXPECT_EQ(why_of(std::string("Teks dengan NUL\0 di dalamnya", 27)), Why::binary);
  std::string picture = "\x89PNG\r\n\x1a\n";
  for (int i = 0; i < 4000; ++i) picture += static_cast<char>(1 + i * 37 % 255);
  EXPECT_EQ(why_of(picture), Why::binary);
  EXPECT_EQ(why_of("Caf\xe9 di Paris, tulisan Latin-1."), Why::bad_encoding);
  const Records latin = of_file("a.txt", "Caf\xe9 di Paris");
  EXPECT_EQ(latin[0].error().offset, 3u);
  EXPECT_EQ(of_file("b.txt",
                    "Satu\x0c"
                    "Dua\x1b[0m tiga")[0]
                ->id,
            "b")
      << "a form feed is no picture";
}

TEST_F(Reading, PackedAndEncoded) {
  const std::string lines = "{\"text\":\"Satu\"}\n{\"text\":\"Dua\"}\n";
  for (const std::string& bytes : {gzip(lines), zstd(lines), "\xef\xbb\xbf" + lines, gzip("\xef\xbb\xbf" + lines)}) {
    const Records all = of_file("kabar.jsonl.gz", bytes);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[1]->text, "Dua");
    EXPECT_EQ(all[1]->id, "kabar:2");
  }
  EXPECT_EQ(of_file("a", "\xef\xbb\xbf" + lines)[1]->offset, 3 + lines.size() / 2 + 1) << "offsets count the mark";
  const Records wide = of_file("b.txt", utf16(u"Perundingan di Kyiv — gagal.", true));
  ASSERT_EQ(wide.size(), 1u);
  EXPECT_EQ(wide[0]->text, "Perundingan di Kyiv — gagal.");
  EXPECT_EQ(of_file("c.jsonl", utf16(u"{\"text\":\"Satu\"}\n{\"text\":\"Dua\"}\n", false)).size(), 2u);
}

TEST_F(Reading, CutOffInTheMiddle) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"text\":\"Kabar nomor " + std::to_string(i * 7919) + "\"}\n";
  const std::string packed = gzip(lines);
  const Records all = of_file("a.jsonl.gz", packed.substr(0, packed.size() / 2));
  ASSERT_GT(all.size(), 5000u) << "what came whole is good";
  for (std::size_t i = 0; i + 1 < all.size(); ++i) ASSERT_TRUE(all[i]);
  EXPECT_EQ(all.back().error().why, Why::truncated);
  EXPECT_EQ(all.back().error().record, all.size());
  EXPECT_GT(all.back().error().offset, 100000u);
}

TEST_F(Reading, SeveralFilesGoOnAfterErrors) {
  write("a.txt", "Satu"), write("b.txt", ""), write("c.jsonl", "{\"text\":\"Tiga\"}\n{\n"),
      write("d.gz", "\x1f\x8b\x08 x"), write("e.txt", "Lima");
  const Records all = read_all({path("none"), folder_.string()});
  ASSERT_EQ(all.size(), 7u);
  EXPECT_EQ(all[0].error().why, Why::cannot_open);
  EXPECT_EQ(all[0].error().file, path("none"));
  EXPECT_EQ(all[0].error().record, 0u);
  EXPECT_TRUE(all[1]);
  EXPECT_EQ(all[2].error().why, Why::missing_text);
  EXPECT_TRUE(all[3]);
  EXPECT_EQ(all[4].error().why, Why::bad_json);
  EXPECT_EQ(all[5].error().file, path("d.gz"));
  EXPECT_EQ(all[6]->text, "Lima");
}

TEST_F(Reading, Limits) {
  Limits limits;
  limits.text_bytes = 20, limits.record_bytes = 60;
  EXPECT_TRUE(of_file("a", std::string(20, 'x'), limits)[0]);
  EXPECT_EQ(of_file("a", std::string(21, 'x'), limits)[0].error().why, Why::too_large);
  const std::string good = "{\"text\":\"Satu\"}\n", long_text = "{\"text\":\"" + std::string(21, 'x') + "\"}\n";
  const std::string long_line = "{\"text\":\"" + std::string(300000, 'x') + "\"}\n";
  const Records all = of_file("a", good + long_text + long_line + good + long_line, limits);
  ASSERT_EQ(all.size(), 5u);
  EXPECT_TRUE(all[0] && all[3]);
  for (const std::size_t i : {1, 2, 4}) EXPECT_EQ(all[i].error().why, Why::too_large) << i;
  EXPECT_EQ(all[2].error().offset, good.size() + long_text.size());
  EXPECT_EQ(all[3]->offset, good.size() + long_text.size() + long_line.size())
      << "the rest of the long line is passed over";
}

// In an array too the next record is read after one that is too large.
TEST_F(Reading, LimitsInsideAnArray) {
  Limits limits;
  limits.record_bytes = 60;
  const std::string good = "{\"text\":\"Satu\"}", bad = "{\"text\":\"" + std::string(200000, 'x') + "\"}";
  const Records all = of_file("a", "[" + good + ",\n" + bad + ",\n" + good + "]", limits);
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[1].error().why, Why::too_large);
  EXPECT_EQ(all[1].error().offset, good.size() + 3);
  ASSERT_TRUE(all[2]);
  EXPECT_EQ(all[2]->offset, good.size() + bad.size() + 5);
}

TEST(Documents, NoPortionIsTooSmall) {
  const std::vector<std::string> documents{"{\"text\":\"Satu\"}\n{\"text\":\"Dua\"}\n",
                                           "[\n  {\"text\":\"Satu\"},\n  {\"text\":\"Dua\"}\n]",
                                           "{\n\"text\":\n\"Satu\"}\n{\"a\":[{}]}",
                                           "  \n\n{\"text\":\"Satu\"}",
                                           "[{\"a\":\"}\\\"\"}]",
                                           "{\"a\":1}\n{\n",
                                           "[ \n\n kurung",
                                           "Teks biasa\ndua baris"};
  for (const std::string& bytes : documents) {
    const auto whole = contents_of(bytes, 1 << 20);
    for (const std::size_t at_once : {1, 2, 3, 5})
      EXPECT_EQ(contents_of(bytes, at_once), whole) << bytes << ", " << at_once << " at once";
  }
  EXPECT_EQ(contents_of(documents[1], 1), (std::vector<std::string>{"Satu", "Dua"}));
}

// A pipe that gives one record and then nothing for a long time.
class Pausing final : public Source {
 public:
  explicit Pausing(std::string bytes) : bytes_(std::move(bytes)) {}
  Result<std::size_t> read(std::span<char> room) override {
    if (bytes_.empty()) return fail(Why::read_failed, "read on before the first record was given");
    const std::size_t gave = bytes_.copy(room.data(), room.size());
    bytes_.erase(0, gave);
    return gave;
  }

 private:
  std::string bytes_;
};

TEST(Documents, ARecordComesWhenItIsThere) {
  const std::string warc =
      "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\nSatu\r\n\r\n";
  for (const std::string& bytes :
       {std::string("{\"text\":\"Satu\"}\n"), std::string("\xef\xbb\xbf{\"text\":\"Satu\"}\n"),
        std::string("id,text\n1,Satu\n"), std::string("<Sentences><Sentence><Text>Satu</Text></Sentence>"), warc,
        zstd(warc)}) {
    auto opened = decoded(std::make_unique<Pausing>(bytes), {});
    ASSERT_TRUE(opened) << bytes;
    auto document = open_document(std::move(*opened), {});
    ASSERT_TRUE(document) << bytes;
    auto record = (*document)->next();
    ASSERT_TRUE(record && *record) << bytes << (record ? record->error().message() : "");
    EXPECT_EQ((*record)->text, "Satu");
  }
}

TEST(Parsing, DepthAndDoubles) {
  RecordParser parser;
  std::string deep = "{\"text\":\"Satu\",\"x\":" + std::string(2000, '[') + std::string(2000, ']') + "}";
  EXPECT_EQ(parser.parse(deep, {}).error().why, Why::bad_json);
  const auto twice = parser.parse("{\"text\":\"Satu\",\"text\":\"Dua\"}", {});
  ASSERT_TRUE(twice);
  EXPECT_EQ(twice->text, "Dua") << "the last of the same key counts";
  EXPECT_EQ(parser.parse("{\"text\":\"a\"} {}", {}).error().why, Why::bad_json);
  EXPECT_EQ(parser.parse("\"text\"", {}).error().why, Why::bad_json);
  EXPECT_EQ(parser.parse("{\"id\":[1],\"text\":\"a\"}", {}).error().why, Why::bad_json);
  EXPECT_TRUE(parser.parse("{\"text\":\"a\"}", {})) << "the parser is good after errors";
}

TEST(Ids, OfFiles) {
  EXPECT_EQ(id_of_file("a/b/kabar.html.gz"), "kabar");
  EXPECT_EQ(id_of_file("kabar.v2.txt.ZST"), "kabar.v2");
  EXPECT_EQ(id_of_file("kabar"), "kabar");
  EXPECT_EQ(id_of_file(".kabar"), ".kabar");
  EXPECT_EQ(id_of_file(".gz"), ".gz");
  EXPECT_EQ(id_of_file("kabar.gz"), "kabar");
  EXPECT_EQ(id_of_file("-"), "-");
  EXPECT_EQ(id_of_file("a/"), "");
}

TEST_F(Reading, Progress) {
  const std::string packed = gzip(std::string(5000, 'x'));
  Reader reader({write("a.gz", packed), write("b.txt", "abc")});
  EXPECT_EQ(reader.bytes_total(), packed.size() + 3);
  EXPECT_EQ(reader.bytes_read(), 0u);
  while (reader.next()) {
  }
  EXPECT_EQ(reader.bytes_read(), packed.size() + 3);
}

}  // namespace
}  // namespace warta::ingest
