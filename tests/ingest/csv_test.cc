#include "csv.h"

#include <gtest/gtest.h>

#include "files.h"

namespace warta::ingest {
namespace {

using Contents = std::vector<std::string>;

TEST(Csv, FieldsByTheirNames) {
  const auto all = records_of(
      "Story-ID;Headline;Full Text;Source;pub_date;Lang;URL;lain\r\n"
      "7;Judul;Isi berita.;Pena;20240515;id;https://pena.example/7;x\r\n"
      ";;Isi kedua.;;;;;\r\n");
  ASSERT_EQ(all.size(), 2u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->form, Form::text);
  EXPECT_EQ(all[0]->id, "7");
  EXPECT_EQ(all[0]->title, "Judul");
  EXPECT_EQ(all[0]->text, "Isi berita.");
  EXPECT_EQ(all[0]->outlet, "Pena");
  EXPECT_EQ(all[0]->date, "2024-05-15");
  EXPECT_EQ(all[0]->language, "id");
  EXPECT_EQ(all[0]->url, "https://pena.example/7");
  EXPECT_EQ(all[1]->id, "");
  EXPECT_EQ(all[1]->title, std::nullopt);
}

TEST(Csv, QuotesAndLines) {
  EXPECT_EQ(contents_of("id,text\n1,\"Kata \"\"damai\"\", lalu\r\nbaris dua\"\n\n2,5\" layar\n3,\"\"\n4,Empat"),
            (Contents{"Kata \"damai\", lalu\r\nbaris dua", "5\" layar", "!missing_text", "Empat"}));
  EXPECT_EQ(contents_of("\"id\"\t\"text\"\n1\t\"a\tb\"\n"), (Contents{"a\tb"}));
  EXPECT_EQ(contents_of("\xef\xbb\xbfid,text\n1,Satu\n"), (Contents{"Satu"}));
  EXPECT_EQ(contents_of(utf16(u"id\ttext\r\n1\tSatu\r\n", false)), (Contents{"Satu"}))
      << "what Excel calls Unicode text";
}

TEST(Csv, TextsAndPages) {
  const auto all = records_of("url,content,html\nu,<p>Isi,<p>Lain\nu,Isi saja,<p>Lain\nu,,<p>Lain\nu,,\n");
  ASSERT_EQ(all.size(), 4u);
  EXPECT_EQ(all[0]->form, Form::page) << "the bytes of \"content\" tell";
  EXPECT_EQ(all[0]->charset, "utf-8");
  EXPECT_EQ(all[1]->form, Form::text);
  EXPECT_EQ(all[2]->text, "<p>Lain");
  EXPECT_EQ(all[2]->form, Form::page);
  EXPECT_EQ(all[3].error().why, Why::missing_text);
}

TEST(Csv, WhatIsNoTable) {
  for (const char* text : {"Presiden, menteri, dan gubernur tiba.\nIsi.", "text\nsatu kolom\n", "id,title\n1,Judul\n",
                           "id,text", "Text: satu, dua\nIsi"})
    EXPECT_EQ(contents_of(text), (Contents{text}));
}

// What is broken costs one row and one word; the next whole row is read.
TEST(Csv, BrokenRows) {
  EXPECT_EQ(contents_of("id,text\n1\n2,b,c\n3,Tiga\n4\n5,Lima\n"),
            (Contents{"!bad_record", "Tiga", "!bad_record", "Lima"}));
  EXPECT_EQ(contents_of("id,text\n1,\"a\"b\n2,Dua\n"), (Contents{"!bad_record", "Dua"}));
  EXPECT_EQ(contents_of("id,text\n1,\"tak ditutup\n2,Dua\n3,Tiga\n"), (Contents{"!bad_record", "Dua", "Tiga"}));
  EXPECT_EQ(contents_of("id,text\n1,\"tak ditutup"), (Contents{"!bad_record"}));
  EXPECT_EQ(contents_of("id,text\n1,caf\xe9\n2,Dua\n"), (Contents{"!bad_encoding", "Dua"}));
  const auto all = records_of("id,text\n1,Satu\n2\n3,Tiga\n");
  EXPECT_EQ(all[1].error().offset, 15u);
  EXPECT_EQ(all[1].error().note, "1 fields in a table of 2");
  EXPECT_EQ(all[2]->offset, 17u);
}

TEST(Csv, Limits) {
  Limits limits;
  limits.record_bytes = 100, limits.text_bytes = 50;
  const std::string wide(60, 'x'), huge(200, 'x'), vast(200000, 'x');
  EXPECT_EQ(contents_of("id,text\n1," + wide + "\n2," + huge + "\n3,Tiga\n4," + vast + "\n5,Lima\n", 1 << 20, limits),
            (Contents{"!too_large", "!too_large", "Tiga", "!too_large", "Lima"}));
  std::string open = "id,text\n1,\"tak ditutup\n";
  for (int i = 0; i < 100; ++i) open += "2,Dua\n";
  EXPECT_EQ(contents_of(open, 7, limits).size(), 101u);
  EXPECT_EQ(contents_of("id,text\n" + std::string(1000000, ',') + "\n2,Dua\n"), (Contents{"!bad_record", "Dua"}));
}

TEST(Csv, NoPortionIsTooSmall) {
  for (const std::string bytes : {"id,text\r\n1,\"a\"\"b\r\nc\"\r\n2,Dua\r\n\r\n3,\"x\"y\n4,Empat",
                                  "id;text\n1;\"\"\"\"\n2;\"tak\n\"\n3;\"tak"}) {
    const Contents whole = contents_of(bytes);
    for (const std::size_t at_once : {1, 2, 3, 5}) EXPECT_EQ(contents_of(bytes, at_once), whole) << bytes << at_once;
  }
}

TEST(Csv, CutOffAnywhere) {
  const std::string whole = "id,text\n1,Satu\n2,\"Dua\ndua\"\n";
  for (std::size_t size = 15; size <= whole.size(); ++size) {
    const Contents got = contents_of(whole.substr(0, size));
    ASSERT_FALSE(got.empty());
    EXPECT_EQ(got[0], "Satu") << size;
  }
}

}  // namespace
}  // namespace warta::ingest
