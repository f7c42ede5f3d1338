// The two sides of an event: who the words stand for, whether both are one, and who is meant where nobody is named.
#include <algorithm>
#include <array>

#include "emit.h"
#include "power.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::Root;
using codebook::Sector;
using mention::Mention;
using syntax::Rel;

// CAMEO: ties cut, sanctions and boycotts; arrest, deportation, asylum, which are done to people.
constexpr std::array<std::string_view, 3> kToStates{"161", "162", "163"};
constexpr std::array<std::string_view, 3> kToPeople{"173", "174", "075"};

// CAMEO: convicted, arrested or jailed.
constexpr std::array<std::string_view, 2> kOfCourts{"116", "173"};

// CAMEO: what crowds and gangs do to their own: demand change, defy, go on or stop protesting, threaten strikes,
// threaten.
constexpr std::array<std::string_view, 6> kOfCrowds{"024", "082", "124", "128", "133", "138"};

constexpr std::uint32_t kTalkReach = 3;  // sentences before, whose countries may all be the other side

}  // namespace

// "the presidents of Ghana and Togo": the second country has the office of the first.
codebook::ActorCode Emitter::code_of(std::uint32_t m) const {
  const Mention& mention = text_.mentions.actors[m];
  const std::uint32_t h = text_.head(mention.head);
  const bool bare = mention.place_like && !mention.code.international() && !mention.code.has_sector();
  if (!bare || h == syntax::kNoHead || text_.rel(mention.head) != Rel::conj) return mention.code;
  const Mention* office = text_.actor(h);
  if (!office || office == &mention || office->head == h || office->head > mention.head || !office->own_country)
    return mention.code;
  return office->code.with_from(mention.code.from());
}

std::optional<Party> Emitter::party(std::uint32_t m, const std::optional<Speaker>& speaker) const {
  const Mention& mention = text_.mentions.actors[m];
  Party party{mention.span, code_of(m), std::string(mention.name), mention.kind};
  if (!mention.code.known() && text_.cue(mention.head, Cue::pronoun_we)) {
    if (!speaker || speaker->mention == kNone) return std::nullopt;
    const Mention& who = text_.mentions.actors[speaker->mention];
    party.code = who.code;
    party.name = std::string(who.name);
  }
  if (mention.ours && mention.code.from().empty() && speaker && speaker->mention != kNone)
    party.code = mention.code.with_from(text_.mentions.actors[speaker->mention].code.from());
  return party;
}

// One code can be two actors: names tell them apart where both have one ("Democrats", "Republicans"); else, in
// conflict, their words do ("the king dismissed the prime minister", but not "the minister praised the government").
bool Emitter::same(const Event& event, std::uint32_t s, std::uint32_t t) const {
  const Party &a = event.source, &b = *event.target;
  if (a.code != b.code) return false;
  if (!a.name.empty() && !b.name.empty()) return a.name == b.name;
  if (event.code->quad < 3 || s == kNone || t == kNone || !(governs(a.code) || event.code->root == Root::ASSAULT))
    return true;
  const Mention &source = text_.mentions.actors[s], &target = text_.mentions.actors[t];
  if (source.kind == mention::Kind::pronoun || target.kind == mention::Kind::pronoun) return true;
  return !a.code.has_sector() || text_.token(source.head).lemma == text_.token(target.head).lemma;
}

// Whom an act is aimed at that names nobody, in an article that has named two sides: the other one. Foreign troops are
// sent against, or to, the country that the article is about. The text of such a target is empty.
std::optional<Party> Emitter::from_context(const Event& event) const {
  const bool troops = event.code->code.starts_with("154") || event.code->code.starts_with("155");
  const bool opened = event.code->code == "0872";  // a border, to the other side
  if ((!directed(event.code->root) && !troops && !opened) || !event.source.code.known() ||
      event.source.code.from().empty() || text_.document.sentences.size() < 2)
    return std::nullopt;
  if (crowd_.several(event.sentence, kTalkReach) || crowd_.of_the_world(event.sentence)) return std::nullopt;
  std::optional<Party> other;
  if (!troops) other = echoes_.counterpart(event.source.code, event.sentence);
  if (other && !other->code.known()) return std::nullopt;
  const std::string_view home = text_.mentions.home;
  if (!other && !home.empty() && home != event.source.code.from())
    other = Party{{}, codebook::ActorCode{}.with_from(home), {}, mention::Kind::implied};
  // At home the other side of words may be anybody ("called for compassion").
  if (!other || (other->code.from() == event.source.code.from() && of_words(event.code->root))) return std::nullopt;
  other->span = {};
  other->kind = mention::Kind::implied;
  return other;
}

// "reopened the Torkham crossing": a place of one's own, on the border to somebody else.
bool Emitter::own_border(const Event& event) {
  const std::string& code = event.code->code;
  return (code == "191" || code == "0872") && event.target && event.target->kind == mention::Kind::implied &&
         !event.source.code.has_sector() && event.target->code.from() == event.source.code.from();
}

