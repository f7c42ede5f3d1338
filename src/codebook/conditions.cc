#include "conditions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lines.h"

namespace warta::codebook {
namespace {

struct SlotName {
  std::string_view name;
  SlotKind kind;
};
constexpr std::array<SlotName, 6> kSlots{{{"none", SlotKind::none},
                                          {"agent", SlotKind::agent},
                                          {"patient", SlotKind::patient},
                                          {"recipient", SlotKind::recipient},
                                          {"content.agent", SlotKind::content_agent},
                                          {"content.patient", SlotKind::content_patient}}};
constexpr std::array<std::string_view, 7> kStatus{"reported",  "alleged",      "denied",    "planned",
                                                  "requested", "hypothetical", "historical"};
constexpr std::array<std::string_view, 5> kOutcomes{"code", "target", "source", "silent", "also"};

tl::unexpected<Error> bad(std::string note) { return fail(Why::bad_format, std::move(note)); }

// "out_of" and "out of" are one case word; letters of a case word are anything but marks of this format.
Result<Slot> parse_slot(std::string_view text) {
  text = trim(text);
  for (const SlotName& slot : kSlots)
    if (slot.name == text) return Slot{slot.kind, {}};
  if (text.empty() || text.find_first_of(":;|=@<>") != std::string_view::npos ||
      text.find('.') != std::string_view::npos)
    return bad(fmt::format("no slot: \"{}\"", text));
  Slot slot{SlotKind::case_word, utf8::lower(text)};
  std::replace(slot.word.begin(), slot.word.end(), '_', ' ');
  return slot;
}

// "MIL COP", "RUS", "IGO UNO": each of them will do.
Result<std::vector<ActorCode>> parse_codes(std::string_view text) {
  std::vector<ActorCode> out;
  const std::vector<std::string_view> words = blanks(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string name(words[i]);
    if (name == "IGO" && i + 1 < words.size() && ActorCode::parse(name + " " + std::string(words[i + 1])) &&
        !parse_sector(words[i + 1]))
      name += " " + std::string(words[++i]);
    const auto code = ActorCode::parse(name);
    if (!code) return bad(fmt::format("no sector, country or kind of organisation: \"{}\"", name));
    out.push_back(*code);
  }
  if (out.empty()) return bad("`is` names no code");
  return out;
}

bool take_end(std::string_view& text, std::string_view end) {
  if (text.size() <= end.size() || text.substr(text.size() - end.size()) != end) return false;
  text = trim(text.substr(0, text.size() - end.size()));
  return true;
}

Result<Condition> parse_condition(std::string_view text, const Lexicon& lexicon, Inflector& inflector) {
  Condition out;
  if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    out.test = Condition::Test::words;
    out.slot = WARTA_TRY(parse_slot(text.substr(0, colon)));
    out.words = WARTA_TRY(lexicon.words(text.substr(colon + 1), inflector));
    if (out.words.empty()) return bad("no words after the colon");
    return out;
  }
  if (const std::size_t is = text.find(" is "); is != std::string_view::npos) {
    out.test = Condition::Test::is;
    out.slot = WARTA_TRY(parse_slot(text.substr(0, is)));
    out.codes = WARTA_TRY(parse_codes(text.substr(is + 4)));
    return out;
  }
  if (take_end(text, " has actor"))
    out.test = Condition::Test::has_actor;
  else if (take_end(text, " no actor"))
    out.test = Condition::Test::no_actor;
  else if (take_end(text, " several"))
    out.test = Condition::Test::several;
  else if (take_end(text, " absent"))
    out.test = Condition::Test::absent;
  else
    return bad(fmt::format(
        "no condition: \"{}\" (SLOT: words, SLOT is CODES, SLOT has actor, SLOT no actor, SLOT several, SLOT absent)",
        text));
  out.slot = WARTA_TRY(parse_slot(text));
  return out;
}

Result<Why> parse_reason(std::string_view text) {
  for (auto i = static_cast<std::uint8_t>(Why::negated); i < static_cast<std::uint8_t>(Why::count_); ++i)
    if (word(static_cast<Why>(i)) == text) return static_cast<Why>(i);
  return bad(fmt::format("no reason to be silent: \"{}\"", text));
}

Result<void> set_outcome(Outcome& out, std::string_view key, std::string_view value, const Ontology& ontology) {
  if (key == "code") {
    NamedCode named = WARTA_TRY(parse_code(value, ontology));
    out.code = named.code;
    out.mode = std::move(named.mode);
  } else if (key == "also") {
    out.also = WARTA_TRY(parse_code(value, ontology)).code;
  } else if (key == "silent") {
    out.silent = WARTA_TRY(parse_reason(value));
  } else {
    (key == "target" ? out.target : out.source) = WARTA_TRY(parse_slots(value));
  }
  return {};
}

Result<Outcome> parse_outcome(std::string_view text, const Ontology& ontology) {
  Outcome out;
  const std::vector<std::string_view> words = blanks(text);
  const auto is_key = [](std::string_view w) {
    return std::find(kOutcomes.begin(), kOutcomes.end(), w) != kOutcomes.end();
  };
  if (words.empty() || !is_key(words[0]))
    return bad(fmt::format("after => stands {}, not \"{}\"", fmt::join(kOutcomes, ", "), trim(text)));
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && !is_key(words[end])) ++end;
    if (end == i + 1) return bad(fmt::format("nothing after \"{}\"", words[i]));
    const std::string_view value(
        words[i + 1].data(),
        static_cast<std::size_t>(words[end - 1].data() + words[end - 1].size() - words[i + 1].data()));
    WARTA_CHECK(set_outcome(out, words[i], value, ontology));
    i = end;
  }
  return out;
}

