// The internet through libcurl: http and https only, no redirects of its own, connections kept open and used again,
// proxies of the environment ignored, since behind one nobody could tell which address is connected to.
// Tests: tests/cli/watch_test.py
#pragma once
#include <memory>

#include "net.h"
#include "watch/watch.h"

namespace warta::watch {

Result<std::unique_ptr<Net>> open_net(const Options& options);

}  // namespace warta::watch
