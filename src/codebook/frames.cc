#include "frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/utf8.h"
#include "conditions.h"
#include "inflector.h"
#include "lines.h"

namespace warta::codebook {
class FrameReader {
 public:
  FrameReader(const Lexicon& lexicon, const Ontology& ontology, Examples examples)
      : lexicon_(lexicon), ontology_(ontology), examples_(examples), inflector_(lexicon.morphology) {}

  Result<void> read(const FrameBook::File& file) {
    Lines lines(file.name, file.text);
    while (lines.next()) {
      const std::string_view line = without_comment(lines.line());
      if (trim(line).empty()) {
        if (trim(lines.line()).empty()) WARTA_CHECK(close());  // a blank line, not a comment
        continue;
      }
      auto done = line[0] == ' ' || line[0] == '\t' ? read_event(line) : read_line(lines, key_value(line));
      if (!done) return done.error().file.empty() ? Result<void>(lines.wrong(done.error().note)) : done;
    }
    return close();
  }

  void expect(std::size_t bytes) { out_.triggers_.reserve(bytes / kBytesPerTrigger); }
  FrameBook take() { return std::move(out_); }

 private:
  static constexpr std::size_t kBytesPerTrigger = 20;  // of a file, roughly: every form of a trigger counts

  static tl::unexpected<Error> bad(std::string note) { return fail(Why::bad_format, std::move(note)); }

  Result<void> read_line(const Lines& lines, KeyValue line) {
    WARTA_CHECK(close_example());
    if (line.key == "frame") return begin(lines, line.value);
    if (!open_) return bad(fmt::format("\"{}\" before the frame's own line: `frame NAME`", line.key));
    Frame& frame = out_.frames_.back();
    if (line.key == "verb") return add_triggers(TriggerClass::verb, line.value);
    if (line.key == "noun") return add_triggers(TriggerClass::noun, line.value);
    if (line.key == "adj") return add_triggers(TriggerClass::adjective, line.value);
    if (line.key == "when") {
      frame.whens.push_back(WARTA_TRY(parse_when(line.value, lexicon_, inflector_, ontology_)));
      return {};
    }
    if (line.key == "example" || line.key == "silent" || line.key == "open") return begin_example(lines, line);
    if (std::find(seen_.begin(), seen_.end(), line.key) != seen_.end())
      return bad(fmt::format("\"{}\" twice in frame {}", line.key, frame.name));
    seen_.push_back(line.key);
    return read_once(frame, line);
  }

  // Keys that a frame has once.
  Result<void> read_once(Frame& frame, KeyValue line) {
    if (line.key == "reciprocal" || line.key == "patient-first") {
      if (!line.value.empty()) return bad(fmt::format("\"{}\" stands alone on its line", line.key));
      (line.key == "reciprocal" ? frame.reciprocal : frame.patient_first) = true;
    } else if (line.key == "source" || line.key == "target") {
      (line.key == "source" ? frame.source : frame.target) = WARTA_TRY(parse_slots(line.value));
    } else if (line.key == "theme") {
      frame.theme = WARTA_TRY(lexicon_.words(line.value, inflector_));
      if (frame.theme.empty()) return bad("a theme without words");
    } else if (line.key == "code") {
      NamedCode named = WARTA_TRY(parse_code(line.value, ontology_));
      frame.code = named.code;
      frame.mode = std::move(named.mode);
    } else if (line.key == "content") {
      const auto op = parse_operator(line.value);
      if (!op) return bad(fmt::format("no operator: \"{}\"", line.value));
      frame.content = *op;
    } else if (line.key == "needs") {
      return read_needs(frame, line.value);
    } else {
      return bad(fmt::format("no key \"{}\"; the keys stand in docs/formats/frames.md", line.key));
    }
    return {};
  }

  static Result<void> read_needs(Frame& frame, std::string_view value) {
    for (const std::string_view item : split(value, ',')) {
      if (item != "target" && item != "source")
        return bad(fmt::format("a frame needs `target` or `source`, not \"{}\"", item));
      (item == "target" ? frame.needs_target : frame.needs_source) = true;
    }
    return {};
  }

