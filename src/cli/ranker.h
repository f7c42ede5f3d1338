// What the commands of the ranker take: `relations`, `train ranker`, `eval relations`.
#pragma once
#include "pairs.h"
#include "session.h"

namespace warta::cli {

struct RankerArguments {
  Common common;
  std::string file;
  std::vector<std::string> files;
  unsigned folds = 0;  // 0: the shipped ranker
};

void add_relations(CLI::App& app, int& code);
void add_train_ranker(CLI::App& train_command, int& code);
void add_eval_relations(CLI::App& eval_command, int& code);
void add_eval_coverage(CLI::App& eval_command, int& code);

}  // namespace warta::cli
