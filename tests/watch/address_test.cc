#include "watch/address.h"

#include <gtest/gtest.h>

#include "case_file.h"

namespace warta::watch {
namespace {

TEST(Address, Cases) {
  for (const test::Case& item : test::read_cases(WARTA_SOURCE_DIR "/tests/watch/cases/addresses.txt")) {
    for (const std::string& name : item.all("public")) {
      const auto address = parse_address(name);
      ASSERT_TRUE(address) << item.where() << " " << name;
      EXPECT_EQ(not_public(*address).value_or("public"), "public") << item.where() << " " << name;
    }
    for (const std::string& line : item.all("not")) {
      const std::string name = line.substr(0, line.find(' ')), what = test::strip(line.substr(name.size()));
      const auto address = parse_address(name);
      ASSERT_TRUE(address) << item.where() << " " << name;
      EXPECT_NE(std::string(not_public(*address).value_or("public")).find(what), std::string::npos)
          << item.where() << " " << line << ": " << not_public(*address).value_or("public");
    }
  }
}

TEST(Address, Text) {
  EXPECT_EQ(text(*parse_address("10.0.0.1")), "10.0.0.1");
  EXPECT_EQ(text(*parse_address("2001:DB8:0::1")), "2001:db8::1");
  EXPECT_FALSE(parse_address("10.0.0"));
  EXPECT_FALSE(parse_address("example.org"));
}

}  // namespace
}  // namespace warta::watch
