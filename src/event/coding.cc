#include "coding.h"

#include <algorithm>

#include "denial.h"

namespace warta::event {
namespace {

using codebook::CameoCode;
using codebook::Cue;
using codebook::Operator;
using codebook::Root;

bool yields(Root root) { return root == Root::CONCEDE || root == Root::RETREAT; }
bool cooperates(Root root) {
  return root == Root::AGREE || root == Root::CONSULT || root == Root::SUPPORT || root == Root::COOPERATE ||
         root == Root::AID;
}

// An act inside one of these is told by the outer act alone (CODEBOOK.md, 5).
bool swallows(Operator op) {
  return op == Operator::agree || op == Operator::promise || op == Operator::offer || op == Operator::invite ||
         op == Operator::refuse || op == Operator::threaten || op == Operator::cancel;
}

class Coder {
 public:
  Coder(const Text& text, const Acts& acts, std::span<const Standing> standings)
      : text_(text),
        acts_(acts),
        standings_(standings),
        out_(acts.list.size(), &text.arena),
        done_(acts.list.size(), false, &text.arena) {}

  std::pmr::vector<Coded> run() {
    for (std::uint32_t i = 0; i < acts_.list.size(); ++i)
      if (standings_[i].outer != kNone) {
        Coded& outer = out_[standings_[i].outer];
        if (outer.inner == kNone || nearer(i, outer.inner, standings_[i].outer) || spells_out(i, outer.inner))
          outer.inner = i;
      }
    for (std::uint32_t i = 0; i < acts_.list.size(); ++i) code(i, 0);
    absorb();
    judge();
    join_protests();
    join_casualties();
    for (std::uint32_t i = 0; i < acts_.list.size(); ++i) give_status(i);
    return std::move(out_);
  }

 private:
  // "lifted the sanctions": the noun made the verb what it is and tells nothing of its own, unless what is condemned,
  // praised or charged is thereby presupposed (CODEBOOK.md, 5).
  void absorb() {
    for (const Act& act : acts_.list) {
      const Operator op = act.frame->content;
      absorb_tail(act);
      absorb_subject(act);
      if (act.silent || act.absorbed == kNone || op == Operator::condemn || op == Operator::praise ||
          op == Operator::accuse)
        continue;
      const std::uint32_t inner = acts_.at[act.absorbed];
      if (inner == kNone || &acts_.list[inner] == &act || out_[inner].refused) continue;
      if (acts_.list[inner].predicate->word_class == codebook::TriggerClass::verb) continue;
      const bool inside = text_.under(acts_.list[inner].predicate->token, act.predicate->token);
      if (inside) out_[inner].refused = Why::embedded;
    }
  }

  // "convicted of spying", "menuntut terdakwa dihukum": a verdict tells its charge, and what the prosecution asks for
  // is none yet.
  void judge() {
    for (std::uint32_t i = 0; i < acts_.list.size(); ++i) {
      std::uint32_t h = text_.head(acts_.list[i].predicate->token);
      while (h != syntax::kNoHead && acts_.at[h] == kNone && text_.token(h).upos != syntax::Upos::VERB)
        h = text_.head(h);
      const std::uint32_t above = h == syntax::kNoHead ? kNone : acts_.at[h];
      if (above == kNone || above == i || !out_[i].code || !out_[above].code || out_[above].refused) continue;
      const bool verdict = out_[i].code->code == "116", charge = out_[i].code->root == Root::ACCUSE;
      const bool noun = acts_.list[i].predicate->word_class != codebook::TriggerClass::verb;
      if ((charge && noun && out_[above].code->code == "116") || (verdict && out_[above].code->code == "115"))
        out_[i].refused = Why::embedded;
    }
  }

