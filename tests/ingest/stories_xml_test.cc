#include "stories_xml.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "files.h"
#include "xml_cut.h"

namespace warta::ingest {
namespace {

using Contents = std::vector<std::string>;

// What PETRARCH reads: a sentence a record, with its parse and the events that a test expects.
TEST(Stories, SentencesOfPetrarch) {
  const auto all = records_of(
      "<Sentences>\n<!-- <Sentence date='19990101' id='0'><Text>Tidak.</Text></Sentence> -->\n"
      "<Sentence date=\"19950101\" id=\"PENA-01_2\" category=\"x\" source=\"Pena\" sentence=\"true\">\n"
      "<EventCoding sourcecode=\"KEN\" eventcode=\"111\"></EventCoding>\n"
      "<Text>\nKenya criticised Uganda &amp; its\nallies <today>.\n</Text>\n<Parse>\n(ROOT (S (NP Kenya)))\n</Parse>\n"
      "</Sentence>\n<Sentence date = '20240515' id='2'><Text>Satu &#x2014; dua.</Text></Sentence></Sentences>\n");
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].error().why, Why::bad_record) << "<today> is not closed";
  ASSERT_TRUE(all[1]);
  EXPECT_EQ(all[1]->text, "Satu — dua.");
  EXPECT_EQ(all[1]->date, "2024-05-15");
  const auto good = records_of(
      "<Sentences><Sentence date=\"19950101\" id=\"PENA-01_2\" source=\"Pena\" sentence=\"true\"><Text>\nKenya "
      "criticised\n"
      "Uganda &amp; its allies.\n</Text><Parse>(ROOT)</Parse></Sentence></Sentences>");
  ASSERT_EQ(good.size(), 1u);
  EXPECT_EQ(good[0]->text, "Kenya criticised Uganda & its allies.");
  EXPECT_EQ(good[0]->id, "PENA-01_2");
  EXPECT_EQ(good[0]->outlet, "Pena");
  EXPECT_EQ(good[0]->date, "1995-01-01");
  EXPECT_EQ(good[0]->offset, 11u);
}

TEST(Stories, OfIcews) {
  const auto all = records_of(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Stories>\n <Story>\n  <StoryID>81</StoryID>\n"
      "  <Headline>Kenya tiba</Headline>\n  <PublicationDate>2013-04-02</PublicationDate>\n  "
      "<Publisher>Pena</Publisher>\n"
      "  <Text>\n   Alinea satu\n   dua baris.\n\n   Alinea dua.\n  </Text>\n </Story>\n"
      " <Story id=\"82\"><Sentence><Text>Kalimat satu.</Text></Sentence><Sentence><Text>Kalimat "
      "dua.</Text></Sentence></Story>\n"
      "</Stories>");
  ASSERT_EQ(all.size(), 2u);
  ASSERT_TRUE(all[0]) << all[0].error().message();
  EXPECT_EQ(all[0]->text, "Alinea satu dua baris.\n\nAlinea dua.");
  EXPECT_EQ(all[0]->id, "81");
  EXPECT_EQ(all[0]->title, "Kenya tiba");
  EXPECT_EQ(all[0]->date, "2013-04-02");
  EXPECT_EQ(all[0]->outlet, "Pena");
  EXPECT_EQ(all[1]->text, "Kalimat satu.\n\nKalimat dua.");
  EXPECT_EQ(all[1]->id, "82");
}

TEST(Stories, CorporaOfTheSameMake) {
  EXPECT_EQ(
      contents_of("<DOC>\n<DOCNO> A-1 </DOCNO>\n<BODY><HEADLINE>Judul</HEADLINE>\n<TEXT>\n<P>\nSatu\nbaris.\n</P>\n"
                  "<P>\nDua.\n</P>\n</TEXT></BODY>\n</DOC>\n<DOC><DOCNO>2</DOCNO>Isi tanpa elemen.</DOC>"),
      (Contents{"Satu baris.\n\nDua.", "Isi tanpa elemen."}));
  EXPECT_EQ(
      contents_of(
          "<?xml version='1.0'?><newsitem itemid='7'><title>Judul</title><text><p>Satu.</p><p>Dua <b>tebal</b>.</p>"
          "</text></newsitem>"),
      (Contents{"Satu.\n\nDua tebal."}));
  EXPECT_EQ(
      contents_of(
          "<?xml version='1.0'?><articles><article><title>J</title><content><![CDATA[<p>Isi</p>]]></content></article>"
          "</articles>"),
      (Contents{"<p>Isi</p>"}));
  EXPECT_EQ(contents_of("<?xml version='1.0'?><rows><row><body>Baris satu.\nBaris dua.</body></row></rows>"),
            (Contents{"Baris satu.\n\nBaris dua."}))
      << "without a blank line each line is a paragraph";
}

TEST(Stories, Charsets) {
  EXPECT_EQ(contents_of("<?xml version='1.0' encoding='iso-8859-1'?><doc><text>Caf\xe9</text></doc>"),
            (Contents{"Café"}));
  EXPECT_EQ(contents_of("<?xml version='1.0' encoding='koi8-r'?><doc><text>\xd2</text></doc><doc><text>a</text></doc>"),
            (Contents{"!bad_encoding", "!bad_encoding"}));
  EXPECT_EQ(contents_of("<?xml version='1.0'?><doc><text>Caf\xe9</text></doc><doc><text>a</text></doc>"),
            (Contents{"!bad_encoding", "a"}));
  EXPECT_EQ(contents_of(utf16(u"<?xml version='1.0' encoding='utf-16'?><doc><text>é</text></doc>", true)),
            (Contents{"é"}));
}

