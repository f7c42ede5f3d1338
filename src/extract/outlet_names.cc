#include "outlet_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "outlet.h"

namespace warta::extract {
namespace {

constexpr std::size_t kShortest = 3;      // letters of a name that is compared as a whole
constexpr std::size_t kTelling = 4;       // of one that is looked for as a word of others
constexpr std::size_t kChannelWords = 5;  // "Tempo.Co Indonesian News Portal"

std::vector<std::string_view> labels_of(std::string_view host) {
  std::vector<std::string_view> labels;
  while (!host.empty()) {
    const std::size_t dot = std::min(host.find('.'), host.size());
    labels.push_back(host.substr(0, dot));
    host.remove_prefix(std::min(dot + 1, host.size()));
  }
  return labels;
}

// "co" of "co.id": second-level domains under which names are given away.
bool is_public(std::string_view label) {
  static constexpr std::array<std::string_view, 11> kLabels{"co", "com", "or",  "org", "go", "gov",
                                                            "ac", "web", "net", "my",  "biz"};
  return std::find(kLabels.begin(), kLabels.end(), label) != kLabels.end();
}

std::string registrable(std::string_view host) {
  const auto labels = labels_of(host);
  if (labels.size() < 2) return {};
  std::size_t i = labels.size() - 2;
  if (i > 0 && is_public(labels[i])) --i;
  return std::string(labels[i]);
}

bool has_address(std::string_view name) {
  return name.find('@') != std::string_view::npos || name.find("://") != std::string_view::npos ||
         name.find("www.") != std::string_view::npos;
}

// "Kompas.com", "tempo.co": letters on both sides of the stop, two or three of them at the end of the word.
bool is_site(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot < 2) return false;
  const std::size_t last = word.size() - dot - 1;
  return last >= 2 && last <= 4 && utf8::lower(word.substr(dot + 1)) != "jr";
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::string folded = utf8::lower(url.substr(0, 512));
  std::string_view rest = folded;
  if (rest.substr(0, 8) == "https://")
    rest.remove_prefix(8);
  else if (rest.substr(0, 7) == "http://")
    rest.remove_prefix(7);
  else if (rest.substr(0, 2) == "//")
    rest.remove_prefix(2);
  else
    return {};
  rest = rest.substr(0, rest.find_first_of("/?#:"));
  rest.remove_prefix(std::min(rest.find('@') + 1, rest.size()));
  if (rest.substr(0, 4) == "www.") rest.remove_prefix(4);
  return std::string(rest);
}

void OutletNames::add(std::string_view name) {
  if (has_address(name) && name[0] != '@') return;
  if (std::string letters = squashed(name); letters.size() >= kShortest && letters.size() <= 60 && !is_key(letters))
    keys_.push_back(std::move(letters));
}

void OutletNames::add_address(std::string_view url) {
  const std::string host = host_of(url);
  const std::string label = registrable(host);
  if (label.empty()) return;
  if (host_.empty()) host_ = host, host_label_ = label;
  add(host);
  add(label);
  const std::size_t begin = host.rfind(label + ".");
  if (begin != std::string::npos) add(host.substr(begin));  // "kompas.com" of "regional.kompas.com"
}

void OutletNames::add_address_in(std::string_view text) {
  if (text.find_first_of(" /@") == std::string_view::npos && is_site(text)) add_address("http://" + std::string(text));
}

bool OutletNames::is_key(std::string_view letters) const {
  return std::find(keys_.begin(), keys_.end(), letters) != keys_.end();
}

bool OutletNames::is(std::string_view name) const { return is_key(squashed(name)); }

bool OutletNames::named(std::string_view name) const {
  const std::string letters = squashed(name);
  if (letters.empty() || is_key(letters)) return !letters.empty();
  std::vector<Word> words;
  find_words(name, 0, static_cast<std::uint32_t>(std::min<std::size_t>(name.size(), 200)), kChannelWords + 1, words);
  if (words.size() > kChannelWords) return false;
  for (const Word& word : words)
    if (const std::string one = squashed(name.substr(word.begin, word.end - word.begin));
        one.size() >= kTelling && is_key(one))
      return true;
  for (const std::string& key : keys_) {  // "Antara News" in "ANTARA News Bali", "KompasOtomotif" of kompas
    if (key.size() > kTelling && letters.size() > key.size() && letters.compare(0, key.size(), key) == 0 &&
        (words.size() > 1 || letters.size() < key.size() * 2 + 4))
      return true;
  }
  return false;
}

bool OutletNames::is_of_host(std::string_view name) const {
  const std::string letters = squashed(name), host = squashed(host_label_);
  if (letters.size() < kShortest || host.size() < kShortest) return false;
  return letters.find(host) != std::string::npos || host.find(letters) != std::string::npos;
}

// "Tim" is a team if it stands alone, "Tim Childers" is none: where a phrase must stand is its own.
bool OutletNames::is_collective(const std::vector<Word>& words, std::size_t i) const {
  bool found = false;
  furniture_.at(words, i, words.size(), [&](const Phrase& phrase) {
    if (phrase.kind != Kind::collective) return;
    const bool first = i == 0, last = i + phrase.words == words.size();
    found |= phrase.where == Where::anywhere || (phrase.where == Where::start && first) ||
             (phrase.where == Where::end && last) || (first && last);
  });
  return found;
}

bool OutletNames::signs(std::string_view name) const {
  if (has_address(name) || named(name)) return true;
  std::vector<Word> words;
  find_words(name, 0, static_cast<std::uint32_t>(std::min<std::size_t>(name.size(), 200)), 12, words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_site(name.substr(words[i].begin, words[i].end - words[i].begin))) return true;
    if (is_collective(words, i)) return true;
    const Phrase* known = furniture_.longest(Kind::outlet, words, i, words.size());
    if (known && i == 0 && known->words == words.size()) return true;
    if (const Phrase* company = furniture_.longest(Kind::company, words, i, words.size()))
      if (i == 0 || i + company->words == words.size()) return true;
  }
  return false;
}

}  // namespace warta::extract
