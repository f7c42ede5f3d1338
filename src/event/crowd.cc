#include "crowd.h"

#include <algorithm>

namespace warta::event {

Crowd::Crowd(const Text& text) : named_(&text.arena) {
  for (const mention::Mention& m : text.mentions.actors) {
    if (m.kind == mention::Kind::implied) break;  // places that nobody speaks of as actors stand at the end
    const std::string_view from = m.code.from();
    if (m.kind != mention::Kind::pronoun && m.own_country && !from.empty() && !m.code.international())
      named_.push_back({m.sentence, from});
  }
}

std::size_t Crowd::countries(std::uint32_t sentence, std::uint32_t reach) const {
  const std::uint32_t begin = sentence > reach ? sentence - reach : 0;
  const auto first =
      std::partition_point(named_.begin(), named_.end(), [&](const Named& n) { return n.sentence < begin; });
  std::size_t count = 0;
  for (auto n = first; n != named_.end() && n->sentence <= sentence; ++n)
    count += std::none_of(first, n, [&](const Named& other) { return other.country == n->country; });
  return count;
}

}  // namespace warta::event