// Of a code with two roots (0871: a truce declared, a truce kept) the row of the root that is named; else the first.
const CameoCode* find_of_root(const Ontology& ontology, std::string_view code, std::string_view root) {
  for (const CameoCode& one : ontology.codes())
    if (one.code == code && name(one.root) == root) return &one;
  return ontology.find(code);
}

Result<std::string> parse_actor(std::string_view text) {
  if (text == "-") return std::string();
  const auto code = ActorCode::parse(text);
  if (!code) return bad(fmt::format("no actor code: \"{}\" (- for none)", text));
  return code->text();
}

}  // namespace

Result<std::vector<Slot>> parse_slots(std::string_view list) {
  std::vector<Slot> out;
  const bool commas = list.find(',') != std::string_view::npos;
  for (const std::string_view item : commas ? split(list, ',') : blanks(list))
    out.push_back(WARTA_TRY(parse_slot(item)));
  if (out.empty()) return bad("a list of slots without a slot");
  const bool none = std::any_of(out.begin(), out.end(), [](const Slot& slot) { return slot.kind == SlotKind::none; });
  if (none && out.size() > 1) return bad("`none` stands alone");
  return out;
}

Result<NamedCode> parse_code(std::string_view text, const Ontology& ontology) {
  const std::vector<std::string_view> words = blanks(text);
  if (words.size() != 1 && !(words.size() == 3 && words[1] == "mode"))
    return bad(fmt::format("a code is written 173 or 173 mode arrest, not \"{}\"", text));
  NamedCode out{ontology.find(words[0], words.size() == 3 ? words[2] : std::string_view{}), {}};
  if (!out.code) return bad(fmt::format("cameo.tsv has no code \"{}\"", words[0]));
  if (words.size() == 1) return out;
  out.mode = words[2];
  if (!ontology.has_mode(out.code->root, out.mode))
    return bad(fmt::format("\"{}\" is no mode of {}", out.mode, name(out.code->root)));
  return out;
}

Result<When> parse_when(std::string_view text, const Lexicon& lexicon, Inflector& inflector, const Ontology& ontology) {
  const std::size_t arrow = text.find("=>");
  if (arrow == std::string_view::npos) return bad("`when` needs => and what follows from it");
  When out;
  for (const std::string_view condition : split(text.substr(0, arrow), ';'))
    out.conditions.push_back(WARTA_TRY(parse_condition(condition, lexicon, inflector)));
  if (out.conditions.empty()) return bad("`when` without a condition");
  out.outcome = WARTA_TRY(parse_outcome(text.substr(arrow + 2), ontology));
  return out;
}

Result<ExpectedEvent> parse_expected(std::string_view text, const Ontology& ontology) {
  const std::vector<std::string_view> cells = split(text, '|');
  if (cells.size() != 4) return bad("an event of an example is written SOURCE | ROOT CODE | TARGET | STATUS");
  const std::vector<std::string_view> act = blanks(cells[1]);
  const CameoCode* code = act.size() == 2 ? find_of_root(ontology, act[1], act[0]) : nullptr;
  if (!code) return bad(fmt::format("no root and code of CAMEO: \"{}\"", cells[1]));
  if (name(code->root) != act[0] || code->root == Root::none)
    return bad(fmt::format("the root of {} is {}, not {}", code->code, name(code->root), act[0]));
  if (std::find(kStatus.begin(), kStatus.end(), cells[3]) == kStatus.end())
    return bad(fmt::format("no status: \"{}\"; known: {}", cells[3], fmt::join(kStatus, " ")));
  ExpectedEvent out;
  out.source = WARTA_TRY(parse_actor(cells[0]));
  out.target = WARTA_TRY(parse_actor(cells[2]));
  out.root = act[0];
  out.cameo = code->code;
  out.status = cells[3];
  return out;
}

}  // namespace warta::codebook
