#include "walk.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "files.h"

namespace warta::ingest {
namespace {

class Walking : public InFolder {
 protected:
  // Names without the folder; errors as "!note".
  std::vector<std::string> walk(std::vector<std::string> inputs) const {
    std::vector<std::string> names;
    Walk walk(std::move(inputs));
    while (auto file = walk.next()) {
      EXPECT_TRUE(*file || file->error().why == Why::cannot_open);
      names.push_back(*file ? shortened(**file) : shortened(file->error().file) + "!" + file->error().note);
    }
    return names;
  }
  std::string shortened(const std::string& name) const {
    const std::string prefix = folder_.string() + "/";
    return name.rfind(prefix, 0) == 0 ? name.substr(prefix.size()) : name;
  }
  using Names = std::vector<std::string>;
};

TEST_F(Walking, FoldersToTheBottomInByteOrderOfPaths) {
  for (const char* name :
       {"b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "a-1.txt", "Z.txt", "\xc3\xa4.txt", "10.txt", "9.txt"})
    write(name, "x");
  // '-' < '.' < '/': a folder stands where its name with a slash does.
  EXPECT_EQ(walk({folder_.string()}),
            (Names{"10.txt", "9.txt", "Z.txt", "a-1.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt", "\xc3\xa4.txt"}));
}

TEST_F(Walking, InputsInTheirOwnOrder) {
  write("a.txt", "x"), write("b/c.txt", "x");
  EXPECT_EQ(walk({path("b"), "-", path("a.txt"), path("b/c.txt")}), (Names{"b/c.txt", "-", "a.txt", "b/c.txt"}));
  EXPECT_EQ(walk({}), Names{});
}

TEST_F(Walking, PassesOverHiddenSpecialAndLinks) {
  write("a.txt", "x"), write(".hidden", "x"), write(".git/b.txt", "x"), write("sub/c.txt", "x");
  std::filesystem::create_directory_symlink(folder_, folder_ / "sub/loop");
  std::filesystem::create_symlink(folder_ / "a.txt", folder_ / "link.txt");
  ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
  EXPECT_EQ(walk({folder_.string()}), (Names{"a.txt", "link.txt", "sub/c.txt"})) << "a link to a file is a file";
  EXPECT_EQ(walk({path(".git"), path(".hidden")}), (Names{".git/b.txt", ".hidden"})) << "named outright";
  EXPECT_EQ(walk({path("sub/loop")}).size(), 3u) << "a link to a folder, named outright";
}

TEST_F(Walking, Globs) {
  write("b1.txt", "x"), write("a2.txt", "x"), write("c.gz", "x"), write("d.txt/e.md", "x"), write("q[1].txt", "x");
  EXPECT_EQ(walk({path("*.txt")}), (Names{"a2.txt", "b1.txt", "d.txt/e.md", "q[1].txt"}))
      << "folders that match are walked";
  EXPECT_EQ(walk({path("[ab]?.txt")}), (Names{"a2.txt", "b1.txt"}));
  EXPECT_EQ(walk({path("q[1].txt")}), (Names{"q[1].txt"})) << "a file of that very name comes before the pattern";
  EXPECT_EQ(walk({path("*.zip")}), (Names{"*.zip!nothing matches"}));
}

TEST_F(Walking, WhatCannotBeOpened) {
  write("a.txt", "x");
  EXPECT_EQ(walk({path("none.txt"), path("a.txt")}), (Names{"none.txt!no such file or folder", "a.txt"}));
  if (geteuid() == 0) GTEST_SKIP() << "nothing is closed to root";
  write("shut/b.txt", "x");
  std::filesystem::permissions(folder_ / "shut", std::filesystem::perms::none);
  const Names names = walk({folder_.string()});
  std::filesystem::permissions(folder_ / "shut", std::filesystem::perms::owner_all);
  EXPECT_EQ(names, (Names{"a.txt", "shut!Permission denied"}));
}

TEST_F(Walking, StoredBytes) {
  write("a.txt", "12345"), write("b/c.txt", "123");
  EXPECT_EQ(stored_bytes({folder_.string()}), 8u);
  EXPECT_EQ(stored_bytes({path("a.txt"), path("*.txt")}), 10u);
  EXPECT_EQ(stored_bytes({path("a.txt"), "-"}), std::nullopt) << "nobody knows how much comes through a pipe";
}

}  // namespace
}  // namespace warta::ingest
