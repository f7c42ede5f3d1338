#include "place.h"

#include "base/utf8.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Root;
using mention::PlaceMention;
using syntax::Rel;
using syntax::Upos;

class Finder {
 public:
  Finder(const Text& text, const Act& act) : text_(text), act_(act), p_(*act.predicate) {}

  std::optional<EventPlace> run() const {
    const PlaceMention* in_clause = nullptr;
    const PlaceMention* in_sentence = nullptr;
    for (const PlaceMention& place : text_.mentions.places) {
      if (place.sentence != p_.sentence || !is_scene(place)) continue;
      if (!in_clause && in_clause_of_act(place)) in_clause = &place;
      if (!in_sentence && !in_other_clause(place)) in_sentence = &place;
    }
    if (!in_clause) in_clause = struck_place();
    const PlaceMention* chosen = in_clause ? in_clause : in_sentence;
    if (!chosen) return std::nullopt;
    return describe(*chosen);
  }

 private:
  // "in Nairobi", "di Papua Tengah"; not "officials in Nairobi", which says who they are.
  bool is_scene(const PlaceMention& place) const {
    if (!after_place_word(place)) return false;
    const std::uint32_t h = outer_head(place);
    if (h == syntax::kNoHead) return true;
    if (text_.token(h).upos == Upos::VERB || h == p_.token) return true;
    const mention::Mention* actor = text_.actor(h);
    return !actor || actor->place_like;
  }

  bool after_place_word(const PlaceMention& place) const {
    const std::uint32_t begin = text_.document.sentences[place.sentence].first;
    for (std::uint32_t n = 1; n <= 3 && place.first >= begin + n; ++n) {
      const std::uint32_t t = place.first - n;
      if (cues_place(t)) return true;
      const Upos upos = text_.token(t).upos;
      if (upos != Upos::DET && upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PROPN && upos != Upos::NUM) return false;
    }
    return false;
  }
  bool cues_place(std::uint32_t t) const { return text_.cue(t, Cue::place_phrase); }

  std::uint32_t outer_head(const PlaceMention& place) const {
    for (std::uint32_t t = place.first; t < place.last; ++t) {
      const std::uint32_t h = text_.head(t);
      if (h == syntax::kNoHead || h < place.first || h >= place.last) return h;
    }
    return syntax::kNoHead;
  }

  bool in_clause_of_act(const PlaceMention& place) const {
    const std::uint32_t verb = text_.governing_verb(place.first);
    return verb == p_.carrier || (verb != kNone && verb == text_.governing_verb(p_.token)) || text_.under(place.first, p_.token);
  }

  // A place inside the clause of another act is that act's.
  bool in_other_clause(const PlaceMention& place) const {
    const std::uint32_t verb = text_.governing_verb(place.first);
    if (verb == kNone || verb == p_.carrier) return false;
    if (text_.cues(verb).any(Cue::speech, Cue::deny, Cue::admit)) return true;
    return text_.rel(verb) != Rel::root && !text_.under(p_.token, verb);
  }

  // What an attack, an occupation or a closure strikes is its place ("bombed the airport at El Geneina").
  const PlaceMention* struck_place() const {
    if (!act_.code || (act_.code->root != Root::ASSAULT && act_.code->root != Root::COERCE && act_.code->root != Root::MOBILIZE && act_.code->root != Root::RETREAT)) return nullptr;
    if (act_.target.head == kNone) return nullptr;
    for (const PlaceMention& place : text_.mentions.places) {
      if (place.sentence != p_.sentence || !text_.under(place.first, act_.target.head)) continue;
      if (place.place != mention::kNone && text_.books.places().place(place.place).kind != codebook::PlaceKind::country) return &place;
    }
    return nullptr;
  }

  EventPlace describe(const PlaceMention& found) const {
    EventPlace place;
    place.span = found.span;
    place.country = found.country;
    if (found.place == mention::kNone) {
      place.name = std::string(found.span.of(text_.document.text));
      return place;
    }
    const codebook::Place& known = text_.books.places().place(found.place);
    place.name = known.name;
    place.admin1 = known.admin1;
    place.latitude = known.latitude;
    place.longitude = known.longitude;
    if (known.geonames_id != 0) place.geonames_id = known.geonames_id;
    return place;
  }

  const Text& text_;
  const Act& act_;
  const Predicate& p_;
};

// The content of a request, threat, refusal or agreement gives no place.
bool has_place(const Act& act, Status status) {
  if (status == Status::requested || !act.code) return false;
  const Root root = act.code->root;
  const bool embeds = act.frame->content != codebook::Operator::none;
  return !(embeds && (root == Root::REQUEST || root == Root::THREATEN || root == Root::REJECT));
}

}  // namespace

std::optional<EventPlace> place_of(const Text& text, const Act& act, Status status) {
  if (!has_place(act, status)) return std::nullopt;
  return Finder(text, act).run();
}

}  // namespace warta::event
