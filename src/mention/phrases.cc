#include "phrases.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "base/utf8.h"

namespace warta::mention {
namespace {

using codebook::ActorKind;
using codebook::Cue;
using codebook::RoleKind;
using syntax::Rel;
using syntax::Upos;

constexpr std::size_t kMostPieces = 8;       // of one phrase; further ones begin another
constexpr std::uint32_t kFewestOfTitle = 4;  // long words, before their capitals tell a headline from a sentence

bool nominal(Upos upos) { return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::ADJ || upos == Upos::X; }

class Finder {
 public:
  Finder(const syntax::Document& document, const codebook::Language& language, const Pieces& pieces, Arena& arena)
      : document_(document),
        language_(language),
        pieces_(pieces),
        head_first_(language.lexicon.morphology.noun_first()),
        regional_(language.lexicon.class_named("@regional_office")),
        buildings_(language.lexicon.class_named("@building")),
        named_(&arena),
        out_(&arena) {}

  std::pmr::vector<Phrase> run() {
    for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
      enter(s);
      for (std::uint32_t i = document_.sentences[s].first; i < end_;) i = read(i);
    }
    return std::move(out_);
  }

 private:
  void enter(std::uint32_t s) {
    sentence_ = s;
    end_ = document_.sentences[s].last;
    title_case_ = in_title_case(document_, document_.sentences[s]);
  }

  std::uint32_t read(std::uint32_t i) {
    const std::uint32_t at = pieces_.at[i];
    if (at != kNone) {
      const Piece& piece = pieces_.list[at];
      if (piece.partner != kNone) return read_pair(piece);
      if (const std::uint32_t last = person_like_place(i, piece); last != i) return read_bearer(i, last);
      if (qualifies(i, piece) || of_money(i, piece)) return piece.last;
      return read_known(i);
    }
    if (names_someone(i)) return read_unknown(i);
    if (is_crowd(i)) return read_crowd(i);
    return i + 1;
  }

  // "Thousands rallied": a number of people as subject, with no noun or "of" behind it.
  bool is_crowd(std::uint32_t i) const {
    const syntax::Token& token = document_.tokens[i];
    const bool subject = token.relation.rel == Rel::nummod ||
                         (token.relation.rel == Rel::nsubj && token.relation.sub == syntax::Sub::none);
    if (!subject || !pieces_.cues[i].has(Cue::number_vague)) return false;
    if (token.upos != Upos::NOUN && token.upos != Upos::NUM) return false;
    const std::uint32_t next = i + pieces_.cue_words[i];
    if (next >= end_ || token.head == syntax::kNoHead || document_.tokens[token.head].upos != Upos::VERB) return false;
    return document_.tokens[next].upos == Upos::VERB || document_.tokens[next].upos == Upos::AUX ||
           document_.tokens[next].upos == Upos::ADV;
  }

  std::uint32_t read_crowd(std::uint32_t i) {
    const std::uint32_t last = i + pieces_.cue_words[i];
    Phrase phrase;
    phrase.sentence = sentence_;
    phrase.first = i;
    phrase.last = last;
    phrase.span = {document_.tokens[i].form.begin, document_.tokens[last - 1].form.end};
    phrase.known = phrase.counted = true;
    phrase.naming.kind = Kind::title;
    phrase.naming.title = true;
    phrase.naming.code = phrase.naming.code.only(codebook::Sector::CVL);
    out_.push_back(phrase);
    return last;
  }

  // "bantuan militer": a role word that only qualifies the common noun before it.
  bool qualifies(std::uint32_t i, const Piece& piece) const {
    if (piece.kind != PieceKind::role || !pieces_.cues[i].has(Cue::attributive)) return false;
    if (!head_first_) return before_noun(piece.last);  // "military operation"
    if (i == document_.sentences[sentence_].first) return false;
    const bool after_noun = document_.tokens[i - 1].upos == Upos::NOUN && pieces_.at[i - 1] == kNone;
    return after_noun && (piece.last >= end_ || pieces_.at[piece.last] == kNone);
  }

  // "juta dolar AS", "500 million US dollars".
  bool of_money(std::uint32_t i, const Piece& piece) const {
    if (piece.kind != PieceKind::name) return false;
    if (head_first_) return i > document_.sentences[sentence_].first && pieces_.cues[i - 1].has(Cue::currency);
    return piece.last < end_ && pieces_.cues[piece.last].has(Cue::currency);
  }

