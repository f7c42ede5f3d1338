// Speed of reading archives, one thread, nothing done with the records: items are pages. The file is named in
// WARTA_BENCH_ARCHIVE (scripts/bench makes it with make_warc.py); peak_MiB is the memory of the whole process.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <cstdlib>

#include "ingest/ingest.h"

namespace {

using namespace warta;

void read(benchmark::State& state) {
  const char* path = std::getenv("WARTA_BENCH_ARCHIVE");
  if (!path) return state.SkipWithError("WARTA_BENCH_ARCHIVE names no file");
  std::int64_t pages = 0, bytes = 0, refused = 0;
  for (auto _ : state) {
    ingest::Reader reader({path});
    while (auto record = reader.next()) {
      if (!*record && (*record).error().why != Why::not_served) ++refused;
      if (!*record) continue;
      ++pages;
      bytes += static_cast<std::int64_t>((*record)->text.size());
    }
  }
  if (pages == 0 || refused != 0) return state.SkipWithError("the archive was not read");
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.SetItemsProcessed(pages);
  state.SetBytesProcessed(bytes);
  state.counters["peak_MiB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}
BENCHMARK(read)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
