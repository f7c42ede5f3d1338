#include "standing.h"

#include <algorithm>

#include "clauses.h"
#include "denial.h"

namespace warta::event {
namespace {

using codebook::Cue;
using codebook::CueSet;
using codebook::Operator;
using codebook::SlotKind;
using syntax::Rel;
using syntax::Sub;
using syntax::Upos;

constexpr int kChainLimit = 24;         // steps from a word to the root
constexpr std::uint32_t kAuxReach = 4;  // tokens left of a verb in which its auxiliaries stand

bool is_modifier(Rel r) {
  return r == Rel::advmod || r == Rel::aux || r == Rel::mark || r == Rel::case_ || r == Rel::discourse ||
         r == Rel::cop || r == Rel::det || r == Rel::amod || r == Rel::fixed;
}

class Chain {
 public:
  Chain(const Text& text, const Acts& acts, std::uint32_t act)
      : text_(text), acts_(acts), self_(act), p_(*acts.list[act].predicate), fronted_(text.fronted(p_.sentence)) {}

  Standing run() {
    read_noun_modifiers();
    read_no_subject();
    if (p_.carrier != p_.token) read_light_verb(p_.carrier);
    read_first_word();
    read_modifiers(p_.carrier);
    read_condition(p_.carrier);
    climb(p_.carrier);
    read_hedged_actor();
    read_denial_behind();
    if (on_timetable(text_, p_.carrier)) out_.future = true;
    return out_;
  }

 private:
  // ---- one word's own modifiers --------------------------------------------------------------------------------

  void take(const CueSet& cues) {
    if (cues.has(Cue::negator_false)) return;
    if (cues.has(Cue::negator)) out_.negated = true;
    if (cues.has(Cue::refusal_modal)) willing_ = true;
    if (cues.has(Cue::future)) out_.future = true;
    if (cues.has(Cue::possible)) out_.possible = true;
    if (cues.has(Cue::obligation)) out_.obliged = true;
    if (cues.has(Cue::hedge)) out_.hedged = true;
    if (cues.has(Cue::past)) out_.past = true;
    if (cues.has(Cue::condition)) out_.possible = out_.conditional = true;
    if (cues.has(Cue::fail)) out_.negated = true;
    if (cues.has(Cue::plan)) out_.future = true;
    if (cues.has(Cue::deny)) out_.denied = true;
  }

  void read_modifiers(std::uint32_t t) {
    CueSet all, own;  // words of the act itself deny nothing: "batal mengunjungi"
    text_.each_child(t, [&](std::uint32_t c) {
      const bool near = c < t ? t - c < 12 : c - t < 3;
      if (near && is_modifier(text_.rel(c))) (in_trigger(c) ? own : all) |= text_.cues(c);
    });
    const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
    for (std::uint32_t n = 1; n <= kAuxReach && t >= begin + n; ++n) {
      const std::uint32_t left = t - n;
      const Upos upos = text_.token(left).upos;
      const CueSet& cues = text_.cues(left);
      const bool auxiliary = upos == Upos::AUX || upos == Upos::ADV || upos == Upos::PART || upos == Upos::SCONJ;
      const bool covered =
          cues_about(text_, left)
              .any(Cue::negator, Cue::future, Cue::refusal_modal, Cue::past, Cue::possible, Cue::negator_false);
      if (!auxiliary && !covered) break;
      (in_trigger(left) ? own : all) |= cues;
    }
    read_verb_before(in_trigger(t) ? p_.first : t);
    if (headline_plan(text_, t)) out_.future = true;
    const bool negated = out_.negated;
    take(own);
    out_.negated = negated;
    if (headline_plan(text_, t)) out_.future = true;
    take(all);
    if (out_.negated && willing_) out_.unwilling = true;
  }

  bool in_trigger(std::uint32_t t) const { return t >= p_.first && t < p_.last; }

  // "Seoul Bantah Jual Rudal": verbs in a row, of which the tree may have lost the first.
  void read_verb_before(std::uint32_t t) {
    if (t == text_.document.sentences[p_.sentence].first || text_.token(t).upos != Upos::VERB) return;
    const CueSet cues = cues_about(text_, t - 1);
    if (cues.has(Cue::deny)) {
      out_.denied = true;
      out_.denier = t - 1;
    }
    if (cues.has(Cue::fail)) out_.negated = true;
    if (cues.has(Cue::plan)) out_.future = true;
    if (cues.has(Cue::consider)) out_.possible = true;
  }

