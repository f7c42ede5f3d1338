#include "crowd.h"

#include <algorithm>
#include <vector>

namespace warta::event {

Crowd::Crowd(const Text& text) : named_(&text.arena) {
  if (text.article.dateline) return;  // a report from somewhere says which country it is about
  std::vector<std::string_view> different;
  for (const mention::Mention& m : text.mentions.actors) {
    if (m.kind == mention::Kind::implied) break;  // places that nobody speaks of as actors stand at the end
    const std::string_view from = m.code.from();
    if (m.kind == mention::Kind::pronoun || !m.own_country || from.empty() || m.code.international()) continue;
    named_.push_back({m.sentence, from});
    if (different.size() == kMany || std::find(different.begin(), different.end(), from) != different.end()) continue;
    different.push_back(from);
    if (different.size() == kMany) many_from_ = m.sentence;
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

bool Crowd::only(std::uint32_t sentence, std::string_view country) const {
  const auto here = of_sentence(named_, sentence);
  return !here.empty() && std::all_of(here.begin(), here.end(), [&](const Named& n) { return n.country == country; });
}

}  // namespace warta::event
