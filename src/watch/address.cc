#include "watch/address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace warta::watch {
namespace {

struct Block {
  std::string_view prefix, what;
};
// The special-purpose registries of IANA (RFC 6890) as far as they are not globally reachable, multicast, and what is
// out of use: addresses that no news outlet has.
constexpr std::array<Block, 16> kBlocks4{{{"0.0.0.0/8", "this network (RFC 791)"},
                                          {"10.0.0.0/8", "private (RFC 1918)"},
                                          {"100.64.0.0/10", "shared by carriers (RFC 6598)"},
                                          {"127.0.0.0/8", "loopback (RFC 1122)"},
                                          {"169.254.0.0/16", "link-local (RFC 3927)"},
                                          {"172.16.0.0/12", "private (RFC 1918)"},
                                          {"192.0.0.0/24", "protocol assignments (RFC 6890)"},
                                          {"192.0.2.0/24", "documentation (RFC 5737)"},
                                          {"192.88.99.0/24", "relays of 6to4 (RFC 7526)"},
                                          {"192.168.0.0/16", "private (RFC 1918)"},
                                          {"198.18.0.0/15", "benchmarks (RFC 2544)"},
                                          {"198.51.100.0/24", "documentation (RFC 5737)"},
                                          {"203.0.113.0/24", "documentation (RFC 5737)"},
                                          {"224.0.0.0/4", "multicast (RFC 5771)"},
                                          {"240.0.0.0/4", "reserved (RFC 1112)"},
                                          {"255.255.255.255/32", "broadcast (RFC 919)"}}};
constexpr std::array<Block, 14> kBlocks6{{{"::/128", "unspecified (RFC 4291)"},
                                          {"::1/128", "loopback (RFC 4291)"},
                                          {"::/96", "IPv4-compatible (RFC 4291)"},
                                          {"64:ff9b:1::/48", "local translation (RFC 8215)"},
                                          {"100::/64", "discard (RFC 6666)"},
                                          {"2001::/23", "protocol assignments (RFC 2928)"},
                                          {"2001:db8::/32", "documentation (RFC 3849)"},
                                          {"2002::/16", "6to4 (RFC 3056)"},
                                          {"3fff::/20", "documentation (RFC 9637)"},
                                          {"5f00::/16", "segment routing (RFC 9602)"},
                                          {"fc00::/7", "unique local (RFC 4193)"},
                                          {"fe80::/10", "link-local (RFC 4291)"},
                                          {"fec0::/10", "site-local (RFC 3879)"},
                                          {"ff00::/8", "multicast (RFC 4291)"}}};
// IPv6 addresses whose last four bytes are one of IPv4: mapped, and translated by NAT64.
constexpr std::array<Block, 2> kHolders{{{"::ffff:0:0/96", "mapped (RFC 4291)"}, {"64:ff9b::/96", "NAT64 (RFC 6052)"}}};

struct Prefix {
  Address address;
  unsigned bits = 0;
  std::string_view what;

  bool holds(const Address& other) const {
    const unsigned whole = bits / 8, rest = bits % 8;
    if (!std::equal(address.bytes.begin(), address.bytes.begin() + whole, other.bytes.begin())) return false;
    const unsigned mask = rest == 0 ? 0 : 0xffu << (8 - rest) & 0xffu;
    return rest == 0 || (address.bytes[whole] & mask) == (other.bytes[whole] & mask);
  }
};

template <std::size_t size>
std::vector<Prefix> parsed(const std::array<Block, size>& blocks) {
  std::vector<Prefix> out;
  for (const Block& block : blocks) {
    const std::size_t slash = block.prefix.find('/');
    Prefix prefix{*parse_address(block.prefix.substr(0, slash)), 0, block.what};
    const std::string_view bits = block.prefix.substr(slash + 1);
    std::from_chars(bits.data(), bits.data() + bits.size(), prefix.bits);
    out.push_back(prefix);
  }
  return out;
}

std::optional<std::string_view> held_by(const std::vector<Prefix>& prefixes, const Address& address) {
  for (const Prefix& prefix : prefixes)
    if (prefix.holds(address)) return prefix.what;
  return std::nullopt;
}

}  // namespace

std::optional<Address> parse_address(std::string_view text) {
  const std::string name(text);
  Address address;
  address.v6 = name.find(':') != std::string::npos;
  if (inet_pton(address.v6 ? AF_INET6 : AF_INET, name.c_str(), address.bytes.data()) != 1) return std::nullopt;
  return address;
}

std::string text(const Address& address) {
  std::array<char, INET6_ADDRSTRLEN> room{};
  const char* out = inet_ntop(address.v6 ? AF_INET6 : AF_INET, address.bytes.data(), room.data(), room.size());
  return out ? out : "";
}

std::optional<std::string_view> not_public(const Address& address) {
  static const std::vector<Prefix> blocks4 = parsed(kBlocks4), blocks6 = parsed(kBlocks6), holders = parsed(kHolders);
  if (!address.v6) return held_by(blocks4, address);
  if (held_by(holders, address)) {
    Address inner;
    std::copy(address.bytes.begin() + 12, address.bytes.end(), inner.bytes.begin());
    return held_by(blocks4, inner);
  }
  if (const auto what = held_by(blocks6, address)) return what;
  // Only 2000::/3 is given out (RFC 4291, 2.4; IANA's IPv6 address space).
  if ((address.bytes[0] & 0xe0) != 0x20) return "not assigned (RFC 4291)";
  return std::nullopt;
}

}  // namespace warta::watch
