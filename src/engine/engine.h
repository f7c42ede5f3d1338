// engine: the score: which stage follows which, on how many threads, and in which order the results leave.
// Takes  the data folders, options, and records: a Reader, or any function that gives them.
// Gives  for every record, in the order of the input and one at a time, its Outcome (outcome.h): article and rows, or
//        why it was refused; the same for any number of threads. Or the stages of one record (`warta explain`).
// Fails  load: bad_format, bad_model. A record that fails is handed on as its Error and counted; the run goes on. The
//        codebook of a language is read with the first record of it: a bad_format there is that record's Error.
// Costs  memory: a codebook, models, and a few records a worker; flat as the input grows.
// Tests  tests/engine/
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ledger.h"
#include "base/limits.h"
#include "codebook/codebook.h"
#include "engine/outcome.h"
#include "event/ranker.h"
#include "event/row.h"
#include "extract/extract.h"
#include "ingest/ingest.h"
#include "syntax/syntax.h"

namespace warta::engine {

inline constexpr std::string_view kVersion = "0.1.0";

struct Options {
  extract::Options extract;
  unsigned threads = 1;
  Limits limits;
  codebook::Examples examples = codebook::Examples::kept;  // coding does without
};

// Where records come from: the next one or what is wrong with it, nullopt at the end. Called from one thread.
using Records = std::function<std::optional<Result<ingest::Record>>()>;

// Whether an article of this key (event::article_key) is known and need not be coded. Called from any thread.
using Known = std::function<bool(std::uint64_t key)>;

// Everything that the stages made of one record; views live during the call that hands it out.
struct Stages {
  const extract::Article& article;
  const syntax::Document& document;
  const mention::Mentions& mentions;
  const event::Trace& trace;
  const std::vector<event::Row>& rows;
};

// An example of a frame that did not come out.
struct FailedExample {
  std::string file;
  std::uint64_t line = 0;
  std::string frame, text;
  std::vector<std::string> expected, found;  // as examples are written: "KEN GOV | ACCUSE 111 | UGA | reported"
};

struct CheckReport {
  std::size_t frames = 0, examples = 0, open = 0;  // open: marked so and not met
  std::vector<FailedExample> failed;
};

class Engine {
 public:
  // Later folders lie over earlier ones, file by file; models are looked for in FOLDER/models of each.
  static Result<Engine> load(const std::vector<std::string>& data_folders, const Options& options);

  // Codes all records. `sink` returns false to stop (a broken pipe).
  Ledger run(ingest::Reader& reader, const std::function<bool(Outcome&&)>& sink) const;
  Ledger run(const Records& records, const std::function<bool(Outcome&&)>& sink, const Known& known = {}) const;

  // All stages of one record; the Error if it is refused.
  Result<void> inspect(ingest::Record record, const std::function<void(const Stages&)>& look) const;

  // What the ranker of roots looks at: one sentence, or a text taken as one block, and a pair of phrases in it.
  Result<event::Features> features_of_pair(std::string_view language, std::string_view text,
                                           const event::Pair& pair) const;

  // The pairs that the frames' examples tell, as far as they come out, of weight 1. This and `check` fail with
  // bad_usage where the examples were passed over.
  Result<std::vector<event::RankerExample>> pairs_of_examples(std::string_view language) const;
  Result<event::Ranker> ranker(const std::string& language) const;  // FOLDER/models/LANGUAGE.ranker
  std::string language_of(std::string_view text) const;             // as `extract` tells it: "id", "en", "ms", "other"
  Result<CheckReport> check(std::string_view language = {}) const;  // codes all examples, of one language or of all
  const codebook::Codebook& codebook() const;
  std::string fingerprint() const;  // of codebook and models together: what is stamped on rows

 private:
  std::shared_ptr<const struct Books> books_;
};

}  // namespace warta::engine
