// Meta elements whose keys outlets use for the same thing: "article:published_time", "content_PublishedDate",
// "parsely-pub-date". Table: data/pages/metadata.tsv, format: docs/formats/metadata.md. Tests:
// tests/extract/metadata_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/result.h"
#include "page.h"

namespace warta::extract {

// clang-format off
enum class MetaField : std::uint8_t {
  title, published, updated, author, editor, outlet, handle, section, tags, image, caption, url, language, kind, agency,
  count_
};
// clang-format on

struct MetaFact {
  MetaField field{};
  float confidence = 0;  // that of its key: 0 to 1
  std::string value;     // plain text, not empty
};

class MetaKeys {
 public:
  static Result<MetaKeys> load(const std::vector<std::string>& data_folders);

  // What the meta elements of a page say, the surest of each field first, else in page order.
  std::vector<MetaFact> facts_of(const Page& page) const;
  // What an itemprop, or one of the names of a class or id attribute, means; count_: nothing.
  MetaField field_of(std::string_view names) const;

 private:
  struct Entry {
    MetaField field{};
    float confidence = 0;
  };
  Result<void> read(const std::string& path);
  const Entry* find(std::string_view key) const;

  std::unordered_map<std::string, Entry> whole_;
  std::vector<std::pair<std::string, Entry>> endings_;
};

}  // namespace warta::extract