  // "no attack", "dugaan serangan", "a planned visit": words before a noun trigger.
  void read_noun_modifiers() {
    if (p_.word_class == codebook::TriggerClass::verb) return read_no_patient();
    read_coming_date();
    text_.each_child(p_.token, [&](std::uint32_t c) {
      if (text_.rel(c) == Rel::det || text_.rel(c) == Rel::amod || text_.rel(c) == Rel::advmod) {
        const CueSet& cues = text_.cues(c);
        if (cues.has(Cue::negator) && !cues.has(Cue::negator_false)) out_.negated = true;
        if (cues.any(Cue::hedge, Cue::hedge_adjective, Cue::hedge_noun)) out_.hedged = true;
        if (cues.any(Cue::future, Cue::plan)) out_.future = true;
        if (cues.has(Cue::possible)) out_.possible = true;
        if (cues.has(Cue::past)) out_.past = true;
      }
    });
  }

  // "kunjungan ke Lima pada Agustus mendatang": the date of a noun says that it is to come.
  void read_coming_date() {
    const std::uint32_t end = text_.subtree(p_.token).last;
    for (std::uint32_t t = p_.last; t < end && text_.token(t).upos != Upos::VERB && text_.form(t) != ","; ++t)
      if (text_.cue(t, Cue::future) && text_.token(t).upos == Upos::ADJ) out_.future = true;
  }

  // "is considering an attack", "plans a strike": the verb that carries the noun says how it stands.
  void read_light_verb(std::uint32_t verb) {
    const CueSet cues = cues_about(text_, verb);
    if (cues.has(Cue::consider)) out_.possible = true;
    if (cues.has(Cue::plan)) out_.future = true;
    if (cues.has(Cue::fail)) out_.negated = true;
  }

  // "Konon Eritrea mengirim pasukan", "menurut laporan sebuah stasiun televisi": hedges of the whole sentence.
  void read_first_word() {
    const syntax::Sentence& s = text_.document.sentences[p_.sentence];
    if (text_.cue(s.first, Cue::hedge) && text_.token(s.first).upos != Upos::VERB) out_.hedged = true;
    for (std::uint32_t t = s.first; t < s.last; ++t) {
      if (!text_.cue(t, Cue::according) || !text_.cue(t, Cue::hedge)) continue;
      const std::uint32_t after = t + std::max<std::uint32_t>(1, text_.mentions.cue_words[t]);
      for (std::uint32_t u = after; u < s.last && u < after + 3; ++u)
        if (const mention::Mention* m = text_.actor(u)) {
          if (m->code.has(codebook::Sector::JRN)) out_.hedged = true;
          break;
        }
    }
  }

  // "sent no aid", "made no pledge": the object's determiner denies the act.
  void read_no_patient() {
    for (const Argument& a : p_.arguments) {
      if (a.kind != SlotKind::patient || a.guessed) continue;
      const std::uint32_t no = text_.child(a.head, [&](std::uint32_t c) {
        return text_.rel(c) == Rel::det && text_.cue(c, Cue::negator) && !text_.cue(c, Cue::negator_false);
      });
      if (no != kNone) out_.negated = true;
    }
  }

  // "No court jailed him", "Neither X nor Y has signed".
  void read_no_subject() {
    for (const Argument& a : p_.arguments) {
      if (a.kind != (p_.passive ? SlotKind::patient : SlotKind::agent) || a.head >= p_.first) continue;
      const mention::Mention* m = text_.actor(a.head);
      const std::uint32_t first = m ? m->first : text_.subtree(a.head).first;
      const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
      const auto none = [&](std::uint32_t t) {
        const CueSet cues = cues_about(text_, t);
        return cues.any(Cue::negator, Cue::negative_subject) && !cues.has(Cue::negator_false);
      };
      if (none(first) || (first > begin && text_.token(first - 1).upos != Upos::VERB && none(first - 1)))
        out_.negated = true;
    }
  }