  bool before_noun(std::uint32_t i) const {
    return i < end_ && document_.tokens[i].upos == Upos::NOUN && pieces_.at[i] == kNone;
  }

  bool names_someone(std::uint32_t i) const {
    if (pieces_.at[i] != kNone || !utf8::starts_upper(document_.form(i)) || tells_time(i)) return false;
    if (document_.tokens[i].upos == Upos::PROPN)
      return !is_verb(i) && !common_at_start(i) && !(title_case_ && common_word(i));
    return nominal(document_.tokens[i].upos) && named_.contains(document_.tokens[i].lower) && !common_word(i);
  }

  // Behind a title or a name a capital tells more than the tagger ("Menlu Peru Rosa Quispe"), but not in a headline.
  bool goes_on_name(std::uint32_t i) const {
    if (names_someone(i)) return true;
    const Upos upos = document_.tokens[i].upos;
    if (title_case_ || (!nominal(upos) && upos != Upos::VERB)) return false;
    return pieces_.at[i] == kNone && utf8::starts_upper(document_.form(i)) && !tells_time(i) && !common_word(i);
  }

  bool common_word(std::uint32_t i) const { return !triggers(i).empty() || !pieces_.cues[i].empty(); }

  // "Georgia Lebanon", "Jordan Peters": the tree joins two names as those of a person, and the first is a country or
  // city. Gives the end of the name, or i. "Kairo Mesir" is a city in its country, and headlines join what they like.
  std::uint32_t person_like_place(std::uint32_t i, const Piece& piece) const {
    if (head_first_ || title_case_ || !place_name(piece) || piece.last != i + 1 || i + 1 >= end_) return i;
    const syntax::Token& next = document_.tokens[i + 1];
    if (next.upos != Upos::PROPN || next.relation.rel != Rel::flat || next.head != i ||
        !utf8::starts_upper(document_.form(i + 1)))
      return i;
    const std::uint32_t at = pieces_.at[i + 1];
    if (at == kNone) return names_someone(i + 1) && !sole_role_follows(i + 2) ? i + 2 : i;
    const Piece& second = pieces_.list[at];
    return place_name(second) && second.last == i + 2 && second.code.from() != piece.code.from() ? i + 2 : i;
  }

  // "Mayor Paris Dennard": between a title and a name a place is part of the name.
  bool names_bearer(std::uint32_t i, const Piece& piece, const Piece& before) const {
    const bool title = before.kind == PieceKind::role && before.role.kind == RoleKind::title;
    return title && !head_first_ && !title_case_ && place_name(piece) && piece.last == i + 1 && i + 1 < end_ &&
           goes_on_name(i + 1);
  }

  static bool place_name(const Piece& piece) {
    return piece.kind == PieceKind::name &&
           (piece.name_kind == ActorKind::country || piece.name_kind == ActorKind::seat);
  }

  // "Kenya Airways pilots": what is named before a role word is no person.
  bool sole_role_follows(std::uint32_t i) const {
    return i < end_ && pieces_.at[i] != kNone && pieces_.list[pieces_.at[i]].kind == PieceKind::role;
  }

  std::uint32_t read_bearer(std::uint32_t first, std::uint32_t last) {
    while (last < end_ && names_someone(last)) ++last;
    add(first, last, {}, first, last);
    return last;
  }

  // The first word of a sentence has its capital from its place: an act ("Kecaman Uruguay"), a function word, or in a
  // head-first language whatever goes before a common noun ("Lewat telepon").
  bool common_at_start(std::uint32_t i) const {
    if (i != document_.sentences[sentence_].first) return false;
    if (!triggers(i).empty() || !pieces_.cues[i].empty()) return true;
    return head_first_ && i + 1 < end_ && document_.tokens[i + 1].upos == Upos::NOUN &&
           !utf8::starts_upper(document_.form(i + 1));
  }

  const std::vector<codebook::Reading>& triggers(std::uint32_t i) const {
    static const std::vector<codebook::Reading> none;
    const auto* readings = language_.frames.triggers().word(document_.tokens[i].lower);
    return readings ? *readings : none;
  }

  // "Monday", "Mei".
  bool tells_time(std::uint32_t i) const {
    return language_.times.words
        .longest([&](std::uint32_t n) { return n == 0 ? document_.tokens[i].lower : std::string_view{}; },
                 [&](codebook::Case needs, std::uint32_t n) { return written_as(document_, i, n, needs); })
        .has_value();
  }

