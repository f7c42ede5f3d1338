// What the targets of pages and of plain texts share: the extractor over the shipped data, and what must hold of every
// answer, an article or a refusal.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <string_view>

#include "base/utf8.h"
#include "extract/extract.h"

namespace warta::fuzz {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline const extract::Extractor& extractor() {
  static const auto loaded = extract::Extractor::load({WARTA_DATA_DIR});
  require(loaded.has_value());
  return *loaded;
}

// Blocks of the article in order, on borders of characters, up to `end`.
inline void check_blocks(const extract::Article& article, std::uint32_t last) {
  std::uint32_t end = 0;
  for (const extract::Block& block : article.blocks) {
    require(block.span.begin >= end && block.span.begin < block.span.end && block.span.end <= last);
    require(utf8::is_boundary(article.text, block.span.begin) && utf8::is_boundary(article.text, block.span.end));
    end = block.span.end;
  }
}

inline int extract_and_check(ingest::Record record, const extract::Options& options,
                             const std::function<void(const extract::Article&)>& check) {
  const auto article = extractor().extract(std::move(record), options);
  if (article)
    check(*article);
  else
    require(!article.error().note.empty() && !utf8::first_invalid(article.error().note));
  return 0;
}

}  // namespace warta::fuzz
