// Places and which of one name is meant: tests/mention/cases/places.txt
#include "places.h"

#include "mention/books.h"

namespace warta::mention {
namespace {

test::Found find(const test::CaseDocument& document) {
  Arena arena;
  const codebook::Language& language = test::language_of(document);
  const codebook::Places& places = test::books().places();
  const Pieces pieces = find_pieces(document.document(), language, places, document.article().published->day, arena);
  const auto phrases = find_phrases(document.document(), language, pieces, arena);
  std::vector<test::Line> lines;
  for (const PlaceMention& place : find_places(document.document(), pieces, phrases, places, arena).list) {
    test::Line line{{document.text(place.span), place.country.empty() ? "-" : std::string(place.country)}, {}};
    if (place.place == kNone)
      line.features.push_back("unlisted");
    else
      line.features.push_back("in " + std::string(places.place(place.place).admin1));
    lines.push_back(line);
  }
  return {{"place", lines}};
}

TEST(Places, Cases) {
  test::run_cases("mention/cases/places.txt", [](const auto&, const auto& document) { return find(document); });
}

}  // namespace
}  // namespace warta::mention
