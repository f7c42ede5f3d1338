#include "passage.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::query {
namespace {

constexpr std::size_t kAround = 300;  // bytes before the evidence, and behind it
constexpr std::string_view kCut = "…";

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

// A full stop, perhaps a closing mark, then white space: a name with an initial only makes the passage shorter.
bool breaks_before(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] == '\n') return true;
  if (text[at - 1] != ' ') return false;
  std::size_t end = at - 1;
  while (end > 0 &&
         (text[end - 1] == '"' || text[end - 1] == '\'' || static_cast<unsigned char>(text[end - 1]) >= 0x80))
    --end;
  return end > 0 && ends_sentence(text[end - 1]);
}

struct Reach {
  std::size_t at;
  bool cut;
};

Reach reach_back(std::string_view text, std::size_t begin) {
  const std::size_t least = begin > kAround ? begin - kAround : 0;
  std::size_t at = begin, blank = begin;
  for (; at > least && !breaks_before(text, at); --at)
    if (text[at - 1] == ' ') blank = at;
  if (at == 0 || breaks_before(text, at)) return {at, false};
  return {blank, true};
}

Reach reach_on(std::string_view text, std::size_t end) {
  const std::size_t most = std::min(text.size(), end + kAround);
  std::size_t at = end, blank = end;
  for (; at < most && text[at] != '\n'; ++at) {
    if (at > end && breaks_before(text, at)) return {at - 1, false};
    if (text[at] == ' ') blank = at;
  }
  if (at == text.size() || text[at] == '\n') return {at, false};
  return {blank, true};
}

Span span_at(std::size_t begin, std::size_t bytes) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + bytes)};
}

}  // namespace

Passage passage(std::string_view text, std::size_t begin, std::string_view evidence, std::size_t trigger_begin,
                std::string_view trigger) {
  Passage out;
  std::size_t from = begin, lead = 0;  // what stands at `from` in the text stands behind `lead` bytes of the passage
  if (begin <= text.size() && text.substr(begin, evidence.size()) == evidence) {
    const Reach first = reach_back(text, begin), last = reach_on(text, begin + evidence.size());
    from = first.at;
    if (first.cut) out.text += kCut;
    lead = out.text.size();
    out.text += text.substr(first.at, last.at - first.at);
    if (last.cut) out.text += kCut;
  } else {
    out.text = evidence;
  }
  out.evidence = span_at(begin - from + lead, evidence.size());
  if (trigger_begin < from) return out;
  const std::size_t at = trigger_begin - from + lead;
  if (at <= out.text.size() && std::string_view(out.text).substr(at).starts_with(trigger))
    out.trigger = span_at(at, trigger.size());
  return out;
}

}  // namespace warta::query
