#include "mime.h"

#include <gtest/gtest.h>

#include "files.h"
#include "mime_text.h"

namespace warta::ingest {
namespace {

using Contents = std::vector<std::string>;

const std::string kHead =
    "Return-Path: <bounce@pena.example>\r\nFrom: \"Pena Pagi\" <kabar@pena.example>\r\n"
    "Date: Wed, 15 May 2024 06:30:00 +0700\r\nMessage-ID: <17.kabar@pena.example>\r\n"
    "Subject: =?UTF-8?Q?Menlu_Kenya_tiba_=E2=80=94?= =?utf-8?B?IGRpIFByYWhh?=\r\nMIME-Version: 1.0\r\n";

std::string part(std::string_view fields, std::string_view body) {
  return "--batas\r\n" + std::string(fields) + "\r\n" + std::string(body) + "\r\n";
}

std::string multipart(std::string_view kind, std::string_view parts) {
  return "Content-Type: multipart/" + std::string(kind) + "; boundary=\"batas\"\r\n\r\npembuka\r\n" +
         std::string(parts) + "--batas--\r\n";
}

TEST(Mail, FieldsOfANewsletter) {
  const auto all =
      records_of(kHead + multipart("alternative", part("Content-Type: text/plain\r\n", "Teks.") +
                                                      part("Content-Type: text/html; charset=iso-8859-1\r\n"
                                                           "Content-Transfer-Encoding: quoted-printable\r\n",
                                                           "<p>Caf=E9 di Pra=\r\nha.</p>")));
  ASSERT_EQ(all.size(), 1u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->form, Form::page);
  EXPECT_EQ(all[0]->text, "<p>Caf\xe9 di Praha.</p>");
  EXPECT_EQ(all[0]->charset, "iso-8859-1");
  EXPECT_EQ(all[0]->id, "17.kabar@pena.example");
  EXPECT_EQ(all[0]->title, "Menlu Kenya tiba — di Praha");
  EXPECT_EQ(all[0]->outlet, "Pena Pagi");
  EXPECT_EQ(all[0]->date, "2024-05-15T06:30:00+07:00");
  EXPECT_EQ(all[0]->fetched, std::nullopt);
}

TEST(Mailbox, EachMailIsARecord) {
  const std::string first = "From a@pena.example Wed May 15 06:30:00 2024\r\n" + kHead +
                            "Content-Type: text/plain\r\n\r\nMenlu Kenya tiba.\r\n>From Praha ia ke Wina.\r\n"
                            "From Wina ia pulang.\r\n\r\n";
  const std::string second =
      "From b@pena.example Thu May 16 06:30:00 2024\nMessage-ID: <18@pena.example>\nFrom: B <b@pena.example>\n"
      "\nUganda membebaskan nelayan.\n";
  const std::string broken =
      "From c@pena.example Fri May 17 06:30:00 2024\nMessage-ID: <19@pena.example>\nFrom: C <c@pena.example>\n\n\n";
  const auto all = records_of(first + broken + second);
  ASSERT_EQ(all.size(), 3u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->id, "17.kabar@pena.example");
  EXPECT_NE(all[0]->text.find("tiba.\r\nFrom Praha"), std::string::npos) << all[0]->text;
  EXPECT_NE(all[0]->text.find("From Wina ia pulang."), std::string::npos);
  EXPECT_EQ(all[0]->offset, 0u);
  EXPECT_EQ(all[1].error().why, Why::missing_text);
  ASSERT_TRUE(all[2]) << all[2].error().message();
  EXPECT_EQ(all[2]->id, "18@pena.example");
  EXPECT_EQ(all[2]->offset, first.size() + broken.size());
}

TEST(Mail, SavedPage) {
  const std::string saved =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://pena.example/kabar\r\nSubject: Kabar - Pena\r\n"
      "Date: Wed, 15 May 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
      "\ttype=\"text/html\";\r\n\tboundary=\"batas\"\r\n\r\n";
  const std::string bytes =
      saved + part("Content-Type: text/html\r\nContent-Location: https://iklan.example/\r\n", "<p>Iklan") +
      part(
          "Content-Type: text/html\r\nContent-ID: <x>\r\nContent-Transfer-Encoding: base64\r\n"
          "Content-Location: https://pena.example/kabar\r\n",
          "PHA+SXNp\r\nIGthYmFy") +
      part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n", "iVBORw0KGgo=") + "--batas--\r\n";
  const auto all = records_of(bytes);
  ASSERT_EQ(all.size(), 1u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->text, "<p>Isi kabar");
  EXPECT_EQ(all[0]->url, "https://pena.example/kabar");
  EXPECT_EQ(all[0]->fetched, "2024-05-15T08:00:00-00:00");
  EXPECT_EQ(all[0]->date, std::nullopt);
  EXPECT_EQ(all[0]->title, std::nullopt) << "the page's own is better";
  EXPECT_EQ(all[0]->outlet, std::nullopt);
  EXPECT_EQ(all[0]->id, "");
}

TEST(Mail, WhichPart) {
  const std::string page = part("Content-Type: text/html\r\n", "<p>Isi"),
                    text = part("Content-Type: text/plain\r\n", "Teks");
  EXPECT_EQ(contents_of(kHead + "\r\nTeks saja.\r\n"), (Contents{"Teks saja.\r\n"}));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", text)), (Contents{"Teks"}));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", part("", "Tanpa jenis"))), (Contents{"Tanpa jenis"}));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", part("Content-Type: text/html\r\nContent-Disposition: attachment; "
                                                        "filename=x.html\r\n",
                                                        "<p>Lampiran") +
                                                       text)),
            (Contents{"Teks"}));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", part("Content-Type: text/html\r\n", " \r\n") + text)),
            (Contents{"Teks"}))
      << "a page that is empty";
  EXPECT_EQ(contents_of(kHead + multipart("mixed", part("Content-Type: image/png\r\n", "x"))),
            (Contents{"!missing_text"}));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", "")), (Contents{"!missing_text"}));
  const std::string inner =
      "Content-Type: multipart/alternative; boundary=dalam\r\n\r\n--dalam\r\n\r\nTeks\r\n--dalam\r\n"
      "Content-Type: text/html\r\n\r\n<p>Dalam\r\n--dalam--\r\n";
  EXPECT_EQ(contents_of(kHead + multipart("related; start=\"<a>\"", "--batas\r\n" + inner + page)),
            (Contents{"<p>Dalam"}));
  EXPECT_EQ(contents_of(kHead + multipart("related; start=\"<b>\"",
                                          page + part("Content-Type: text/html\r\nContent-ID: <b>\r\n", "<p>Awal"))),
            (Contents{"<p>Awal"}));
}