  // An if-clause hangs on this word, or this word is in one.
  void read_condition(std::uint32_t t) {
    const auto marks_condition = [&](std::uint32_t clause) {
      return text_.child(clause, [&](std::uint32_t c) { return text_.cue(c, Cue::condition); }) != kNone;
    };
    text_.each_child(t, [&](std::uint32_t c) {
      if (text_.rel(c) == Rel::advcl && marks_condition(c)) out_.possible = out_.conditional = true;
    });
    // A conjunction right before the clause that the tree hung elsewhere: no comma between it and the word.
    const std::uint32_t begin = text_.document.sentences[p_.sentence].first;
    for (std::uint32_t i = t; i-- > begin;) {
      if (text_.token(i).upos == Upos::PUNCT) break;
      if (text_.cue(i, Cue::condition)) {
        out_.possible = out_.conditional = true;
        break;
      }
    }
  }

  // "hackers allegedly working for X", "terduga": a hedge on the actor is a hedge on the act (plover.md, 17).
  void read_hedged_actor() {
    for (const Argument& a : p_.arguments) {
      if (a.kind != SlotKind::agent) continue;
      const mention::Mention* m = text_.actor(a.head);  // "Suspected rebels", whatever the tree makes of the word
      if (m && m->first > 0 && m->first <= p_.first && text_.cue(m->first - 1, Cue::hedge_adjective))
        out_.hedged = true;
      const Text::Range range = text_.subtree(a.head);
      for (std::uint32_t t = range.first; t < range.last && t < p_.first; ++t)
        if (text_.cues(t).any(Cue::hedge, Cue::hedge_adjective, Cue::hedge_verb) &&
            text_.governing_verb(t) != p_.carrier)
          out_.hedged = true;
    }
  }

  // "Kabar bahwa X membekukan bantuan ditepis Y".
  void read_denial_behind() {
    if (out_.denied || is_claim()) return;
    const std::uint32_t denial = denied_behind(text_, p_);
    if (denial == kNone) return;
    out_.denied = true;
    out_.denier = denial;
  }

  // The act is a claim itself ("tuduhan"): who denies it denies its content, not that it was made.
  bool is_claim() const {
    return p_.word_class != codebook::TriggerClass::verb && text_.cue(p_.token, Cue::claim_noun);
  }

  // ---- the way up ----------------------------------------------------------------------------------------------

  void climb(std::uint32_t t) {
    bool scope =
        true;  // whether operators above still bind the act: a relative or adverbial clause stands outside them
    for (int step = 0; step < kChainLimit; ++step) {
      const std::uint32_t h = text_.head(t);
      if (step > 0 || h == syntax::kNoHead) read_speech_beside(t);
      if (h == syntax::kNoHead) return;
      const syntax::Relation r = text_.token(t).relation;
      if (main_clause_of(t, h)) {
        if (conditional(text_, h)) out_.possible = out_.conditional = true;
        return;
      }
      if (r.rel == Rel::advcl && conditional(text_, t)) {
        scope = false;
        if (threatens(h) && !hostile()) out_.wanted = true;
      }
      if (r.rel != Rel::xcomp && purpose(text_, t) && wishes(h)) out_.wanted = true;
      if (r.rel == Rel::acl && r.sub == Sub::relcl && (!told(t) || suffers(h))) scope = false;
      if (r.rel == Rel::advcl && !purpose(text_, t) && !complement(t, h) && !told(t)) scope = false;
      if (serial(text_, t, h)) read_modifiers(h);
      if (r.rel == Rel::conj) {
        if (shares_subject(t)) read_modifiers(h);
      } else if (scope && !read_operator(t, h)) {
        return;
      }
      if (!scope) read_speech(t, h);
      read_condition_above(h);
      t = h;
    }
  }

  // The condition of a threat, and what an ultimatum or an appeal is for, are what the other side is to do; a hostile
  // act is what it may do ("jika Amerika Serikat menjatuhkan sanksi").
  bool hostile() const { return acts_.list[self_].code && acts_.list[self_].code->quad == 4 && !out_.negated; }
  bool threatens(std::uint32_t h) const {
    return root_at(h) == codebook::Root::THREATEN || content_at(h) == Operator::threaten;
  }
  bool wishes(std::uint32_t h) const {
    const codebook::Root root = root_at(h);
    return content_at(h) == Operator::none && (root == codebook::Root::THREATEN || root == codebook::Root::REQUEST);
  }
  codebook::Root root_at(std::uint32_t t) const {
    const std::uint32_t at = acts_.at[t];
    return at == kNone || at == self_ || !acts_.list[at].code ? codebook::Root::none : acts_.list[at].code->root;
  }
  Operator content_at(std::uint32_t t) const {
    const std::uint32_t at = acts_.at[t];
    return at == kNone || at == self_ ? Operator::none : acts_.list[at].frame->content;
  }

