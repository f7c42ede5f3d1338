#pragma once
#include <CLI/CLI.hpp>

namespace warta::cli {

void add_train_blocks(CLI::App& train_command, int& code);

}  // namespace warta::cli
