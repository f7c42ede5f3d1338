// A document as CoNLL-U: https://universaldependencies.org/format.html. Tests: tests/syntax/conllu_test.cc
#include <fmt/format.h>

#include "base/utf8.h"
#include "syntax/syntax.h"

namespace warta::syntax {
namespace {

// A field may hold spaces but no tab, no line break and not nothing.
std::string field(std::string_view text) {
  std::string out;
  for (const char c : text) out.push_back(static_cast<unsigned char>(c) < ' ' || c == 0x7f ? ' ' : c);
  return out.empty() ? "_" : out;
}

bool space_follows(const Document& document, std::uint32_t end, std::uint32_t sentence_end) {
  return end >= sentence_end || utf8::is_space(utf8::decode(document.text, end).code);
}

void add_row(const Document& document, const Sentence& sentence, std::uint32_t i, std::string& out) {
  const Token& token = document.tokens[i];
  const std::uint32_t id = i - sentence.first + 1;
  const bool part = token.word != token.form;
  if (part && token.word.begin == token.form.begin) {
    std::uint32_t last = i;
    while (last + 1 < sentence.last && document.tokens[last + 1].word == token.word) ++last;
    if (last > i) {
      out += fmt::format("{}-{}\t{}\t_\t_\t_\t_\t_\t_\t_\t{}\n", id, last - sentence.first + 1,
                         field(token.word.of(document.text)),
                         space_follows(document, token.word.end, sentence.span.end) ? "_" : "SpaceAfter=No");
    }
  }
  const std::uint32_t head = token.head == kNoHead ? 0 : token.head - sentence.first + 1;
  out += fmt::format("{}\t{}\t{}\t{}\t_\t_\t{}\t{}\t_\t{}\n", id, field(document.form(i)), field(token.lemma),
                     name(token.upos), head, name(token.relation),
                     part || space_follows(document, token.form.end, sentence.span.end) ? "_" : "SpaceAfter=No");
}

}  // namespace

std::string to_conllu(const Document& document, std::string_view prefix) {
  std::string out;
  std::size_t number = 0;
  for (const Sentence& sentence : document.sentences) {
    out += fmt::format("# sent_id = {}-{}\n# text = {}\n", prefix, ++number, field(sentence.span.of(document.text)));
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) add_row(document, sentence, i, out);
    out.push_back('\n');
  }
  return out;
}

}  // namespace warta::syntax
