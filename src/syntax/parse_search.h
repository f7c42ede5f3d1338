// The search of the parser, the same in training and in use: an arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez
// and Satta 2011) under a small beam. The root stands at the end of the buffer (Ballesteros and Nivre 2013) and takes
// one child, so every result is a tree with exactly one root.
//
//   shift  moves the first word of the buffer onto the stack
//   left   makes the top of the stack a child of the first word of the buffer
//   right  makes the top of the stack a child of the word below it
//
// States are small: the stack is a linked list of cells that states share, as in Huang and Sagae (2010).
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory_resource>
#include <span>
#include <vector>

#include "keys.h"

namespace warta::syntax {

// What the parser sees of a word: keys of its form, lemma, tag and part of speech.
struct ParseWord {
  std::uint64_t form = 0, lemma = 0, tag = 0, upos = 0, both = 0;  // both: form and tag
  std::uint64_t super = 0;                                         // its supertag
  std::uint64_t pre = 0, post = 0;     // keys of the marks directly before and behind; 0: none
  std::uint16_t verbs = 0, marks = 0;  // how many verbs, punctuation marks stand before it
};

// A word on the stack or first in the buffer, with the children it has so far (indices of cells, 0: none).
struct Cell {
  std::uint32_t below = 0;
  std::uint32_t word = 0;
  std::uint32_t left = 0, left2 = 0;    // outermost, next to it
  std::uint32_t right = 0, right2 = 0;  // outermost, next to it
  std::uint16_t lefts = 0, rights = 0;
};

enum class Action : std::uint8_t { shift, left, right };

template <class Score>
struct State {
  Score score{};
  std::uint32_t stack = 0;  // its top
  std::uint32_t front = 0;  // first of the buffer
  std::uint32_t depth = 0;
  std::uint32_t parent = 0;  // state before
  Action action{};           // that led here
};

inline constexpr std::size_t kMaxParseFeatures = 160;
struct ParseFeatures {
  std::array<std::uint64_t, kMaxParseFeatures> keys;
  std::size_t count = 0;
  void push(std::uint64_t key) { keys[count++] = key; }
  std::span<const std::uint64_t> view() const { return {keys.data(), count}; }
};

// `words` are the words of the sentence, the root, and three empty ones.
inline constexpr std::size_t kParsePadding = 4;
void parse_features(std::span<const ParseWord> words, std::span<const Cell> cells, std::uint32_t stack,
                    std::uint32_t front, ParseFeatures& out);

template <class Score>
class Search {
 public:
  using States = std::pmr::vector<State<Score>>;

  explicit Search(std::pmr::memory_resource* memory)
      : cells_(memory), states_(memory), steps_(memory), candidates_(memory) {}

  // Starts on a sentence; `words` as for parse_features.
  void start(std::span<const ParseWord> words) {
    words_ = words;
    size_ = static_cast<std::uint32_t>(words.size() - kParsePadding);
    cells_.assign(1, Cell{});
    cells_[0].word = size_ + 1;
    for (std::uint32_t i = 0; i <= size_; ++i) {
      Cell cell;
      cell.word = i;
      cells_.push_back(cell);
    }
    states_.assign(1, State<Score>{});
    states_[0].front = 1;
    steps_.assign(1, 0);
  }

  std::size_t actions() const { return std::size_t{2} * size_; }

  bool may(const State<Score>& state, Action action) const {
    const bool at_end = cells_[state.front].word == size_;
    switch (action) {
      case Action::shift:
        return !at_end;
      case Action::left:
        return state.depth > 0 && (!at_end || state.depth == 1);
      case Action::right:
        return state.depth > 1;
    }
    return false;
  }

  // The state after an action. What it writes are new cells, never old ones.
  State<Score> after(const State<Score>& state, Action action) {
    State<Score> next = state;
    next.action = action;
    if (action == Action::shift) {
      Cell pushed = cells_[state.front];
      pushed.below = state.stack;
      next.stack = add(pushed);
      next.front = pushed.word + 2;  // the cell of word i, without children, is i + 1
      ++next.depth;
      return next;
    }
    const std::uint32_t child = state.stack, below = cells_[child].below;
    --next.depth;
    if (action == Action::left) {
      Cell head = cells_[state.front];
      head.left2 = head.left;
      head.left = child;
      ++head.lefts;
      next.front = add(head);
      next.stack = below;
    } else {
      Cell head = cells_[below];
      head.right2 = head.right;
      head.right = child;
      ++head.rights;
      next.stack = add(head);
    }
    return next;
  }

  // One step of the beam: every state of the last step is continued, the best `width` stay if they are at most `margin`
  // behind the first.
  template <class Scorer>
  void advance(std::size_t width, Score margin, const Scorer& scorer) {
    const std::uint32_t begin = steps_.back(), end = static_cast<std::uint32_t>(states_.size());
    candidates_.clear();
    for (std::uint32_t s = begin; s < end; ++s) {
      const State<Score> state = states_[s];
      std::array<bool, 3> legal{};
      for (std::size_t a = 0; a < 3; ++a) legal[a] = may(state, static_cast<Action>(a));
      std::array<Score, 3> scores{};
      scorer(words_, cells_, state, scores);
      for (std::size_t a = 0; a < 3; ++a) {
        if (legal[a]) candidates_.push_back({state.score + scores[a], s, static_cast<Action>(a)});
      }
    }
    const auto better = [](const Candidate& a, const Candidate& b) {
      if (a.score != b.score) return a.score > b.score;
      return a.parent != b.parent ? a.parent < b.parent : a.action < b.action;
    };
    const std::size_t keep = std::min(width, candidates_.size());
    std::partial_sort(candidates_.begin(), candidates_.begin() + static_cast<std::ptrdiff_t>(keep), candidates_.end(),
                      better);
    steps_.push_back(end);
    for (std::size_t i = 0; i < keep; ++i) {
      const Candidate& c = candidates_[i];
      if (c.score < candidates_[0].score - margin) break;
      State<Score> next = after(State<Score>(states_[c.parent]), c.action);
      next.score = c.score;
      next.parent = c.parent;
      states_.push_back(next);
    }
  }

  std::span<const State<Score>> beam() const { return std::span(states_).subspan(steps_.back()); }
  const State<Score>& state(std::uint32_t index) const { return states_[index]; }
  std::span<const Cell> cells() const { return cells_; }
  std::span<const ParseWord> words() const { return words_; }
  // Grows as states are added by hand (the correct derivation in training).
  std::uint32_t beam_begin() const { return steps_.back(); }

  // Heads of the best derivation: word indices; the root's child gets size().
  void heads(std::span<std::uint32_t> out) {
    std::uint32_t at = beam_begin();
    while (at != 0) {
      const State<Score>& now = states_[at];
      const State<Score>& before = states_[now.parent];
      if (now.action == Action::left) out[cells_[before.stack].word] = cells_[before.front].word;
      if (now.action == Action::right) out[cells_[before.stack].word] = cells_[cells_[before.stack].below].word;
      at = now.parent;
    }
  }
  std::uint32_t size() const { return size_; }

 private:
  struct Candidate {
    Score score;
    std::uint32_t parent;
    Action action;
  };

  std::uint32_t add(const Cell& cell) {
    cells_.push_back(cell);
    return static_cast<std::uint32_t>(cells_.size() - 1);
  }

  std::span<const ParseWord> words_;
  std::uint32_t size_ = 0;
  std::pmr::vector<Cell> cells_;
  States states_;
  std::pmr::vector<std::uint32_t> steps_;  // first state of each step
  std::pmr::vector<Candidate> candidates_;
};

}  // namespace warta::syntax
