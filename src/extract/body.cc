#include <algorithm>

#include "base/utf8.h"
#include "roles.h"

namespace warta::extract {
namespace {

constexpr std::uint32_t kHeadingWords = 9;
constexpr std::size_t kQuoteReach = 8192;  // bytes around a pull quote in which the quoted sentence is looked for

class Body {
 public:
  Body(const LinedText& page, Roles& roles) : page_(page), roles_(roles) {}

  void find() {
    std::size_t paragraphs = 0;
    roles_.end = size();
    for (std::size_t i = roles_.lead; i < page_.lines.size(); ++i) {
      if (roles_.of[i] == Role::open)
        take(i);
      else if (roles_.of[i] == Role::list_head)
        in_list_ = true;
      else if (roles_.of[i] == Role::sponsor)
        skip_sponsored(i);
      else if (roles_.of[i] == Role::end && ends_here(i, paragraphs)) {
        roles_.end = i;
        close(i);
        break;
      }
      paragraphs += roles_.of[i] == Role::paragraph;
    }
    if (heading_) roles_.of[*heading_] = roles_.page ? Role::furniture : Role::paragraph;
  }

 private:
  const Line& line(std::size_t i) const { return page_.lines[i]; }
  std::size_t size() const { return page_.lines.size(); }

  void take(std::size_t i) {
    if (roles_.page && (is_tweet_signature(i) || is_pull_quote(i) || is_kicked(i))) {
      roles_.of[i] = Role::furniture;
      return;
    }
    const bool prose = is_prose(line(i)) || i == roles_.lead;
    if (in_list_ && !(prose && line(i).word_count >= 6)) {
      roles_.of[i] = Role::furniture;
      return;
    }
    if (prose || line(i).bullet || is_short_sentence(i)) {
      in_list_ = false;
      roles_.of[i] = Role::paragraph;
      if (heading_) roles_.of[*heading_] = Role::heading;
      heading_.reset();
      return;
    }
    if (heading_) roles_.of[*heading_] = roles_.page ? Role::furniture : Role::paragraph;
    heading_.reset();
    if (!roles_.page && line(i).word_count > kHeadingWords)
      roles_.of[i] = Role::paragraph;
    else if (line(i).word_count <= kHeadingWords)
      heading_ = i;
    else
      roles_.of[i] = Role::furniture;
  }

  // "Analysis: Why the junta lost Bamako" inside a page leads elsewhere.
  bool is_kicked(std::size_t i) const {
    return line(i).label == Kind::kicker && i != roles_.lead && !(is_prose(line(i)) && line(i).word_count >= 12);
  }

  bool is_short_sentence(std::size_t i) const {
    return (line(i).end == End::stop && line(i).word_count >= 2) || (line(i).quoted && line(i).end != End::none) ||
           (line(i).end == End::question && line(i).functions * 3 >= line(i).word_count && line(i).word_count >= 5);
  }

  // "— UN Spokesperson (@unspox) April 23", and the post above it.
  bool is_tweet_signature(std::size_t i) {
    const std::string_view text = line(i).span.of(page_.text);
    if (text.find("(@") == std::string_view::npos || line(i).word_count > 16) return false;
    const utf8::Char c = utf8::decode(text, 0);
    if (c.code != 0x2014 && c.code != 0x2013 && c.code != '-') return false;
    if (i > roles_.lead && roles_.of[i - 1] == Role::paragraph && i - 1 != roles_.lead)
      roles_.of[i - 1] = Role::furniture;
    return true;
  }

  // A short line that a paragraph around says as well.
  bool is_pull_quote(std::size_t i) const {
    if (line(i).word_count > 30 || line(i).word_count < 3 || i == roles_.lead) return false;
    std::string_view core = line(i).span.of(page_.text);
    const auto edge = [](char32_t c) {
      return c == '"' || c == '\'' || c == 0x201c || c == 0x201d || c == 0x2018 || c == 0x2019 || c == '.' ||
             c == ',' || c == ' ';
    };
    while (!core.empty() && edge(utf8::decode(core, 0).code)) core.remove_prefix(utf8::decode(core, 0).bytes);
    while (!core.empty() && edge(utf8::decode_before(core, core.size()).code))
      core.remove_suffix(utf8::decode_before(core, core.size()).bytes);
    if (core.size() < 12) return false;
    const std::size_t begin = line(i).span.begin, from = begin > kQuoteReach ? begin - kQuoteReach : 0;
    const std::size_t lead = line(roles_.lead).span.begin;
    const std::string_view before = page_.text.substr(std::max(from, lead), begin - std::max(from, lead));
    return before.find(core) != std::string_view::npos ||
           page_.text.substr(line(i).span.end, kQuoteReach).find(core) != std::string_view::npos;
  }

  // Lines behind "Sponsored": up to the blank line, or one short line.
  void skip_sponsored(std::size_t i) {
    for (std::size_t k = i + 1; k < size() && k < i + 4; ++k) {
      if (line(k).blank_before && k > i + 1) break;
      if (roles_.of[k] == Role::open && line(k).word_count <= 25) roles_.of[k] = Role::furniture;
      if (!any_blank()) break;
    }
  }
  bool any_blank() const {
    for (std::size_t k = roles_.lead + 1; k < size() && k < roles_.lead + 12; ++k)
      if (line(k).blank_before) return true;
    return false;
  }

