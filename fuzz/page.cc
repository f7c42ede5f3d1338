// Bytes as an HTML page: extract must give valid UTF-8, blocks in order and inside the text, or say why not. The first
// line, if it begins with "charset:", is the header's charset. Seeds: fuzz/seeds/page/, dictionary: fuzz/page.dict
#include <string>

#include "extracting.h"

namespace {

using namespace warta;
using fuzz::require;

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
  fuzz::check_blocks(article, article.body_end);
  for (const Span caption : article.captions) require(caption.begin >= article.body_end);
  if (article.dateline) require(article.dateline->begin >= article.body_end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  extract::Options options;
  options.any = true;
  return fuzz::extract_and_check(record_of({reinterpret_cast<const char*>(data), size}), options, check);
}
