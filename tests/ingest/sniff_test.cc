#include "sniff.h"

#include <gtest/gtest.h>

#include "files.h"

namespace warta::ingest {
namespace {

TEST(Sniffing, Pages) {
  for (const char* page :
       {"<!DOCTYPE html><p>Isi", " \r\n\t<html lang=id>", "<HEAD>", "<body class='a'>", "<!-- arsip -->\n<div>",
        "<!-- tak ditutup", "\xef\xbb\xbf<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">", "<p>Isi</p>",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\">",
        "<?xml version='1.0'?><!-- c --><html xmlns='http://www.w3.org/1999/xhtml'>", "<br/>", "<title>\xe9"})
    EXPECT_TRUE(is_page(page)) << page;
  for (const bool big_endian : {false, true}) EXPECT_TRUE(is_page(utf16(u"  <!doctype html>", big_endian)));
}

TEST(Sniffing, WhatIsNoPage) {
  for (const char* other :
       {"", "<", "<>", "Presiden tiba di <html>", "<?xml version='1.0'?><Sentences>", "<rss version='2.0'>",
        "<?xml version='1.0'?><!DOCTYPE rss>", "<pena> berkata", "<3 Praha", "<?xml", "\xff\xfe", "<htmlx>"})
    EXPECT_FALSE(is_page(other)) << other;
}

// The kind of a beginning never changes with what comes behind it, once it is told.
TEST(Sniffing, AsEarlyAsItCanBeTold) {
  struct Case {
    const char* begin;
    Kind kind;
  };
  for (const auto& [begin, kind] : std::vector<Case>{{"<!-- a --><!doctype html><p>", Kind::page},
                                                     {"<article>Isi", Kind::page},
                                                     {"<?xml version='1.0'?><article><p>", Kind::stories},
                                                     {"<?xml version='1.0'?>\n<html>", Kind::page},
                                                     {"<!-- a --><Sentences>", Kind::stories},
                                                     {"\xef\xbb\xbf{\"text\":\"a\"}", Kind::json},
                                                     {"\r\nWARC/1.0\r\n", Kind::warc},
                                                     {"id,text\n1,a\n", Kind::table},
                                                     {"Received: a\nFrom: b\n\nIsi", Kind::mail},
                                                     {"Presiden tiba.\n", Kind::text}}) {
    const std::string_view text = begin;
    EXPECT_EQ(kind_of(text, true), kind) << text;
    for (std::size_t size = 0; size < text.size(); ++size) {
      const Kind early = kind_of(text.substr(0, size), false);
      EXPECT_TRUE(early == Kind::undecided || early == kind) << text.substr(0, size);
    }
  }
}

}  // namespace
}  // namespace warta::ingest
