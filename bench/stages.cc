// Speed of the stages on texts in memory, one thread. Input: JSON Lines named in WARTA_BENCH_INPUT (scripts/bench makes
// them), a language a file. Figures: items are tokens for parsing and words for coding.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <vector>

#include "engine/engine.h"
#include "story/story.h"

namespace {

using namespace warta;

std::vector<ingest::Record> records() {
  std::vector<ingest::Record> out;
  const char* path = std::getenv("WARTA_BENCH_INPUT");
  if (!path) return out;
  ingest::Reader reader({path});
  while (auto record = reader.next())
    if (*record) out.push_back(std::move(**record));
  return out;
}

const engine::Engine& coder() {
  static const auto loaded = engine::Engine::load({WARTA_DATA_DIR}, {});
  if (!loaded) std::abort();
  return *loaded;
}

std::int64_t words_of(std::string_view text) {
  std::int64_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) words += text[i] > ' ' && (i == 0 || text[i - 1] <= ' ');
  return words;
}

void load(benchmark::State& state) {
  engine::Options options;
  options.examples = codebook::Examples::passed_over;  // as `warta code` does
  for (auto _ : state) benchmark::DoNotOptimize(engine::Engine::load({WARTA_DATA_DIR}, options));
}
BENCHMARK(load)->Unit(benchmark::kMillisecond);

void parse(benchmark::State& state) {
  const auto input = records();
  if (input.empty()) return state.SkipWithError("WARTA_BENCH_INPUT names no records");
  const auto analyzer = syntax::Analyzer::load(WARTA_DATA_DIR "/models", input.front().language.value_or("en"));
  if (!analyzer) return state.SkipWithError("no models");
  Arena arena;
  std::int64_t tokens = 0;
  for (auto _ : state)
    for (const ingest::Record& record : input) {
      arena.reset();
      const Span whole{0, static_cast<std::uint32_t>(record.text.size())};
      tokens += static_cast<std::int64_t>(analyzer->analyze(record.text, std::span(&whole, 1), arena).tokens.size());
    }
  state.SetItemsProcessed(tokens);
}
BENCHMARK(parse)->Unit(benchmark::kMillisecond);

void code(benchmark::State& state) {
  const auto input = records();
  if (input.empty()) return state.SkipWithError("WARTA_BENCH_INPUT names no records");
  std::int64_t words = 0;
  for (auto _ : state)
    for (const ingest::Record& record : input) {
      words += words_of(record.text);
      benchmark::DoNotOptimize(coder().inspect(record, [](const engine::Stages&) {}));
    }
  state.SetItemsProcessed(words);
}
BENCHMARK(code)->Unit(benchmark::kMillisecond);

// Stories and occurrences alone, of articles that were coded before; items are articles.
void group(benchmark::State& state) {
  const auto input = records();
  if (input.empty()) return state.SkipWithError("WARTA_BENCH_INPUT names no records");
  std::vector<story::Report> reports;
  std::size_t next = 0;
  const auto read = [&]() -> std::optional<Result<ingest::Record>> {
    if (next == input.size()) return std::nullopt;
    return input[next++];
  };
  coder().run(read, [&](engine::Outcome&& outcome) {
    if (outcome.coded) reports.push_back(std::move(outcome.coded->report));
    return true;
  });
  std::int64_t articles = 0;
  for (auto _ : state) {
    story::Window window;
    for (const story::Report& report : reports) benchmark::DoNotOptimize(window.add(report));
    articles += static_cast<std::int64_t>(reports.size());
  }
  state.SetItemsProcessed(articles);
}
BENCHMARK(group)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
