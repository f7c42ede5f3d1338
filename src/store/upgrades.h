// The schema of a store, from the one that made it to the one of this program. Tests: tests/store/upgrades_test.cc
#pragma once
#include "store/connection.h"

namespace warta::store {

inline constexpr int kSchemaVersion = 2;

// Of a connection for writing: makes the tables where there are none (Access::create) and takes each step that is
// missing, all in one transaction. Of one for reading: looks only. Fails with bad_store: not a store, one of a newer
// version, or one that has to be brought up to date first.
Result<void> bring_up_to_date(Connection& connection);

}  // namespace warta::store