TEST(Mail, Texts) {
  EXPECT_EQ(contents_of(kHead + "Content-Type: text/plain; charset=windows-1252\r\n\r\nCaf\xe9 \x93kata\x94"),
            (Contents{"Café “kata”"}));
  EXPECT_EQ(
      contents_of(kHead + "Content-Type: text/plain; format=flowed\r\n\r\nSatu \r\nbaris.\r\nDua.\r\n-- \r\nPena"),
      (Contents{"Satu baris.\nDua.\n-- \nPena\n"}));
  EXPECT_EQ(contents_of(kHead + "Content-Type: text/plain; charset=koi8-r\r\n\r\n\xd2\xc1"),
            (Contents{"!bad_encoding"}));
  EXPECT_EQ(contents_of(kHead + "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nSXNpIQ=="),
            (Contents{"Isi!"}));
}

TEST(Mail, Senders) {
  const auto outlet = [](const std::string& from) {
    const auto all = records_of("MIME-Version: 1.0\nFrom: " + from + "\n\nIsi");
    return all[0] ? all[0]->outlet.value_or("none") : "!";
  };
  EXPECT_EQ(outlet("Pena Pagi <a@pena.example>"), "Pena Pagi");
  EXPECT_EQ(outlet("a@pena.example"), "pena.example");
  EXPECT_EQ(outlet("<a@pena.example>"), "pena.example");
  EXPECT_EQ(outlet("a@pena.example (Pena)"), "Pena");
  EXPECT_EQ(outlet("=?iso-8859-1?q?Caf=E9?= <a@pena.example>"), "Café");
  EXPECT_EQ(outlet("=?koi8-r?q?=D2?= <a@pena.example>"), "none");
  EXPECT_EQ(outlet("Pena\n Pagi <a@pena.example>"), "Pena Pagi");
  EXPECT_EQ(outlet("tanpa nama"), "none");
}

