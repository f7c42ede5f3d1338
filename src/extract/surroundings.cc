#include "surroundings.h"

#include <algorithm>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::uint32_t kAbove = 10, kBelow = 40;  // blocks that are looked at beyond title and body
constexpr std::uint32_t kInside = 4;               // at both ends of the body: bylines that were taken for paragraphs
constexpr std::uint32_t kHeader = 60;              // between title and body at most
constexpr std::size_t kLineBytes = 600;

constexpr ClassKinds kTelling = bit(ClassKind::author) | bit(ClassKind::date) | bit(ClassKind::credit);
constexpr ClassKinds kElsewhere = bit(ClassKind::related) | bit(ClassKind::comment) | bit(ClassKind::menu) |
                                  bit(ClassKind::ad) | bit(ClassKind::side);
constexpr Arounds kOutside = bit(Around::nav) | bit(Around::aside) | bit(Around::form);

Baseline baseline_of(const Page& page, BlockRange body) {
  Baseline common{~ClassKinds{0}, static_cast<Arounds>(~Arounds{0})};
  for (std::uint32_t i = body.first; i < body.last && i < page.blocks.size(); ++i) {
    const PageBlock& block = page.blocks[i];
    common.kinds &= block.own | block.near | block.far;
    common.around &= block.around;
  }
  return common;
}

class Gatherer {
 public:
  Gatherer(const Page& page, const LinedText& lines, const Languages& languages, Surroundings& out)
      : page_(page), lines_(lines), languages_(languages), out_(out) {}

  void add(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = std::max(first, next_); i < last && i < page_.blocks.size(); ++i) {
      const Span span = lines_.lines[i].span;
      if (span.size() <= kLineBytes && !is_elsewhere(page_.blocks[i], out_.baseline)) add(i, span.of(page_.text));
    }
    next_ = std::max(next_, last);
  }

 private:
  // "Penulis", ": Siti Rahma" and "Redaktur", ":", "Siti Rahma": neighbouring cells of a table make one line.
  void add(std::uint32_t i, std::string_view text) {
    const bool joins = !out_.blocks.empty() && last_ + 1 == i && (text[0] == ':' || colon_);
    colon_ = text == ":";
    last_ = i;
    if (joins) {
      const Line before = out_.lines.lines.back();
      out_.lines.words.resize(before.first);
      const Span both{before.span.begin, lines_.lines[i].span.end};
      out_.lines.lines.back() = read_line(out_.lines, both, before.blank_before, languages_);
      return;
    }
    out_.blocks.push_back(i);
    copy_line(lines_, lines_.lines[i], out_.lines);
  }

  const Page& page_;
  const LinedText& lines_;
  const Languages& languages_;
  Surroundings& out_;
  std::uint32_t next_ = 0, last_ = 0;
  bool colon_ = false;
};

}  // namespace

// Those that call themselves an author's or a date's are looked at anyway, unless they stand in a list of articles.
bool is_elsewhere(PageBlock block, const Baseline& baseline) {
  for (ClassKinds* kinds : {&block.own, &block.near, &block.far}) *kinds &= ~baseline.kinds;
  block.around &= static_cast<Arounds>(~baseline.around);
  if ((block.around & kOutside) != 0) return true;
  if (((block.own | block.near) & kElsewhere) != 0) return true;
  if (((block.own | block.near) & kTelling) != 0) return false;
  return (block.far & (bit(ClassKind::related) | bit(ClassKind::comment))) != 0;
}

Surroundings surroundings_of(const Page& page, const LinedText& lines, BlockRange body,
                             std::optional<std::uint32_t> title, const Furniture& furniture,
                             const Languages& languages) {
  const auto count = static_cast<std::uint32_t>(page.blocks.size());
  if (body.empty()) body = {title.value_or(0), std::min(title.value_or(0) + kHeader, count)};
  std::uint32_t top = body.first;
  if (title && *title < body.first) top = std::max(*title, body.first - std::min(body.first, kHeader));
  Surroundings out;
  out.baseline = baseline_of(page, body);
  out.lines.text = page.text;
  out.lines.furniture = &furniture;
  Gatherer gatherer(page, lines, languages, out);
  gatherer.add(top - std::min(top, kAbove), std::min(body.first + kInside, body.last));
  out.closing = out.blocks.size();
  gatherer.add(body.last - std::min(body.last, kInside), body.last + kBelow);
  mark_lines(out.lines, out.roles);
  return out;
}

}  // namespace warta::extract