  // A word that headlines use as a verb and the tagger may take for a name ("Menlu Vietnam Temui PM Laos").
  bool is_verb(std::uint32_t i) const {
    if (document_.tokens[i].upos == Upos::VERB || document_.tokens[i].upos == Upos::AUX) return true;
    bool verb = false, noun = false;
    for (const codebook::Reading& reading : triggers(i))
      (reading.word_class == codebook::TriggerClass::verb ? verb : noun) = true;
    const codebook::CueSet& cues = pieces_.cues[i];
    verb = verb || cues.any(Cue::light, Cue::speech, Cue::deny, Cue::light_passive, Cue::aspect, Cue::plan);
    return verb && !noun;
  }

  bool fits_role(const Piece& piece, bool seen_country, bool seen_role, bool seen_name) const {
    if (piece.kind == PieceKind::role) {
      const bool head = piece.role.kind == RoleKind::title || piece.role.kind == RoleKind::people ||
                        piece.role.kind == RoleKind::former;
      // "Menlu Vietnam" | "PM Laos": a head-first phrase is complete once its country or name is told.
      return !(head_first_ ? (seen_country || seen_name) && head : seen_name);
    }
    const bool country = piece.name_kind != ActorKind::person && piece.name_kind != ActorKind::organisation &&
                         piece.name_kind != ActorKind::group && piece.name_kind != ActorKind::company;
    if (country) return !seen_name && !(seen_country && (head_first_ || seen_role));
    return !seen_name;
  }

  // A phrase from its first piece on; `named` is where a name that qualifies it begins, if it is not start itself.
  std::uint32_t read_known(std::uint32_t start, std::uint32_t named = kNone) {
    std::array<const Piece*, kMostPieces> found{};
    std::size_t count = 0;
    bool country = false, role = false, name = false;
    std::uint32_t i = start, last = start, name_first = 0, name_last = 0, gap = 0;
    while (i < end_ && count < kMostPieces) {
      const std::uint32_t at = pieces_.at[i];
      if (at != kNone) {
        const Piece& piece = pieces_.list[at];
        if (count > 0 && (qualifies(i, piece) || of_money(i, piece))) break;
        if (count > 0 && names_bearer(i, piece, *found[count - 1])) {
          name_first = i;
          name_last = last = ++i;
          continue;
        }
        if (piece.partner != kNone || !fits_role(piece, country, role, name) || (gap > 0 && !may_jump(piece, role)))
          break;
        found[count++] = &piece;
        role = role || piece.kind == PieceKind::role;
        name = name || (piece.kind == PieceKind::name && piece.name_kind == ActorKind::person);
        country = country || (piece.kind == PieceKind::name && !(piece.name_kind == ActorKind::person));
        i = last = piece.last;
        gap = 0;
        continue;
      }
      if (role && gap == 0 && name_first == name_last && in_brackets(i) && i + 3 < end_ && goes_on_name(i + 3)) {
        i += 3;
        continue;
      }
      if (count > 0 && gap == 0 && (role || name_last == i) && goes_on_name(i)) {
        if (name_first == name_last) name_first = i;
        name_last = last = ++i;
        continue;
      }
      if (is_verb(i) || !nominal(document_.tokens[i].upos)) break;
      if (name_first != name_last || ++gap > 2) break;
      ++i;
    }
    const bool own_name = named == kNone || name_first != name_last;
    add(named == kNone ? start : named, last, std::span<const Piece* const>(found.data(), count),
        own_name ? name_first : named, own_name ? name_last : start);
    return last;
  }

  // "bank sentral Rusia", "foreign policy chief": a role and its complement may have a plain word between them.
  bool may_jump(const Piece& piece, bool role) const {
    return head_first_ ? role && piece.kind == PieceKind::name : piece.kind == PieceKind::role;
  }

  std::uint32_t read_unknown(std::uint32_t start) {
    std::uint32_t i = start;
    while (i < end_ && names_someone(i)) ++i;
    if (qualifies_role(i)) return read_known(i, start);
    if (names_thing_of(start, i)) return i;
    add(start, i, {}, start, i);
    return i;
  }

  // "Serang Pos TNI", "di depan Gedung DPR": in a headline a lone word before a body is a thing of that body, and a
  // building always.
  bool names_thing_of(std::uint32_t i, std::uint32_t next) const {
    if (!head_first_ || !(title_case_ || buildings_.has(document_.tokens[i].lower)) || next != i + 1 || next >= end_ ||
        pieces_.at[next] == kNone)
      return false;
    const Piece& piece = pieces_.list[pieces_.at[next]];
    return piece.kind == PieceKind::name && !place_name(piece) && piece.name_kind != ActorKind::person;
  }

