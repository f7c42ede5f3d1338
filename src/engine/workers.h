// Workers: records go out to threads and come back in the order of the input. Not more than kAhead records a thread are
// under way, so that memory stays flat and an endless input streams.
#pragma once
#include "stages.h"

namespace warta::engine {

Ledger run_workers(const Books& books, const Records& records, unsigned threads,
                   const std::function<bool(Outcome&&)>& sink, const Known& known);

}  // namespace warta::engine
