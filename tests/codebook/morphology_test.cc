#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <sstream>

#include "base/hash.h"
#include "codebook/files.h"
#include "inflector.h"
#include "lexicon.h"

namespace warta::codebook {
namespace {

constexpr std::array<const char*, 5> kSuffix{"", "/active", "/passive", "/stative", "/nominal"};

std::vector<std::string> sorted(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  return words;
}

std::vector<std::string> forms(const Morphology& morphology, WordClass word_class, const std::string& phrase) {
  std::vector<std::string> out;
  Inflector(morphology).each(word_class, phrase, [&](const std::vector<std::uint64_t>& keys, Feature feature) {
    out.push_back(hex16(keys.back()) + kSuffix[static_cast<std::size_t>(feature)]);
  });
  return out;
}

// "cease_-_fires/nominal" as `forms` tells it: the key of its words, with its feature.
std::string told(const std::string& form) {
  const std::size_t slash = form.find('/');
  std::istringstream stream(form.substr(0, slash));
  std::uint64_t key = 0;
  for (std::string word; std::getline(stream, word, '_');) key = chain(key, word);
  return hex16(key) + (slash == std::string::npos ? "" : form.substr(slash));
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string word; stream >> word;) out.push_back(told(word));
  return out;
}

TEST(Morphology, Cases) {
  const auto id = Morphology::read(base("lang/id/morphology.tsv")),
             en = Morphology::read(base("lang/en/morphology.tsv"));
  ASSERT_TRUE(id) << id.error().message();
  ASSERT_TRUE(en) << en.error().message();
  std::size_t count = 0;
  for (const std::string& line : lines_of(test_path("cases/morphology.txt"))) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t colon = line.find(':');
    ASSERT_NE(colon, std::string::npos) << line;
    ++count;
    const WordClass word_class = line.substr(3, 4) == "noun" ? WordClass::noun : WordClass::verb;
    const Morphology& morphology = line.substr(0, 2) == "id" ? *id : *en;
    EXPECT_EQ(sorted(forms(morphology, word_class, line.substr(8, colon - 8))), sorted(words(line.substr(colon + 1))))
        << line;
  }
  EXPECT_GE(count, 28u);
}

TEST(Morphology, TheStemComesFirst) {
  const auto id = Morphology::read(base("lang/id/morphology.tsv"));
  ASSERT_TRUE(id);
  const auto made = id->forms(WordClass::verb, "kecam");
  EXPECT_EQ(made.front().text, "kecam");
  EXPECT_EQ(made.front().feature, Feature::form);
}

TEST(Morphology, NounFirst) {
  EXPECT_TRUE(Morphology::read(base("lang/id/morphology.tsv"))->noun_first());
  EXPECT_FALSE(Morphology::read(base("lang/en/morphology.tsv"))->noun_first());
}

TEST(Morphology, WithoutAFileOnlyTheStem) {
  const auto none = Morphology::read("");
  ASSERT_TRUE(none);
  EXPECT_EQ(none->forms(WordClass::verb, "attack").size(), 1u);
}

}  // namespace
}  // namespace warta::codebook
