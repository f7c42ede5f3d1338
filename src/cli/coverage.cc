// warta eval coverage: how much of what political actors do or suffer in a text the frames know.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

#include "ranker.h"

namespace warta::cli {
namespace {

using syntax::Rel;
using syntax::Upos;

// Sentences of a treebank in CoNLL-U, or of a table of marked pairs.
Result<std::vector<std::string>> sentences_of(const std::string& path) {
  std::vector<std::string> out;
  if (path.ends_with(".tsv")) {
    for (MarkedPair& pair : WARTA_TRY(read_pairs(path)))
      if (out.empty() || out.back() != pair.text) out.push_back(std::move(pair.text));
    return out;
  }
  std::ifstream file(path);
  if (!file) return tl::unexpected<Error>(Error{Why::cannot_open, "", path, 0, 0});
  constexpr std::string_view kText = "# text = ";
  for (std::string line; std::getline(file, line);)
    if (line.starts_with(kText)) out.push_back(line.substr(kText.size()));
  if (out.empty())
    return tl::unexpected<Error>(Error{Why::bad_format, "no line \"# text = ...\": no CoNLL-U", path, 0, 0});
  return out;
}

bool is_main(const syntax::Token& token) {
  const Rel r = token.relation.rel;
  return token.upos == Upos::VERB && (r == Rel::root || r == Rel::conj || r == Rel::ccomp || r == Rel::advcl ||
                                      r == Rel::parataxis || r == Rel::acl || r == Rel::xcomp);
}

bool is_argument(Rel r) { return r == Rel::nsubj || r == Rel::obj || r == Rel::iobj || r == Rel::obl; }

struct Coverage {
  std::size_t known = 0, all = 0;
  std::map<std::string, std::size_t> unknown;  // lemmas
};

// A predicate is known if a frame holds for it or for a word that it carries, be the event kept or refused, or if the
// lexicon says what it does (verbs of saying, light verbs, aspect, ...).
void count(const engine::Stages& stages, Coverage& coverage) {
  const auto& tokens = stages.document.tokens;
  for (std::uint32_t verb = 0; verb < tokens.size(); ++verb) {
    if (!is_main(tokens[verb])) continue;
    bool political = false, known = !stages.mentions.cues[verb].empty();
    for (std::uint32_t t = 0; t < tokens.size(); ++t) {
      if (tokens[t].head != verb) continue;
      const mention::Mention* actor = stages.mentions.actor(t);
      political = political || (is_argument(tokens[t].relation.rel) && actor && actor->code.known());
    }
    if (!political) continue;
    const auto covers = [&](const event::Step& step) {
      return step.trigger.begin < tokens[verb].form.end && tokens[verb].form.begin < step.trigger.end;
    };
    known = known || std::any_of(stages.trace.begin(), stages.trace.end(), covers);
    ++coverage.all;
    coverage.known += known;
    if (!known) ++coverage.unknown[std::string(tokens[verb].lemma)];
  }
}

struct Arguments {
  Common common;
  std::vector<std::string> files;
  std::size_t unknown = 0;
};

Result<Coverage> cover(const Arguments& arguments) {
  const engine::Engine engine = WARTA_TRY(load_engine(arguments.common));
  Coverage coverage;
  for (const std::string& path : arguments.files) {
    for (std::string& sentence : WARTA_TRY(sentences_of(path))) {
      ingest::Record record;
      record.file = path;
      record.id = path;
      record.text = std::move(sentence);
      record.language = arguments.common.language;
      // A sentence that looks like the furniture of a page is no news.
      (void)engine.inspect(std::move(record), [&](const engine::Stages& stages) { count(stages, coverage); });
    }
  }
  return coverage;
}

int print(const Arguments& arguments) {
  const auto coverage = cover(arguments);
  if (!coverage) return report(coverage.error());
  const double share =
      coverage->all == 0 ? 0 : 100.0 * static_cast<double>(coverage->known) / static_cast<double>(coverage->all);
  fmt::print("predicates with a political actor {}\nknown {}\nshare {:.1f}\n", coverage->all, coverage->known, share);
  std::vector<std::pair<std::string, std::size_t>> unknown(coverage->unknown.begin(), coverage->unknown.end());
  std::stable_sort(unknown.begin(), unknown.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  for (std::size_t i = 0; i < std::min(arguments.unknown, unknown.size()); ++i)
    fmt::print("  {} {}\n", unknown[i].second, unknown[i].first);
  return kDone;
}

}  // namespace

void add_eval_coverage(CLI::App& eval_command, int& code) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = eval_command.add_subcommand(
      "coverage", "share of the predicates with a political actor that frames or lexicon know, in per cent");
  command->add_option("FILES", arguments->files, "treebanks in CoNLL-U, or tables of marked pairs")->required();
  command->add_option("--language", arguments->common.language, "id or en")->required()->type_name("L");
  command->add_option("--unknown", arguments->unknown, "list the N most frequent that nobody knows")->type_name("N");
  arguments->common.add_codebook(*command);
  command->callback([arguments, &code] { code = print(*arguments); });
}

}  // namespace warta::cli
