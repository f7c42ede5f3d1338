// From the pieces of one phrase to its code: tests/mention/cases/naming.txt
#include "naming.h"

#include "mention/books.h"

namespace warta::mention {
namespace {

test::Found name_all(const test::CaseDocument& document) {
  Arena arena;
  const codebook::Language& language = test::language_of(document);
  const auto day = document.article().published->day;
  const Pieces pieces = find_pieces(document.document(), language, test::books().places(), day, arena);
  std::vector<const Piece*> all;
  for (const Piece& piece : pieces.list) all.push_back(&piece);
  const Naming naming = name_of(all, language.lexicon.morphology.noun_first());
  test::Line line{{test::code_of(naming.code), std::string(name(naming.kind))}, {}};
  const auto add = [&](bool holds, const char* feature) {
    if (holds) line.features.push_back(feature);
  };
  add(naming.person, "person");
  add(naming.title, "titled");
  add(naming.former, "former");
  add(naming.place_like, "place");
  line.features.push_back(naming.name.empty() ? "nameless" : "name " + std::string(naming.name));
  return {{"naming", {line}}};
}

TEST(Naming, Cases) {
  test::run_cases("mention/cases/naming.txt", [](const auto&, const auto& document) { return name_all(document); });
}

TEST(Naming, OfNothing) {
  const Naming naming = name_of({}, true);
  EXPECT_FALSE(naming.code.known());
  EXPECT_FALSE(naming.person || naming.title || naming.former || naming.place_like);
}

}  // namespace
}  // namespace warta::mention