  Result<void> begin(const Lines& lines, std::string_view name) {
    WARTA_CHECK(close());
    if (name.empty()) return bad("a frame without a name");
    if (name.find_first_of(" \t:/#") != std::string_view::npos)
      return bad(fmt::format("a frame's name is one word: \"{}\"", name));
    if (!names_.insert(std::string(name)).second) return bad(fmt::format("there is a frame {} already", name));
    Frame frame;
    frame.name = name;
    out_.frames_.push_back(std::move(frame));
    open_ = true;
    has_trigger_ = exemplified_ = shown_ = accepts_events_ = false;
    seen_.clear();
    file_ = lines.file();
    line_ = lines.number();
    return {};
  }

  // The end of a block: what a frame must have, said at its first line.
  Result<void> close() {
    WARTA_CHECK(close_example());
    if (!open_) return {};
    open_ = false;
    close_tails();
    Frame& frame = out_.frames_.back();
    const auto lacks = [&](std::string_view what) {
      return wrong(file_, line_, fmt::format("frame {} has no {}", frame.name, what));
    };
    if (!has_trigger_) return lacks("verb, noun or adj");
    const bool codes =
        frame.code || frame.content != Operator::none ||
        std::any_of(frame.whens.begin(), frame.whens.end(), [](const When& when) { return when.outcome.code; });
    const bool silent =
        !frame.whens.empty() && std::all_of(frame.whens.begin(), frame.whens.end(),
                                            [](const When& when) { return when.outcome.silent.has_value(); });
    if (!codes && !silent) return lacks("code and no content");
    if (codes ? !shown_ : !exemplified_) return lacks("example");
    if (frame.source.empty()) frame.source.push_back({SlotKind::agent, {}});
    if (frame.target.empty()) frame.target.push_back({SlotKind::patient, {}});
    return {};
  }

  Result<void> close_example() {
    accepts_events_ = false;
    if (!std::exchange(wants_event_, false)) return {};
    return wrong(file_, example_line_, "an example without events; `silent` is the key of sentences that give none");
  }

  Result<void> begin_example(const Lines& lines, KeyValue line) {
    if (line.value.empty()) return bad(fmt::format("\"{}\" without a sentence", line.key));
    exemplified_ = true;
    accepts_events_ = line.key != "silent";
    wants_event_ = line.key == "example";
    example_line_ = lines.number();
    if (examples_ == Examples::passed_over) return {};
    Example example;
    example.open = line.key == "open";
    example.text = line.value;
    example.file = lines.file();
    example.line = lines.number();
    out_.frames_.back().examples.push_back(std::move(example));
    return {};
  }

  Result<void> read_event(std::string_view line) {
    if (!accepts_events_) return bad("a line that begins with a blank belongs to an `example`");
    shown_ = true;
    wants_event_ = false;
    if (examples_ == Examples::passed_over) return {};
    out_.frames_.back().examples.back().events.push_back(WARTA_TRY(parse_expected(line, ontology_)));
    return {};
  }

  // ---- triggers ------------------------------------------------------------------------------------------------

  Result<void> add_triggers(TriggerClass word_class, std::string_view list) {
    const std::vector<std::string_view> items = split(list, ',');
    if (items.empty()) return bad("a line of triggers without one");
    for (const std::string_view item : items) WARTA_CHECK(add_trigger(word_class, item));
    has_trigger_ = true;
    return {};
  }

  // "call ~ off", "gather | rally ~ in protest | to protest": any of the first with any of the others behind it.
  Result<void> add_trigger(TriggerClass word_class, std::string_view phrase) {
    const std::size_t gap = phrase.find('~');
    const std::vector<std::string_view> heads = split(phrase.substr(0, gap), '|');
    if (gap == std::string_view::npos) {
      for (const std::string_view head : heads) add_phrase(word_class, head);
      return {};
    }
    const std::vector<std::string_view> tails = split(phrase.substr(gap + 1), '|');
    if (word_class != TriggerClass::verb || heads.empty() || tails.empty() ||
        phrase.find('~', gap + 1) != std::string_view::npos)
      return bad(fmt::format("a gap stands inside a verb, as in call ~ off, not \"{}\"", phrase));
    for (const std::string_view head : heads)
      for (const std::string_view tail : tails) add_tail(head, tail, true);
    return {};
  }

