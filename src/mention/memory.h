// Memory: whom an article has named so far, for last names, titles, pronouns and "that country".
// It looks back only, never beyond a few sentences for pronouns. Tests: tests/mention/cases/coreference.txt
#pragma once
#include <algorithm>
#include <memory_resource>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "mention/mention.h"

namespace warta::mention {

class Memory {
 public:
  explicit Memory(Arena& arena) : named_(&arena), seen_(&arena), titled_(&arena) {}

  struct Known {
    codebook::ActorCode code;
    std::string_view name;
    bool person = false;
  };

  // Words of a proper name, lower-cased: each of them calls its bearer from now on. The first bearer keeps a word.
  void learn(std::string_view lower_word, const Known& known) { named_.try_emplace(lower_word, known); }
  const Known* called(std::string_view lower_word) const {
    const auto at = named_.find(lower_word);
    return at == named_.end() ? nullptr : &at->second;
  }
  // "the minister" after "Energy Minister X of Chad".
  void learn_title(std::string_view lower_word, const Known& known) { titled_.insert_or_assign(lower_word, known); }
  const Known* titled(std::string_view lower_word) const {
    const auto at = titled_.find(lower_word);
    return at == titled_.end() ? nullptr : &at->second;
  }

  void saw(std::uint32_t mention, const Mention& value, bool subject) { seen_.push_back({mention, value, subject}); }

  // The code of a mention that a later word has changed ("French| and Greek warships").
  void recode(std::uint32_t mention, const codebook::ActorCode& code) {
    for (std::size_t i = seen_.size(); i-- > 0;)
      if (seen_[i].mention == mention) {
        seen_[i].value.code = code;
        return;
      }
  }

  // The last mention at most `reach` sentences back that satisfies; subjects of an earlier sentence come first.
  template <class Test>
  const Mention* last(std::uint32_t sentence, std::uint32_t reach, Test&& test) const {
    const Mention* fallback = nullptr;
    for (std::size_t i = seen_.size(); i-- > 0;) {
      const Seen& seen = seen_[i];
      if (seen.value.sentence + reach < sentence) break;
      if (!test(seen.value)) continue;
      if (seen.subject) return &seen.value;
      if (!fallback) fallback = &seen.value;
    }
    return fallback;
  }

  // Of the last sentence that has one, at most `reach` back, the first subject that satisfies.
  template <class Test>
  const Mention* last_subject(std::uint32_t sentence, std::uint32_t reach, Test&& test) const {
    const Mention* found = nullptr;
    for (auto seen = seen_.rbegin(); seen != seen_.rend() && seen->value.sentence + reach >= sentence; ++seen) {
      if (found && seen->value.sentence != found->sentence) break;
      if (seen->subject && test(seen->value)) found = &seen->value;
    }
    return found;
  }

  // Whether a mention is the only subject, or has the only code, of those that satisfy in the sentence at hand; where
  // it stands at most `reach` sentences before that, of those since.
  template <class Test>
  bool plain(const Mention* meant, std::uint32_t sentence, std::uint32_t reach, Test&& test) const {
    bool subject = false, rival = false, rival_subject = false;
    for (std::size_t i = seen_.size(); i-- > 0;) {
      const Seen& seen = seen_[i];
      if (seen.value.sentence < meant->sentence) break;
      if (&seen.value == meant) subject = seen.subject;
      if (seen.value.code == meant->code || !test(seen.value)) continue;
      rival = true;
      rival_subject = rival_subject || seen.subject;
    }
    return meant->sentence + reach >= sentence && (!rival || (subject && !rival_subject));
  }

  // The last two mentions of different countries that satisfy; {nullptr, nullptr} if there are not two.
  template <class Test>
  std::pair<const Mention*, const Mention*> last_two_countries(Test&& test) const {
    const Mention* second = nullptr;
    for (std::size_t i = seen_.size(); i-- > 0;) {
      const Mention& m = seen_[i].value;
      if (m.code.from().empty() || m.code.international() || m.kind == Kind::pronoun || !test(m)) continue;
      if (!second)
        second = &m;
      else if (m.code.from() != second->code.from())
        return {&m, second};
    }
    return {nullptr, nullptr};
  }
  std::pair<const Mention*, const Mention*> last_two_countries() const {
    return last_two_countries([](const Mention&) { return true; });
  }

  // The two countries that the text has named most often, each more than once; where a third was named as often, none.
  std::pair<const Mention*, const Mention*> leading_two() const {
    struct Named {
      const Mention* last;
      int times;
    };
    std::vector<Named> counts;
    for (const auto& seen : seen_) {
      const Mention& m = seen.value;
      if (m.code.from().empty() || m.code.international() || m.kind == Kind::pronoun || !m.own_country) continue;
      auto at = std::find_if(counts.begin(), counts.end(),
                             [&](const Named& n) { return n.last->code.from() == m.code.from(); });
      if (at == counts.end()) at = counts.insert(at, {&m, 0});
      at->last = &m;
      ++at->times;
    }
    std::stable_sort(counts.begin(), counts.end(), [](const Named& a, const Named& b) { return a.times > b.times; });
    const bool two =
        counts.size() > 1 && counts[1].times > 1 && (counts.size() == 2 || counts[2].times < counts[1].times);
    if (!two) return {nullptr, nullptr};
    const bool turned = counts[0].last->span.begin > counts[1].last->span.begin;
    return {counts[turned ? 1 : 0].last, counts[turned ? 0 : 1].last};
  }

  // The last rebels or the like, and the last of another armed force or government of their country.
  std::pair<const Mention*, const Mention*> last_two_fighting() const {
    using codebook::Sector;
    const auto irregular = [](const Mention& m) {
      return m.code.has(Sector::REB) || m.code.has(Sector::PRM) || m.code.has(Sector::UAF) || m.code.has(Sector::PRE);
    };
    const Mention* rebels = last_that(irregular);
    if (!rebels) return {nullptr, nullptr};
    const Mention* other = last_that([&](const Mention& m) {
      const bool fights = irregular(m) || m.code.has(Sector::MIL) || m.code.has(Sector::GOV);
      return fights && m.code.from() == rebels->code.from() && (m.code != rebels->code || m.name != rebels->name);
    });
    return other ? std::pair{other, rebels} : std::pair<const Mention*, const Mention*>{nullptr, nullptr};
  }

 private:
  template <class Test>
  const Mention* last_that(Test&& test) const {
    const auto at = std::find_if(seen_.rbegin(), seen_.rend(), [&](const Seen& seen) {
      return seen.value.kind != Kind::pronoun && test(seen.value);
    });
    return at == seen_.rend() ? nullptr : &at->value;
  }

  struct Seen {
    std::uint32_t mention;
    Mention value;
    bool subject;
  };
  std::pmr::unordered_map<std::string_view, Known> named_;
  std::pmr::vector<Seen> seen_;
  std::pmr::unordered_map<std::string_view, Known> titled_;
};

}  // namespace warta::mention
