// From phrases to mentions, with what the article has said before: tests/mention/cases/coreference.txt
#include "resolve.h"

#include "mention/books.h"

namespace warta::mention {
namespace {

test::Line line_of(const Mention& m, const test::CaseDocument& document) {
  test::Line line{{document.text(m.span), test::code_of(m.code)}, {std::string(name(m.kind))}};
  const auto add = [&](bool holds, const std::string& feature) {
    if (holds) line.features.push_back(feature);
  };
  add(m.person, "person");
  add(m.plural, "plural");
  add(m.place_like, "place");
  add(m.former, "former");
  add(!m.own_country, "supplied");
  add(m.second != kNone, "both");
  add(!m.name.empty(), "name " + std::string(m.name));
  line.features.push_back("head " + document.words(m.head, m.head + 1));
  return line;
}

test::Found find(const test::CaseDocument& document) {
  Arena arena;
  const codebook::Language& language = test::language_of(document);
  const Mentions mentions =
      find_mentions(document.article(), document.document(), language, test::books().places(), arena);
  std::vector<test::Line> actors;
  for (const Mention& m : mentions.actors)
    if (m.kind != Kind::implied) actors.push_back(line_of(m, document));
  return {{"actor", actors}};
}

TEST(Resolve, Cases) {
  test::run_cases("mention/cases/coreference.txt", [](const auto&, const auto& document) { return find(document); });
}

}  // namespace
}  // namespace warta::mention
