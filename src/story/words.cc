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
bool is_name(std::string_view lower, Piece piece, const codebook::Language& language) {
  if (language.roles.phrases.word(lower) || language.times.words.word(lower)) return false;
  const codebook::NameBook::Entry* known = language.names.phrases().word(lower);
  if (!known || known->kind == codebook::ActorKind::person) return true;
  return piece == Piece::phrase && known->kind >= codebook::ActorKind::organisation;
}

bool is_number(std::string_view word) {
  if (word.size() < 2 || word.front() < '1' || word.front() > '9') return false;
  const bool digits = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  const bool year = word.size() == 4 && (word.substr(0, 2) == "19" || word.substr(0, 2) == "20");
  return digits && !year;
}

bool is_month(std::string_view lower, const codebook::Language& language) {
  const std::vector<codebook::TimeWord>* readings = language.times.words.word(lower);
  return readings && std::any_of(readings->begin(), readings->end(), [](const codebook::TimeWord& reading) {
           return reading.kind == codebook::TimeKind::month;
         });
}

}  // namespace

bool WordReader::next() {
  lower_.clear();
  bool stop = at_ == 0;
  while (at_ < text_.size()) {
    const utf8::Char c = utf8::decode(text_, at_);
    const bool of_word = utf8::is_letter(c.code) || utf8::is_digit(c.code);
    if (!of_word && !lower_.empty()) break;
    if (lower_.empty()) begin_ = at_;
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

bool WordReader::slashed() const {
  return (begin_ > 0 && text_[begin_ - 1] == '/') || (at_ < text_.size() && text_[at_] == '/');
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
  bool month = false, number = false;  // what the word before this one was
  while (word.next()) {
    const bool dated = month;
    month = word.capital() && is_month(word.lower(), language);
    if (number && month) names.pop_back();
    number = piece == Piece::sentences && !dated && !word.slashed() && is_number(word.lower());
    const bool named = word.capital() && word.lower().size() >= 3 &&
                       !(word.after_stop() && piece == Piece::sentences) && is_name(word.lower(), piece, language);
    if (number || named) names.push_back(word_hash(word.lower()));
  }
}

void add_words(std::string_view text, Words& words) {
  WordReader word(text);
  while (word.next())
    if (word.lower().size() > 2) words.push_back(word_hash(word.lower()));
}

}  // namespace warta::story
