// Credits: who wrote and edited an article, and the agency it came from, where a page says so: "Rep: X/ Red: Y",
// "Penulis: X Editor: Y", "By X and Y in Z", "sumber : reuters", "(Reporting by X; Editing by Y)", "(rdp/rfs)".
// Tests: tests/extract/cases/
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "lines.h"

namespace warta::extract {

struct Credits {
  std::vector<std::string> authors, editors;
  std::optional<std::string> agency;

  void add(const Credits& more);  // names once each; the first agency stays
};

// Reads the labelled credits of a line into `credits`. Returns whether the line is nothing else: a line of prose that
// only names a reporter is not.
bool read_credits(const LinedText& page, const Line& line, Credits& credits);

// A label alone on its line: the next line is the name.
std::optional<Kind> lone_label(const LinedText& page, const Line& line);

// A line of capitalised names without a label: "Thandiwe Kalulu in Lilongwe and Ruth Ofori in Johannesburg".
bool looks_like_names(const LinedText& page, const Line& line);
void add_names(const LinedText& page, Span span, std::vector<std::string>& out);

// The bracket at the end of an article: initials of its makers, a name or an agency. An empty span if there is none.
Span closing_bracket(const LinedText& page, Span paragraph, Credits& credits);

// "(mrt)", "[vm]", "***", "(ANTARA)": a line that is nothing but such a bracket.
bool is_signature(const LinedText& page, const Line& line, Credits& credits);

}  // namespace warta::extract
