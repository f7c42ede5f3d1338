// Speed of pages in memory, one thread: lexbor's parse alone (the floor), the walk into blocks, extract with metadata,
// and the whole way to events. Input: any inputs that are HTML, named in WARTA_BENCH_PAGES (a folder, a glob); the
// pages of examples/ otherwise. Items are pages.
#include <benchmark/benchmark.h>
#include <lexbor/html/html.h>

#include <cstdlib>
#include <vector>

#include "engine/engine.h"

namespace {

using namespace warta;

const std::vector<ingest::Record>& pages() {
  static const std::vector<ingest::Record> read = [] {
    std::vector<ingest::Record> out;
    const char* const named = std::getenv("WARTA_BENCH_PAGES");
    ingest::Reader reader({named ? named : WARTA_EXAMPLES_DIR "/pages"});
    while (auto record = reader.next())
      if (*record && (*record)->form == ingest::Form::page) out.push_back(std::move(**record));
    return out;
  }();
  return read;
}

void count(benchmark::State& state) {
  std::int64_t bytes = 0;
  for (const ingest::Record& page : pages()) bytes += static_cast<std::int64_t>(page.text.size());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pages().size()));
  state.SetBytesProcessed(state.iterations() * bytes);
}

void lexbor_alone(benchmark::State& state) {
  for (auto _ : state)
    for (const ingest::Record& page : pages()) {
      lxb_html_document_t* const document = lxb_html_document_create();
      benchmark::DoNotOptimize(
          lxb_html_document_parse(document, reinterpret_cast<const lxb_char_t*>(page.text.data()), page.text.size()));
      lxb_html_document_destroy(document);
    }
  count(state);
}
BENCHMARK(lexbor_alone)->Unit(benchmark::kMillisecond);

void extract_pages(benchmark::State& state) {
  const auto extractor = extract::Extractor::load({WARTA_DATA_DIR});
  if (!extractor) return state.SkipWithError("no data");
  extract::Options options;
  options.any = true;
  for (auto _ : state) {
    state.PauseTiming();  // a reader hands its records over
    std::vector<ingest::Record> given = pages();
    state.ResumeTiming();
    for (ingest::Record& page : given) benchmark::DoNotOptimize(extractor->extract(std::move(page), options));
  }
  count(state);
}
BENCHMARK(extract_pages)->Unit(benchmark::kMillisecond);

void pages_to_events(benchmark::State& state) {
  const auto coder = engine::Engine::load({WARTA_DATA_DIR}, {});
  if (!coder) return state.SkipWithError("no data");
  for (auto _ : state)
    for (const ingest::Record& page : pages())
      benchmark::DoNotOptimize(coder->inspect(page, [](const engine::Stages&) {}));
  count(state);
}
BENCHMARK(pages_to_events)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
