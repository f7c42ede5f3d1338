// Articles of a store, coded again from their texts. Tests: tests/cli/add_test.py
#pragma once
#include "engine/engine.h"
#include "store/store.h"

namespace warta::cli {

// All that another codebook coded; gives what was kept and refused. Broken off, the next one goes on.
Result<Ledger> recode(const engine::Engine& engine, store::Store& store, bool quiet);

}  // namespace warta::cli
