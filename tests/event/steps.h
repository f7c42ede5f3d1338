// The steps of coding up to the one under test, on a document of a case file and the codebook of tests/mention/data.
// Each step is run once, when first asked for.
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
        mentions_(mention::find_mentions(document.article(), document.document(), language_, test::books().places(), arena_)),
        text_(document.article(), document.document(), mentions_, test::books(), language_, arena_),
        predicates_(find_triggers(text_)) {
    for (Predicate& predicate : predicates_) {
      find_arguments(text_, predicate);
      if (const auto act = match(text_, predicate)) list_.push_back(*act);
    }
    at_.assign(document.document().tokens.size(), kNone);
    for (std::uint32_t i = 0; i < list_.size(); ++i) mark(i);
    acts_ = {list_, at_};
    for (std::uint32_t i = 0; i < list_.size(); ++i) standings_.push_back(standing_of(text_, acts_, i));
  }
  Steps(const Steps&) = delete;
  Steps& operator=(const Steps&) = delete;

  const Text& text() const { return text_; }
  const mention::Mentions& mentions() const { return mentions_; }
  const std::pmr::vector<Predicate>& predicates() const { return predicates_; }
  const std::vector<Act>& acts() const { return list_; }
  const std::vector<Standing>& standings() const { return standings_; }
  std::pmr::vector<Coded> coded() const { return code_acts(text_, acts_, standings_); }

  std::vector<Event> events(Ledger& ledger, Trace* trace = nullptr) {
    return find_events(document_.article(), document_.document(), mentions_, test::books(), language_, arena_, ledger, trace);
  }

  std::string words(Span span) const { return document_.text(span); }
  std::string word(std::uint32_t token) const { return token == kNone ? "-" : document_.words(token, token + 1); }
  std::string actor(std::uint32_t mention) const { return test::code_of(mentions_.actors[mention].code); }
  // "KEN, UGA MIL"; "-" for none.
  std::string actors(const std::pmr::vector<std::uint32_t>& list) const {
    std::string out;
    for (const std::uint32_t m : list) out += (out.empty() ? "" : ", ") + actor(m);
    return out.empty() ? "-" : out;
  }

 private:
  void mark(std::uint32_t i) {  // as in coder.cc: a light verb stands for its noun
    const Predicate& p = *list_[i].predicate;
    for (std::uint32_t t = p.first; t < p.last; ++t) at_[t] = i;
    if (at_[p.carrier] == kNone) at_[p.carrier] = i;
  }

  const test::CaseDocument& document_;
  mutable Arena arena_;
  const codebook::Language& language_;
  mention::Mentions mentions_;
  Text text_;
  std::pmr::vector<Predicate> predicates_;
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
