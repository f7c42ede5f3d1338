#include "signature.h"

#include <algorithm>

#include "base/hash.h"
#include "words.h"

namespace warta::story {
namespace {

constexpr int kPartBits = 6;  // the part of all hashes that a shingle falls in: its highest bits
static_assert(std::size_t{1} << kPartBits == kMinima);
constexpr std::uint32_t kEmpty = UINT32_MAX;

}  // namespace

void Signer::add(std::string_view block) {
  std::array<std::uint64_t, kShingle> last{};
  std::size_t count = 0;
  WordReader word(block);
  while (word.next()) {
    last[count++ % kShingle] = hash(word.lower());
    if (count < kShingle) continue;
    std::uint64_t mixed = 0;
    for (std::size_t i = 0; i < kShingle; ++i) mixed = (mixed ^ last[(count + i) % kShingle]) * 0x9e3779b97f4a7c15u;
    mixed ^= mixed >> 32;
    mixed *= 0xd6e8feb86659fd93u;  // spreads the low bits over the high ones
    std::uint32_t& least = least_[mixed >> (64 - kPartBits)];
    least = std::min(least, static_cast<std::uint32_t>(mixed));
  }
}

// A part into which no shingle fell borrows from the next that has one, so that short texts can be compared
// (densification by rotation: Shrivastava and Li 2014).
Signature Signer::signature() const {
  Signature out = least_;
  if (blank(out)) return out;
  for (std::size_t i = 0; i < kMinima; ++i) {
    std::size_t distance = 0;
    while (least_[(i + distance) % kMinima] == kEmpty) ++distance;
    out[i] = least_[(i + distance) % kMinima] + static_cast<std::uint32_t>(distance) * 0x9e3779b9u;
  }
  return out;
}

bool blank(const Signature& signature) {
  return std::all_of(signature.begin(), signature.end(), [](std::uint32_t value) { return value == kEmpty; });
}

double likeness(const Signature& a, const Signature& b) {
  if (blank(a) || blank(b)) return 0;
  std::size_t same = 0;
  for (std::size_t i = 0; i < kMinima; ++i) same += a[i] == b[i];
  return static_cast<double>(same) / kMinima;
}

std::vector<std::uint64_t> bands(const Signature& signature) {
  std::vector<std::uint64_t> out;
  if (blank(signature)) return out;
  constexpr std::size_t kRows = kMinima / kBands;
  for (std::size_t band = 0; band < kBands; ++band) {
    Hasher hasher;
    hasher.add(band);
    for (std::size_t row = 0; row < kRows; ++row) hasher.add(signature[band * kRows + row]);
    out.push_back(hasher.value());
  }
  return out;
}

}  // namespace warta::story
