// Numbers that cannot be mixed up: Id<struct ActorTag> is no Id<struct FrameTag>.
#pragma once
#include <compare>
#include <cstdint>
#include <functional>

namespace warta {

template <class Tag>
struct Id {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(Id, Id) = default;
};

}  // namespace warta

template <class Tag>
struct std::hash<warta::Id<Tag>> {
  std::size_t operator()(warta::Id<Tag> id) const noexcept { return id.value; }
};
