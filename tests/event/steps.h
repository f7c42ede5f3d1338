// The steps of coding up to the one under test, on a document of a case file and the codebook of tests/mention/data.
#pragma once
#include "acts.h"
#include "coding.h"
#include "dates.h"
#include "emit.h"
#include "mention/books.h"

namespace warta::event {

class Steps {
 public:
  explicit Steps(const test::CaseDocument& document)
      : document_(document),
        language_(test::language_of(document)),
        mentions_(
            mention::find_mentions(document.article(), document.document(), language_, test::books().places(), arena_)),
        text_(document.article(), document.document(), mentions_, test::books(), language_, arena_),
        found_(find_acts(text_)),
        standings_(standings_of(text_, all())) {}
  Steps(const Steps&) = delete;
  Steps& operator=(const Steps&) = delete;

  const Text& text() const { return text_; }
  const mention::Mentions& mentions() const { return mentions_; }
  const std::pmr::vector<Act>& acts() const { return found_.list; }
  std::span<const std::uint32_t> act_at() const { return found_.at; }  // per token
  Acts all() const { return found_.all(); }
  const std::pmr::vector<Standing>& standings() const { return standings_; }
  std::pmr::vector<Coded> coded() const { return code_acts(text_, all(), standings_); }

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
  const test::CaseDocument& document_;
  mutable Arena arena_;
  const codebook::Language& language_;
  mention::Mentions mentions_;
  Text text_;
  FoundActs found_;
  std::pmr::vector<Standing> standings_;
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
