// Frames: which word with which arguments is which act. Format: docs/formats/frames.md
#pragma once
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "codebook/actors.h"
#include "codebook/lexicon.h"
#include "codebook/ontology.h"
#include "codebook/phrases.h"

namespace warta::codebook {

enum class SlotKind : std::uint8_t { none, agent, patient, recipient, content_agent, content_patient, case_word };

struct Slot {
  SlotKind kind{};
  std::string word;  // of case_word: "terhadap", "pull" has "out of": may hold blanks
};

struct Condition {
  enum class Test : std::uint8_t { words, is, has_actor, no_actor, several, absent };
  Slot slot;
  Test test{};
  WordSet words;                 // any of them stands in the slot's phrase
  std::vector<ActorCode> codes;  // `is`: a sector alone, or a country or international code
};

struct Outcome {
  const CameoCode* code = nullptr;
  std::string mode;                  // empty: the code's own
  std::vector<Slot> source, target;  // empty: the frame's own
  std::optional<Why> silent;         // no event, for this reason
  const CameoCode* also = nullptr;   // a second event of the same actors ("sentenced to prison": verdict and jailing)
};

struct When {
  std::vector<Condition> conditions;
  Outcome outcome;
};

struct ExpectedEvent {
  std::string source, root, cameo, target, status;  // "" for "-"
};

struct Example {
  std::string text;
  std::vector<ExpectedEvent> events;  // empty: must stay silent
  bool open = false;                  // known not to be met yet
  std::string file;
  std::uint64_t line = 0;
};

// Whether a book keeps the examples of its frames. Coding does without: they are half of the files.
enum class Examples : std::uint8_t { kept, passed_over };

struct Frame {
  std::string name;  // "detain"
  std::vector<Slot> source, target;
  WordSet theme;                    // empty: none asked
  const CameoCode* code = nullptr;  // null only where `content` alone gives one
  std::string mode;
  Operator content = Operator::none;
  bool reciprocal = false, needs_target = false, needs_source = false, patient_first = false;
  std::vector<When> whens;
  std::vector<Example> examples;  // empty where they were passed over
};

enum class TriggerClass : std::uint8_t { verb, noun, adjective };

// One reading of a trigger's form.
struct Reading {
  std::uint32_t frame = 0;
  TriggerClass word_class{};
  Feature feature{};
  // Of a verb of several words: what must follow its first ("off" of `call off`), at once or, with a gap, in the
  // clause.
  std::uint32_t tails = 0;  // the number of their set; 0: it wants none
  bool gap = false;
};

class FrameBook {
 public:
  struct File {
    std::string name;
    std::string_view text;
  };
  static Result<FrameBook> read(const std::vector<File>& files, const Lexicon& lexicon, const Ontology& ontology,
                                Examples examples = Examples::kept);

  const std::vector<Frame>& frames() const { return frames_; }
  // Readings of a phrase, in the order of the files: of triggers as they stand, and of verbs that want a tail.
  const Phrases<std::vector<Reading>>& triggers() const { return triggers_; }
  const Phrases<std::vector<Reading>>& tailed() const { return tailed_; }
  // Of a tail: the sets that it is in, in order. One table for all, so that a text is looked up in it once a word.
  const Phrases<std::vector<std::uint32_t>>& tails() const { return tails_; }

  // Calls found(reading, words) for each trigger that begins here and has no words between its own. word(i) gives the
  // i-th lower-cased word, empty at the end.
  template <class Word, class Found>
  void each_at(Word&& word, Found&& found) const {
    const auto fits = [](Case, std::uint32_t) { return true; };
    triggers_.matches(word, fits, [&](const auto& match) {
      for (const Reading& reading : *match.value) found(reading, match.words);
    });
    tailed_.matches(word, fits, [&](const auto& match) {
      tails_.matches([&](std::uint32_t n) { return word(match.words + n); }, fits,
                     [&](const auto& tail) {
                       for (const Reading& reading : *match.value)
                         if (std::binary_search(tail.value->begin(), tail.value->end(), reading.tails))
                           found(reading, match.words + tail.words);
                     });
    });
  }

 private:
  friend class FrameReader;
  std::vector<Frame> frames_;
  Phrases<std::vector<Reading>> triggers_, tailed_;
  Phrases<std::vector<std::uint32_t>> tails_;
};

}  // namespace warta::codebook
