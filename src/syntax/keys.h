// Keys of features: 64-bit numbers mixed from the parts of a feature. They index the weight tables of the models, so a
// change here makes every model useless: raise kModelVersion in base/model_file.h with it.
#pragma once
#include <bit>
#include <cstdint>
#include <string_view>

namespace warta::syntax {

constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15u;  // 2^64 over the golden ratio (Knuth, TAOCP 3, 6.4)

constexpr std::uint64_t finish(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0xd6e8feb86659fd93u;
  return x ^ x >> 32;
}

// A short text, byte by byte, so that the hashes of all prefixes come from one pass.
constexpr std::uint64_t step(std::uint64_t state, unsigned char byte) { return (state ^ byte) * 0x100000001b3u; }
constexpr std::uint64_t kStart = 0xcbf29ce484222325u;

constexpr std::uint64_t text_key(std::string_view text) {
  std::uint64_t state = kStart;
  for (const char c : text) state = step(state, static_cast<unsigned char>(c));
  return finish(state);
}

// Feature number `kind` made of one to four parts, each well mixed already (or a small number).
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a) { return finish((a + kind * kMix) * kMix); }
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b) {
  return finish(((a + kind * kMix) * kMix) ^ std::rotl(b * 0xc2b2ae3d27d4eb4fu, 17));
}
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  return finish(((a + kind * kMix) * kMix) ^ std::rotl(b * 0xc2b2ae3d27d4eb4fu, 17) ^
                std::rotl(c * 0x165667b19e3779f9u, 31));
}
constexpr std::uint64_t feature(std::uint64_t kind, std::uint64_t a, std::uint64_t b, std::uint64_t c,
                                std::uint64_t d) {
  return feature(kind, a, b, c) ^ finish(d * 0x27d4eb2f165667c5u + kind);
}

// Pushes the keys of a model's features one after another; their kinds are numbered from `kind`.
template <class Features>
class FeatureKeys {
 public:
  FeatureKeys(Features& out, std::uint64_t kind) : out_(out), kind_(kind) { out_.count = 0; }
  template <class... Values>
  void operator()(Values... values) {
    out_.push(feature(kind_++, static_cast<std::uint64_t>(values)...));
  }

 private:
  Features& out_;
  std::uint64_t kind_;
};

}  // namespace warta::syntax
