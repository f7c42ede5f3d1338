// warta relations, warta train ranker, warta eval relations: the root that a sentence tells of a marked pair.
#include "ranker.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

#include "base/hash.h"

namespace warta::cli {
namespace {

using codebook::Root;

// How much examples count, by where they come from. Chosen by cross-validation (data/models/README.md).
constexpr double kNews = 1, kMade = 0.5, kFrame = 0.1;

Result<std::vector<event::RankerExample>> examples_of(const engine::Engine& engine, const std::string& language,
                                                      const std::vector<MarkedPair>& pairs) {
  std::vector<event::RankerExample> out;
  for (const MarkedPair& pair : pairs) {
    if (!pair.root) continue;
    out.push_back(
        {WARTA_TRY(engine.features_of_pair(language, pair.text, pair.pair)), *pair.root, pair.made ? kMade : kNews});
  }
  return out;
}

// The files' pairs, and those that the frames' own examples tell.
Result<std::vector<event::RankerExample>> training_of(const engine::Engine& engine, const std::string& language,
                                                      const std::vector<std::string>& files) {
  std::vector<event::RankerExample> out;
  for (const std::string& file : files) {
    const auto read = WARTA_TRY(read_pairs(file));
    auto examples = WARTA_TRY(examples_of(engine, language, read));
    std::move(examples.begin(), examples.end(), std::back_inserter(out));
  }
  for (event::RankerExample& example : WARTA_TRY(engine.pairs_of_examples(language))) {
    example.weight = kFrame;
    out.push_back(std::move(example));
  }
  return out;
}

std::string language_of(const engine::Engine& engine, const std::string& asked, const std::vector<MarkedPair>& pairs) {
  if (!asked.empty()) return asked;
  std::string text;
  for (const MarkedPair& pair : pairs) {
    text += pair.text + "\n";
    if (text.size() > 20'000) break;
  }
  return engine.language_of(text);
}

// ---- relations -----------------------------------------------------------------------------------------------------

int relations(const RankerArguments& arguments) {
  const auto engine = load_engine(arguments.common);
  if (!engine) return report(engine.error());
  const auto pairs = read_pairs(arguments.file);
  if (!pairs) return report(pairs.error());
  const std::string language = language_of(*engine, arguments.common.language, *pairs);
  const auto ranker = engine->ranker(language);
  if (!ranker) return report(ranker.error());
  auto output = Output::open(arguments.common.out);
  if (!output) return report(output.error());
  for (std::size_t i = 0; i < pairs->size(); ++i) {
    const auto features = engine->features_of_pair(language, (*pairs)[i].text, (*pairs)[i].pair);
    if (!features) return report(features.error());
    const auto p = ranker->probabilities(*features);
    const auto best = std::max_element(p.begin(), p.end());
    const bool more = output->write(fmt::format("{{\"id\": {}, \"root\": \"{}\", \"probability\": {:.2f}}}\n", i,
                                                codebook::name(static_cast<Root>(best - p.begin())), *best));
    if (!more) return output->broken_pipe() ? kDone : kFailed;
  }
  return kDone;
}

// ---- train ---------------------------------------------------------------------------------------------------------

int train(const RankerArguments& arguments) {
  const auto engine = load_engine(arguments.common, codebook::Examples::kept);
  if (!engine) return report(engine.error());
  const std::string& language = arguments.common.language;
  const auto examples = training_of(*engine, language, arguments.files);
  if (!examples) return report(examples.error());
  const std::string path = arguments.common.out.empty() ? language + ".ranker" : arguments.common.out;
  const std::string bytes = event::Ranker::train(*examples).bytes();
  if (const auto written = replace_file(path, bytes); !written) return report(written.error());
  say(fmt::format("{}: {} examples, {} bytes", path, examples->size(), bytes.size()));
  return kDone;
}

// ---- eval ----------------------------------------------------------------------------------------------------------

// The macro-average of F1 over the roots that the answers have, as in the PLV benchmark, which counts RETREAT as
// CONCEDE.
struct Score {
  std::size_t right = 0, missed = 0, wrong = 0;
  double f1() const {
    const auto all = static_cast<double>(2 * right + missed + wrong);
    return all == 0 ? 0 : 2 * static_cast<double>(right) / all;
  }
};

Root merged(Root root) { return root == Root::RETREAT ? Root::CONCEDE : root; }

void print_scores(const std::vector<Root>& gold, const std::vector<Root>& found) {
  std::map<Root, Score> scores;
  std::size_t right = 0;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const Root a = merged(gold[i]), b = merged(found[i]);
    right += a == b;
    if (a == b) {
      ++scores[a].right;
    } else {
      ++scores[a].missed;
      ++scores[b].wrong;
    }
  }
  double sum = 0;
  std::size_t roots = 0;
  for (const auto& [root, score] : scores) {
    if (score.right + score.missed == 0) continue;
    fmt::print("{:10} F1 {:.3f}\n", codebook::name(root), score.f1());
    sum += score.f1();
    ++roots;
  }
  fmt::print("accuracy {:.3f}\nmacro-F1 {:.3f}\n", static_cast<double>(right) / static_cast<double>(gold.size()),
             sum / static_cast<double>(roots));
}

// Each sentence's fold, so that no model sees another pair of a sentence that it is asked about.
unsigned fold_of(const MarkedPair& pair, unsigned folds) { return static_cast<unsigned>(hash(pair.text) % folds); }

Result<std::vector<Root>> cross_validate(const std::vector<MarkedPair>& pairs,
                                         const std::vector<event::RankerExample>& examples,
                                         const std::vector<event::RankerExample>& more, unsigned folds) {
  std::vector<Root> found(pairs.size());
  for (unsigned fold = 0; fold < folds; ++fold) {
    std::vector<event::RankerExample> seen = more;
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (fold_of(pairs[i], folds) != fold) seen.push_back(examples[i]);
    const event::Ranker ranker = event::Ranker::train(seen);
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (fold_of(pairs[i], folds) == fold) found[i] = ranker.best(examples[i].features);
  }
  return found;
}

Result<void> measure(const RankerArguments& arguments) {
  const engine::Engine engine = WARTA_TRY(load_engine(arguments.common, codebook::Examples::kept));
  auto pairs = WARTA_TRY(read_pairs(arguments.file));
  std::erase_if(pairs, [](const MarkedPair& pair) { return !pair.root; });
  if (pairs.empty())
    return fail(Why::bad_format, arguments.file + " has no row with a root (column gold_root or root)");
  const std::string language = language_of(engine, arguments.common.language, pairs);
  const auto examples = WARTA_TRY(examples_of(engine, language, pairs));
  std::vector<Root> gold, found;
  for (const MarkedPair& pair : pairs) gold.push_back(*pair.root);
  if (arguments.folds > 1) {
    const auto more = WARTA_TRY(training_of(engine, language, arguments.files));
    found = WARTA_TRY(cross_validate(pairs, examples, more, arguments.folds));
  } else {
    const event::Ranker ranker = WARTA_TRY(engine.ranker(language));
    for (const auto& example : examples) found.push_back(ranker.best(example.features));
  }
  print_scores(gold, found);
  return {};
}

int evaluate(const RankerArguments& arguments) {
  const auto done = measure(arguments);
  return done ? kDone : report(done.error());
}

void add_language(CLI::App& app, RankerArguments& arguments) {
  app.add_option("--language", arguments.common.language, "id or en (default: told from the sentences)")
      ->type_name("L");
}

}  // namespace

void add_relations(CLI::App& app, int& code) {
  auto arguments = std::make_shared<RankerArguments>();
  CLI::App* command =
      app.add_subcommand("relations", "the root between a marked source and target, for each row of a table");
  command
      ->add_option("FILE", arguments->file, "tab-separated, with a column marked_sentence (docs/formats/relations.md)")
      ->required();
  add_language(*command, *arguments);
  command->add_option("--out", arguments->common.out, "write here instead of standard output")->type_name("PATH");
  arguments->common.add_codebook(*command);
  command->footer("Example:\n  warta relations pairs.tsv > roots.jsonl");
  command->callback([arguments, &code] { code = relations(*arguments); });
}

void add_train_ranker(CLI::App& train_command, int& code) {
  auto arguments = std::make_shared<RankerArguments>();
  CLI::App* command = train_command.add_subcommand(
      "ranker", "the ranker of roots, from tables of marked pairs and the frames' own examples");
  command->add_option("FILES", arguments->files, "tables of marked pairs with roots")->required();
  command->add_option("--language", arguments->common.language, "id or en")->required()->type_name("L");
  command->add_option("--out", arguments->common.out, "the model file (default: LANGUAGE.ranker)")->type_name("PATH");
  arguments->common.add_codebook(*command);
  command->callback([arguments, &code] { code = train(*arguments); });
}

void add_eval_relations(CLI::App& eval_command, int& code) {
  auto arguments = std::make_shared<RankerArguments>();
  CLI::App* command = eval_command.add_subcommand(
      "relations", "roots of marked pairs: macro-F1, of the shipped ranker or cross-validated");
  command->add_option("FILE", arguments->file, "a table of marked pairs with roots")->required();
  command->add_option("TRAIN", arguments->files, "with --folds: more tables to learn from");
  command->add_option("--folds", arguments->folds, "learn anew, each part from all others, by sentence")
      ->type_name("N");
  add_language(*command, *arguments);
  arguments->common.add_codebook(*command);
  command->callback([arguments, &code] { code = evaluate(*arguments); });
}

}  // namespace warta::cli
