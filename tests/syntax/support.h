// What the tests of syntax share: paths, texts, documents as lines.
#pragma once
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "case_file.h"
#include "syntax/syntax.h"

namespace warta::syntax {

inline std::string source_path(const std::string& name) { return std::string(WARTA_SOURCE_DIR) + "/" + name; }
inline std::string test_path(const std::string& name) { return source_path("tests/syntax/cases/" + name); }
inline std::string models() { return source_path("data/models"); }

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string word; stream >> word;) out.push_back(word);
  return out;
}

inline std::string with_line_breaks(std::string text) {
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

inline Document analyze(const Analyzer& analyzer, const std::string& text, Arena& arena) {
  const Span whole{0, static_cast<std::uint32_t>(text.size())};
  return analyzer.analyze(text, std::span(&whole, 1), arena);
}

// The token with this form; the number of tokens if there is none.
inline std::uint32_t token(const Document& document, const std::string& form) {
  std::uint32_t i = 0;
  while (i < document.tokens.size() && document.form(i) != form) ++i;
  return i;
}

}  // namespace warta::syntax