TEST(Mail, WhatIsNone) {
  for (const char* text : {"Date: 15 May 2024\nFrom: Praha\n\nIsi berita.", "Presiden: damai\n\nIsi", "From: a\nIsi",
                           "Message-ID", "Received a letter\nFrom: x\nMIME-Version: 1.0\n\nIsi"})
    EXPECT_EQ(contents_of(text), (Contents{text}));
}

TEST(Mail, CutOffAnywhere) {
  const std::string whole = kHead + multipart("alternative", part("Content-Type: text/html\r\n", "<p>Isi") +
                                                                 part("Content-Type: image/png\r\n", "x"));
  const std::size_t text_end = whole.find("--batas", whole.find("<p>Isi"));
  for (std::size_t size = kHead.size() + 20; size < whole.size(); ++size) {
    const Contents got = contents_of(whole.substr(0, size), 1000);
    ASSERT_EQ(got.size(), 1u);
    EXPECT_TRUE(size <= text_end + 7 || got[0] == "<p>Isi") << size;
    EXPECT_TRUE(size >= text_end || got[0][0] == '!') << size << got[0];
  }
}

TEST(Mail, Limits) {
  Limits limits;
  limits.record_bytes = 1000;
  const std::string page = part("Content-Type: text/html\r\n", "<p>Isi"),
                    picture = part("Content-Type: image/png\r\n", std::string(100000, 'x'));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", page + picture), 100, limits), (Contents{"<p>Isi"}));
  EXPECT_EQ(contents_of(kHead + multipart("mixed", picture + page), 100, limits), (Contents{"!missing_text"}));
  EXPECT_EQ(
      contents_of(kHead + multipart("mixed", part("Content-Type: text/html\r\n", std::string(2000, 'x'))), 100, limits),
      (Contents{"!too_large"}));
}

// Multiparts in one another, and a boundary on every line, end in bounded time.
TEST(Mail, Hostile) {
  std::string deep = kHead;
  for (int i = 0; i < 20000; ++i)
    deep +=
        "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
  EXPECT_EQ(contents_of(deep), (Contents{"!missing_text"}));
  std::string wide;
  for (int i = 0; i < 200000; ++i) wide += "--batas\r\n";
  EXPECT_EQ(contents_of(kHead + multipart("mixed", wide)), (Contents{"!missing_text"}));
  EXPECT_EQ(contents_of(kHead + "Content-Type: multipart/mixed; boundary=\"\"\r\n\r\n--\r\n\r\nIsi"),
            (Contents{"!missing_text"}));
}

TEST(MimeText, Encodings) {
  EXPECT_EQ(from_base64("SXN\r\npIQ==rest"), "Isi!");
  EXPECT_EQ(from_base64("=="), "");
  EXPECT_EQ(from_quoted_printable("a=3Db=\r\nc=zz=e9=4"), "a=bc=zz\xe9=4");
  EXPECT_EQ(unfolded("=?utf-8?B?w?= x"), " x");
  EXPECT_EQ(unfolded("=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=A9?= =? sisa"), "é =? sisa") << "a character across two words";
  EXPECT_EQ(unfolded("=?utf-8*id?Q?a_b?="), "a b");
  EXPECT_EQ(unfolded("=?utf-8?X?a?="), "=?utf-8?X?a?=");
  for (const char* cut : {"=?", "=?utf-8?", "=?utf-8?Q", "=?utf-8?Q?", "=?utf-8?Q?a", "=?utf-8?Q?a?"})
    EXPECT_EQ(unfolded(cut), cut) << "cut off";
}

}  // namespace
}  // namespace warta::ingest
