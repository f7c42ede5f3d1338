// Case files: blocks that begin with `== name`, then lines of `key value`; `#` begins a comment line or, after two
// blanks, the rest of one. A linguist adds a case without C++; docs of the keys stand at the head of each file.
#pragma once
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace warta::test {

struct Case {
  std::string file, name;
  std::uint64_t line = 0;
  std::vector<std::pair<std::string, std::string>> fields;  // in the order of the file

  std::string get(const std::string& key, const std::string& fallback = {}) const {
    for (const auto& [name_of, value] : fields)
      if (name_of == key) return value;
    return fallback;
  }
  std::vector<std::string> all(const std::string& key) const {
    std::vector<std::string> values;
    for (const auto& [name_of, value] : fields)
      if (name_of == key) values.push_back(value);
    return values;
  }
  std::string where() const { return file + ":" + std::to_string(line) + ": " + name; }
};

inline std::string strip(std::string text) {
  if (const auto comment = text.find("  #"); comment != std::string::npos) text.resize(comment);
  const auto first = text.find_first_not_of(" \t");
  const auto last = text.find_last_not_of(" \t\r");
  return first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

inline std::vector<Case> read_cases(const std::string& file) {
  std::vector<Case> cases;
  std::ifstream in(file);
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    if (line.rfind("== ", 0) == 0) {
      cases.push_back({file, strip(line.substr(3)), number, {}});
      continue;
    }
    const std::string text = strip(line);
    if (text.empty() || cases.empty()) continue;
    const auto blank = text.find_first_of(" \t");
    const std::string key = text.substr(0, blank);
    cases.back().fields.emplace_back(key, blank == std::string::npos ? "" : strip(text.substr(blank)));
  }
  return cases;
}

}  // namespace warta::test