  // A mark of the end is none while the article has hardly begun and much of it follows.
  bool ends_here(std::size_t i, std::size_t paragraphs) const {
    if (paragraphs >= 3) return true;
    std::size_t strong = 0;
    for (std::size_t k = i + 1; k < size() && k < i + 40; ++k) {
      if (roles_.of[k] == Role::end) break;
      strong += roles_.of[k] == Role::open && is_strong_prose(line(k)) && line(k).word_count >= 18;
    }
    return strong < 2;
  }

  void close(std::size_t i) {
    for (; i < size(); ++i)
      if (roles_.of[i] == Role::open) roles_.of[i] = Role::furniture;
  }

  const LinedText& page_;
  Roles& roles_;
  bool in_list_ = false;
  std::optional<std::size_t> heading_;  // a short line that is a heading if a paragraph follows
};

// Lines of one paragraph in hard-wrapped text: no full stop at the end, no blank line between, about as long as each
// other. Only where most lines of the text are like that.
void join_wrapped(const LinedText& page, Roles& roles) {
  const std::size_t size = page.lines.size();
  roles.joined.resize(size);
  for (std::size_t i = 0; i < size; ++i) roles.joined[i] = i;
  std::size_t inner = 0, broken = 0;
  std::uint32_t widest = 0;
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (page.lines[i + 1].blank_before) continue;
    const std::uint32_t width = page.lines[i].span.size();
    ++inner;
    broken += width >= 45 && width <= 110 && (page.lines[i].end == End::none || page.lines[i].end == End::comma);
    if (width <= 110) widest = std::max(widest, width);
  }
  if (inner < 3 || broken * 10 < inner * 6) return;
  for (std::size_t i = size - 1; i-- > 0;)
    if (!page.lines[i + 1].blank_before && page.lines[i].span.size() * 10 > widest * 7 &&
        page.lines[i].span.size() <= 110)
      roles.joined[i] = roles.joined[i + 1];
}

// A colon among the first words: "Penulis: ...", "Read more: ..."
bool has_colon(const LinedText& page, const Line& line) {
  for (std::size_t i = line.first; i < line.last && i < line.first + 3; ++i)
    if (page.words[i].after == ':') return true;
  return false;
}

// The marks of a wrapped paragraph's lines are those of no line of a page.
void settle_wrapped(const LinedText& page, Roles& roles) {
  for (std::size_t i = 0; i < page.lines.size(); i = roles.joined[i] + 1) {
    if (roles.joined[i] == i) continue;
    for (std::size_t k = i; k <= roles.joined[i]; ++k) roles.of[k] = k == i ? Role::paragraph : Role::furniture;
    if (!roles.datelines[i]) roles.datelines[i] = find_dateline(page, page.lines[i]);
  }
}

}  // namespace

void find_body(const LinedText& page, Roles& roles) { Body(page, roles).find(); }

// Credits count near the article: from a little above its title to its end, and with a colon a little behind that.
// Pages name the writers of other articles too.
void gather_credits(const LinedText& page, Roles& roles) {
  constexpr std::size_t kAbove = 4, kBehind = 15;
  const auto title =
      static_cast<std::size_t>(std::find(roles.of.begin(), roles.of.end(), Role::title) - roles.of.begin());
  const std::size_t top = std::min(title, roles.lead);
  for (std::size_t i = top - std::min(top, kAbove); i < std::min(page.lines.size(), roles.end + kBehind); ++i) {
    if (i > roles.end && !has_colon(page, page.lines[i])) continue;
    roles.credits.add(roles.of_line[i]);
  }
  if (roles.credits.authors.empty()) roles.credits.authors = roles.unlabelled;
}

// A text of which nothing is left is a headline or sentence that begins like furniture: "Editor Harian Fajar Ditahan".
void rescue(const LinedText& page, Roles& roles) {
  const auto coded = [](Role role) { return role == Role::title || role == Role::paragraph || role == Role::heading; };
  if (std::any_of(roles.of.begin(), roles.of.end(), coded)) return;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const Line& line = page.lines[i];
    const bool label = roles.of[i] == Role::byline || roles.of[i] == Role::end || roles.of[i] == Role::furniture;
    const bool colon = line.label_colon || (line.first < line.last && has_colon(page, line));
    if (label && !colon && !line.covered && !line.bar && line.word_count >= 4) roles.of[i] = Role::paragraph;
  }
  roles.credits = {};
}

Roles find_roles(const LinedText& page, const std::optional<std::string>& title) {
  Roles roles;
  mark_lines(page, roles);
  join_wrapped(page, roles);
  settle_wrapped(page, roles);
  find_header(page, title, roles);
  find_body(page, roles);
  for (std::size_t i = 0; i < page.lines.size(); ++i)
    if (roles.of[i] == Role::open) roles.of[i] = i < roles.lead && roles.page ? Role::furniture : Role::paragraph;
  gather_credits(page, roles);
  rescue(page, roles);
  return roles;
}

}  // namespace warta::extract