  // "took to the streets to demand that ...", "berunjuk rasa menolak ...": one protest, whose target the second verb
  // names.
  void join_protests() {
    for (std::uint32_t i = 0; i < acts_.list.size(); ++i) {
      if (out_[i].refused || !out_[i].code || out_[i].code->root != Root::PROTEST) continue;
      const std::uint32_t sentence = acts_.list[i].predicate->sentence;
      for (std::uint32_t j = i + 1; j < acts_.list.size() && acts_.list[j].predicate->sentence == sentence; ++j)
        if (!out_[j].refused && cries(i, j)) {
          out_[j].refused = Why::embedded;
          if (out_[i].cry == kNone) out_[i].cry = j;
        }
      if (out_[i].cry != kNone) give_topic(out_[i], *out_[out_[i].cry].code);
    }
  }

  // "menghantam hotel, melukai lima wartawan", "clashes killed nine people": one attack, whose victims the second word
  // names.
  void join_casualties() {
    for (std::uint32_t j = 1; j < acts_.list.size(); ++j) {
      const Predicate& q = *acts_.list[j].predicate;
      if (!attack(j) || !text_.cues(q.token).any(Cue::count_killed, Cue::count_injured)) continue;
      for (std::uint32_t i = j; i-- > 0 && acts_.list[i].predicate->sentence == q.sentence;) {
        if (!attack(i) || !outcome_of(i, j)) continue;
        out_[j].refused = Why::duplicate;
        out_[i].cry = j;
        break;
      }
    }
  }

  bool attack(std::uint32_t i) const { return !out_[i].refused && out_[i].code && out_[i].code->root == Root::ASSAULT; }

  // Whether the second act hangs on the first as what came of it, or the first is its subject.
  bool outcome_of(std::uint32_t first, std::uint32_t second) const {
    const Predicate &p = *acts_.list[first].predicate, &q = *acts_.list[second].predicate;
    const bool named = !acts_.list[first].source.mentions.empty() || !acts_.list[first].target.mentions.empty();
    if (!named || standings_[second].negated || p.sentence != q.sentence ||
        q.word_class != codebook::TriggerClass::verb || q.passive ||
        standings_[first].speech != standings_[second].speech)
      return false;
    if (p.word_class != codebook::TriggerClass::verb)
      return text_.head(p.token) == q.token && text_.rel(p.token) == syntax::Rel::nsubj;
    const syntax::Rel r = text_.rel(q.carrier);
    const bool behind =
        r == syntax::Rel::advcl || r == syntax::Rel::xcomp || r == syntax::Rel::ccomp || r == syntax::Rel::conj;
    if (!behind || text_.head(q.carrier) != p.carrier || q.first < p.last) return false;
    const bool own = text_.child(q.carrier, [&](std::uint32_t c) {
      return text_.rel(c) == syntax::Rel::nsubj || text_.rel(c) == syntax::Rel::mark;
    }) != kNone;
    return !own;
  }

  // CAMEO's protests end in the digit of what they demand: leadership, policy, rights, regime (1041 -> 1411). What is
  // refused without a finer code is a policy.
  void give_topic(Coded& protest, const CameoCode& cry) const {
    const bool finer = cry.code.size() == 4 &&
                       (cry.code.starts_with("104") || cry.code.starts_with("024") || cry.code.starts_with("123"));
    if (protest.code->code.size() != 3 || !(finer || cry.root == Root::REJECT)) return;
    const std::string code = protest.code->code + (finer ? cry.code.back() : '2');
    if (const CameoCode* found = text_.books.ontology().find(code); found && found->root == Root::PROTEST)
      protest.code = found;
  }

  bool cries(std::uint32_t protest, std::uint32_t other) const {
    if (!out_[other].code) return false;
    const Root root = out_[other].code->root;
    if (root != Root::REQUEST && root != Root::ACCUSE && root != Root::REJECT && root != Root::PROTEST) return false;
    const Predicate &p = *acts_.list[protest].predicate, &q = *acts_.list[other].predicate;
    if (p.sentence != q.sentence || q.first < p.last || !text_.under(q.carrier, p.carrier)) return false;
    const bool joined = text_.rel(q.carrier) == syntax::Rel::conj && text_.child(q.carrier, [&](std::uint32_t c) {
      return text_.rel(c) == syntax::Rel::cc;
    }) != kNone;
    const auto &a = acts_.list[protest].source.mentions, &b = acts_.list[other].source.mentions;
    return !joined && (b.empty() || (!a.empty() && a.front() == b.front()));
  }

