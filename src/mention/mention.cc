#include "mention/mention.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "resolve.h"

namespace warta::mention {
namespace {

constexpr std::array<std::string_view, 6> kKinds{"name", "title", "demonym", "pronoun", "epithet", "implied"};

std::string_view country_of_place(std::string_view dateline, const codebook::Language& language,
                                  const codebook::Places& places) {
  const auto words = codebook::words_of(dateline);
  std::vector<std::string> lower;
  lower.reserve(words.size());
  for (const std::string_view word : words) lower.push_back(utf8::lower(word));
  const auto word = [&](std::uint32_t n) { return n < lower.size() ? std::string_view(lower[n]) : std::string_view{}; };
  const auto any = [](codebook::Case, std::uint32_t) { return true; };
  if (const auto name = language.names.phrases().longest(word, any)) {
    const auto& code = language.names.actor(name->value->actor).roles.back().code;
    if (name->value->kind == codebook::ActorKind::seat || name->value->kind == codebook::ActorKind::country)
      return code.from();
  }
  if (const auto place = places.phrases().longest(word, any)) return places.place(place->value->front()).country;
  return {};
}

constexpr std::uint32_t kLead = 2;  // sentences in which a report says where it plays

// "JAKARTA -- 4.000 buruh berunjuk rasa di Callao, Peru": the foreign country where a lead plays that the desk at home
// wrote.
std::string_view scene_of_lead(const Pieces& pieces, const FoundPlaces& found, std::string_view home) {
  for (const PlaceMention& place : found.list) {
    if (place.sentence > kLead) break;
    const bool scene = place.first > 0 && pieces.cues[place.first - 1].has(codebook::Cue::place_phrase);
    if (scene && !place.country.empty()) return place.country == home ? std::string_view{} : place.country;
  }
  return {};
}

struct Named {
  std::string_view country;
  int times = 0;
};

// How often the text names each country, in the order of their first naming.
std::pmr::vector<Named> count_countries(const Pieces& pieces, std::span<const Phrase> phrases, Arena& arena) {
  const auto bearers = arena.array<bool>(pieces.at.size());  // "Prime Minister Chad Whitmore" speaks of no country
  for (const Phrase& phrase : phrases)
    for (std::uint32_t i = phrase.name_first; i < phrase.name_last; ++i) bearers[i] = true;
  std::pmr::vector<Named> counts(&arena);
  for (const Piece& piece : pieces.list) {
    const std::string_view from = piece.code.from();
    if (piece.kind != PieceKind::name || from.empty() || piece.code.international() || bearers[piece.first]) continue;
    const auto at = std::find_if(counts.begin(), counts.end(), [&](const Named& n) { return n.country == from; });
    if (at == counts.end())
      counts.push_back({from, 1});
    else
      ++at->times;
  }
  return counts;
}

int times(std::span<const Named> counts, std::string_view country) {
  const auto own = std::find_if(counts.begin(), counts.end(), [&](const Named& n) { return n.country == country; });
  return own == counts.end() ? 0 : own->times;
}

// "OTTAWA/TBILISI": of several places, the one whose country the text names most often.
std::string_view country_of_dateline(std::string_view dateline, std::span<const Named> counts,
                                     const codebook::Language& language, const codebook::Places& places) {
  std::string_view out;
  while (!dateline.empty()) {
    const std::size_t end = std::min(dateline.find('/'), dateline.size());
    const std::string_view country = country_of_place(dateline.substr(0, end), language, places);
    if (out.empty() || times(counts, country) > times(counts, out)) out = country;
    dateline.remove_prefix(std::min(end + 1, dateline.size()));
  }
  return out;
}

constexpr int kOften = 4, kManyTimes = 3;

// The country an article is about where a title names none: that of its dateline, unless the lead plays abroad or
// another one is named far more often; else the one it names most often, else the home of its language (Indonesian
// papers leave "Indonesian" out).
std::string_view home_country(const extract::Article& article, const codebook::Language& language,
                              const codebook::Places& places, const Pieces& pieces, std::span<const Phrase> phrases,
                              const FoundPlaces& found, Arena& arena) {
  const auto counts = count_countries(pieces, phrases, arena);
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const Named& a, const Named& b) { return a.times < b.times; });
  if (article.dateline) {
    const std::string_view country = country_of_dateline(article.dateline->of(article.text), counts, language, places);
    const std::string_view scene =
        country == language.lexicon.home ? scene_of_lead(pieces, found, country) : std::string_view{};
    if (!scene.empty()) return scene;
    const bool elsewhere =
        most != counts.end() && most->times >= kOften && most->times >= kManyTimes * times(counts, country);
    if (!country.empty() && !elsewhere) return country;
  }
  return most == counts.end() ? std::string_view(language.lexicon.home) : most->country;
}

// "Missiles fell on Lahore": a place that no actor's phrase holds stands for its country where an act is aimed at it.
void imply_countries(Resolved& resolved, FoundPlaces& found) {
  for (PlaceMention& place : found.list) {
    if (place.country.empty() || resolved.at[place.first] != kNone) continue;
    Mention mention;
    mention.span = place.span;
    mention.sentence = place.sentence;
    mention.first = mention.head = place.first;
    mention.last = place.last;
    mention.kind = Kind::implied;
    mention.code = codebook::ActorCode{}.with_from(place.country);
    mention.place_like = true;
    place.actor = static_cast<std::uint32_t>(resolved.list.size());
    resolved.list.push_back(mention);
  }
}

}  // namespace

std::string_view name(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

Mentions find_mentions(const extract::Article& article, const syntax::Document& document,
                       const codebook::Language& language, const codebook::Places& places, Arena& arena) {
  const std::optional<Day> day = article.published ? std::optional<Day>(article.published->day) : std::nullopt;
  Pieces pieces = find_pieces(document, language, places, day, arena);
  const auto phrases = find_phrases(document, language, pieces, arena);
  FoundPlaces found = find_places(document, pieces, phrases, places, arena);
  const std::string_view home = home_country(article, language, places, pieces, phrases, found, arena);
  Resolved resolved = resolve(document, language, pieces, phrases, found, home, arena);

  imply_countries(resolved, found);
  const auto keep = [&](const auto& list) {
    using T = typename std::decay_t<decltype(list)>::value_type;
    const auto kept = arena.array<T>(list.size());
    std::copy(list.begin(), list.end(), kept.begin());
    return std::span<const T>(kept);
  };
  Mentions mentions;
  mentions.actors = keep(resolved.list);
  mentions.places = keep(found.list);
  mentions.actor_at = resolved.at;
  mentions.place_at = found.at;
  mentions.cues = pieces.cues;
  mentions.cue_words = pieces.cue_words;
  mentions.home = arena.copy(home);
  return mentions;
}

}  // namespace warta::mention
