#include "heap.h"

#include <cstdint>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace warta::cli {

void take_large_pages() {
#ifdef __GLIBC__
  constexpr int kStep = 64 << 20, kOwnMapping = 32 << 20;  // the most that M_MMAP_THRESHOLD takes
  constexpr std::uintptr_t kPage = 2 << 20;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, kStep);
  mallopt(M_MMAP_THRESHOLD, kOwnMapping);
  void* volatile first = std::malloc(kPage);  // more than there is, so that the heap takes its first step
  std::free(first);
  char* const end = static_cast<char*>(sbrk(0));
  char* const page = end - reinterpret_cast<std::uintptr_t>(end) % kPage;
  madvise(page - kStep, kStep, MADV_HUGEPAGE);  // advice: a refusal does no harm
#endif
}

}  // namespace warta::cli
