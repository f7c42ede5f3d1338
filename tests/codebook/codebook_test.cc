#include "codebook/codebook.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/utf8.h"
#include "codebook/files.h"

namespace warta::codebook {
namespace {

namespace fs = std::filesystem;

// A folder of its own for each test, gone afterwards.
class Loading : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("warta_codebook_" + std::to_string(getpid()) + "_" +
                                           ::testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string overlay() const { return folder_.string(); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  const std::string base_ = test_path("data/base"), own_ = test_path("data/overlay");
  fs::path folder_;
};

template <class Value>
std::optional<Value> find(const Phrases<Value>& book, const std::string& phrase) {
  std::vector<std::string> lower;
  for (const auto word : words_of(phrase)) lower.push_back(utf8::lower(word));
  const auto match =
      book.longest([&](std::uint32_t n) { return n < lower.size() ? std::string_view(lower[n]) : std::string_view{}; },
                   [](Case, std::uint32_t) { return true; });
  if (!match || match->words != lower.size()) return std::nullopt;
  return *match->value;
}

TEST_F(Loading, TheWhole) {
  const auto book = Codebook::load({base_});
  ASSERT_TRUE(book) << book.error().message();
  EXPECT_EQ(book->languages(), (std::vector<std::string>{"en", "id"}));
  ASSERT_TRUE(book->language("id"));
  const Language* id = *book->language("id");
  EXPECT_FALSE(book->language("fr"));
  EXPECT_EQ(id->name, "id");
  EXPECT_EQ(id->frames.frames().size(), 3u);
  EXPECT_EQ(id->frames.frames()[0].name, "agree") << "files in the order of their names";
  EXPECT_EQ(find(id->contexts, "latihan"), (std::vector<std::string>{"military", "economic"}));
  EXPECT_EQ(book->ontology().contexts().size(), 2u);
  // Codes of frames are those of the ontology that the codebook holds.
  EXPECT_EQ(id->frames.frames()[1].code, book->ontology().find("173"));
}

TEST_F(Loading, Places) {
  const auto book = Codebook::load({base_});
  ASSERT_TRUE(book) << book.error().message();
  const auto paris = find(book->places().phrases(), "Paris");
  ASSERT_TRUE(paris);
  ASSERT_EQ(paris->size(), 2u);
  EXPECT_EQ(book->places().place((*paris)[0]).country, "FRA") << "the most populous first";
  EXPECT_EQ(book->places().place((*paris)[1]).admin1, "Texas");
  const auto alias = find(book->places().phrases(), "Kota Paris");
  ASSERT_TRUE(alias && alias->size() == 1);
  EXPECT_EQ(book->places().place(alias->front()).geonames_id, 2988507u);
  const auto sea = find(book->places().phrases(), "Laut China Selatan");
  ASSERT_TRUE(sea);
  EXPECT_EQ(book->places().place(sea->front()).kind, PlaceKind::water);
  EXPECT_EQ(book->places().place(sea->front()).country, "");
  EXPECT_EQ(book->places().place(sea->front()).latitude, 12);
  const auto nairobi = find(book->places().phrases(), "Nairobi");
  ASSERT_TRUE(nairobi);
  EXPECT_EQ(book->places().place(nairobi->front()).latitude, -1.28);
  EXPECT_EQ(book->places().place(nairobi->front()).longitude, 36.81);
}

TEST_F(Loading, ALaterFolderLiesOver) {
  const auto plain = Codebook::load({base_}), both = Codebook::load({base_, own_});
  ASSERT_TRUE(plain && both);
  const NameBook& names = both->language("en").value()->names;
  EXPECT_TRUE(find(names.phrases(), "Hill Brigade"));
  EXPECT_FALSE(find(names.phrases(), "Lakeside Front")) << "the file is replaced, not added to";
  EXPECT_EQ(both->language("id").value()->frames.frames().size(), 4u) << "a new file of frames adds";
  EXPECT_EQ(both->language("en").value()->frames.frames().size(),
            plain->language("en").value()->frames.frames().size());
  EXPECT_NE(both->fingerprint(), plain->fingerprint());
}

TEST_F(Loading, FingerprintIsOfNamesAndBytes) {
  const auto first = Codebook::load({base_}), again = Codebook::load({base_});
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->fingerprint(), again->fingerprint());
  EXPECT_EQ(first->fingerprint().size(), 16u);
  // A copy elsewhere, its files made in another order, is the same codebook.
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(base_))
    if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), base_));
  std::sort(files.rbegin(), files.rend());
  for (const fs::path& file : files) write(file.string(), read_text(base_ + "/" + file.string()));
  write("places/README.md", "not read\n");
  write("lang/id/furniture.txt", "another room's\n");
  const auto copy = Codebook::load({overlay()});
  ASSERT_TRUE(copy) << copy.error().message();
  EXPECT_EQ(copy->fingerprint(), first->fingerprint());
  write("actors/groups.tsv", base("actors/groups.tsv") + "# one more line\n");
  EXPECT_NE(Codebook::load({overlay()})->fingerprint(), first->fingerprint());
}

