#include "shingles.h"

#include <algorithm>
#include <unordered_map>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kShingle = 4;
using Counts = std::unordered_map<std::uint64_t, std::size_t>;

Counts shingles(const std::vector<std::uint64_t>& words) {
  Counts counts;
  if (words.empty()) return counts;
  const std::size_t size = std::min(kShingle, words.size());
  for (std::size_t i = 0; i + size <= words.size(); ++i) {
    Hasher hasher;
    for (std::size_t k = 0; k < size; ++k) hasher.add(words[i + k]);
    ++counts[hasher.value()];
  }
  return counts;
}

std::size_t total(const Counts& counts) {
  std::size_t sum = 0;
  for (const auto& [shingle, count] : counts) sum += count;
  return sum;
}

}  // namespace

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  std::vector<std::uint64_t> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const utf8::Char c = utf8::decode(text, i);
    const std::size_t next = i + c.bytes;
    const bool east_asian = c.code >= 0x3041 && (c.code < 0xff00 || c.code > 0xff0f);
    const bool of_word = utf8::is_letter(c.code) || utf8::is_digit(c.code) || c.code == '_' || east_asian;
    if (!of_word && i > begin) words.push_back(hash(text.substr(begin, i - begin)));
    if (!of_word) begin = next;
    i = next;
  }
  if (begin < text.size()) words.push_back(hash(text.substr(begin)));
  return words;
}

BodyScores compare_bodies(const std::vector<std::uint64_t>& gold, const std::vector<std::uint64_t>& found) {
  const Counts wanted = shingles(gold), got = shingles(found);
  std::size_t common = 0;
  for (const auto& [shingle, count] : got) {
    const auto same = wanted.find(shingle);
    if (same != wanted.end()) common += std::min(count, same->second);
  }
  const auto part = [&](std::size_t of) {
    return of == 0 ? 1.0 : static_cast<double>(common) / static_cast<double>(of);
  };
  return {part(total(got)), part(total(wanted)), gold == found ? 1.0 : 0.0};
}

}  // namespace warta::extract