  // "Oromo rebels", "Odesa residents": a name that tells which people or body is meant.
  bool qualifies_role(std::uint32_t i) const {
    if (head_first_ || title_case_ || i >= end_ || pieces_.at[i] == kNone) return false;
    const Piece& piece = pieces_.list[pieces_.at[i]];
    const RoleKind kind = piece.role.kind;
    return piece.kind == PieceKind::role &&
           (kind == RoleKind::people || kind == RoleKind::body || kind == RoleKind::thing) && !qualifies(i, piece) &&
           !utf8::starts_upper(document_.form(i));
  }

  // "Jenderal (Purn) Bambang": a word in brackets between a title and its bearer.
  bool in_brackets(std::uint32_t i) const {
    return i + 2 < end_ && document_.form(i) == "(" && document_.form(i + 2) == ")";
  }

  std::uint32_t read_pair(const Piece& left) {
    const Piece& right = pieces_.list[left.partner];
    const auto first = static_cast<std::uint32_t>(out_.size());
    for (const Piece* piece : {&left, &right}) {
      add(piece->first, piece->last, std::span<const Piece* const>(&piece, 1), 0, 0);
      out_.back().span = piece->span;
    }
    out_[first].pair = first + 1;
    return right.last;
  }

  void add(std::uint32_t first, std::uint32_t last, std::span<const Piece* const> found, std::uint32_t name_first,
           std::uint32_t name_last) {
    Phrase phrase;
    phrase.sentence = sentence_;
    phrase.known = !found.empty();
    if (phrase.known) phrase.naming = name_of(found, head_first_);
    const std::uint32_t begin = document_.sentences[sentence_].first;
    while (first > begin && quantifies(first - 1)) {
      --first;
      phrase.counted = true;
    }
    const bool dozens_of = first >= begin + 2 && pieces_.cues[first - 1].has(Cue::of_phrase) && quantifies(first - 2);
    phrase.counted = phrase.counted || dozens_of;
    if (phrase.naming.counted && !phrase.counted) return;
    phrase.first = first;
    phrase.last = last;
    phrase.name_first = name_first;
    phrase.name_last = name_last;
    for (std::uint32_t i = first; i < name_first && phrase.known; ++i)
      phrase.of_region = phrase.of_region || regional_.begins([&](std::uint32_t n) {
        return i + n < name_first ? document_.tokens[i + n].lower : std::string_view{};
      }) != 0;
    for (std::uint32_t i = name_first; i < name_last; ++i)
      if (document_.tokens[i].form.size() > 2) named_.insert(document_.tokens[i].lower);
    phrase.span = {document_.tokens[first].form.begin, document_.tokens[last - 1].form.end};
    out_.push_back(phrase);
  }

  bool quantifies(std::uint32_t i) const {
    if (pieces_.at[i] != kNone) return false;
    return (document_.tokens[i].upos == Upos::NUM && !is_year(i)) || pieces_.cues[i].has(Cue::number_vague);
  }

  // "Agustus 1974": four figures behind the name of a month count nobody.
  bool is_year(std::uint32_t i) const {
    return i > document_.sentences[sentence_].first && document_.form(i).size() == 4 && tells_time(i - 1);
  }

  const syntax::Document& document_;
  const codebook::Language& language_;
  const Pieces& pieces_;
  bool head_first_;
  const codebook::WordSet& regional_;
  const codebook::WordSet& buildings_;
  std::uint32_t sentence_ = 0, end_ = 0;
  bool title_case_ = false;
  std::pmr::unordered_set<std::string_view> named_;  // words of names so far, which the tagger need not see again
  std::pmr::vector<Phrase> out_;
};

}  // namespace

bool in_title_case(const syntax::Document& document, const syntax::Sentence& sentence) {
  std::uint32_t long_words = 0, capitals = 0;
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (document.tokens[i].form.size() < 4 || document.tokens[i].upos == Upos::NUM) continue;
    const bool capital = utf8::starts_upper(document.form(i));
    if (!capital && document.tokens[i].upos == Upos::VERB) return false;
    ++long_words;
    capitals += capital;
  }
  return long_words >= kFewestOfTitle && capitals * 4 >= long_words * 3;
}

std::pmr::vector<Phrase> find_phrases(const syntax::Document& document, const codebook::Language& language,
                                      const Pieces& pieces, Arena& arena) {
  return Finder(document, language, pieces, arena).run();
}

}  // namespace warta::mention
