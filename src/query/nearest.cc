#include "nearest.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace warta::query {
namespace {

constexpr std::size_t kLongest = 64;

}  // namespace

std::size_t distance(std::string_view a, std::string_view b) {
  const std::string x = utf8::lower(a).substr(0, kLongest), y = utf8::lower(b).substr(0, kLongest);
  std::array<std::array<std::size_t, kLongest + 1>, kLongest + 1> edits{};  // of the first i and the first j letters
  for (std::size_t i = 0; i <= x.size(); ++i) edits[i][0] = i;
  for (std::size_t j = 0; j <= y.size(); ++j) edits[0][j] = j;
  for (std::size_t i = 1; i <= x.size(); ++i)
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t other = x[i - 1] == y[j - 1] ? 0 : 1;
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + other});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  return edits[x.size()][y.size()];
}

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known, std::size_t most) {
  struct Candidate {
    std::size_t edits;
    const std::string* name;
  };
  std::vector<Candidate> candidates;
  for (const std::string& name : known)
    if (const std::size_t edits = distance(word, name); edits <= (word.size() + 2) / 3)
      candidates.push_back({edits, &name});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.edits < b.edits; });
  std::vector<std::string> out;
  for (const Candidate& candidate : candidates)
    if (out.size() < most && std::find(out.begin(), out.end(), *candidate.name) == out.end())
      out.push_back(*candidate.name);
  return out;
}

}  // namespace warta::query
