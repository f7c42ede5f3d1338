#include "cli/cli.h"
#include "heap.h"

int main(int argc, char** argv) {
  warta::cli::take_large_pages();
  return warta::cli::run(argc, argv);
}
