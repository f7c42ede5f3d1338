// How the program asks the system for memory.
#pragma once

namespace warta::cli {

// To be called first of all. The codebook fills some forty megabytes at every start, and a sixth of the start-up went
// into their ten thousand page faults. So there is one heap, grown in large steps, and it asks for pages of two
// megabytes; where the kernel has none to give (/sys/kernel/mm/transparent_hugepage/enabled), nothing changes. Coding
// itself lives in arenas, so one heap for all threads costs nothing.
void take_large_pages();

}  // namespace warta::cli
