#include "xml_cut.h"

#include <algorithm>
#include <array>

namespace warta::ingest {
namespace {

constexpr std::size_t kLongestTag = std::size_t{1} << 16;  // beyond it a "<" is a character of the text

struct Passage {
  std::string_view begin, end;
};
constexpr std::array<Passage, 4> kPassedOver{{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}, {"<!", ">"}}};

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || (c & 0x80);
}

// The ">" of the tag that begins the text; a ">" within quotes is none.
std::size_t end_of_tag(std::string_view text) {
  char quote = '\0';
  for (std::size_t i = 1; i < std::min(text.size(), kLongestTag); ++i) {
    if (quote != '\0')
      quote = text[i] == quote ? '\0' : quote;
    else if (text[i] == '"' || text[i] == '\'')
      quote = text[i];
    else if (text[i] == '>')
      return i;
  }
  return std::string_view::npos;
}

// Behind the end of a document type, whose declarations stand in brackets.
std::size_t end_of_doctype(std::string_view text) {
  const std::size_t close = text.find('>'), bracket = text.find('[');
  if (bracket > close) return close;
  const std::size_t end = text.find(']', bracket);
  return end == std::string_view::npos ? end : text.find('>', end);
}

}  // namespace

TagScanner::State TagScanner::next(std::string_view text, bool last, Tag& tag) {
  for (;;) {
    at_ = std::min(text.find('<', at_), text.size());
    const std::string_view rest = text.substr(at_);
    if (rest.size() < (last ? 3 : kPassedOver[1].begin.size())) return State::more;  // what begins here is not clear
    const auto* const passage = std::find_if(kPassedOver.begin(), kPassedOver.end(), [&](const Passage& one) {
      return rest.substr(0, one.begin.size()) == one.begin;
    });
    if (passage != kPassedOver.end()) {
      const bool doctype = passage->begin == "<!";
      const std::size_t end = doctype ? end_of_doctype(rest) : rest.find(passage->end, passage->begin.size());
      if (end == std::string_view::npos) return State::more;
      at_ += end + passage->end.size();
      continue;
    }
    const bool closes = rest[1] == '/';
    if (!begins_name(rest[closes ? 2 : 1])) {
      ++at_;
      continue;
    }
    const std::size_t end = end_of_tag(rest);
    if (end == std::string_view::npos) {
      if (rest.size() < kLongestTag) return State::more;
      ++at_;
      continue;
    }
    const std::string_view inside = rest.substr(closes ? 2 : 1, end - (closes ? 2 : 1));
    tag.name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
    tag.kind = closes ? Tag::Kind::close : inside.back() == '/' ? Tag::Kind::empty : Tag::Kind::open;
    tag.begin = at_;
    at_ += end + 1;
    tag.end = at_;
    return State::tag;
  }
}

}  // namespace warta::ingest