// "Madrid will train 200 border guards", "cut its aid to the government": what a foreign state gives, ends or strikes
// is no office or people of its own, but of the country that the article is about.
void Emitter::turn_home(Event& event, const Mention& source, const Mention& target) const {
  const std::string_view home = text_.mentions.home, from = event.source.code.from();
  const bool foreign = !home.empty() && home != from && source.own_country && !event.source.code.international();
  const bool supplied = !target.own_country && target.kind == mention::Kind::title && event.target->code.from() == from;
  if (!foreign || !supplied) return;
  const Root root = event.code->root;
  const bool state = !event.source.code.has_sector();
  const bool abroad = root == Root::AID || root == Root::SANCTION || root == Root::AGREE || root == Root::COOPERATE ||
                      root == Root::REJECT;
  const bool strikes = root == Root::ASSAULT && (state || event.source.code.has(codebook::Sector::MIL));
  if ((abroad && state) || strikes) event.target->code = event.target->code.with_from(home);
}

// "The former regent was sentenced": courts and police that nobody names are those of the country that the article is
// about, where they deal with its own people. The text of such a source is empty.
std::optional<Party> Emitter::authority_behind(const Event& event) const {
  const std::string_view home = text_.mentions.home;
  const bool of_courts = std::find(kOfCourts.begin(), kOfCourts.end(), event.code->code) != kOfCourts.end();
  if (!of_courts || text_.document.sentences.size() < 2 || home.empty() || !event.target ||
      event.target->code.from() != home)
    return std::nullopt;
  return Party{{}, codebook::ActorCode{}.with_from(home), {}, mention::Kind::implied};
}

// "At least 12 people were killed": the toll of the attack told last, whose doer it takes, and the country that was hit
// where its own is not told. The dead of another country, those of elsewhere and the attackers' own are no part of it.
void Emitter::take_attack(Event& event, std::uint32_t victims) const {
  if (event.code->root != Root::ASSAULT || victims == kNone || !event.target) return;
  const auto told = [&](Count kind) { return event.counts[static_cast<std::size_t>(kind)].has_value(); };
  if (!told(Count::killed) && !told(Count::injured)) return;
  const Told* attack = echoes_.last(Root::ASSAULT, event.sentence);
  if (!attack || !attack->event.has_source || attack->event.status != Status::reported) return;
  const std::optional<Party>& hit = attack->event.target;
  const std::string_view country = hit ? hit->code.from() : std::string_view{};
  codebook::ActorCode code = event.target->code;
  if (!country.empty()) {
    if (event.place && !event.place->country.empty() && event.place->country != country) return;
    if (!text_.mentions.actors[victims].own_country) code = code.with_from(country);
    if (code.from() != country) return;
  }
  if (code == attack->event.source.code) return;
  event.target->code = code;
  event.source = attack->event.source;
  event.source.span = {};
  event.source.kind = mention::Kind::implied;
  event.has_source = true;
}

// A firm's promise, a family's request, a doctor's advice: nobody in it is of politics, or nobody known is at one end.
// Releases and withdrawals need not say who lets go, and go from places. Peoples of two countries are politics, and so
// is what crowds do at home.
bool Emitter::private_matter(std::uint32_t i, const Event& event) const {
  const Root root = event.code->root;
  if (!of_words(root)) return !acts_.list[i].frame->reciprocal && private_force(event);
  const codebook::ActorCode source = event.has_source ? event.source.code : codebook::ActorCode{};
  const codebook::ActorCode target = event.target ? event.target->code : codebook::ActorCode{};
  const bool letting_go = root == Root::RETREAT || root == Root::CONCEDE;
  if (!letting_go && (!source.known() || (event.target && !target.known() && !deed_to_some(event)))) return true;
  if (political(source) || political(target) || (letting_go && !event.has_source)) return false;
  const bool two_peoples = !source.from().empty() && !target.from().empty() && source.from() != target.from();
  const std::string_view code = std::string_view(event.code->code).substr(0, 3);
  return !two_peoples && std::find(kOfCrowds.begin(), kOfCrowds.end(), code) == kOfCrowds.end();
}

// "The victim had attacked the suspect", "the firm took over the harbour": to coerce takes power or a gang, and
// violence or charges between two private people of one country are no politics.
bool Emitter::private_force(const Event& event) const {
  if (!event.has_source || event.source.kind == mention::Kind::pronoun) return false;  // "we" has the speaker's office
  const codebook::ActorCode& source = event.source.code;
  if (political(source) || source.has(Sector::CRM) || source.has(Sector::JUD)) return false;
  const Root root = event.code->root;
  if (root == Root::COERCE) return true;
  const bool harms = root == Root::ASSAULT || root == Root::ACCUSE;
  return harms && event.target && event.target->code.from() == source.from() && !political(event.target->code);
}

// What no team, star or firm does, whatever else the sentence speaks of: "Armenia held India" is no arrest.
bool Emitter::act_of_state(std::uint32_t i, const Dyads& dyads) const {
  if (!coded_[i].code) return false;
  const std::string_view code = std::string_view(coded_[i].code->code).substr(0, 3);
  const auto actor = [&](std::uint32_t m) -> const codebook::ActorCode& { return text_.mentions.actors[m].code; };
  const auto state = [&](std::uint32_t m) { return actor(m).known() && !actor(m).has_sector(); };
  const auto acts = [&](std::uint32_t m) { return governs(actor(m)) || (state(m) && !actor(m).international()); };
  if (std::none_of(dyads.sources.begin(), dyads.sources.end(), acts)) return false;
  if (std::find(kToStates.begin(), kToStates.end(), code) != kToStates.end()) return true;
  return std::find(kToPeople.begin(), kToPeople.end(), code) != kToPeople.end() &&
         std::none_of(dyads.targets.begin(), dyads.targets.end(), state);
}

}  // namespace warta::event
