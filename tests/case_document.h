// Documents written by hand in case files, so that a step is tested without a tokenizer, tagger or parser.
//
//   language   en
//   published  2024-05-15
//   dateline   Nairobi
//   text       Kenya<detained:nsubj detained/VERB two<Ugandans:nummod Ugandans<detained:obj .
//
// One `text` a sentence, words parted by blanks: WORD/UPOS<HEAD:RELATION. All but the word may be left out:
//   UPOS      PUNCT for marks, NUM for digits, PROPN for words with a capital, else NOUN
//   HEAD      a word of the sentence, or its number from 1 where the word occurs twice
//   RELATION  as in Universal Dependencies; a word without a head is the root if it is the first VERB that has none
//   (else
//             the first word without a head), and hangs on the root otherwise, as punct or dep
// `militer+nya/PRON` are two tokens of one written word; `~` before a word: no blank before it.
#pragma once
#include <algorithm>
#include <deque>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "case_file.h"
#include "extract/extract.h"
#include "syntax/syntax.h"

namespace warta::test {

inline std::vector<std::string> blank_parted(const std::string& line) {
  std::vector<std::string> words;
  for (std::size_t at = 0; (at = line.find_first_not_of(' ', at)) != std::string::npos;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

class CaseDocument {
 public:
  explicit CaseDocument(const Case& item) {
    article_.id = "case";
    article_.language = item.get("language", "en");
    const std::string published = item.get("published", "2024-05-15");
    if (const auto day = parse_iso_day(published)) article_.published = extract::Published{published, *day};
    if (const std::string place = item.get("dateline"); !place.empty()) {
      article_.dateline = Span{0, static_cast<std::uint32_t>(place.size())};
      article_.text = place + " -- ";
    }
    for (const std::string& line : item.all("text")) add_sentence(line, item.where());
    document_ = {article_.text, sentences_, tokens_};
  }
  CaseDocument(const CaseDocument&) = delete;
  CaseDocument& operator=(const CaseDocument&) = delete;

  const syntax::Document& document() const { return document_; }
  const extract::Article& article() const { return article_; }
  std::string text(Span span) const { return std::string(span.of(article_.text)); }
  std::string words(std::uint32_t first, std::uint32_t last) const {
    return first < last ? text({tokens_[first].form.begin, tokens_[last - 1].form.end}) : std::string();
  }

 private:
  struct Word {
    std::string form, upos, head, relation;
  };

  static Word parse(std::string text) {
    Word word;
    if (const auto arc = text.find('<'); arc != std::string::npos && arc > 0) {
      const auto colon = text.find(':', arc);
      if (colon == std::string::npos) throw std::runtime_error("no relation in " + text);
      word.head = text.substr(arc + 1, colon - arc - 1);
      word.relation = text.substr(colon + 1);
      text.resize(arc);
    }
    const auto slash = text.rfind('/');
    if (slash != std::string::npos && slash > 0 && syntax::parse_upos(text.substr(slash + 1))) {
      word.upos = text.substr(slash + 1);
      text.resize(slash);
    }
    word.form = text;
    return word;
  }

  static std::string usual_upos(const std::string& form) {
    const char c = form.front();
    if (c >= '0' && c <= '9') return "NUM";
    const char32_t first = utf8::decode(form, 0).code;
    if (!utf8::is_letter(first) && form.size() <= 3) return "PUNCT";
    return utf8::starts_upper(form) ? "PROPN" : "NOUN";
  }

  void add_sentence(const std::string& line, const std::string& where) {
    const auto first = static_cast<std::uint32_t>(tokens_.size());
    std::vector<Word> words;
    for (std::string written : blank_parted(line)) {
      const bool glued = written.size() > 1 && written.front() == '~';
      if (glued) written.erase(0, 1);
      if (!article_.text.empty() && !glued) article_.text += words.empty() ? "\n" : " ";
      add_word(written, words);
    }
    const auto last = static_cast<std::uint32_t>(tokens_.size());
    const Span span{tokens_[first].form.begin, tokens_[last - 1].form.end};
    sentences_.push_back({span, first, last, 0, true});
    hang(words, first, where);
  }

  void add_word(const std::string& written, std::vector<Word>& words) {
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    const std::size_t first = tokens_.size();
    for (std::size_t at = 0; at < written.size();) {
      const std::size_t end = std::min(written.find('+', at + 1), written.size());
      Word word = parse(written.substr(at, end - at));
      if (word.upos.empty()) word.upos = usual_upos(word.form);
      syntax::Token token;
      token.form.begin = static_cast<std::uint32_t>(article_.text.size());
      article_.text += word.form;
      token.form.end = static_cast<std::uint32_t>(article_.text.size());
      lower_.push_back(utf8::lower(word.form));
      token.lower = token.lemma = lower_.back();
      token.upos = *syntax::parse_upos(word.upos);
      tokens_.push_back(token);
      words.push_back(std::move(word));
      at = end + 1;
    }
    for (std::size_t i = first; i < tokens_.size(); ++i)
      tokens_[i].word = {begin, static_cast<std::uint32_t>(article_.text.size())};
  }

  void hang(const std::vector<Word>& words, std::uint32_t first, const std::string& where) {
    std::size_t root = words.size();
    for (std::size_t i = words.size(); i-- > 0;)
      if (words[i].head.empty() && (root == words.size() || words[i].upos == "VERB" || words[root].upos != "VERB"))
        root = i;
    if (root == words.size()) throw std::runtime_error(where + ": no root");
    for (std::size_t i = 0; i < words.size(); ++i) {
      syntax::Token& token = tokens_[first + i];
      if (i == root) {
        token.relation = {syntax::Rel::root, syntax::Sub::none};
      } else if (words[i].head.empty()) {
        token.head = first + static_cast<std::uint32_t>(root);
        token.relation.rel = words[i].upos == "PUNCT" ? syntax::Rel::punct : syntax::Rel::dep;
      } else {
        token.head = first + position(words, words[i].head, where);
        const auto relation = syntax::parse_relation(words[i].relation);
        if (!relation) throw std::runtime_error(where + ": no relation " + words[i].relation);
        token.relation = *relation;
      }
    }
  }

  static std::uint32_t position(const std::vector<Word>& words, const std::string& head, const std::string& where) {
    const bool counted = std::all_of(head.begin(), head.end(), [](char c) { return c >= '0' && c <= '9'; });
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i].form == head) found.push_back(i);
    if (found.size() == 1) return static_cast<std::uint32_t>(found.front());
    if (!counted || std::stoul(head) == 0 || std::stoul(head) > words.size())
      throw std::runtime_error(where + ": which word is the head " + head + "?");
    return static_cast<std::uint32_t>(std::stoul(head) - 1);
  }

  extract::Article article_;
  std::deque<std::string> lower_;
  std::vector<syntax::Token> tokens_;
  std::vector<syntax::Sentence> sentences_;
  syntax::Document document_;
};

}  // namespace warta::test
