// The steps of coding up to the one under test, on a document of a case file and the codebook of tests/mention/data.
#pragma once
#include "arguments.h"
#include "coding.h"
#include "dates.h"
#include "emit.h"
#include "mention/books.h"
#include "triggers.h"

namespace warta::event {

class Steps {
 public:
  explicit Steps(const test::CaseDocument& document)
      : document_(document),
        language_(test::language_of(document)),
        mentions_(
            mention::find_mentions(document.article(), document.document(), language_, test::books().places(), arena_)),
        text_(document.article(), document.document(), mentions_, test::books(), language_, arena_) {
    for (std::uint32_t s = 0; s < text_.document.sentences.size(); ++s) find_acts(s);
    at_.assign(document.document().tokens.size(), kNone);
    for (std::uint32_t i = 0; i < list_.size(); ++i) mark(i);
    acts_ = {list_, at_};
    for (std::uint32_t i = 0; i < list_.size(); ++i) standings_.push_back(standing_of(text_, acts_, i));
  }
  Steps(const Steps&) = delete;
  Steps& operator=(const Steps&) = delete;

  const Text& text() const { return text_; }
  const mention::Mentions& mentions() const { return mentions_; }
  const std::vector<Act>& acts() const { return list_; }
  std::span<const std::uint32_t> act_at() const { return at_; }  // per token
  const std::vector<Standing>& standings() const { return standings_; }
  std::pmr::vector<Coded> coded() const { return code_acts(text_, acts_, standings_); }

  std::vector<Event> events(Ledger& ledger, Trace* trace = nullptr) {
    return find_events(document_.article(), document_.document(), mentions_, test::books(), language_, arena_, ledger,
                       trace);
  }

  std::string words(Span span) const { return document_.text(span); }
  std::string word(std::uint32_t token) const { return token == kNone ? "-" : document_.words(token, token + 1); }
  // "KEN, UGA MIL"; "-" for none, "?" for an actor that no list knows.
  std::string actor(std::uint32_t mention) const {
    const codebook::ActorCode& code = mentions_.actors[mention].code;
    return code.known() ? code.text() : "?";
  }
  std::string actors(const std::pmr::vector<std::uint32_t>& list) const {
    std::string out;
    for (const std::uint32_t m : list) out += (out.empty() ? "" : ", ") + actor(m);
    return out.empty() ? "-" : out;
  }

 private:
  // As in coder.cc: of several triggers that begin at a token the longest whose frame holds.
  void find_acts(std::uint32_t sentence) {
    const syntax::Sentence& within = text_.document.sentences[sentence];
    for (std::uint32_t t = within.first; t < within.last;) {
      std::uint32_t next = t + 1;
      for (Predicate& predicate : triggers_at(text_, sentence, t)) {
        find_arguments(text_, predicate);
        predicates_.push_back(predicate);
        const auto act = match(text_, predicates_.back());
        if (!act) continue;
        list_.push_back(*act);
        next = predicate.last;
        break;
      }
      t = next;
    }
  }
  void mark(std::uint32_t i) {  // a light verb stands for its noun
    const Predicate& p = *list_[i].predicate;
    for (std::uint32_t t = p.first; t < p.last; ++t) at_[t] = i;
    if (at_[p.carrier] == kNone) at_[p.carrier] = i;
  }

  const test::CaseDocument& document_;
  mutable Arena arena_;
  const codebook::Language& language_;
  mention::Mentions mentions_;
  Text text_;
  std::deque<Predicate> predicates_;  // acts point at them
  std::vector<Act> list_;
  std::vector<std::uint32_t> at_;
  Acts acts_;
  std::vector<Standing> standings_;
};

// Runs a step on each case of tests/event/cases/FILE.
inline void run_steps(const std::string& file, const std::function<test::Found(Steps&)>& step) {
  test::run_cases("event/cases/" + file, [&](const auto&, const auto& document) {
    Steps steps(document);
    return step(steps);
  });
}

inline void add_if(test::Line& line, bool holds, const std::string& feature) {
  if (holds) line.features.push_back(feature);
}

}  // namespace warta::event
