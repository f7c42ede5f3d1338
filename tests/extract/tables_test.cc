#include "tables.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <unordered_map>

#include "extract/extract.h"
#include "lines.h"
#include "tables_of_data.h"

namespace warta::extract {
namespace {

namespace fs = std::filesystem;

// Beside std::unordered_map, with keys that begin and end alike, and 0, which marks free places inside.
TEST(HashTable, HoldsWhatWasPut) {
  HashTable<int> table;
  std::unordered_map<std::uint64_t, int> truth;
  EXPECT_EQ(table.find(7), nullptr);
  std::uint64_t key = 1;
  for (int i = 0; i < 5000; ++i) {
    for (const std::uint64_t one : {key, static_cast<std::uint64_t>(i), std::uint64_t(i) << 40})
      table[one] += i, truth[one] += i;
    key = chain(key, static_cast<std::uint64_t>(i));
  }
  for (const auto& [one, value] : truth) {
    if (one <= 1) continue;  // one place
    ASSERT_NE(table.find(one), nullptr);
    EXPECT_EQ(*table.find(one), value);
    if (truth.count(one ^ 0x5555) == 0) {
      EXPECT_EQ(table.find(one ^ 0x5555), nullptr);
    }
  }
}

// Data folders of the test's own.
class DataFolders : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("warta_extract_" + std::to_string(getpid()) + "_" +
                                           ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return (folder_ / name).string();
  }
  Error furniture_error(const std::string& rows) const {
    const std::string path = write("lang/xx/furniture.tsv", "kind\tvalue\twords\n" + rows);
    const auto table = Furniture::load({folder_.string()});
    EXPECT_FALSE(table) << rows;
    EXPECT_EQ(table ? path : table.error().file, path);
    return table ? Error{} : table.error();
  }
  fs::path folder_;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  find_words(text, 0, static_cast<std::uint32_t>(text.size()), 64, words);
  return words;
}

std::vector<std::string> cut(std::string_view text) {
  std::vector<std::string> out;
  for (const Word& word : words_of(text)) out.emplace_back(text.substr(word.begin, word.end - word.begin));
  return out;
}

TEST(Words, AreCutAndFolded) {
  EXPECT_EQ(cut("Jum'at, 5-7 Mei: REPUBLIKA.CO.ID -- (Kim-Putin) U.S."),
            (std::vector<std::string>{"Jum'at", "5-7", "Mei", "REPUBLIKA.CO.ID", "Kim-Putin", "U.S"}));
  EXPECT_EQ(cut("\xc2\xa9"
                "2024 Pena \xc2\xa9Obor"),
            (std::vector<std::string>{"\xc2\xa9", "2024", "Pena", "\xc2\xa9", "Obor"}));
  EXPECT_EQ(hash_of("MOSKOW"), hash_of("moskow"));
  EXPECT_EQ(hash_of("Jum\xe2\x80\x99"
                    "at"),
            hash_of("jum'at"));
  EXPECT_NE(hash_of("MOSKOW"), hash_of("MOSKVA"));
  const auto words = words_of("Editor: 12/02 ISTANBUL .");
  ASSERT_EQ(words.size(), 4u);
  EXPECT_EQ(words[0].after, ':');
  EXPECT_TRUE(words[0].upper && !words[0].all_upper);
  EXPECT_EQ(words[1].after, '/');
  EXPECT_TRUE(words[1].number && words[2].digit);
  EXPECT_TRUE(words[3].all_upper);
  std::vector<Word> few;
  EXPECT_EQ(find_words("satu dua tiga", 0, 13, 2, few), 9u) << "where the limit stopped it";
}

TEST(Ends, OfStretches) {
  const std::vector<std::pair<std::string, End>> ends{{"Ia pergi.", End::stop},
                                                      {"Ia pergi!\"", End::stop},
                                                      {"Ia pergi. (rdp/ahs)", End::stop},
                                                      {"Ia pergi (ke Solo).", End::stop},
                                                      {"Ia pergi?", End::question},
                                                      {"katanya:", End::colon},
                                                      {"dan,", End::comma},
                                                      {"Presiden Tiba di Solo", End::none},
                                                      {"(Ia pergi.)", End::none},
                                                      {"\xe2\x80\x9cIa pergi.\xe2\x80\x9d", End::stop},
                                                      {"", End::none},
                                                      {"Dan lalu\xe2\x80\xa6", End::stop},
                                                      {"Kapal (foto: Ani.)", End::stop},
                                                      {"Presiden (79)", End::none},
                                                      {")", End::none},
                                                      {"()", End::none}};
  for (const auto& [text, end] : ends) EXPECT_EQ(end_of(text), end) << text;
}

TEST_F(DataFolders, FurnitureThatIsWrong) {
  EXPECT_EQ(furniture_error("advert\t-\tIklan\n").note, "line 2: no such kind: advert");
  EXPECT_EQ(furniture_error("ad\tIklan\n").note, "line 2: 2 cells instead of 3");
  EXPECT_EQ(furniture_error("# Iklan\nad\t-\tIklan | *\n").note, "line 3: \"*\" has no words");
  EXPECT_EQ(Furniture::load({(folder_ / "none").string()}).error().why, Why::cannot_open);
}

TEST_F(DataFolders, PhrasesAndWhereTheyStand) {
  write("lang/xx/furniture.tsv",
        "kind\tvalue\twords\nlink\t-\tBaca Juga* | Baca\nend\t-\tDibaca 0 kali\nmonth\t5\tMei\n");
  const auto table = Furniture::load({folder_.string()});
  ASSERT_TRUE(table) << table.error().message();
  const auto words = words_of("BACA JUGA Dibaca 204 kali mei");
  ASSERT_TRUE(table->longest(Kind::link, words, 0, words.size()));
  EXPECT_EQ(table->longest(Kind::link, words, 0, words.size())->words, 2u) << "the longest";
  EXPECT_EQ(table->longest(Kind::link, words, 0, 1)->words, 1u) << "of what the end leaves";
  EXPECT_TRUE(table->longest(Kind::end, words, 2, words.size())) << "0 stands for any number";
  EXPECT_EQ(table->longest(Kind::month, words, 5, words.size())->value, "5");
  EXPECT_EQ(table->longest(Kind::month, words, 4, words.size()), nullptr);
}

TEST_F(DataFolders, LaterFoldersAdd) {
  write("lang/xx/furniture.tsv", "kind\tvalue\twords\nnote\t-\tHarap bersabar*\n");
  write("lang/languages/words.tsv", "language\tkind\tpoints\twords\nid\tword\t9\tzzyzx\n");
  const auto loaded = Extractor::load({data_folders()[0], folder_.string()});
  ASSERT_TRUE(loaded) << loaded.error().message();
  ingest::Record record;
  record.text =
      "Harap bersabar, halaman sedang dimuat\nKenya dan Uganda menandatangani perjanjian pertahanan pada Selasa.";
  const auto article = loaded->extract(std::move(record), {});
  ASSERT_TRUE(article);
  EXPECT_EQ(article->blocks.size(), 1u);
  EXPECT_EQ(loaded->language_of("zzyzx").language, "id");
}

TEST_F(DataFolders, LanguagesThatAreWrong) {
  const auto note = [&](const std::string& row) {
    write("lang/languages/words.tsv", "language\tkind\tpoints\twords\n" + row + "\n");
    const auto table = Languages::load({folder_.string()});
    return table ? std::string("none") : table.error().note;
  };
  EXPECT_EQ(note("id\tworm\t1\tyang"), "line 2: no such kind: worm");
  EXPECT_EQ(note("id\tword\tx\tyang"), "line 2: points are no number");
  EXPECT_EQ(note("ru\tscript\t1\t0400"), "line 2: a script is a range like 0400-04ff");
  EXPECT_EQ(note("id,ms\tword\t1\tyang  dan"), "none");
  EXPECT_EQ(Languages::load({(folder_ / "none").string()}).error().why, Why::cannot_open);
}

}  // namespace
}  // namespace warta::extract
