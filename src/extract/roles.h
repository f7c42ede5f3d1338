// Roles: what each line of a page is. Three passes over the lines, each small: what a line shows by itself
// (mark_lines), what stands before the body (find_header), what belongs to the body (find_body). Where a page has no
// furniture at all, as a clean text in a JSON record, nothing but its title is told apart from paragraphs. Tests:
// tests/extract/cases/
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "credits.h"
#include "dateline.h"
#include "lines.h"
#include "stamp.h"

namespace warta::extract {

enum class Role : std::uint8_t {
  open,       // not settled yet
  furniture,  // menus, share bars, advertisements, links
  list_head,  // "Baca Juga" alone: links follow
  sponsor,    // "Sponsored": an advertisement follows
  end,        // comments, tags, copyright: nothing follows
  stamp,
  clock,
  byline,
  caption,
  signature,
  title,
  deck,
  heading,
  paragraph,
};

struct Roles {
  std::vector<Role> of;  // of each line of the page
  std::vector<std::optional<Dateline>> datelines;
  std::vector<std::optional<Stamp>> stamps;
  std::vector<std::size_t> joined;      // of each line: the last line of its paragraph (hard-wrapped texts)
  std::vector<Credits> of_line;         // what each line of credits says
  std::vector<std::string> unlabelled;  // names under the title without "By": authors if nobody else is
  Credits credits;                      // of header lines and of the end
  Credits closing;                      // of lines behind the body: "Reporting by ..."
  bool page = false;                    // there is furniture: this was a page
  std::size_t end = 0;                  // the line that ends the article: tags, comments, copyright
  std::size_t lead = 0;                 // the first line of the body
};

// `title`: what the record says it is; lines that repeat it are furniture.
Roles find_roles(const LinedText& page, const std::optional<std::string>& title);

// The passes, in their order.
void mark_lines(const LinedText& page, Roles& roles);
void find_header(const LinedText& page, const std::optional<std::string>& title, Roles& roles);
void find_body(const LinedText& page, Roles& roles);

// Words that only captions say, in brackets at the end or anywhere in a short line; a known agency with a name behind a
// slash: "(Reuters/Jane Roe)". Three points are one.
int caption_points(const LinedText& page, const Line& line);

bool is_prose(const Line& line);         // a sentence or more
bool is_strong_prose(const Line& line);  // a paragraph beyond doubt
bool same_words(const LinedText& page, const Line& a, const Line& b);

}  // namespace warta::extract
