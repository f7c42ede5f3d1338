// Which words name one actor: tests/mention/cases/mentions.txt
#include "phrases.h"

#include "mention/books.h"

namespace warta::mention {
namespace {

test::Line line_of(const Phrase& phrase, const test::CaseDocument& document) {
  test::Line line{{document.text(phrase.span), test::code_of(phrase.naming.code)}, {}};
  const auto add = [&](bool holds, const std::string& feature) {
    if (holds) line.features.push_back(feature);
  };
  add(phrase.known, "known");
  add(phrase.counted, "counted");
  add(phrase.pair != kNone, "pair");
  add(phrase.name_first != phrase.name_last, "name " + document.words(phrase.name_first, phrase.name_last));
  return line;
}

test::Found find(const test::CaseDocument& document) {
  Arena arena;
  const codebook::Language& language = test::language_of(document);
  const auto day = document.article().published->day;
  const Pieces pieces = find_pieces(document.document(), language, test::books().places(), day, arena);
  std::vector<test::Line> lines;
  for (const Phrase& phrase : find_phrases(document.document(), language, pieces, arena))
    lines.push_back(line_of(phrase, document));
  return {{"phrase", lines}};
}

TEST(Phrases, Cases) {
  test::run_cases("mention/cases/mentions.txt", [](const auto&, const auto& document) { return find(document); });
}

}  // namespace
}  // namespace warta::mention