  // "the ceasefire took effect": noun and verb tell one act.
  void absorb_subject(const Act& act) {
    if (act.silent || !act.code || act.code->quad > 2 || act.predicate->word_class != codebook::TriggerClass::verb)
      return;
    text_.each_child(act.predicate->token, [&](std::uint32_t c) {
      const std::uint32_t inner = text_.rel(c) == syntax::Rel::nsubj ? acts_.at[c] : kNone;
      if (inner == kNone || &acts_.list[inner] == &act || !acts_.list[inner].code || out_[inner].refused) return;
      if (acts_.list[inner].code->code == act.code->code) out_[inner].refused = Why::embedded;
    });
  }

  // "announced the withdrawal of": a noun among the words of the trigger.
  void absorb_tail(const Act& act) {
    for (std::uint32_t t = act.predicate->tail_first; t < act.predicate->tail_last; ++t) {
      const std::uint32_t inner = acts_.at[t];
      if (inner == kNone || &acts_.list[inner] == &act || out_[inner].refused) continue;
      if (acts_.list[inner].predicate->word_class != codebook::TriggerClass::verb) out_[inner].refused = Why::embedded;
    }
  }

  std::uint32_t steps(std::uint32_t from, std::uint32_t to) const {
    std::uint32_t n = 0;
    for (std::uint32_t t = acts_.list[from].predicate->carrier;
         t != syntax::kNoHead && t != acts_.list[to].predicate->token; t = text_.head(t))
      ++n;
    return n;
  }
  // "menolak permintaan Ukraina untuk memasok amunisi": the clause says what the noun asks for.
  bool spells_out(std::uint32_t clause, std::uint32_t noun) const {
    const Operator op = acts_.list[noun].frame->content;
    const Predicate &p = *acts_.list[clause].predicate, &q = *acts_.list[noun].predicate;
    return (op == Operator::request || op == Operator::demand) && q.word_class != codebook::TriggerClass::verb &&
           p.word_class == codebook::TriggerClass::verb && q.last < p.first &&
           standings_[clause].outer == standings_[noun].outer && text_.head(p.token) == text_.head(q.token);
  }
  bool nearer(std::uint32_t a, std::uint32_t b, std::uint32_t outer) const { return steps(a, outer) < steps(b, outer); }

  void code(std::uint32_t i, int depth) {
    if (done_[i] || depth > 4) return;
    done_[i] = true;
    const Act& act = acts_.list[i];
    Coded& out = out_[i];
    out.code = act.code;
    out.mode = act.mode;
    out.refused = act.silent;
    const Operator op = act.frame->content;
    if (op == Operator::none || op == Operator::accuse || op == Operator::condemn || op == Operator::praise) return;
    if (op == Operator::refuse &&
        refuses_claim(act)) {  // "rejected the accusation" is a denial, which is no act of its own
      out.refused = Why::no_root;
      return;
    }
    if (out.inner == kNone) return;
    code(out.inner, depth + 1);
    compose(out, op, out_[out.inner].code);
  }

  void compose(Coded& out, Operator op, const CameoCode* inner) const {
    if (!inner) return;
    const auto composed = text_.books.ontology().compose(op, inner->code);
    if (!composed) return;
    out.code = composed->code;
    out.mode = composed->mode;
  }

  bool refuses_claim(const Act& act) const {
    if (denies_told(act)) return true;
    for (const Argument& a : act.predicate->arguments)
      if (a.kind == codebook::SlotKind::patient && text_.cues(a.head).any(Cue::claim_noun)) return true;
    return false;
  }

  // "..., which it denied".
  bool denies_told(const Act& act) const {
    const std::uint32_t verb = act.predicate->token;
    if (!text_.cue(verb, Cue::deny)) return false;
    return text_.child(verb, [&](std::uint32_t c) {
      return text_.rel(c) == syntax::Rel::obj && text_.token(c).upos == syntax::Upos::PRON &&
             text_.cues(c).any(Cue::relative, Cue::pronoun_it, Cue::pronoun_he);
    }) != kNone;
  }

