#include "base/arena.h"

namespace warta {

void Arena::reset() {
  oversized_.clear();
  block_ = used_ = 0;
}

void* Arena::do_allocate(std::size_t bytes, std::size_t alignment) {
  if (bytes > block_bytes_ / 4) {  // a block of its own, so that small ones are not wasted
    oversized_.push_back(std::make_unique_for_overwrite<std::byte[]>(bytes));
    return oversized_.back().get();
  }
  std::size_t begin = (used_ + alignment - 1) / alignment * alignment;
  if (!blocks_.empty() && begin + bytes > block_bytes_) {
    ++block_;
    begin = 0;
  }
  if (block_ == blocks_.size()) blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(block_bytes_));
  used_ = begin + bytes;
  return blocks_[block_].get() + begin;
}

}  // namespace warta
