#include "place.h"

#include <algorithm>

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
    for (const PlaceMention& place : of_sentence(text_.mentions.places, p_.sentence)) {
      if (!is_scene(place)) continue;
      if (!in_clause && in_clause_of_act(place)) in_clause = &place;
      if (!in_sentence && !in_other_clause(place)) in_sentence = &place;
    }
    if (!in_clause) in_clause = struck_place();
    if (!in_clause) in_clause = end_of_way();
    if (!in_clause) in_clause = seat_of_source();
    const PlaceMention* chosen = in_clause ? in_clause : in_sentence;
    if (!chosen) return std::nullopt;
    return describe(*chosen);
  }

 private:
  // "in Nairobi", "di Papua Tengah"; not "officials in Nairobi", which says who they are, unless something was done to
  // them there.
  bool is_scene(const PlaceMention& place) const {
    if (!after_place_word(place) || told_aside(place)) return false;
    const std::uint32_t h = outer_head(place);
    if (h == syntax::kNoHead) return true;
    if (text_.token(h).upos == Upos::VERB || h == p_.token) return true;
    const mention::Mention* actor = text_.actor(h);
    if (!actor && talks_about(h)) return false;
    return !actor || actor->place_like || (physical() && place.first >= p_.last && in_clause_of_act(place));
  }

  // "membahas krisis politik di Venezuela": the place of the topic, not of the talks.
  bool talks_about(std::uint32_t noun) const {
    if (!act_.code || act_.code->root != Root::CONSULT || p_.word_class != codebook::TriggerClass::verb) return false;
    for (const Argument& a : p_.arguments)
      if (a.kind == codebook::SlotKind::patient && text_.under(noun, a.head) && !text_.actor(a.head)) return true;
    return false;
  }

  // Where something was told is no place of what is told, unless telling is the act.
  bool told_aside(const PlaceMention& place) const {
    const Aside* aside = text_.aside_at(place.first);
    if (aside == text_.aside_at(p_.first)) return false;
    return !aside || !speaks(*aside) || text_.under(place.first, aside->speaker);
  }
  bool speaks(const Aside& aside) const {
    if (!act_.code || act_.code->quad % 2 == 0 || act_.source.mentions.empty()) return false;
    const std::uint32_t head = text_.mentions.actors[act_.source.mentions.front()].head;
    return text_.cue(head, Cue::pronoun_we) || (head >= aside.first && head < aside.last);
  }

  // Acts that happen where those are whom they are done to.
  bool physical() const {
    if (!act_.code) return false;
    const std::string_view code = act_.code->code;
    return act_.code->quad == 2 || act_.code->quad == 4 || act_.code->root == Root::CONSULT ||
           code.starts_with("114") || code.starts_with("115");
  }

  bool is_country(const PlaceMention& place) const {
    if (place.place == mention::kNone) return !place.country.empty();
    return text_.books.places().place(place.place).kind == codebook::PlaceKind::country;
  }

  // A country named behind another noun ("near the border of Poland") tells whose it is.
  bool after_place_word(const PlaceMention& place) const {
    const std::uint32_t begin = text_.document.sentences[place.sentence].first;
    for (std::uint32_t n = 1; n <= 3 && place.first >= begin + n; ++n) {
      const std::uint32_t t = place.first - n;
      if (text_.cue(t, Cue::place_phrase)) return true;
      const Upos upos = text_.token(t).upos;
      const bool noun = upos == Upos::NOUN || upos == Upos::PROPN;
      if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::NUM && !noun && upos != Upos::ADP) return false;
      if ((noun && is_country(place) && !covered(t, place.first)) || (upos == Upos::ADP && !covered(t, place.first)))
        return false;
    }
    return false;
  }
  // A word of a longer place phrase that ends right before the place ("di wilayah").
  bool covered(std::uint32_t t, std::uint32_t end) const {
    for (std::uint32_t n = 1; n <= 3 && n <= t; ++n)
      if (text_.cue(t - n, Cue::place_phrase) && t - n + text_.mentions.cue_words[t - n] >= end) return true;
    return false;
  }

  std::uint32_t outer_head(const PlaceMention& place) const {
    for (std::uint32_t t = place.first; t < place.last; ++t) {
      const std::uint32_t h = text_.head(t);
      if (h == syntax::kNoHead || h < place.first || h >= place.last) return h;
    }
    return syntax::kNoHead;
  }

  bool in_clause_of_act(const PlaceMention& place) const {
    const std::uint32_t verb = text_.governing_verb(place.first);
    return verb == p_.carrier || (verb != kNone && verb == text_.governing_verb(p_.token)) ||
           text_.under(place.first, p_.token);
  }

  // A place inside the clause of another act is that act's.
  bool in_other_clause(const PlaceMention& place) const {
    const std::uint32_t verb = text_.governing_verb(place.first);
    if (verb == kNone || verb == p_.carrier) return false;
    if (text_.cues(verb).any(Cue::speech, Cue::deny, Cue::admit)) return true;
    return text_.rel(verb) != Rel::root && !text_.under(p_.token, verb);
  }

  template <class Fits>
  const PlaceMention* place_under(std::uint32_t head, Fits&& fits) const {
    for (const PlaceMention& place : of_sentence(text_.mentions.places, p_.sentence))
      if (text_.under(place.first, head) && !told_aside(place) && in_phrase(place, head) && fits(place)) return &place;
    return nullptr;
  }
  // No apposition, relative clause or new list begins between the two.
  bool in_phrase(const PlaceMention& place, std::uint32_t head) const {
    for (std::uint32_t t = std::min(place.first, head); t < std::max(place.first, head); ++t)
      if (text_.form(t) == "," || text_.token(t).upos == Upos::VERB) return false;
    return true;
  }

  // What an attack, an occupation or a closure strikes is its place ("bombed the airport at El Geneina"), and so are
  // the town that is visited and the land of those who are helped.
  const PlaceMention* struck_place() const {
    if (!act_.code || act_.target.head == kNone) return nullptr;
    const Root root = act_.code->root;
    const bool struck = root == Root::ASSAULT || root == Root::COERCE || root == Root::MOBILIZE ||
                        root == Root::RETREAT || root == Root::PROTEST || root == Root::AID;
    if (!struck && !visits()) return nullptr;
    return place_under(act_.target.head, [&](const PlaceMention& place) {
      const bool whole =
          place.first == first_of(act_.target.head);  // the phrase is the place: visited or struck, not helped
      return !is_country(place) && (visits() ? whole : root != Root::AID || !whole);
    });
  }

  bool visits() const { return act_.code->code.starts_with("042"); }
  std::uint32_t first_of(std::uint32_t head) const {
    const std::uint32_t place = text_.mentions.place_at[head];
    return place == mention::kNone ? head : text_.mentions.places[place].first;
  }

  // Where people or things are sent or fired ("ke Laut Jepang"), and the land that is left ("recalled from Managua").
  const PlaceMention* end_of_way() const {
    if (!act_.code) return nullptr;
    const Root root = act_.code->root;
    const bool goes = root == Root::MOBILIZE || root == Root::AID || root == Root::ASSAULT || visits();
    const bool leaves = root == Root::RETREAT || root == Root::AID || act_.code->code.starts_with("161");
    for (const Argument& a : p_.arguments) {
      const std::uint32_t at = text_.mentions.place_at[a.head];
      if (a.kind != codebook::SlotKind::case_word || at == mention::kNone) continue;
      const PlaceMention& place = text_.mentions.places[at];
      if (goes && text_.case_is(a.head, Cue::to_phrase) && !is_country(place)) return &place;
      if (leaves && text_.case_is(a.head, Cue::from_phrase) && !at_home(place)) return &place;
    }
    return nullptr;
  }

  bool at_home(const PlaceMention& place) const {
    return !act_.source.mentions.empty() &&
           text_.mentions.actors[act_.source.mentions.front()].code.from() == place.country;
  }

  // The town of a court, a prosecutor or a police force, and of a crowd in its own town.
  const PlaceMention* seat_of_source() const {
    if (!act_.code || act_.source.mentions.empty()) return nullptr;
    const mention::Mention& source = text_.mentions.actors[act_.source.mentions.front()];
    const bool seated = source.code.has(codebook::Sector::COP) || source.code.has(codebook::Sector::JUD);
    const bool crowd = act_.code->root == Root::PROTEST ||
                       (act_.code->root == Root::REQUEST && source.code.has(codebook::Sector::CVL));
    if (!seated && !crowd) return nullptr;
    return place_under(source.head, [&](const PlaceMention& place) {
      return !is_country(place) && (seated || after_place_word(place));
    });
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
