// The commands under `warta eval` that measure events, and the sheet that people judge.
#pragma once
#include <CLI/CLI.hpp>

namespace warta::cli {

void add_eval_events(CLI::App& eval_command, int& code);
void add_eval_sheet(CLI::App& eval_command, int& code);

}  // namespace warta::cli