  // "Jika Iran tidak menghentikan ..., Inggris akan ...", "Didesak X, Y menolak ...": where the tree hangs the main
  // clause on the clause before it.
  bool main_clause_of(std::uint32_t clause, std::uint32_t h) const {
    if (clause < h || text_.rel(clause) == Rel::conj) return false;
    if (fronted_ && h == fronted_->verb && clause > fronted_->comma) return true;
    if (!conditional(text_, h)) return false;
    const std::uint32_t first = text_.subtree(clause).first;
    for (std::uint32_t t = h + 1; t < clause; ++t)
      if (text_.form(t) == "," && (t <= first || text_.head(t) != h)) return true;
    return false;
  }

  // "lifted the ban, a decision that X criticised": the noun is what is done, not what is told.
  bool suffers(std::uint32_t noun) const {
    return std::any_of(p_.arguments.begin(), p_.arguments.end(),
                       [&](const Argument& a) { return a.kind == SlotKind::patient && a.head == noun; });
  }

  // "..., bahwa X menyerang": told, whatever the tree calls the clause.
  bool told(std::uint32_t clause) const {
    if (text_.rel(clause) == Rel::advcl && conditional(text_, clause)) return false;
    return text_.child(clause, [&](std::uint32_t c) {
      return text_.rel(c) == Rel::mark && text_.cue(c, Cue::complementizer);
    }) != kNone;
  }

  // "sepakat bekerja sama", "accused of spying": a clause that follows its verb at once or after a bare preposition is
  // what the verb is about, whatever the tree calls it.
  bool complement(std::uint32_t clause, std::uint32_t h) const {
    const bool at_once = text_.subtree(clause).first == h + 1;
    if (at_once && cues_about(text_, h).any(Cue::deny, Cue::plan, Cue::consider, Cue::attempt, Cue::aspect, Cue::fail,
                                            Cue::hedge_verb))
      return true;
    if (const std::uint32_t claim = claim_refused(text_, h); claim != kNone && claim < clause) return true;
    if (caused(text_, clause, h)) return true;
    const std::uint32_t at = acts_.at[h];
    if (at == kNone || acts_.list[at].frame->content == Operator::none) return false;
    if (after_object(text_, clause, h)) return true;
    const bool gerund = text_.child(clause, [&](std::uint32_t c) {
      return text_.rel(c) == Rel::mark && (text_.token(c).upos == Upos::ADP || text_.cue(c, Cue::of_phrase));
    }) != kNone;
    return gerund || text_.subtree(clause).first == acts_.list[at].predicate->last;
  }

  bool shares_subject(std::uint32_t t) const {
    return text_.child(t, [&](std::uint32_t c) { return text_.rel(c) == Rel::nsubj; }) == kNone &&
           text_.token(text_.head(t)).upos == Upos::VERB;
  }

  void read_condition_above(std::uint32_t h) {
    if (text_.child(h, [&](std::uint32_t c) { return text_.rel(c) == Rel::mark && text_.cue(c, Cue::condition); }) !=
        kNone)
      out_.possible = out_.conditional = true;
  }

  void read_speech(std::uint32_t t, std::uint32_t h) {
    const Rel r = text_.rel(t);
    if (out_.speech == kNone && text_.cues(h).any(Cue::speech, Cue::admit) &&
        (r == Rel::ccomp || r == Rel::parataxis || r == Rel::xcomp || r == Rel::obj))
      out_.speech = h;
  }

  // "..., kata X": the verb of saying hangs on the clause that it tells.
  void read_speech_beside(std::uint32_t t) {
    if (out_.speech != kNone) return;
    text_.each_child(t, [&](std::uint32_t c) {
      const Rel r = text_.rel(c);
      const bool beside = r == Rel::parataxis || r == Rel::discourse || (r == Rel::advcl && set_apart(text_, c));
      if (out_.speech == kNone && beside && text_.cues(c).any(Cue::speech, Cue::admit) && c != p_.carrier)
        out_.speech = c;
    });
  }

