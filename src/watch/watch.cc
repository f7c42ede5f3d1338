#include "watch/watch.h"

#include "curl_net.h"
#include "loop.h"

namespace warta::watch {

Result<Watch> Watch::open(std::vector<ingest::Url> feeds, std::string_view state, Options options) {
  auto net = WARTA_TRY(open_net(options));
  return open(std::move(feeds), state, std::move(options), std::move(net));
}

Result<Watch> Watch::open(std::vector<ingest::Url> feeds, std::string_view state, Options options,
                          std::unique_ptr<Net> net) {
  State known = WARTA_TRY(State::parse(state));
  Watch watch;
  watch.loop_ = std::make_unique<Loop>(std::move(feeds), std::move(known), std::move(options), std::move(net));
  return watch;
}

Watch::Watch() = default;
Watch::Watch(Watch&&) noexcept = default;
Watch& Watch::operator=(Watch&&) noexcept = default;
Watch::~Watch() = default;

std::optional<Result<ingest::Record>> Watch::next() { return loop_->next(); }
void Watch::delivered() { loop_->delivered(); }
std::string Watch::state() { return loop_->state(); }

}  // namespace warta::watch
