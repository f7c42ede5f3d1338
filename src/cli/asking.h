// What the commands share that ask a store: which one, what it is asked for, and where the answer goes.
// Tests: tests/cli/store_queries_test.py
#pragma once
#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

#include "query/query.h"
#include "store/connection.h"

namespace warta::cli {

struct Asking {
  std::string store, out;
  query::Asked asked;
  bool json = false;

  void add_store(CLI::App& app);                                    // STORE, --json, --out
  void add_filter(CLI::App& app, const char* statuses_of_default);  // --source ... --until
  Result<query::Filter> filter(const std::vector<event::Status>& usual = {}) const;
  // Opened for reading, for as long as the command lasts. A view in a stranger's file may never end: two minutes a
  // query.
  Result<store::Connection> open() const;
  int print(std::string_view answer) const;  // to --out or standard output; the exit code
};

// "RUS GOV", else what is known instead of a code, "?" before words that no list knows.
std::string label(const query::Actor& actor);
std::string label(const query::Place& place);

// "1 occurrence", "1200 occurrences"
std::string counted(std::int64_t number, std::string_view one, std::string_view many);

void add_timeline(CLI::App& app, int& code);
void add_pairs(CLI::App& app, int& code);
void add_occurrences(CLI::App& app, int& code);
void add_show(CLI::App& app, int& code);
void add_query(CLI::App& app, int& code);
void add_stats(CLI::App& app, int& code);

}  // namespace warta::cli
