#include "places.h"

#include <algorithm>
#include <optional>

namespace warta::mention {
namespace {

using codebook::ActorKind;
using codebook::Cue;
using syntax::Upos;

class Finder {
 public:
  Finder(const syntax::Document& document, const Pieces& pieces, const codebook::Places& places, Arena& arena)
      : document_(document),
        pieces_(pieces),
        places_(places),
        countries_(&arena),
        out_{std::pmr::vector<PlaceMention>(&arena), {}} {
    out_.at = arena.array<std::uint32_t>(document.tokens.size());
    std::fill(out_.at.begin(), out_.at.end(), kNone);
    for (const Piece& piece : pieces.list)
      if (piece.kind == PieceKind::name && !piece.code.from().empty() && !piece.code.international())
        countries_.push_back(piece.code.from());
  }

  FoundPlaces run(std::span<const Phrase> phrases) {
    mark_names(phrases);
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      const syntax::Sentence& sentence = document_.sentences[s];
      for (std::uint32_t i = sentence.first; i < sentence.last;) i = read(s, i, sentence.last);
    }
    return std::move(out_);
  }

 private:
  // Tokens of a titled person's name are no towns ("Governor Paris Holland"); those of a body or a regional
  // office are ("warga Rakhine", "Bupati Garut").
  void mark_names(std::span<const Phrase> phrases) {
    for (const Phrase& phrase : phrases) {
      const bool bearer = !phrase.known && pieces_.at[phrase.first] != kNone;  // "Paris Holland"
      if (bearer || (phrase.known && phrase.naming.person && !phrase.of_region))
        for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i) out_.at[i] = kTaken;
    }
  }

  std::uint32_t read(std::uint32_t s, std::uint32_t i, std::uint32_t end) {
    if (out_.at[i] == kTaken) {
      out_.at[i] = kNone;
      return i + 1;
    }
    const std::uint32_t at = pieces_.at[i];
    const Piece* piece = at == kNone ? nullptr : &pieces_.list[at];
    const auto found = named(i, end);
    if (found && two_names(i, end, found->words)) return i + 2;
    const std::uint32_t known_words = piece ? piece->last - piece->first : 0;
    if (found && found->words > known_words && (found->words > 1 || stands_as_name(i)))
      return add(s, i, i + found->words, choose(*found->value, {}));
    if (!piece) return i + 1;
    if (piece->kind != PieceKind::name || piece->partner != kNone) return piece->last;
    if (piece->name_kind == ActorKind::country || piece->name_kind == ActorKind::epithet) return add_country(s, *piece);
    if (piece->name_kind == ActorKind::seat)
      return found ? add(s, i, piece->last, choose(*found->value, piece->code.from())) : add_country(s, *piece);
    return piece->last;
  }

  std::optional<codebook::Phrases<codebook::Places::Candidates>::Match> named(std::uint32_t i,
                                                                              std::uint32_t end) const {
    return places_.phrases().longest(
        [&](std::uint32_t n) { return i + n < end ? document_.tokens[i + n].lower : std::string_view{}; },
        [&](codebook::Case needs, std::uint32_t n) { return written_as(document_, i, n, needs); });
  }

  // "Sydney Troy": two towns in one name are a person's.
  bool two_names(std::uint32_t i, std::uint32_t end, std::uint32_t words) const {
    if (words != 1 || pieces_.at[i] != kNone || i + 1 >= end || pieces_.at[i + 1] != kNone) return false;
    const syntax::Token& next = document_.tokens[i + 1];
    if (next.head != i || next.relation.rel != syntax::Rel::flat) return false;
    const auto second = named(i + 1, end);
    return second && second->words == 1;
  }

  bool stands_as_name(std::uint32_t i) const {
    const Upos upos = document_.tokens[i].upos;
    if (upos == Upos::PROPN) return true;
    const bool noun = upos == Upos::NOUN || upos == Upos::X || upos == Upos::ADJ;
    return noun && i > 0 && pieces_.cues[i - 1].any(Cue::place_phrase, Cue::to_phrase, Cue::from_phrase);
  }

  std::uint32_t choose(const codebook::Places::Candidates& candidates, std::string_view country) const {
    for (const std::uint32_t c : candidates)
      if (!country.empty() && places_.place(c).country == country) return c;
    for (const std::uint32_t c : candidates)
      if (std::find(countries_.begin(), countries_.end(), places_.place(c).country) != countries_.end()) return c;
    return candidates.front();
  }

  std::uint32_t add(std::uint32_t s, std::uint32_t first, std::uint32_t last, std::uint32_t place) {
    return put({span(first, last), s, first, last, place, places_.place(place).country});
  }
  std::uint32_t add_country(std::uint32_t s, const Piece& piece) {
    return put({span(piece.first, piece.last), s, piece.first, piece.last, kNone, piece.code.from()});
  }
  std::uint32_t put(const PlaceMention& place) {
    for (std::uint32_t i = place.first; i < place.last; ++i) out_.at[i] = static_cast<std::uint32_t>(out_.list.size());
    out_.list.push_back(place);
    return place.last;
  }
  Span span(std::uint32_t first, std::uint32_t last) const {
    return {document_.tokens[first].form.begin, document_.tokens[last - 1].form.end};
  }

  static constexpr std::uint32_t kTaken = kNone - 1;
  const syntax::Document& document_;
  const Pieces& pieces_;
  const codebook::Places& places_;
  std::pmr::vector<std::string_view> countries_;
  FoundPlaces out_;
};

}  // namespace

FoundPlaces find_places(const syntax::Document& document, const Pieces& pieces, std::span<const Phrase> phrases,
                        const codebook::Places& places, Arena& arena) {
  return Finder(document, pieces, places, arena).run(phrases);
}

}  // namespace warta::mention
