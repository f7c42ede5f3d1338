// What a step found, against the lines of a case. A line is the core, parts with ` | ` between, and then any features
// that the case asks for: `actor  the army | UGA MIL | title | not person`. Lines must be the same in number and order.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>

#include "case_document.h"

namespace warta::test {

struct Line {
  std::vector<std::string> core, features;
};
using Found = std::vector<std::pair<std::string, std::vector<Line>>>;  // by the key that asks for it

inline std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at; (at = line.find('|', begin)) != std::string::npos; begin = at + 1)
    parts.push_back(strip(line.substr(begin, at - begin)));
  parts.push_back(strip(line.substr(begin)));
  return parts;
}

inline std::string shown(const std::vector<Line>& lines) {
  std::string out;
  for (const Line& line : lines) {
    out += "\n  found";
    for (const std::string& part : line.core) out += " | " + part;
    for (const std::string& part : line.features) out += " | " + part;
  }
  return out.empty() ? "\n  found nothing" : out;
}

inline bool fits(const std::string& expected, const Line& found) {
  const auto parts = parts_of(expected);
  if (parts.size() < found.core.size() || !std::equal(found.core.begin(), found.core.end(), parts.begin()))
    return false;
  const auto has = [&](const std::string& feature) {
    return std::find(found.features.begin(), found.features.end(), feature) != found.features.end();
  };
  return std::all_of(parts.begin() + static_cast<std::ptrdiff_t>(found.core.size()), parts.end(),
                     [&](const auto& part) { return part.rfind("not ", 0) == 0 ? !has(part.substr(4)) : has(part); });
}

// `KEY line`, as often as the step found something; `none KEY`: it must have found nothing.
inline void expect_found(const Case& item, const Found& found) {
  std::size_t asked = 0;
  for (const auto& [key, lines] : found) {
    const auto silent = item.all("none");
    const bool none = std::find(silent.begin(), silent.end(), key) != silent.end();
    const std::vector<std::string> expected = item.all(key);
    if (expected.empty() && !none) continue;
    ++asked;
    bool same = expected.size() == lines.size();
    for (std::size_t i = 0; same && i < lines.size(); ++i) same = fits(expected[i], lines[i]);
    std::string wanted;
    for (const std::string& line : expected) wanted += "\n  wanted  " + line;
    EXPECT_TRUE(same) << item.where() << ": " << key << wanted << shown(lines);
  }
  EXPECT_GT(asked, 0u) << item.where() << ": asks for nothing";
  for (const auto& [key, value] : item.fields) {
    const bool known =
        key == "language" || key == "published" || key == "dateline" || key == "text" || key == "none" ||
        std::any_of(found.begin(), found.end(), [&, &name = key](const auto& f) { return f.first == name; });
    EXPECT_TRUE(known) << item.where() << ": no key " << key;
  }
}

// Runs a step on each case of tests/FILE.
inline void run_cases(const std::string& file, const std::function<Found(const Case&, const CaseDocument&)>& step) {
  const auto cases = read_cases(WARTA_SOURCE_DIR "/tests/" + file);
  ASSERT_FALSE(cases.empty()) << "no cases in " << file;
  for (const Case& item : cases) {
    const CaseDocument document(item);
    expect_found(item, step(item, document));
  }
}

}  // namespace warta::test
