#include "pieces.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace warta::mention {
namespace {

using syntax::Upos;

// The lower-cased words from a token to the end of its sentence, as a phrase table wants them.
struct Words {
  const syntax::Document& document;
  std::uint32_t first, end;
  std::string_view operator()(std::uint32_t n) const {
    return first + n < end ? document.tokens[first + n].lower : std::string_view{};
  }
};

bool may_be_name(Upos upos) {
  return upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::X || upos == Upos::ADV ||
         upos == Upos::INTJ;
}

class Finder {
 public:
  Finder(const syntax::Document& document, const codebook::Language& language, const codebook::Places& places,
         std::optional<Day> day, Arena& arena)
      : document_(document),
        language_(language),
        places_(places),
        day_(day),
        out_{std::pmr::vector<Piece>(&arena), {}, {}, {}} {
    const std::size_t n = document.tokens.size();
    out_.at = arena.array<std::uint32_t>(n);
    for (auto& at : out_.at) at = kNone;
    out_.cues = arena.array<codebook::CueSet>(n);
    out_.cue_words = arena.array<std::uint8_t>(n);
  }

  Pieces run() {
    for (const syntax::Sentence& sentence : document_.sentences) {
      for (std::uint32_t i = sentence.first; i < sentence.last;) {
        read_cues(i, sentence.last);
        i = read_piece(i, sentence.last);
      }
      // Cues inside names are cues still ("United against"): a second look at the tokens that a name jumped over.
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
        if (out_.at[i] != kNone && out_.cue_words[i] == 0) read_cues(i, sentence.last);
    }
    pair_up();
    return std::move(out_);
  }

 private:
  // "U.S.-Chinese" where the tokenizer parts words at the hyphen: two names joined by it without blanks.
  void pair_up() {
    for (std::uint32_t i = 0; i + 1 < out_.list.size(); ++i) {
      Piece& left = out_.list[i];
      const Piece& right = out_.list[i + 1];
      const bool names = left.kind == PieceKind::name && right.kind == PieceKind::name && left.partner == kNone;
      if (!names || left.last + 1 != right.first) continue;
      const Span dash = document_.tokens[left.last].form;
      if (document_.tokens[left.last].upos == Upos::PUNCT && dash.begin == left.span.end &&
          dash.end == right.span.begin)
        left.partner = i + 1;
    }
  }

  void read_cues(std::uint32_t token, std::uint32_t end) {
    const auto match = language_.lexicon.cues.longest(
        Words{document_, token, end},
        [&](codebook::Case needs, std::uint32_t n) { return written_as(document_, token, n, needs); });
    if (!match) return;
    out_.cues[token] = *match->value;
    out_.cue_words[token] = static_cast<std::uint8_t>(match->words);
  }

  std::uint32_t read_piece(std::uint32_t token, std::uint32_t end) {
    const Words words{document_, token, end};
    const auto fits = [&](codebook::Case needs, std::uint32_t n) { return written_as(document_, token, n, needs); };
    const auto name = language_.names.phrases().longest(words, fits);
    const auto role = language_.roles.phrases.longest(words, fits);
    const auto place = places_.phrases().longest(words, fits);
    const std::uint32_t known = std::max(name ? name->words : 1, role ? role->words : 1);
    if (place && place->words > known) return token + place->words;
    const bool take_name =
        name && (!role || name->words >= role->words) && (name->words > 1 || stands_as_name(token, end));
    if (take_name) {
      Piece piece = named(*name->value);
      piece.first = token;
      piece.last = token + name->words;
      return add(piece);
    }
    if (role && may_be_role(token, role->words)) {
      Piece piece;
      piece.kind = PieceKind::role;
      piece.role = *role->value;
      piece.first = token;
      piece.last = token + role->words;
      return add(piece);
    }
    return read_pair(token);
  }

  // A one-word name that is also a common word ("Lima", "Baku") counts where the tagger sees a noun or name, or where
  // it stands as a place does ("di Lima."), and not before an act that it may modify ("baku tembak").
  bool stands_as_name(std::uint32_t token, std::uint32_t end) const {
    if (token + 1 < end && out_.cues[token].has(codebook::Cue::reciprocal) && is_act(token + 1)) return false;
    if (may_be_name(document_.tokens[token].upos)) return true;
    const bool behind = token > 0 && out_.cues[token - 1].any(codebook::Cue::place_phrase, codebook::Cue::to_phrase,
                                                              codebook::Cue::from_phrase);
    return behind && document_.tokens[token].upos == Upos::NUM &&
           (token + 1 >= end || document_.tokens[token + 1].upos != Upos::NOUN);
  }

