// Bytes as an HTML page: extract must give valid UTF-8, blocks in order and inside the text, or say why not. The first
// line, if it begins with "charset:", is the header's charset. Seeds: fuzz/seeds/page/, dictionary: fuzz/page.dict
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "extract/extract.h"

namespace {

using namespace warta;

void require(bool holds) {
  if (!holds) std::abort();
}

const extract::Extractor& extractor() {
  static const auto loaded = extract::Extractor::load({WARTA_DATA_DIR});
  require(loaded.has_value());
  return *loaded;
}

ingest::Record record_of(std::string_view input) {
  constexpr std::string_view kCharset = "charset:";
  ingest::Record record;
  record.form = ingest::Form::page;
  if (input.substr(0, kCharset.size()) == kCharset) {
    const std::size_t end = std::min(input.find('\n'), input.size());
    record.charset = std::string(input.substr(kCharset.size(), end - kCharset.size()));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
  record.text = std::string(input);
  return record;
}

void check(const extract::Article& article) {
  require(!utf8::first_invalid(article.text));
  require(article.body_begin <= article.body_end && article.body_end <= article.text.size());
  std::uint32_t end = 0;
  for (const extract::Block& block : article.blocks) {
    require(block.span.begin >= end && block.span.begin < block.span.end && block.span.end <= article.body_end);
    require(utf8::is_boundary(article.text, block.span.begin) && utf8::is_boundary(article.text, block.span.end));
    end = block.span.end;
  }
  for (const Span caption : article.captions) require(caption.begin >= article.body_end);
  if (article.dateline) require(article.dateline->begin >= article.body_end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  extract::Options options;
  options.any = true;
  const auto article = extractor().extract(record_of({reinterpret_cast<const char*>(data), size}), options);
  if (article)
    check(*article);
  else
    require(!article.error().note.empty() && !utf8::first_invalid(article.error().note));
  return 0;
}
