#include <algorithm>

#include "article.h"
#include "base/utf8.h"
#include "outlet.h"
#include "roles.h"

namespace warta::extract {
namespace {

// The step from roles to an article; each function fills what its name says.
class Assembly {
 public:
  Assembly(const LinedText& page, Roles& roles, Article& article) : page_(page), roles_(roles), article_(article) {}

  void blocks() {
    for (std::size_t i = 0; i < page_.lines.size(); i = roles_.joined[i] + 1) {
      const Span span{page_.lines[i].span.begin, page_.lines[roles_.joined[i]].span.end};
      switch (roles_.of[i]) {
        case Role::title:
          add(BlockKind::title, span);
          break;
        case Role::deck:
          add(BlockKind::deck, span);
          break;
        case Role::heading:
          add(BlockKind::heading, span);
          break;
        case Role::paragraph:
          add(BlockKind::paragraph, without_dateline(i, span));
          break;
        case Role::caption:
          add_caption(page_.lines[i]);
          break;
        default:
          break;
      }
    }
    cut_closing_bracket();
  }

  void credits() {
    const Credits& header = roles_.credits;
    article_.authors = header.authors;
    for (const std::string& name : roles_.closing.authors)
      if (header.authors.empty() &&
          std::find(article_.authors.begin(), article_.authors.end(), name) == article_.authors.end())
        article_.authors.push_back(name);
    article_.editors = header.editors;
    for (const std::string& name : roles_.closing.editors)
      if (std::find(article_.editors.begin(), article_.editors.end(), name) == article_.editors.end())
        article_.editors.push_back(name);
    if (!article_.agency) article_.agency = header.agency ? header.agency : roles_.closing.agency;
  }

  void outlet() {
    if (!article_.outlet) article_.outlet = find_outlet(page_, roles_, dateline_outlet_);
  }

  // The best stamp of the page: in the header, with a time, announced by a label; never one of the body.
  std::optional<Stamp> stamp() const {
    std::optional<Stamp> best;
    int most = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (!roles_.stamps[i] || roles_.of[i] != Role::stamp) continue;
      const Line& line = page_.lines[i];
      int points = 2 + (roles_.stamps[i]->hour ? 3 : 0) + (roles_.stamps[i]->weekday ? 1 : 0) +
                   (roles_.stamps[i]->zone.empty() ? 0 : 1);
      if (line.holds & bit(Kind::published))
        points += 3;
      else if (line.holds & bit(Kind::updated))
        points -= 2;
      if (i > roles_.lead) points -= 3;
      if (points > most) most = points, best = roles_.stamps[i];
    }
    return best;
  }

 private:
  void add(BlockKind kind, Span span) {
    span = trimmed(page_.text, span);
    if (!span.empty()) article_.blocks.push_back({kind, span});
  }

  Span without_dateline(std::size_t i, Span span) {
    const auto& dateline = roles_.datelines[i];
    if (!dateline || (!dateline->sure && i != roles_.lead) || dateline->body >= span.end) return span;
    if (!article_.dateline && !dateline->place.empty()) article_.dateline = dateline->place;
    if (!article_.agency) article_.agency = dateline->agency;
    if (!dateline_outlet_) dateline_outlet_ = dateline->outlet;
    return {dateline->body, span.end};
  }

  void cut_closing_bracket() {
    const auto is_paragraph = [](const Block& block) { return block.kind == BlockKind::paragraph; };
    const auto last = std::find_if(article_.blocks.rbegin(), article_.blocks.rend(), is_paragraph);
    if (last == article_.blocks.rend()) return;
    const Span bracket = closing_bracket(page_, last->span, roles_.closing);
    if (bracket.begin > last->span.begin) last->span = trimmed(page_.text, {last->span.begin, bracket.begin});
  }

  // A line that only credits the photographer is no caption, and many pages print theirs twice.
  void add_caption(const Line& line) {
    if ((line.starts & bit(Kind::caption)) && line.word_count <= 6) return;
    for (const Span known : article_.captions)
      if (known.of(page_.text) == line.span.of(page_.text)) return;
    article_.captions.push_back(line.span);
  }

  const LinedText& page_;
  Roles& roles_;
  Article& article_;
  std::optional<std::string> dateline_outlet_;
};

void put_title_first(ingest::Record& record, Article& article) {
  article.text = std::move(record.text);
  if (!record.title) return;
  const std::string_view title = utf8::trim(*record.title);
  article.title = std::string(title);
  article.text.insert(0, std::string(title) + "\n\n");
  article.body_begin = static_cast<std::uint32_t>(title.size()) + 2;
  article.blocks.push_back({BlockKind::title, {0, static_cast<std::uint32_t>(title.size())}});
}

}  // namespace

std::optional<Stamp> read_text(ingest::Record& record, const ArticleTables& tables, Article& article) {
  put_title_first(record, article);
  article.body_end = static_cast<std::uint32_t>(article.text.size());
  const LinedText page = read_lines(article.text, article.body_begin, tables.furniture, tables.languages);
  Roles roles = find_roles(page, article.title);
  Assembly assembly(page, roles, article);
  assembly.blocks();
  assembly.credits();
  assembly.outlet();
  if (!article.title)
    for (const Block& block : article.blocks)
      if (block.kind == BlockKind::title) article.title = std::string(block.span.of(article.text));
  return assembly.stamp();
}

}  // namespace warta::extract
