// Events as a table for people, as wide as the terminal. Tests: tests/cli/
#pragma once
#include <string>

#include "event/row.h"

namespace warta::cli {

class Table {
 public:
  explicit Table(std::size_t columns);
  std::string header() const;
  std::string line(const event::Row& row) const;

 private:
  std::size_t who_, place_, evidence_;
};

std::size_t terminal_columns();  // of standard output; 120 where it is none

}  // namespace warta::cli
