#include "code_fit.h"

#include <gtest/gtest.h>

#include "case_file.h"

namespace warta::story {
namespace {

TEST(CodeFit, Cases) {
  const auto cases = warta::test::read_cases(std::string(WARTA_SOURCE_DIR) + "/tests/story/cases/codes.txt");
  ASSERT_FALSE(cases.empty());
  for (const auto& item : cases) {
    for (const auto& [key, value] : item.fields) {
      const std::string a = value.substr(0, value.find(' ')), b = value.substr(value.find(' ') + 1);
      EXPECT_EQ(code_fit(a, b).has_value(), key == "one") << item.where() << ": " << value;
      EXPECT_EQ(code_fit(a, b), code_fit(b, a)) << item.where() << ": " << value;
    }
  }
}

TEST(CodeFit, TheSameCodeSaysMoreThanALikeOne) {
  EXPECT_GT(code_fit("1411", "1411"), code_fit("141", "1411"));
  EXPECT_GT(code_fit("195", "195"), code_fit("190", "195"));
  EXPECT_GT(code_fit("195", "195"), code_fit("190", "190"));
}

}  // namespace
}  // namespace warta::story