  // Of a verb of several words the first inflects, and the others are its tail.
  void add_phrase(TriggerClass word_class, std::string_view phrase) {
    const std::size_t blank = phrase.find(' ');
    if (word_class == TriggerClass::verb && blank != std::string_view::npos)
      add_tail(phrase.substr(0, blank), trim(phrase.substr(blank)), false);
    else
      add_forms(word_class, phrase, {});
  }

  // A verb's tails make one set, with or without a gap before them: one reading of the verb, however many they are.
  void add_tail(std::string_view head, std::string_view tail, bool gap) {
    if (gap != last_gap_ || head != last_head_ || last_set_ == 0) {  // most lists go on with the same verb
      std::uint32_t& set = set_of_[gap][head];
      if (set == 0) set = ++sets_;
      last_set_ = set;
      last_gap_ = gap;
      last_head_ = head;
    }
    folded_.each(tail, [&](const auto& words) {
      std::vector<std::uint32_t>& sets = out_.tails_.at(words, Case::any);
      if (sets.empty() || sets.back() != last_set_)
        sets.insert(std::upper_bound(sets.begin(), sets.end(), last_set_), last_set_);
    });
  }
  void close_tails() {
    for (const bool gap : {false, true}) {
      for (const auto& [head, set] : set_of_[gap]) add_forms(TriggerClass::verb, head, {0, {}, {}, set, gap});
      set_of_[gap].clear();
    }
    last_set_ = 0;
  }

  void add_forms(TriggerClass word_class, std::string_view phrase, Reading reading) {
    reading.frame = static_cast<std::uint32_t>(out_.frames_.size() - 1);
    reading.word_class = word_class;
    const auto add_form = [&](const auto& words, Feature feature) {
      reading.feature = feature;
      add(words, reading);
    };
    if (word_class == TriggerClass::adjective)
      folded_.each(phrase, [&](const auto& words) { add_form(words, Feature::form); });
    else
      inflector_.each(word_class == TriggerClass::verb ? WordClass::verb : WordClass::noun, phrase, add_form);
  }

  template <class Words>
  void add(const Words& words, const Reading& reading) {
    auto& readings = (reading.tails == 0 ? out_.triggers_ : out_.tailed_).at(words, Case::any);
    for (const Reading& other : readings)
      if (other.frame == reading.frame && other.word_class == reading.word_class && other.tails == reading.tails)
        return;
    readings.push_back(reading);
  }

  const Lexicon& lexicon_;
  const Ontology& ontology_;
  const Examples examples_;
  FrameBook out_;
  std::map<std::string_view, std::uint32_t> set_of_[2];  // of the frame being read, by whether a gap may stand between
  std::uint32_t sets_ = 0, last_set_ = 0;                // sets of tails so far; the one added to last, 0: none
  std::string_view last_head_;
  bool last_gap_ = false;
  std::unordered_set<std::string> names_;
  Inflector inflector_;
  Folded folded_;
  // The block being read.
  bool open_ = false, has_trigger_ = false;
  bool exemplified_ = false, shown_ = false;           // it has an example at all, one that gives events
  bool accepts_events_ = false, wants_event_ = false;  // lines that begin with a blank may come, one must
  std::uint64_t example_line_ = 0;
  std::vector<std::string_view> seen_;
  std::string_view file_;
  std::uint64_t line_ = 0;
};

Result<FrameBook> FrameBook::read(const std::vector<File>& files, const Lexicon& lexicon, const Ontology& ontology,
                                  Examples examples) {
  FrameReader reader(lexicon, ontology, examples);
  std::size_t bytes = 0;
  for (const File& file : files) bytes += file.text.size();
  reader.expect(bytes);
  for (const File& file : files) WARTA_CHECK(reader.read(file));
  return reader.take();
}

}  // namespace warta::codebook
