// Bytes as the text of an article: extract must give blocks in order and inside the text, or say why not. The first
// line may hold fields: "title|date|language". Seeds: fuzz/seeds/plain_text/
#include <string>

#include "extracting.h"

namespace {

using namespace warta;
using fuzz::require;

std::optional<std::string> cut_field(std::string_view& fields) {
  const std::size_t bar = std::min(fields.find('|'), fields.size());
  std::string field(fields.substr(0, bar));
  fields.remove_prefix(std::min(bar + 1, fields.size()));
  return utf8::trim(field).empty() ? std::nullopt : std::optional(std::move(field));
}

ingest::Record record_of(std::string_view input) {
  ingest::Record record;
  if (const std::size_t end = input.find('\n'); end != std::string_view::npos) {
    std::string_view fields = input.substr(0, end);
    record.title = cut_field(fields), record.date = cut_field(fields), record.language = cut_field(fields);
    input.remove_prefix(end + 1);
  }
  record.text = std::string(input);
  return record;
}

void check(const extract::Article& article) {
  const auto inside = [&](Span span) {
    require(span.begin <= span.end && span.end <= article.text.size());
    require(utf8::is_boundary(article.text, span.begin) && utf8::is_boundary(article.text, span.end));
  };
  require(!article.blocks.empty() && (article.language == "id" || article.language == "en"));
  fuzz::check_blocks(article, static_cast<std::uint32_t>(article.text.size()));
  if (article.dateline) inside(*article.dateline);
  for (const Span caption : article.captions) inside(caption);
  for (const auto* names : {&article.authors, &article.editors})
    for (const std::string& name : *names) require(!name.empty() && !utf8::first_invalid(name));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (utf8::first_invalid(input)) return 0;  // ingest lets nothing else through
  return fuzz::extract_and_check(record_of(input), {}, check);
}
