#include "conllu.h"

#include <gtest/gtest.h>

#include "syntax/support.h"

namespace warta::syntax {
namespace {

// What https://universaldependencies.org/format.html demands of every sentence.
void expect_valid(const std::string& text) {
  std::istringstream lines(text);
  std::vector<int> heads;
  int roots = 0, range_end = 0;
  std::string joined, plain;
  const auto finish = [&] {
    EXPECT_EQ(roots, 1);
    for (std::size_t start = 0; start < heads.size(); ++start) {
      std::size_t steps = 0;
      for (int at = static_cast<int>(start) + 1; at != 0 && steps <= heads.size(); ++steps) {
        ASSERT_LE(at, static_cast<int>(heads.size()));
        at = heads[static_cast<std::size_t>(at) - 1];
      }
      EXPECT_LE(steps, heads.size()) << "a circle";
    }
    EXPECT_EQ(joined, plain);
    heads.clear(), joined.clear(), plain.clear();
    roots = range_end = 0;
  };
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      finish();
      continue;
    }
    if (line.rfind("# text = ", 0) == 0) plain = line.substr(9);
    if (line[0] == '#') continue;
    std::vector<std::string> columns;
    std::istringstream fields(line);
    for (std::string column; std::getline(fields, column, '\t');) columns.push_back(column);
    ASSERT_EQ(columns.size(), 10u) << line;
    for (const std::string& column : columns) EXPECT_FALSE(column.empty()) << line;
    const std::string gap = columns[9] == "SpaceAfter=No" ? "" : " ";
    if (columns[0].find('-') != std::string::npos) {
      range_end = std::stoi(columns[0].substr(columns[0].find('-') + 1));
      joined += columns[1] + gap;
      continue;
    }
    EXPECT_EQ(std::stoi(columns[0]), static_cast<int>(heads.size()) + 1);
    EXPECT_TRUE(parse_upos(columns[3])) << line;
    EXPECT_TRUE(parse_relation(columns[7])) << line;
    heads.push_back(std::stoi(columns[6]));
    roots += heads.back() == 0;
    EXPECT_EQ(heads.back() == 0, columns[7] == "root") << line;
    if (static_cast<int>(heads.size()) > range_end) joined += columns[1] + gap;
    while (joined.size() > plain.size() && joined.back() == ' ') joined.pop_back();
  }
  EXPECT_TRUE(heads.empty());
}

TEST(Conllu, OfADocumentIsValid) {
  Arena arena;
  const std::pair<std::string, std::string> texts[] = {
      {"id", "Ia menyetujuinya, katanya. \"Kami pergi,\" ujar Hartawan (54).\n\nTitik"},
      {"en", "They didn't sign... \"It can't be Kenya's,\" he said? Yes!"}};
  for (const auto& [language, text] : texts) {
    const auto analyzer = Analyzer::load(models(), language);
    ASSERT_TRUE(analyzer) << analyzer.error().message();
    const std::string made = to_conllu(analyze(*analyzer, text, arena), "a");
    expect_valid(made);
    EXPECT_EQ(made.rfind("# sent_id = a-1\n# text = ", 0), 0u);
    EXPECT_TRUE(read_conllu(made));
  }
}

TEST(Conllu, TheTinyTreebankIsValid) { expect_valid(read_text(test_path("tiny.conllu"))); }

TEST(Conllu, ReadsRangesAndSpaces) {
  const auto read = read_conllu(
      "# text = Katanya.\n1-2\tKatanya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tkata\tkata\tNOUN\t_\t_\t0\troot\t_\t_\n"
      "2\tnya\tnya\tPRON\t_\t_\t1\tnmod:poss\t_\t_\n3\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_\n\n");
  ASSERT_TRUE(read) << read.error().message();
  ASSERT_EQ(read->size(), 1u);
  ASSERT_EQ(read->front().words.size(), 3u);
  EXPECT_EQ(read->front().ranges, std::vector<std::string>{"Katanya"});
  EXPECT_EQ(read->front().words[1].relation, (Relation{Rel::nmod, Sub::poss}));
}

TEST(Conllu, ErrorsNameTheLine) {
  const auto bad = read_conllu("1\tkata\tkata\tNOUN\t_\t_\t0\troot\t_\t_\n2\tnya\tnya\tPRON\n\n");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().why, Why::bad_format);
  EXPECT_FALSE(read_conllu("1\ta\ta\tTHING\t_\t_\t0\troot\t_\t_\n\n"));
  EXPECT_FALSE(read_conllu("1\ta\ta\tNOUN\t_\t_\t7\tnsubj\t_\t_\n\n"));
}

}  // namespace
}  // namespace warta::syntax
