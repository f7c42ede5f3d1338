#include "sniff.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "csv.h"
#include "mailbox.h"
#include "mime.h"
#include "stories_xml.h"

namespace warta::ingest {
namespace {

// The elements that section 7.1 names, and those that other pages and fragments of pages begin with.
constexpr std::array<std::string_view, 31> kElements{
    "html",  "head", "body", "title",  "meta", "link", "script",  "style",   "base",    "h1",  "h2",
    "h3",    "div",  "p",    "a",      "b",    "br",   "article", "section", "main",    "nav", "span",
    "table", "ul",   "ol",   "iframe", "font", "img",  "header",  "center",  "noscript"};

bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The beginning in lower-case ASCII without byte order mark; of UTF-16 every second byte, which holds the markup.
std::string ascii(std::string_view begin) {
  begin = begin.substr(0, kSniff);
  std::string out;
  const std::string_view mark = begin.substr(0, 2);
  if (mark == "\xfe\xff" || mark == "\xff\xfe") {
    for (std::size_t i = mark == "\xfe\xff" ? 3 : 2; i < begin.size(); i += 2) out += begin[i];
    return utf8::lower(out);
  }
  if (begin.substr(0, 3) == "\xef\xbb\xbf") begin.remove_prefix(3);
  return utf8::lower(begin);
}

// Takes one comment, declaration or stretch of white space off the front; false where something else stands.
bool skip_prolog(std::string_view& rest) {
  const std::size_t content =
      std::min(rest.size(), static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), blank) - rest.begin()));
  rest.remove_prefix(content);
  std::string_view end;
  if (rest.substr(0, 4) == "<!--")
    end = "-->";
  else if (rest.substr(0, 5) == "<?xml")
    end = "?>";
  else
    return content != 0;
  const std::size_t close = rest.find(end, 4);
  rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + end.size());
  return true;
}

}  // namespace

bool is_page(std::string_view begin, bool whole) {
  const std::string text = ascii(begin);
  const bool xml = utf8::trim(text).substr(0, 5) == "<?xml";  // there <article> is an element of anybody's
  std::string_view rest = text;
  while (skip_prolog(rest)) {
  }
  // A comment longer than what is looked at begins a page; XML of other kinds has its declaration first.
  if (rest.empty()) return whole && utf8::trim(text).substr(0, 4) == "<!--";
  constexpr std::string_view kDoctype = "<!doctype";
  if (rest.substr(0, kDoctype.size()) == kDoctype) {
    rest = utf8::trim(rest.substr(kDoctype.size()));
    return rest.substr(0, 4) == "html";
  }
  if (rest[0] != '<') return false;
  const std::size_t end = rest.find_first_of(" \t\r\n\f/>", 1);
  if (end == std::string_view::npos && !whole) return false;
  rest = rest.substr(1, end - 1);
  return xml ? rest == "html" : std::find(kElements.begin(), kElements.end(), rest) != kElements.end();
}

Kind kind_of(std::string_view begin, bool whole) {
  begin = begin.substr(0, kSniff);
  if (is_page(begin, whole)) return Kind::page;
  if (begin.starts_with("\xef\xbb\xbf")) begin.remove_prefix(3);
  const std::string_view rest = utf8::trim(begin);
  if (rest.starts_with("WARC/1.") || rest.starts_with("WARC/0.")) return Kind::warc;
  if (rest.starts_with('{') || rest.starts_with('[')) return Kind::json;
  if (is_stories(begin, whole)) return Kind::stories;
  if (is_mailbox(begin)) return Kind::mailbox;
  if (is_mail(begin)) return Kind::mail;
  if (csv_delimiter(begin)) return Kind::table;
  return whole ? Kind::text : Kind::undecided;
}

Result<Kind> sniff(Buffered& bytes) {
  for (std::size_t seen = 0;; seen = bytes.held().size()) {
    const std::string_view held = WARTA_TRY(bytes.look(seen + 1));
    const Kind kind = kind_of(held, held.size() == seen || held.size() >= kSniff);
    if (kind != Kind::undecided) return kind;
  }
}

}  // namespace warta::ingest
