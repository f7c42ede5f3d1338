#include "class_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "tables.h"

namespace warta::extract {
namespace {

// clang-format off
constexpr std::array<std::string_view, static_cast<std::size_t>(ClassKind::count_)> kNames{
    "body", "title", "deck", "author", "date", "caption", "media", "tags", "share", "related", "ad", "comment", "menu",
    "promo", "notice", "credit", "section", "paywall", "hidden", "video", "live", "side", "footer", "header", "listing",
    "wrapper",
    "frame"};
// clang-format on

// Parts of a page that a frame around them is named after: `content-sidebar-wrap` and `has-sidebar` hold the article.
constexpr ClassKinds kLayout = bit(ClassKind::side) | bit(ClassKind::header) | bit(ClassKind::footer) |
                               bit(ClassKind::menu) | bit(ClassKind::ad) | bit(ClassKind::hidden);

constexpr std::size_t kLongestAttribute = 400;  // template engines write pages of utility classes; words come first

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_lower(c) || is_upper(c); }
constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

struct Fold {
  std::uint32_t hash = 2166136261u;
  void add(char c) { hash = (hash ^ static_cast<unsigned char>(is_upper(c) ? c + ('a' - 'A') : c)) * 16777619u; }
};

std::uint32_t fold(std::string_view word) {
  Fold made;
  for (const char c : word) made.add(c);
  return made.hash;
}

}  // namespace

std::string_view word(ClassKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

Result<ClassWords> ClassWords::load(const std::vector<std::string>& data_folders) {
  ClassWords classes;
  for (const std::string& folder : data_folders) {
    const std::string path = folder + "/pages/classes.tsv";
    if (std::filesystem::exists(path)) WARTA_CHECK(classes.read(path));
  }
  return classes;
}

Result<void> ClassWords::read(const std::string& path) {
  for (const TableRow& row : WARTA_TRY(read_table(path, 2))) {
    const auto name = std::find(kNames.begin(), kNames.end(), row.cells[0]);
    if (name == kNames.end())
      return tl::unexpected<Error>(
          Error{Why::bad_format, fmt::format("no kind of class words: \"{}\"", row.cells[0]), path, row.line, 0});
    const ClassKinds kind = ClassKinds{1} << static_cast<unsigned>(name - kNames.begin());
    std::string_view rest = row.cells[1];
    while (!rest.empty()) {
      const std::size_t stop = std::min(rest.find(' '), rest.size());
      std::string_view word = rest.substr(0, stop);
      rest.remove_prefix(std::min(stop + 1, rest.size()));
      if (word.empty()) continue;
      if (word.back() == '*') {
        word.remove_suffix(1);
        longest_ = std::max(longest_, word.size());
        beginnings_[fold(word)] |= kind;
      } else {
        words_[fold(word)] |= kind;
      }
    }
  }
  return {};
}

ClassKinds ClassWords::of(std::string_view attribute) const {
  ClassKinds kinds = 0;
  attribute = attribute.substr(0, kLongestAttribute);
  const auto look_up = [](const HashTable<ClassKinds>& table, std::uint32_t hash) {
    const ClassKinds* const found = table.find(hash);
    return found ? *found : ClassKinds{0};
  };
  Fold name, part;
  std::size_t letters = 0;
  bool whole = true;  // the name is one part so far
  ClassKinds of_name = 0;
  const auto end_name = [&] {
    if (!whole) of_name |= look_up(words_, name.hash);
    kinds |= of_name & bit(ClassKind::frame) ? of_name & ~kLayout : of_name;
    name = {}, whole = true, of_name = 0;
  };
  const auto end_part = [&] {
    if (letters > 1) of_name |= look_up(words_, part.hash);
    part = {};
    letters = 0;
  };
  for (std::size_t i = 0; i < attribute.size(); ++i) {
    const char c = attribute[i];
    const bool camel = i > 0 && is_upper(c) && is_lower(attribute[i - 1]);
    if (camel || !is_letter(c)) {
      end_part();
      if (is_space(c)) {
        end_name();
        continue;
      }
      whole = false;
    }
    name.add(c);
    if (!is_letter(c)) continue;
    part.add(c);
    if (++letters >= 3 && letters <= longest_) of_name |= look_up(beginnings_, part.hash);
  }
  end_part();
  end_name();
  return kinds & ~bit(ClassKind::frame);
}

}  // namespace warta::extract
