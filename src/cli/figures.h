// Shares, tallies and reliability as lines for people and for scripts: one figure a line, three decimals.
// Tests: tests/cli/eval_test.py
#pragma once
#include <string>

#include "accuracy/reliability.h"

namespace warta::cli {

std::string line(const accuracy::Tally& tally);  // "precision 0.900 recall 0.800 F1 0.847"
std::string line(const accuracy::Share& share);  // "0.900 of 40 (0.769-0.960)"
std::string table(const accuracy::Reliability& reliability);

}  // namespace warta::cli
