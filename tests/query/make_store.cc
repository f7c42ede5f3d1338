// make_store STORE FILE.sql: for tests of the commands.
#include <cstdio>
#include <exception>

#include "stores.h"

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    warta::query::fill(argv[1], argv[2]);
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
  }
  return 0;
}
