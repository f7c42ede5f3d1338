// The CoNLL-U reader. Tests: tests/syntax/conllu_test.cc
#include "conllu.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstdio>
#include <memory>

namespace warta::syntax {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}

  Result<std::vector<GoldSentence>> read() {
    while (!rest_.empty()) {
      ++line_number_;
      const std::size_t end = rest_.find('\n');
      std::string_view line = rest_.substr(0, end);
      rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty()) {
        WARTA_CHECK(finish());
      } else if (line[0] == '#') {
        if (constexpr std::string_view kText = "# text = "; line.substr(0, kText.size()) == kText)
          sentence_.text = line.substr(kText.size());
      } else {
        WARTA_CHECK(row(line));
      }
    }
    WARTA_CHECK(finish());
    return std::move(sentences_);
  }

 private:
  tl::unexpected<Error> bad(std::string note) const {
    return tl::unexpected<Error>(Error{Why::bad_format, std::move(note), {}, line_number_, 0});
  }

  static bool number(std::string_view text, int& out) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
    return problem == std::errc{} && end == text.data() + text.size() && out >= 0;
  }

  Result<void> row(std::string_view line) {
    std::array<std::string_view, 10> column;
    for (std::size_t i = 0; i < column.size(); ++i) {
      const std::size_t tab = line.find('\t');
      if ((tab == std::string_view::npos) != (i == 9)) return bad("a row must have ten columns parted by tabs");
      column[i] = line.substr(0, tab);
      line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
    }
    if (column[0].find('.') != std::string_view::npos) return {};  // an empty node of the enhanced graph
    if (const std::size_t dash = column[0].find('-'); dash != std::string_view::npos) return range(column, dash);
    return word(column);
  }

  Result<void> range(const std::array<std::string_view, 10>& column, std::size_t dash) {
    int first = 0;
    if (!number(column[0].substr(0, dash), first) || !number(column[0].substr(dash + 1), range_end_) ||
        range_end_ <= first || first != static_cast<int>(sentence_.words.size()) + 1) {
      return bad(fmt::format("'{}' is no range of the words that follow", column[0]));
    }
    sentence_.ranges.emplace_back(column[1]);
    range_space_ = column[9].find("SpaceAfter=No") == std::string_view::npos;
    return {};
  }

  Result<void> word(const std::array<std::string_view, 10>& column) {
    int id = 0;
    if (!number(column[0], id) || id != static_cast<int>(sentence_.words.size()) + 1) {
      return bad(fmt::format("word number '{}' where {} is due", column[0], sentence_.words.size() + 1));
    }
    GoldWord word;
    word.form = column[1];
    word.lemma = column[2];
    word.feats = column[5];
    const auto upos = parse_upos(column[3]);
    if (!upos) return bad(fmt::format("'{}' is no part of speech of UD", column[3]));
    const auto relation = parse_relation(column[7]);
    if (!relation) return bad(fmt::format("'{}' is no relation of UD", column[7]));
    if (!number(column[6], word.head)) return bad(fmt::format("head '{}' is no number", column[6]));
    word.upos = *upos;
    word.relation = *relation;
    if (id <= range_end_) {
      word.written = static_cast<int>(sentence_.ranges.size());
      word.space_after = id == range_end_ && range_space_;
    } else {
      word.space_after = column[9].find("SpaceAfter=No") == std::string_view::npos;
    }
    sentence_.words.push_back(std::move(word));
    return {};
  }

  // Checks that the sentence is a tree: one root, and every word leads to it.
  Result<void> finish() {
    const auto& words = sentence_.words;
    const int n = static_cast<int>(words.size());
    int roots = 0;
    for (const GoldWord& word : words) {
      if (word.head > n) return bad(fmt::format("head {} in a sentence of {} words", word.head, n));
      roots += word.head == 0;
    }
    if (n > 0 && roots != 1) return bad(fmt::format("a sentence with {} roots", roots));
    if (range_end_ > n) return bad("a range that ends after its sentence");
    for (int i = 1; i <= n; ++i) {
      int up = i;
      for (int steps = 0; up != 0; up = words[static_cast<std::size_t>(up - 1)].head) {
        if (++steps > n) return bad(fmt::format("word {} hangs in a circle", i));
      }
    }
    if (n > 0) sentences_.push_back(std::move(sentence_));
    sentence_ = {};
    range_end_ = 0;
    return {};
  }

  std::string_view rest_;
  std::uint64_t line_number_ = 0;
  GoldSentence sentence_;
  int range_end_ = 0;
  bool range_space_ = true;
  std::vector<GoldSentence> sentences_;
};

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<std::vector<GoldSentence>> read_conllu(std::string_view bytes) { return Reader(bytes).read(); }

Result<std::vector<GoldSentence>> read_conllu_file(const std::string& path) {
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return tl::unexpected<Error>(Error{Why::cannot_open, {}, path, 0, 0});
  std::string bytes;
  std::array<char, 1 << 16> block;
  while (const std::size_t got = std::fread(block.data(), 1, block.size(), file.get())) bytes.append(block.data(), got);
  if (std::ferror(file.get())) return tl::unexpected<Error>(Error{Why::read_failed, {}, path, 0, 0});
  auto sentences = read_conllu(bytes);
  if (!sentences) {
    sentences.error().file = path;
    sentences.error().note = fmt::format("line {}: {}", sentences.error().record, sentences.error().note);
    sentences.error().record = 0;
  }
  return sentences;
}

}  // namespace warta::syntax