  // ---- status, in the order of precedence of CODEBOOK.md: denied, hypothetical, requested, planned, alleged,
  // historical
  void give_status(std::uint32_t i) {
    const Standing& s = standings_[i];
    Coded& out = out_[i];
    if (out.refused) return;
    if (!out.code) {
      out.refused = Why::no_root;
      return;
    }
    const Operator op = s.outer == kNone ? Operator::none : acts_.list[s.outer].frame->content;
    if (s.wanted || nobody_claims(i) || swallows(op)) {
      out.refused = Why::embedded;
      return;
    }
    // "has not urged Japan to condemn": nothing was asked for.
    if (s.outer != kNone && standings_[s.outer].negated && !standings_[s.outer].denied && !s.denied &&
        op != Operator::none) {
      out.refused = Why::negated;
      return;
    }
    if (s.unwilling && !s.denied && (cooperates(out.code->root) || yields(out.code->root))) {
      compose(out, Operator::refuse, out.code);
      return;
    }
    if (s.negated && !s.denied) {
      if (!speaks_of_self(i)) {
        out.refused = Why::negated;
        return;
      }
      out.status = Status::denied;
      return;
    }
    const bool asked = op == Operator::request || op == Operator::demand;
    if (s.obliged && !asked && !s.denied) {
      urge(i);
      return;
    }
    const bool threat = out.code->root == Root::THREATEN;
    if (s.denied)
      out.status = Status::denied;
    else if (s.possible && !(threat && s.conditional))
      out.status = Status::hypothetical;
    else if (asked)
      out.status = Status::requested;
    else if (s.future)
      out.status = Status::planned;
    else if (s.hedged || s.claimed || op == Operator::accuse)
      out.status = Status::alleged;
    else if (s.past)
      out.status = Status::historical;
    if (s.future && out.status != Status::hypothetical && out.status != Status::requested)
      compose(out, Operator::plan, out.code);
  }

  // "Israel harus menghentikan serangan, kata Menlu Irlandia": what somebody tells another to do is asked of him; else
  // a norm.
  void urge(std::uint32_t i) {
    const Act& act = acts_.list[i];
    const bool told = standings_[i].speech != kNone || text_.aside_telling(act.predicate->first);
    std::string_view wanted = out_[i].code->code;
    if (act.predicate->word_class != codebook::TriggerClass::verb &&
        out_[i].code->quad >= 3)  // "the embargo must go": its end
      if (const auto ended = text_.books.ontology().compose(Operator::cancel, wanted)) wanted = ended->code->code;
    const auto asked = text_.books.ontology().compose(Operator::request, wanted);
    if (!told || !asked || act.source.mentions.empty() || standings_[i].negated || standings_[i].possible) {
      out_[i].refused = Why::norm;
      return;
    }
    out_[i].urged = true;
    out_[i].code = asked->code;
    out_[i].mode = asked->mode;
  }

  // "denied the accusation": of no named accuser, it is told by the denial alone.
  bool nobody_claims(std::uint32_t i) const {
    const Act& act = acts_.list[i];
    const std::uint32_t h = text_.head(act.predicate->token);
    if (act.frame->content != Operator::accuse || act.predicate->word_class == codebook::TriggerClass::verb ||
        h == syntax::kNoHead)
      return false;
    return act.source.mentions.empty() && claim_refused(text_, h) == act.predicate->token;
  }

  // "Kami tidak pernah menyiksa tahanan": who says of himself that he did not, denies.
  bool speaks_of_self(std::uint32_t i) const {
    for (const Argument& a : acts_.list[i].predicate->arguments)
      if (a.kind == codebook::SlotKind::agent && text_.cue(a.head, Cue::pronoun_we)) return true;
    return false;
  }

  const Text& text_;
  const Acts& acts_;
  std::span<const Standing> standings_;
  std::pmr::vector<Coded> out_;
  std::pmr::vector<bool> done_;
};

}  // namespace

std::pmr::vector<Coded> code_acts(const Text& text, const Acts& acts, std::span<const Standing> standings) {
  return Coder(text, acts, standings).run();
}

}  // namespace warta::event