TEST_F(Loading, OptionalFilesMayBeMissing) {
  for (const char* file : {"ontology/roots.tsv", "ontology/modes.tsv", "ontology/cameo.tsv", "actors/countries.tsv"})
    write(file, base(file));
  write("lang/xx/lexicon.txt", "");
  write("lang/yy/furniture.txt", "no lexicon: no language\n");
  const auto book = Codebook::load({overlay()});
  ASSERT_TRUE(book) << book.error().message();
  EXPECT_EQ(book->languages(), std::vector<std::string>{"xx"});
  EXPECT_EQ(book->places().size(), 0u);
}

TEST_F(Loading, WhatMustBeThere) {
  EXPECT_EQ(Codebook::load({"/nowhere/at/all"}).error().why, Why::cannot_open);
  EXPECT_EQ(Codebook::load({"/nowhere/at/all"}).error().file, "/nowhere/at/all");
  EXPECT_EQ(Codebook::load({}).error().why, Why::cannot_open);
  EXPECT_EQ(Codebook::load({overlay()}).error().note, "no folder of data has ontology/roots.tsv");
}

TEST_F(Loading, AMisspelledTableIsAnError) {
  write("actors/group.tsv", "code\tname\n");
  const auto book = Codebook::load({base_, overlay()});
  ASSERT_FALSE(book);
  EXPECT_EQ(book.error().file, overlay() + "/actors/group.tsv");
}

struct BadFile {
  std::string name, file, text, error;
};

char byte(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return static_cast<char>(value);
}

std::string unescape(const std::string& line) {
  std::string out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] != '\\' || i + 1 == line.size()) {
      out += line[i];
      continue;
    }
    const char c = line[++i];
    if (c == 't')
      out += '\t';
    else if (c == 'r')
      out += '\r';
    else if (c == 'x')
      out += byte(std::string_view(line).substr(i + 1, 2)), i += 2;
  }
  return out;
}

std::vector<BadFile> bad_files() {
  std::vector<BadFile> out;
  for (const std::string& line : lines_of(test_path("cases/errors.txt"))) {
    if (line.substr(0, 3) == "== ")
      out.push_back({line.substr(3), "", "", ""});
    else if (!line.empty() && line[0] == '|')
      out.back().text += unescape(line.substr(1)) + "\n";
    else if (line.substr(0, 7) == "file   ")
      out.back().file = line.substr(7);
    else if (line.substr(0, 7) == "error  ")
      out.back().error = line.substr(7);
  }
  return out;
}

TEST_F(Loading, ErrorsNameFileLineAndReason) {
  const auto cases = bad_files();
  EXPECT_GE(cases.size(), 70u);
  for (const BadFile& bad : cases) {
    SCOPED_TRACE(bad.name);
    fs::remove_all(folder_);
    write(bad.file, bad.text);
    const auto book = Codebook::load({base_, overlay()});
    if (bad.error.empty()) {
      EXPECT_TRUE(book) << book.error().message();
      continue;
    }
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().why, Why::bad_format);
    EXPECT_EQ(book.error().file, overlay() + "/" + bad.file);
    EXPECT_NE(book.error().note.find(bad.error), std::string::npos) << book.error().note;
  }
}

// The shipped data, where they are: they load, and name nothing twice in a way that the readers refuse.
TEST(Shipped, Loads) {
  const std::string data = std::string(WARTA_SOURCE_DIR) + "/data";
  const auto book = Codebook::load({data});
  ASSERT_TRUE(book) << book.error().message();
  for (const char* language : {"en", "id"}) {
    ASSERT_TRUE(book->language(language)) << language;
    const Language* one = *book->language(language);
    EXPECT_GE(one->frames.frames().size(), 100u) << language;
    EXPECT_GE(one->names.size(), 200u) << language;
    EXPECT_GE(one->roles.phrases.size(), 200u) << language;
  }
  EXPECT_GE(book->ontology().codes().size(), 290u);
  EXPECT_EQ(book->ontology().contexts().size(), 37u);
  EXPECT_GE(book->places().size(), 10000u);
}

}  // namespace
}  // namespace warta::codebook