  // What the word above makes of the act; false: nothing above it binds the act any more.
  bool read_operator(std::uint32_t t, std::uint32_t h) {
    const CueSet cues = cues_about(text_, h);
    const Rel r = text_.rel(t);
    const bool content = r == Rel::ccomp || r == Rel::xcomp || r == Rel::csubj || r == Rel::obj || r == Rel::nsubj ||
                         r == Rel::acl || r == Rel::nmod || r == Rel::obl || r == Rel::advcl || r == Rel::parataxis ||
                         r == Rel::iobj || r == Rel::appos || r == Rel::compound || r == Rel::advmod;
    if (!content) return true;
    read_speech(t, h);
    if (h == p_.carrier || (h >= p_.first && h < p_.last)) return true;
    read_denial(t, h, cues);
    if (cues.has(Cue::claim_noun) && r != Rel::nsubj && r != Rel::compound) {
      out_.claimed = true;
      out_.claimant = h;
    }
    if (cues.any(Cue::hedge_verb, Cue::hedge_noun) || text_.names_freely(h)) out_.hedged = true;
    if (cues.has(Cue::consider)) out_.possible = true;
    if (cues.has(Cue::plan)) out_.future = true;
    const bool beside = r == Rel::obl && !text_.case_is(t, Cue::place_phrase);  // "menangguhkan bantuan sebagai protes"
    if ((cues.has(Cue::fail) && !beside) || (t == p_.token && acts_.at[h] == kNone && did_not_happen(text_, p_, h)))
      out_.negated = true;
    const bool transparent =
        cues.any(Cue::aspect, Cue::plan, Cue::attempt, Cue::consider, Cue::light, Cue::light_passive);
    if (transparent && (r == Rel::xcomp || r == Rel::ccomp || r == Rel::obj || r == Rel::nsubj || r == Rel::csubj))
      read_modifiers(h);
    return read_outer_act(t, h);
  }

  // "denied that ...", "rejected Kyiv's charge that ...": the clause may hang on the denial, beside the claim whose
  // content it is.
  void read_denial(std::uint32_t t, std::uint32_t h, const CueSet& cues) {
    const std::uint32_t claim = claim_refused(text_, h);
    const bool subject = text_.rel(t) == Rel::nsubj && text_.sub(t) != Sub::pass && claim == kNone;
    if (subject || is_claim() || !(claim != kNone || cues.any(Cue::deny, Cue::deny_noun))) return;
    out_.denied = true;
    const Upos upos = text_.token(h).upos;
    if (upos == Upos::VERB || upos == Upos::NOUN) out_.denier = h;  // "tidak benar": whoever tells it
    if (claim == kNone || claim >= p_.first) return;
    out_.claimed = true;
    out_.claimant = claim;
  }

  bool read_outer_act(std::uint32_t t, std::uint32_t h) {
    const std::uint32_t at = acts_.at[h];
    if (at == kNone || at == self_ || text_.rel(t) == Rel::nsubj) return true;
    const Act& outer = acts_.list[at];
    const Operator op = outer.frame->content;
    if (op == Operator::none || op == Operator::cancel) return true;
    if (op == Operator::refuse && claim_refused(text_, h) != kNone) return true;  // a denial
    if (out_.outer == kNone) out_.outer = at;
    return op == Operator::accuse || op == Operator::request || op == Operator::demand || op == Operator::condemn ||
           op == Operator::praise;
  }

  const Text& text_;
  const Acts& acts_;
  std::uint32_t self_;
  const Predicate& p_;
  const std::optional<Fronted>& fronted_;
  Standing out_;
  bool willing_ = false;
};

}  // namespace

codebook::CueSet cues_about(const Text& text, std::uint32_t token) {
  CueSet all = text.cues(token);
  for (std::uint32_t n = 1; n <= 4 && n <= token; ++n)
    if (text.mentions.cue_words[token - n] > n) all |= text.cues(token - n);
  return all;
}

Standing standing_of(const Text& text, const Acts& acts, std::uint32_t act) { return Chain(text, acts, act).run(); }

std::pmr::vector<Standing> standings_of(const Text& text, const Acts& acts) {
  std::pmr::vector<Standing> out(&text.arena);
  for (std::uint32_t i = 0; i < acts.list.size(); ++i) out.push_back(standing_of(text, acts, i));
  return out;
}

}  // namespace warta::event
