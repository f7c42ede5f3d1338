// How sure the two sides of an event are: what the words do not prove is refused, what they only suggest costs
// confidence. The rules are those that held on judged rows of real text (docs/accuracy.md, real text): two sides that
// are named in so many words were right four times of five, pronouns and nobodies seldom. Tests: tests/engine/cases/
#include <algorithm>
#include <array>

#include "emit.h"
#include "power.h"

namespace warta::event {
namespace {

using codebook::Root;
using codebook::Sector;
using mention::Kind;
using mention::Mention;

// CAMEO: offers, appeals and sanctions have somebody on the other side (PLOVER 2.0: a recipient), and where no word
// tells whom, they are talk. Promised or demanded reform, peace and talks may be meant for all.
constexpr std::array<std::string_view, 15> kTwoSided{"030", "031", "032", "033", "036", "037", "038", "039",
                                                     "020", "021", "022", "023", "100", "101", "163"};

// What is done to, with or for somebody, and who does so at times to places and people without a name.
constexpr std::array kArmed{Sector::MIL, Sector::COP, Sector::SPY, Sector::PRM, Sector::REB, Sector::UAF};
constexpr std::array kDoneToSome{Root::SUPPORT, Root::COOPERATE, Root::AID, Root::SANCTION, Root::ASSAULT};

// CAMEO: blockades, occupations and withdrawals, which are of places.
constexpr std::array<std::string_view, 4> kOfPlaces{"191", "192", "035", "087"};

template <class List, class T>
bool among(const List& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

// Of one who is known by a pronoun or by a bare office ("officials") alone.
bool bare(const Mention& mention) { return mention.kind == Kind::pronoun || !mention.own_country; }

// "his delight in killing", "its truck bombs": whose a thing is, of which nobody is told who suffers it.
bool owns_only(const Act& act, const Event& event, const Mention* source) {
  const bool aimed = event.target && event.target->kind != Kind::implied;
  return source && source->kind == Kind::pronoun && !aimed &&
         act.predicate->word_class != codebook::TriggerClass::verb && directed(event.code->root);
}

// A pronoun that may mean another as well.
bool guessed(const Mention& mention) { return mention.kind == Kind::pronoun && !mention.own_country; }

// An active verb of which the tree has lost who does it.
bool agent_lost(const Act& act) {
  const auto agent = [](const codebook::Slot& slot) { return slot.kind == codebook::SlotKind::agent; };
  const codebook::Frame& frame = *act.frame;
  return act.predicate->word_class == codebook::TriggerClass::verb && !act.predicate->passive &&
         act.source.head == kNone && std::any_of(frame.source.begin(), frame.source.end(), agent) &&
         std::none_of(frame.target.begin(), frame.target.end(), agent);
}

// Help, trade, praise, sanctions and violence: where no word tells to whom, the sense is another one ("trained for
// years", "China's wider aggression"). A treaty is signed with the world, and what the armed or a verb's subject
// shell, or one is accused of, may have no name.
bool aimless(const Act& act, const Standing& standing, const Event& event) {
  const std::string_view code = event.code->code;
  if (event.target || !event.has_source || !among(kDoneToSome, event.code->root) || code == "057") return false;
  if (event.code->root != Root::ASSAULT) return true;
  const bool armed = std::any_of(kArmed.begin(), kArmed.end(), [&](Sector s) { return event.source.code.has(s); });
  const bool verb = act.predicate->word_class == codebook::TriggerClass::verb && event.source.kind != Kind::pronoun;
  return !armed && !verb && standing.outer == kNone && code != "196";
}

// Inquiries are made by those who hold power, and by watchdogs and reporters; others look for flaws and causes, and
// rebels for ways and means.
bool may_inquire(const codebook::ActorCode& code) {
  const bool outlawed = code.has(Sector::REB) || code.has(Sector::UAF);
  return (political(code) && !outlawed) || code.from() == "NGO" || code.has(Sector::JRN);
}

// Treaties and oaths are signed by those who hold or contest power; others sign contracts and forms.
bool may_sign(const codebook::ActorCode& code) {
  return political(code) && !code.has(Sector::LAB) && !code.has(Sector::REL);
}

constexpr std::uint32_t kPlainReach = 1;  // sentences before, in which one who is not named is looked for

}  // namespace

// Why the words do not prove who took part. An unknown road or town that was blocked is no side and is dropped.
std::optional<Why> Emitter::unproven(std::uint32_t i, Event& event, std::uint32_t s, std::uint32_t t) const {
  const std::string_view code = std::string_view(event.code->code).substr(0, 3);
  const bool of_place =
      event.code->root == Root::PROTEST || event.code->root == Root::MOBILIZE || among(kOfPlaces, code);
  const bool place_alone = event.target && event.target->kind == Kind::implied && t != kNone;
  if (event.target && of_place && !event.target->code.known()) event.target.reset();
  if (event.code->root == Root::PROTEST && place_alone) event.target.reset();  // where a road or port was blocked
  if (event.target && sent_to_own(event)) event.target.reset();
  const auto stateless = [](const Party& party) { return party.code.from().empty(); };
  if (event.has_source && stateless(event.source)) return Why::no_actor;
  if (event.target && stateless(*event.target) && !deed_to_some(event)) return Why::no_actor;
  if (!event.target && (among(kTwoSided, code) || aimless(acts_.list[i], standings_[i], event))) return Why::no_target;
  const bool bomb = event.code->root == Root::ASSAULT;  // may do without one who laid it
  if (!event.has_source && !bomb && agent_lost(acts_.list[i])) return Why::no_actor;
  if (event.code->code.starts_with("09") && event.has_source && !may_inquire(event.source.code)) return Why::no_actor;
  if (event.code->code == "057" && event.has_source && !may_sign(event.source.code)) return Why::no_actor;
  const Mention* source = s == kNone ? nullptr : &text_.mentions.actors[s];
  const Mention* target = t == kNone || !event.target ? nullptr : &text_.mentions.actors[t];
  const bool to_person = event.code->root == Root::ACCUSE || event.code->root == Root::COERCE;
  if (target && target->kind == Kind::implied && to_person && !of_place) return Why::no_target;  // "Bahia was seized"
  if (any_of_several(event, source, target)) return Why::no_actor;
  if (owns_only(acts_.list[i], event, source)) return Why::no_target;
  if (target && target->kind == Kind::pronoun && !event.has_source) return Why::no_actor;
  if ((source && guessed(*source)) || (target && guessed(*target))) return Why::no_actor;
  const bool ruler = target && !bare(*target) && political(event.target->code);
  return source && bare(*source) && doubtful(event, *source, ruler) ? std::optional(Why::no_actor) : std::nullopt;
}

// "Guerrillas", "attacked them", where the words around speak of several countries, and the sentence not of one alone;
// and where the text is about many, every row with no side named in so many words.
bool Emitter::any_of_several(const Event& event, const Mention* source, const Mention* target) const {
  const auto them = [](const Mention* m) { return m && m->second == kNone && m->kind == Kind::pronoun; };
  const auto stateless = [](const Mention* m) { return m && m->kind == Kind::title && !m->own_country; };
  const auto named = [&](const Mention* m) { return m && !them(m) && !stateless(m); };
  if (!named(source) && !named(target) && crowd_.of_the_world(event.sentence)) return true;
  const auto lost = [&](const Mention* m) { return stateless(m) && !crowd_.only(event.sentence, m->code.from()); };
  return (lost(source) || lost(target) || them(target)) && crowd_.several(event.sentence, kPlainReach);
}

// "The army freed five hostages": a deed of those who hold or contest power, to people of whom no country is told.
bool Emitter::deed_to_some(const Event& event) const {
  if (!event.has_source || !event.target || event.target->kind != Kind::title) return false;
  const Root root = event.code->root;
  const codebook::ActorCode& source = event.source.code;
  return of_words(root) ? (root == Root::AID || root == Root::RETREAT) && governs(source) : political(source);
}

// "Commanders were sent to the troops at the front": whom forces join at home is not whom they are sent against.
bool Emitter::sent_to_own(const Event& event) const {
  return event.code->root == Root::MOBILIZE && event.target->code.has(Sector::MIL) &&
         event.target->code.from() == event.source.code.from();
}

// "They offered to help the commission", "doctors worked with nurses": words between people of one country, or by
// private ones to others than a ruler, of whom the text has told no more than a pronoun or a calling. And "we" of a
// speaker of no country.
bool Emitter::doubtful(const Event& event, const Mention& source, bool to_ruler) const {
  const bool pronoun = source.kind == Kind::pronoun && source.second == kNone;  // "both ministers" were named
  const codebook::ActorCode& code = event.source.code;
  if (pronoun && code.from().empty()) return true;
  if (!of_words(event.code->root) || event.code->root == Root::THREATEN) return false;
  if (!political(code)) return !(to_ruler && event.code->root == Root::REQUEST);
  return pronoun && event.target && event.target->code.from() == code.from();
}

// How sure: each step that guessed takes a part, and each side that is not named in so many words. Weights: docs in
// CODEBOOK.md, confidence.
double Emitter::confidence_of(std::uint32_t i, const Event& event, std::uint32_t s, std::uint32_t t) const {
  const Act& act = acts_.list[i];
  double p = 0.92;
  if (act.source.guessed) p -= 0.10;
  if (act.target.guessed) p -= 0.05;
  if (act.source.inside) p -= 0.03;
  if (act.target.inside) p -= 0.03;
  if (act.predicate->word_class != codebook::TriggerClass::verb) p -= 0.03;
  if (!event.has_source) p -= 0.30;
  if (!event.target && directed(event.code->root)) p -= 0.25;
  if (s != kNone && bare(text_.mentions.actors[s])) p -= 0.10;
  if (t != kNone && bare(text_.mentions.actors[t])) p -= 0.08;
  if (event.target && event.target->kind == Kind::implied) p -= 0.15;
  if (event.has_source && event.source.kind == Kind::implied) p -= 0.15;
  if (event.status == Status::alleged || event.status == Status::hypothetical) p -= 0.10;
  return std::max(0.05, p);
}

}  // namespace warta::event
