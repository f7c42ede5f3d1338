#include "words.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::story {
namespace {

bool ends_sentence(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == 0x201c || c == '\n';
}

// Words that every language writes in its own way, or that all articles share; codes tell of those that count.
bool is_name(std::string_view lower, const codebook::Language& language) {
  if (language.roles.phrases.word(lower) || language.times.words.word(lower)) return false;
  const codebook::NameBook::Entry* known = language.names.phrases().word(lower);
  if (!known) return true;
  using Kind = codebook::ActorKind;
  return known->kind != Kind::country && known->kind != Kind::demonym && known->kind != Kind::seat;
}

}  // namespace

bool WordReader::next() {
  lower_.clear();
  bool stop = at_ == 0;
  while (at_ < text_.size()) {
    const utf8::Char c = utf8::decode(text_, at_);
    const bool of_word = utf8::is_letter(c.code) || utf8::is_digit(c.code);
    if (!of_word && !lower_.empty()) break;
    at_ += c.bytes;
    if (!of_word) {
      stop = stop || ends_sentence(c.code);
      continue;
    }
    if (lower_.empty()) {
      capital_ = utf8::is_upper(c.code);
      after_stop_ = stop;
    }
    utf8::append(lower_, utf8::lower(c.code));
  }
  return !lower_.empty();
}

std::uint32_t word_hash(std::string_view lower) { return static_cast<std::uint32_t>(hash(lower) >> 32); }

void settle(Words& words, std::size_t most) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() > most) words.resize(most);
}

std::size_t shared(const Words& a, const Words& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    count += *x == *y;
    const bool forward_x = *x <= *y, forward_y = *y <= *x;
    if (forward_x) ++x;
    if (forward_y) ++y;
  }
  return count;
}

void add_names(std::string_view text, Piece piece, const codebook::Language& language, Words& names) {
  WordReader word(text);
  while (word.next()) {
    if (!word.capital() || word.lower().size() < 3) continue;
    if (word.after_stop() && piece == Piece::sentences) continue;
    if (is_name(word.lower(), language)) names.push_back(word_hash(word.lower()));
  }
}

void add_words(std::string_view text, Words& words) {
  WordReader word(text);
  while (word.next())
    if (word.lower().size() > 2) words.push_back(word_hash(word.lower()));
}

}  // namespace warta::story
