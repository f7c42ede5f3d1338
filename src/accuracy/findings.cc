#include "findings.h"

#include <fmt/format.h>

#include <algorithm>

namespace warta::accuracy {
namespace {

using event::Row;

// What keeps a coded event from being the gold's, the least first.
enum class Flaw : std::uint8_t { code, swapped, source, target, actors, unrelated };

std::string_view name(Flaw flaw) {
  constexpr std::array<std::string_view, 6> kNames{"wrong code",   "roles swapped", "wrong source",
                                                   "wrong target", "wrong actors",  "unrelated"};
  return kNames[static_cast<std::size_t>(flaw)];
}

Flaw flaw(const GoldEvent& gold, const Row& row) {
  const Key want = key(gold), got = key(row);
  const bool source = want.source == got.source, target = want.target == got.target;
  const bool crossed = want.source == got.target && want.target == got.source;
  if (want.root != got.root) {
    const bool either = reciprocal(want.root) || reciprocal(got.root);
    return (source && target) || (crossed && either) ? Flaw::code : Flaw::unrelated;
  }
  return crossed ? Flaw::swapped : target ? Flaw::source : source ? Flaw::target : Flaw::actors;
}

std::string party(std::string_view code, std::string_view text) {
  if (code.empty() && text.empty()) return "-";
  std::string out(code.empty() ? "?" : code);
  if (!text.empty()) out += fmt::format(" \"{}\"", text);
  return out;
}

std::string line(const GoldEvent& gold) {
  return fmt::format("{} | {} {} | {} | {}", party(gold.source.code, gold.source.text), codebook::name(gold.root),
                     gold.cameo, party(gold.target.code, gold.target.text), event::name(gold.status));
}

std::string line(const Row& row) {
  const auto actor = [](const std::optional<event::RowActor>& a) {
    return a ? party(a->code.text(), a->words.text) : std::string("-");
  };
  return fmt::format("{} | {} {} | {} | {} ({}, {:.2f})", actor(row.source), codebook::name(row.code->root),
                     row.code->code, actor(row.target), event::name(row.status), row.rule, row.confidence);
}

class Finder {
 public:
  Finder(const GoldText& gold, const CodedText& coded, const Pairing& pairing)
      : gold_(gold), coded_(coded), pairing_(pairing) {}

  Finding missed(const GoldEvent& event) const {
    const auto where = sentence_of(event);
    Finding out{true, gold_.id, text_at(where), line(event), {}, {}, {}};
    if (coded_.refused) {
      out.reason = fmt::format("text refused: {}", word(coded_.refused->why));
      out.detail = coded_.refused->message();
      return out;
    }
    Flaw least = Flaw::unrelated;
    const Row* pair = nullptr;  // a right event of the same root
    for (std::size_t r = 0; r < coded_.rows.size(); ++r) {
      const Row& row = coded_.rows[r];
      if (where && row.sentence != *where) continue;
      if (pairing_.rows[r] != Verdict::wrong) {
        if (!pair && row.code->root == event.root) pair = &row;
      } else if (const Flaw found = flaw(event, row); found < least) {
        least = found;
        out.nearest = line(row);
      }
    }
    if (least != Flaw::unrelated)
      out.reason = name(least);
    else if (const Refusal* refusal = refusal_of(event, where))
      set_refusal(*refusal, out);
    else if (pair)
      out.reason = "other pair only", out.nearest = line(*pair);
    else
      out.reason = "no trigger";
    return out;
  }

  Finding wrong(std::size_t r) const {
    const Row& row = coded_.rows[r];
    Finding out{false, gold_.id, text_at(row.sentence), {}, line(row), {}, {}};
    if (gold_.events.empty()) {
      out.reason = "text without events";
      return out;
    }
    Flaw least = Flaw::unrelated;
    const GoldEvent* nearest = nullptr;
    for (const bool found : {false, true}) {  // one that was missed explains it sooner than one that was found
      for (std::size_t g = 0; g < gold_.events.size(); ++g) {
        const GoldEvent& event = gold_.events[g];
        if (pairing_.row_of_gold[g].has_value() != found || elsewhere(event, row.sentence)) continue;
        if (found && same(event, row)) {
          out.reason = "duplicate";
          out.expected = line(event);
          return out;
        }
        if (const Flaw here = flaw(event, row); here < least && (!found || !nearest)) {
          least = here;
          nearest = &event;
        }
      }
    }
    out.reason = pairing_.rows[r] == Verdict::wrong ? nearest ? name(least) : "no such event" : "duplicate";
    if (nearest) out.expected = line(*nearest);
    return out;
  }

 private:
  // The sentence of an article that the gold's evidence stands in; nullopt: not told, or the text is one sentence.
  std::optional<std::uint32_t> sentence_of(const GoldEvent& event) const {
    if (gold_.kind == GoldKind::sentence || !event.evidence) return std::nullopt;
    const std::size_t at = coded_.text.find(*event.evidence);
    if (at == std::string::npos) return std::nullopt;
    for (std::uint32_t i = 0; i < coded_.sentences.size(); ++i)
      if (at < coded_.sentences[i].end) return i;
    return std::nullopt;
  }

  bool elsewhere(const GoldEvent& event, std::uint32_t sentence) const {
    if (gold_.kind == GoldKind::sentence) return false;
    const auto where = sentence_of(event);
    return !where || *where != sentence;
  }

  std::string text_at(std::optional<std::uint32_t> sentence) const {
    if (sentence && *sentence < coded_.sentences.size())
      return std::string(coded_.sentences[*sentence].of(coded_.text));
    if (gold_.kind == GoldKind::sentence && gold_.record) return gold_.record->text;
    return {};
  }

  // What the engine refused, best of the event's own root, else of a frame whose root its content decides.
  const Refusal* refusal_of(const GoldEvent& event, std::optional<std::uint32_t> where) const {
    const Refusal* open = nullptr;
    const Refusal* any = nullptr;
    for (const Refusal& refusal : coded_.refusals) {
      if ((where && refusal.sentence != *where) || refusal.why == Why::duplicate) continue;
      if (refusal.root == event.root) return &refusal;
      if (!open && refusal.root == codebook::Root::none) open = &refusal;
      if (!any && refusal.why != Why::no_root) any = &refusal;
    }
    return open ? open : any;
  }

  void set_refusal(const Refusal& refusal, Finding& out) const {
    out.reason = fmt::format("refused: {}", word(refusal.why));
    out.detail =
        fmt::format("{}: \"{}\" ({})", explanation(refusal.why), refusal.trigger.of(coded_.text), refusal.frame);
  }

  const GoldText& gold_;
  const CodedText& coded_;
  const Pairing& pairing_;
};

}  // namespace

void find_errors(const GoldText& gold, const CodedText& coded, const Pairing& pairing, std::vector<Finding>& out) {
  const Finder finder(gold, coded, pairing);
  for (std::size_t g = 0; g < gold.events.size(); ++g)
    if (gold.events[g].core && !pairing.row_of_gold[g]) out.push_back(finder.missed(gold.events[g]));
  for (const std::size_t r : pairing.wrong) out.push_back(finder.wrong(r));
}

}  // namespace warta::accuracy
