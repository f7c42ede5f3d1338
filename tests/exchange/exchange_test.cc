#include "exchange/exchange.h"

#include <gtest/gtest.h>

#include "csv.h"
#include "json.h"

namespace warta {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  exchange::append_json_string(out, text);
  return out;
}

TEST(Json, EscapesWhatJsonForbids) {
  EXPECT_EQ(quoted("say \"no\" \\ twice"), R"("say \"no\" \\ twice")");
  EXPECT_EQ(quoted("a\nb\tc"), R"("a\nb\tc")");
  EXPECT_EQ(quoted(std::string_view("\x01\x1b\x7f\0", 4)), "\"\\u0001\\u001b\\u007f\\u0000\"");
  EXPECT_EQ(quoted("Bashar—é"), "\"Bashar—é\"");
}

TEST(Json, PutsCommasBetweenAndNotBefore) {
  std::string out;
  exchange::JsonWriter json(out);
  json.begin_object();
  json.field("a", "x");
  json.key("b");
  json.begin_array();
  json.number(1);
  json.null();
  json.begin_object();
  json.end_object();
  json.end_array();
  json.maybe("c", std::nullopt);
  json.key("d");
  json.decimal(2.5, 1);
  json.end_object();
  EXPECT_EQ(out, R"({"a":"x","b":[1,null,{}],"c":null,"d":2.5})");
}

event::Row row_with(const std::string& title) {
  static const codebook::CameoCode code{"111", codebook::Root::ACCUSE, "disapprove", 3, -2.0, "Criticize or denounce",
                                        ""};
  event::Row row;
  row.id = "0123456789abcdef";
  row.article = {"a", "en", std::nullopt, std::nullopt, title, std::nullopt, std::nullopt};
  row.code = &code;
  row.evidence.text = row.trigger.text = "condemned";
  row.rule = "en/condemn";
  return row;
}

std::string csv_of(const std::string& title) {
  std::string out;
  exchange::write_csv(row_with(title), out);
  return out;
}

TEST(Csv, QuotesAsRfc4180Says) {
  EXPECT_NE(csv_of("plain").find(",plain,"), std::string::npos);
  EXPECT_NE(csv_of("one, two").find(",\"one, two\","), std::string::npos);
  EXPECT_NE(csv_of("the \"deal\"").find(",\"the \"\"deal\"\"\","), std::string::npos);
}

TEST(Csv, MakesFormulasHarmless) {
  for (const char* formula : {"=1+1", "+cmd", "-2", "@sum"})
    EXPECT_NE(csv_of(formula).find(std::string(",\"'") + formula + "\","), std::string::npos) << formula;
}

TEST(Csv, KeepsNegativeNumbersNumbers) { EXPECT_NE(csv_of("plain").find(",-2.0,"), std::string::npos); }

TEST(Formats, AreKnownByName) {
  EXPECT_EQ(exchange::parse_format("csv"), exchange::Format::csv);
  EXPECT_EQ(exchange::parse_format("xml"), std::nullopt);
  EXPECT_TRUE(exchange::header(exchange::Format::jsonl).empty());
}

TEST(Jsonl, WritesAbsentAsNull) {
  std::string out;
  exchange::write(exchange::Format::jsonl, row_with("t"), out);
  EXPECT_NE(out.find("\"source\":null,\"target\":null,\"event\":\"ACCUSE\",\"mode\":null"), std::string::npos) << out;
  EXPECT_NE(out.find("\"date\":null,\"date_begin\":null"), std::string::npos);
  EXPECT_EQ(out.back(), '\n');
}

}  // namespace
}  // namespace warta
