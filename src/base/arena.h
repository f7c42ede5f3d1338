// Memory for one article: values are carved from blocks and given back all at once. A worker owns one arena and resets
// it after each article, so that no token costs an allocation. It is a std::pmr::memory_resource: give it to pmr
// containers. Not shared between threads.
#pragma once
#include <cstddef>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace warta {

class Arena final : public std::pmr::memory_resource {
 public:
  explicit Arena(std::size_t block_bytes = 1u << 18) : block_bytes_(block_bytes) {}

  // Room for `count` values, zeroed; trivially destructible ones only, since nothing is destroyed.
  template <class T>
  std::span<T> array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>);
    T* first = static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_value_construct_n(first, count);
    return {first, count};
  }

  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* bytes = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
  }

  // Forgets everything; ordinary blocks are kept for the next article, oversized ones returned.
  void reset();

 private:
  void* do_allocate(std::size_t bytes, std::size_t alignment) override;
  void do_deallocate(void*, std::size_t, std::size_t) override {}
  bool do_is_equal(const memory_resource& other) const noexcept override { return this == &other; }

  std::size_t block_bytes_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::vector<std::unique_ptr<std::byte[]>> oversized_;
  std::size_t block_ = 0;  // the block in use
  std::size_t used_ = 0;   // bytes used of it
};

}  // namespace warta
