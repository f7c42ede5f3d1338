#include "learner.h"

#include <algorithm>
#include <numeric>

#include "keys.h"

namespace warta::syntax {

Learner::Learner(std::size_t classes) : classes_(classes), slots_(1 << 16) {}

std::uint64_t Learner::salt(unsigned domain) { return finish(domain + 1) | 1; }

std::uint32_t Learner::find(std::uint64_t key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = key & mask;; slot = (slot + 1) & mask) {
    if (slots_[slot].row == kAbsent || slots_[slot].key == key) return slots_[slot].row;
  }
}

std::uint32_t Learner::find_or_add(std::uint64_t key, bool shared) {
  if (keys_.size() * 2 >= slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = key & mask;
  while (slots_[slot].row != kAbsent) {
    if (slots_[slot].key == key) return slots_[slot].row;
    slot = (slot + 1) & mask;
  }
  slots_[slot] = {key, static_cast<std::uint32_t>(keys_.size())};
  keys_.push_back(key);
  shared_.push_back(shared);
  weights_.resize(weights_.size() + classes_);
  sums_.resize(sums_.size() + classes_);
  return slots_[slot].row;
}

void Learner::grow() {
  const std::size_t size = slots_.size() * 2, mask = size - 1;
  slots_.assign(size, Slot{});
  for (std::size_t row = 0; row < keys_.size(); ++row) {
    std::size_t slot = keys_[row] & mask;
    while (slots_[slot].row != kAbsent) slot = (slot + 1) & mask;
    slots_[slot] = {keys_[row], static_cast<std::uint32_t>(row)};
  }
}

// Tells the memory at once what will be wanted: nearly every look-up misses the caches.
void Learner::find_all(std::span<const std::uint64_t> keys, std::uint64_t own) const {
  const std::size_t mask = slots_.size() - 1;
  for (const std::uint64_t key : keys) {
    __builtin_prefetch(&slots_[key & mask]);
    __builtin_prefetch(&slots_[(key ^ own) & mask]);
  }
  found_.clear();
  for (const std::uint64_t key : keys) {
    for (const std::uint64_t variant : {key, key ^ own}) {
      const std::uint32_t row = find(variant);
      if (row == kAbsent) continue;
      found_.push_back(row);
      const float* weights = weights_.data() + row * classes_;
      for (std::size_t c = 0; c < classes_; c += 16) __builtin_prefetch(weights + c);
    }
  }
}

void Learner::score(std::span<const std::uint64_t> keys, unsigned domain, std::span<float> scores) const {
  find_all(keys, salt(domain));
  for (const std::uint32_t row : found_) {
    const float* weights = weights_.data() + row * classes_;
    for (std::size_t c = 0; c < classes_; ++c) scores[c] += weights[c];
  }
}

void Learner::add(std::span<const std::uint64_t> keys, unsigned domain, std::size_t which, float step) {
  const std::uint64_t own = salt(domain);
  for (const std::uint64_t key : keys) {
    for (const std::uint64_t variant : {key, key ^ own}) {
      const std::size_t at = find_or_add(variant, variant == key) * classes_ + which;
      weights_[at] += step;
      sums_[at] += static_cast<double>(step) * time_;
    }
  }
}

std::size_t Learner::learn(std::span<const std::uint64_t> keys, unsigned domain, std::size_t gold) {
  scores_.assign(classes_, 0.0f);
  score(keys, domain, scores_);
  const auto best = static_cast<std::size_t>(std::max_element(scores_.begin(), scores_.end()) - scores_.begin());
  if (best != gold) update(keys, domain, gold, best);
  tick();
  return best;
}

void Learner::update(std::span<const std::uint64_t> keys, unsigned domain, std::size_t good, std::size_t bad,
                     float step) {
  add(keys, domain, good, step);
  add(keys, domain, bad, -step);
}

Weights Learner::averaged(unsigned domain) const {
  const std::uint64_t own = salt(domain);
  Weights out;
  out.classes = classes_;
  std::vector<std::uint64_t> order;
  for (std::size_t row = 0; row < keys_.size(); ++row) {
    if (shared_[row] != 0) order.push_back(keys_[row]);
  }
  std::sort(order.begin(), order.end());
  for (const std::uint64_t key : order) {
    const std::size_t base = out.values.size();
    out.values.resize(base + classes_);
    for (const std::uint32_t r : {find(key), find(key ^ own)}) {
      if (r == kAbsent) continue;
      for (std::size_t c = 0; c < classes_; ++c) {
        const std::size_t at = r * classes_ + c;
        out.values[base + c] += static_cast<float>(weights_[at] - sums_[at] / time_);
      }
    }
    out.keys.push_back(key);
  }
  return out;
}

Weights sum(const std::vector<Weights>& parts) {
  Weights out;
  if (parts.empty()) return out;
  out.classes = parts[0].classes;
  std::vector<std::size_t> at(parts.size(), 0);
  while (true) {
    std::uint64_t key = UINT64_MAX;
    bool any = false;
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (at[p] == parts[p].keys.size()) continue;
      key = std::min(key, parts[p].keys[at[p]]);
      any = true;
    }
    if (!any) return out;
    const std::size_t base = out.values.size();
    out.keys.push_back(key);
    out.values.resize(base + out.classes);
    for (std::size_t p = 0; p < parts.size(); ++p) {
      if (at[p] == parts[p].keys.size() || parts[p].keys[at[p]] != key) continue;
      const auto row = parts[p].row(at[p]++);
      for (std::size_t c = 0; c < out.classes; ++c) out.values[base + c] += row[c];
    }
  }
}

}  // namespace warta::syntax