  bool is_act(std::uint32_t token) const {
    return language_.frames.triggers().word(document_.tokens[token].lower) != nullptr;
  }

  // "to press Israel": of a word that may be a role or a verb of the frames the tagger knows best which it is.
  bool may_be_role(std::uint32_t token, std::uint32_t words) const {
    const Upos upos = document_.tokens[token].upos;
    if (upos != Upos::VERB || words > 1) return upos != Upos::ADP;
    const auto* act = language_.frames.triggers().word(document_.tokens[token].lower);
    return !act || act->front().word_class != codebook::TriggerClass::verb;
  }

  Piece named(const codebook::NameBook::Entry& entry) const {
    Piece piece;
    piece.kind = PieceKind::name;
    piece.actor = &language_.names.actor(entry.actor);
    piece.name_kind = entry.kind;
    piece.code = piece.actor->role_on(day_).code;
    return piece;
  }

  std::uint32_t add(Piece piece) {
    piece.span = {document_.tokens[piece.first].form.begin, document_.tokens[piece.last - 1].form.end};
    for (std::uint32_t i = piece.first; i < piece.last; ++i) out_.at[i] = static_cast<std::uint32_t>(out_.list.size());
    out_.list.push_back(piece);
    return piece.last;
  }

  // "Rusia-Ukraina": one token, two names. Both halves must be names; "pro-Rusia" is none.
  std::uint32_t read_pair(std::uint32_t token) {
    const std::string_view form = document_.form(token);
    for (const std::string_view dash : {"-", "–", "—"}) {
      const std::size_t at = form.find(dash);
      if (at == std::string_view::npos || at == 0 || at + dash.size() >= form.size()) continue;
      const auto left = half(form.substr(0, at));
      const auto right = half(form.substr(at + dash.size()));
      if (left && right) return add_pair(token, *left, *right, at, dash.size());
      if (right && is_former(form.substr(0, at))) return add_former(token, *right);
    }
    return token + 1;
  }

  bool is_former(std::string_view word) const {
    const codebook::Role* role = language_.roles.phrases.word(utf8::lower(word));
    return role && role->kind == codebook::RoleKind::former;
  }

  // "ex-Thai premier"
  std::uint32_t add_former(std::uint32_t token, const codebook::NameBook::Entry& entry) {
    Piece piece = named(entry);
    piece.first = token;
    piece.last = token + 1;
    piece.former = true;
    return add(piece);
  }

  std::optional<codebook::NameBook::Entry> half(std::string_view word) const {
    const std::string folded = utf8::lower(word);
    const auto match = language_.names.phrases().longest(
        [&](std::uint32_t n) { return n == 0 ? std::string_view(folded) : std::string_view{}; },
        [&](codebook::Case needs, std::uint32_t) {
          return needs == codebook::Case::any ||
                 (needs == codebook::Case::capitals ? utf8::all_upper(word) : utf8::starts_upper(word));
        });
    if (!match) return std::nullopt;
    return *match->value;
  }

  std::uint32_t add_pair(std::uint32_t token, const codebook::NameBook::Entry& left,
                         const codebook::NameBook::Entry& right, std::size_t at, std::size_t dash) {
    const Span whole = document_.tokens[token].form;
    Piece second = named(right);
    second.first = token;
    second.last = token + 1;
    second.span = {static_cast<std::uint32_t>(whole.begin + at + dash), whole.end};
    Piece first = named(left);
    first.first = token;
    first.last = token + 1;
    first.span = {whole.begin, static_cast<std::uint32_t>(whole.begin + at)};
    first.partner = static_cast<std::uint32_t>(out_.list.size()) + 1;
    out_.at[token] = static_cast<std::uint32_t>(out_.list.size());
    out_.list.push_back(first);
    out_.list.push_back(second);
    return token + 1;
  }

  const syntax::Document& document_;
  const codebook::Language& language_;
  const codebook::Places& places_;
  std::optional<Day> day_;
  Pieces out_;
};

}  // namespace

bool written_as(const syntax::Document& document, std::uint32_t first, std::uint32_t words, codebook::Case needs) {
  if (needs == codebook::Case::any) return true;
  if (needs == codebook::Case::capitalised) return utf8::starts_upper(document.form(first));
  for (std::uint32_t i = first; i < first + words; ++i)
    if (!utf8::all_upper(document.form(i)) && document.tokens[i].upos != Upos::PUNCT) return false;
  return true;
}

Pieces find_pieces(const syntax::Document& document, const codebook::Language& language, const codebook::Places& places,
                   std::optional<Day> day, Arena& arena) {
  return Finder(document, language, places, day, arena).run();
}

}  // namespace warta::mention