TEST(Stories, WhatIsNoStory) {
  EXPECT_EQ(contents_of("<?xml version='1.0'?><rss version='2.0'><channel/></rss>"), (Contents{"!missing_text"}));
  EXPECT_EQ(contents_of("<feed xmlns='http://www.w3.org/2005/Atom'/>"), (Contents{"!missing_text"}));
  EXPECT_EQ(contents_of("<?xml version='1.0'?><lain><x/></lain>"), (Contents{"!missing_text"}));
  EXPECT_EQ(contents_of("<pena> menulis"), (Contents{"<pena> menulis"}));
  EXPECT_EQ(records_of("<?xml version='1.0'?><html><body/></html>")[0]->form, Form::page);
}

// What is broken costs one record.
TEST(Stories, Broken) {
  const std::string good = "<Sentence id='2'><Text>Dua.</Text></Sentence>";
  for (const char* bad : {"<Sentence id='1'><Text>Tak ditutup.</Text>",
                          "<Sentence id='1'><Text>Tak ditutup.</Sentence>", "<Sentence id='1'><Text></Text></Sentence>",
                          "<Sentence id='1'/>", "<Sentence id=1><Text>a</Text></Sentence>"}) {
    const Contents got = contents_of("<Sentences>" + std::string(bad) + good + "</Sentences>");
    ASSERT_EQ(got.size(), 2u) << bad;
    EXPECT_EQ(got[0][0], '!') << bad;
    EXPECT_EQ(got[1], "Dua.") << bad;
  }
  EXPECT_EQ(contents_of("<Sentences>" + good + "</Sentence></x> 3 < 4 <" + good), (Contents{"Dua.", "Dua."}));
  EXPECT_EQ(contents_of("<Sentences>" + good + "<!-- tak ditutup " + good), (Contents{"Dua."}));
  EXPECT_EQ(contents_of(std::string("<Sentences><Sentence><Text>a\0b</Text></Sentence>", 48) + good).back(), "Dua.");
}

TEST(Stories, CutOffAnywhere) {
  const std::string whole =
      "<Sentences><Sentence id='1'><Text>Satu.</Text></Sentence><Sentence id='2'><Text>Dua.</Text></Sentence>";
  for (std::size_t size = 12; size < whole.size(); ++size) {
    const Contents got = contents_of(whole.substr(0, size), 3);
    ASSERT_GE(got.size(), 1u);
    if (size >= 57) {
      EXPECT_EQ(got[0], "Satu.") << size;
    }
    EXPECT_EQ(got, contents_of(whole.substr(0, size))) << "whole and in portions";
  }
}

TEST(Stories, Limits) {
  Limits limits;
  limits.record_bytes = 1000;
  const std::string good = "<Sentence><Text>Dua.</Text></Sentence>",
                    big = "<Sentence><Text>" + std::string(300000, 'x') + "</Text></Sentence>",
                    many = "<Sentence><Text>" + std::string(2000, '<') + "</Text></Sentence>",
                    remark = "<!-- " + std::string(5000, '-') + "-->";
  EXPECT_EQ(contents_of("<Sentences>" + big + good + many + good + remark + good, 100, limits),
            (Contents{"!too_large", "Dua.", "!too_large", "Dua.", "Dua."}));
  std::string tags;
  for (int i = 0; i < 300000; ++i) tags += "<a>";
  EXPECT_EQ(contents_of("<Sentences><Sentence>" + tags + "</Sentence>" + good), (Contents{"!too_large", "Dua."}));
  std::string deep = "<Sentence><Text>";
  for (int i = 0; i < 90000; ++i) deep += "<body>";
  for (int i = 0; i < 90000; ++i) deep += "</body>";
  EXPECT_EQ(contents_of("<Sentences>" + deep + "</Text></Sentence>" + good), (Contents{"!missing_text", "Dua."}));
}

TEST(TagScanner, PassesOverWhatIsNoTag) {
  TagScanner scanner;
  Tag tag;
  const std::string text = "<!DOCTYPE a [<!ELEMENT b (c)>]><?x <d>?><![CDATA[<e>]]><!--<f>--> 1 < 2 <g h='>' />";
  ASSERT_EQ(scanner.next(text, true, tag), TagScanner::State::tag);
  EXPECT_EQ(tag.name, "g");
  EXPECT_EQ(tag.kind, Tag::Kind::empty);
  EXPECT_EQ(tag.end, text.size());
  EXPECT_EQ(scanner.next(text, true, tag), TagScanner::State::more);
}

TEST(Stories, PetrarchsOwnRecords) {
  const char* shared = std::getenv("WARTA_SHARED");
  const std::string path =
      std::string(shared ? shared : WARTA_SOURCE_DIR "/../shared") + "/data/petrarch/PETR.UnitTest.records.xml";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "the measuring sets are not here: set WARTA_SHARED";
  Reader reader({path});
  std::size_t sentences = 0;
  while (auto record = reader.next()) {
    ASSERT_TRUE(*record) << record->error().message();
    EXPECT_TRUE((*record)->date);
    EXPECT_EQ((*record)->text.find('\n'), std::string::npos);
    ++sentences;
  }
  EXPECT_EQ(sentences, 284u);
}

}  // namespace
}  // namespace warta::ingest
