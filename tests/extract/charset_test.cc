#include "charset.h"

#include <gtest/gtest.h>

#include <string>

#include "base/utf8.h"

namespace warta::extract {
namespace {

struct Read {
  Decoded decoded;
  explicit Read(std::string_view bytes, const char* named = nullptr) {
    decode(bytes, named ? std::optional<std::string>(named) : std::nullopt, decoded);
    EXPECT_FALSE(utf8::first_invalid(decoded.text));
  }
  std::string text() const { return std::string(decoded.text); }
};

TEST(Charset, Utf8IsTakenAsItIsWhateverIsNamed) {
  const std::string bytes = "<meta charset=iso-8859-1>caf\xc3\xa9 \xe2\x80\x9cya\xe2\x80\x9d";
  EXPECT_EQ(Read(bytes, "windows-1252").text(), bytes);
  EXPECT_EQ(Read("\xef\xbb\xbf"
                 "abc")
                .text(),
            "abc");
}

TEST(Charset, Windows1252WhereLatin1IsNamed) {
  EXPECT_EQ(Read("<meta charset=\"ISO-8859-1\">\x93Rapat\x94 caf\xe9").text().substr(27), "“Rapat” café");
  EXPECT_EQ(Read("na\xefve \x96 fa\xe7"
                 "ade",
                 "latin1")
                .text(),
            "naïve – façade");
}

TEST(Charset, OfTheHeaderBeforeThePage) {
  EXPECT_EQ(Read("<meta charset=windows-1252>\xc7\xee", "windows-1251").text().substr(27), "Зо");
}

TEST(Charset, Utf16) {
  EXPECT_EQ(Read(std::string_view("\xff\xfe<\0p\0>\0\xe9\0", 10)).text(), "<p>é");
  EXPECT_EQ(Read(std::string_view("\xfe\xff\0<\0p\0>\0\xe9", 10)).text(), "<p>é");
  EXPECT_EQ(Read(std::string_view("<\0p\0>\0R\0a\0p\0a\0t\0", 16)).text(), "<p>Rapat");
  EXPECT_EQ(Read(std::string_view("\xff\xfe<\0\x00\xd8", 6)).text(), "<\xef\xbf\xbd");  // half a surrogate pair
}

TEST(Charset, EastAsian) {
  EXPECT_EQ(Read("<meta charset=gb2312>\xd6\xd0\xb9\xfa").text().substr(21), "中国");
  EXPECT_EQ(Read("\x93\xfa\x96{", "Shift_JIS").text(), "日本");
  EXPECT_EQ(Read("\x1b$BF|K\\\x1b(B", "ISO-2022-JP").text(), "日本");
  EXPECT_EQ(Read("\xb4\xeb\xc7\xd1", "euc-kr").text(), "대한");
}

TEST(Charset, ForeignBytesInsideUtf8) {
  EXPECT_EQ(Read("Perdana Menteri \xe2\x80\x9cyakin\xe2\x80\x9d, katanya \x93tidak\x94", "utf-8").text(),
            "Perdana Menteri “yakin”, katanya “tidak”");
}

TEST(Charset, NamedWronglyIsPassedOver) {
  const std::string cyrillic =
      "\xcf\xf0\xe5\xe7\xe8\xe4\xe5\xed\xf2 \xef\xee\xe4\xef\xe8\xf1\xe0\xeb \xf3\xea\xe0\xe7 \xee "
      "\xef\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xe0\xf5 \xf1 \xf1\xee\xf1\xe5\xe4\xff\xec\xe8";
  EXPECT_EQ(Read(cyrillic, "utf-8").text().substr(0, 18), "Президент");
  EXPECT_EQ(Read(cyrillic, "no-such-charset").text().substr(0, 18), "Президент");
}

TEST(Charset, CutOffAndEmpty) {
  EXPECT_EQ(Read("").text(), "");
  EXPECT_EQ(Read("kata \xe2\x80", "utf-8").text().substr(0, 5), "kata ");
  EXPECT_EQ(named_in_page("<meta http-equiv=Content-Type content='text/html; charset = \"UTF-8\"'>"), "UTF-8");
  EXPECT_EQ(named_in_page("<p>charset of the page"), "");
}

}  // namespace
}  // namespace warta::extract
