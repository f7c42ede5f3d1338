// Class words: what the words of class and id attributes tell of an element. `related-posts` is a list of links to
// other articles in any outlet's template. Table: data/pages/classes.tsv, format: docs/formats/classes.md. Tests:
// tests/extract/page_test.cc
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "hash_table.h"

namespace warta::extract {

// clang-format off
enum class ClassKind : std::uint8_t {
  body, title, deck, author, date, caption, media, tags, share, related, ad, comment, menu, promo, notice, credit, section,
  paywall, hidden, video, live, side, footer, header, listing, wrapper,
  frame, count_
};
// clang-format on
using ClassKinds = std::uint32_t;
static_assert(static_cast<unsigned>(ClassKind::count_) <= 32);
constexpr ClassKinds bit(ClassKind kind) { return ClassKinds{1} << static_cast<unsigned>(kind); }
std::string_view word(ClassKind kind);

class ClassWords {
 public:
  static Result<ClassWords> load(const std::vector<std::string>& data_folders);

  // Kinds of the words of an attribute: parts of its names between marks and at capitals, and each name as a whole.
  ClassKinds of(std::string_view attribute) const;

 private:
  Result<void> read(const std::string& path);

  HashTable<ClassKinds> words_, beginnings_;
  std::size_t longest_ = 0;  // of beginnings
};

}  // namespace warta::extract
