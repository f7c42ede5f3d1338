// Which addresses of the internet are public. A feed may name a host that leads into the network where warta runs; what
// counts is the address that is connected to, whatever name or redirect led there. Tests: tests/watch/address_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace warta::watch {

// Of IPv4 the first four bytes, network order.
struct Address {
  std::array<std::uint8_t, 16> bytes{};
  bool v6 = false;
};

std::optional<Address> parse_address(std::string_view text);  // "192.0.2.1", "2001:db8::1"
std::string text(const Address& address);

// What it is if it is not public: "loopback (RFC 1122)". An IPv6 address that holds one of IPv4 is judged by that.
std::optional<std::string_view> not_public(const Address& address);

}  // namespace warta::watch
