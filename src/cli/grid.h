// A table for people: columns as wide as their widest cell, numbers to the right, long texts cut to what the terminal
// leaves. Tests: tests/cli/grid_test.cc
#pragma once
#include <string>
#include <vector>

namespace warta::cli {

class Grid {
 public:
  enum class Side : unsigned char { left, right };
  struct Column {
    std::string name;
    Side side = Side::left;
    bool gives_way = false;  // cut where the lines would be wider than the terminal
  };

  explicit Grid(std::vector<Column> columns) : columns_(std::move(columns)) {}
  void add(std::vector<std::string> cells);     // made visible; one a column
  std::string text(std::size_t columns) const;  // with a header; "" without rows

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace warta::cli
