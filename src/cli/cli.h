// cli: the commands of warta. The only room that prints; everything it prints of news texts, file names and errors to a
// terminal is made visible first (visible.h).
// Takes  the arguments of main.
// Gives  the exit code: 0 all done, 1 failed, 2 wrong usage, 3 done but some inputs were refused (see the ledger).
// Tests  tests/cli/
#pragma once

namespace warta::cli {

int run(int argc, char** argv);

}  // namespace warta::cli
