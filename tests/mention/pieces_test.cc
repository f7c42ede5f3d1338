// Names, role words, hyphenated pairs and cues: tests/mention/cases/pieces.txt
#include "pieces.h"

#include "mention/books.h"

namespace warta::mention {
namespace {

using test::Line;

// The keys of cues that the cases ask for.
constexpr std::array kCues{"negator",      "negator_false",   "speech",      "light",
                           "place_phrase", "number_at_least", "that_country"};

std::vector<Line> cues_of(const Pieces& pieces, const test::CaseDocument& document) {
  std::vector<Line> lines;
  for (std::uint32_t t = 0; t < pieces.cues.size(); ++t)
    for (const char* key : kCues)
      if (pieces.cues[t].has(*codebook::parse_cue(key)))
        lines.push_back({{document.words(t, t + pieces.cue_words[t]), key}, {}});
  return lines;
}

test::Found find(const test::CaseDocument& document) {
  Arena arena;
  const auto day = document.article().published->day;
  const Pieces pieces =
      find_pieces(document.document(), test::language_of(document), test::books().places(), day, arena);
  std::vector<Line> names, roles, pairs;
  for (const Piece& piece : pieces.list) {
    const std::string words = document.text(piece.span);
    if (piece.kind == PieceKind::name)
      names.push_back({{words, test::code_of(piece.code)},
                       {test::name_of(piece.name_kind), "name " + std::string(piece.actor->name)}});
    else
      roles.push_back(
          {{words, piece.role.sector ? std::string(name(*piece.role.sector)) : "-"}, {test::name_of(piece.role.kind)}});
    if (piece.partner != kNone) pairs.push_back({{words, document.text(pieces.list[piece.partner].span)}, {}});
  }
  return {{"name", names}, {"role", roles}, {"pair", pairs}, {"cue", cues_of(pieces, document)}};
}

TEST(Pieces, Cases) {
  test::run_cases("mention/cases/pieces.txt", [](const auto&, const auto& document) { return find(document); });
}

// Every token of a piece points at it, and no other does.
TEST(Pieces, TokensPointAtTheirPiece) {
  const test::CaseDocument document(
      {"",
       "",
       0,
       {{"language", "id"}, {"text", "Menteri/NOUN luar/NOUN negeri/NOUN Rusia-Ukraina di/ADP Addis Ababa"}}});
  Arena arena;
  const Pieces pieces =
      find_pieces(document.document(), test::language_of(document), test::books().places(), {}, arena);
  ASSERT_EQ(pieces.list.size(), 4u);
  EXPECT_EQ(std::vector<std::uint32_t>(pieces.at.begin(), pieces.at.end()),
            (std::vector<std::uint32_t>{0, 0, 0, 1, kNone, 3, 3}));
}

TEST(WrittenAs, AsksForCapitals) {
  const test::CaseDocument document({"", "", 0, {{"text", "UN Army staff"}}});
  using codebook::Case;
  const auto holds = [&](std::uint32_t first, std::uint32_t words, Case needs) {
    return written_as(document.document(), first, words, needs);
  };
  EXPECT_TRUE(holds(2, 1, Case::any));
  EXPECT_TRUE(holds(1, 2, Case::capitalised)) << "the first word counts";
  EXPECT_FALSE(holds(2, 1, Case::capitalised));
  EXPECT_TRUE(holds(0, 1, Case::capitals));
  EXPECT_FALSE(holds(0, 2, Case::capitals)) << "every word counts";
}

}  // namespace
}  // namespace warta::mention
