#include "cli/cli.h"

int main(int argc, char** argv) { return warta::cli::run(argc, argv); }
