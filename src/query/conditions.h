// A filter as a condition of SQL on the columns of `occurrence`, with the values of its parameters in order.
// Tests: tests/query/query_test.cc
#pragma once
#include <string>
#include <vector>

#include "query/asked.h"
#include "store/connection.h"

namespace warta::query {

class Conditions {
 public:
  explicit Conditions(const Filter& filter);

  void add(std::string_view condition, const std::vector<store::Value>& values = {});
  std::string where() const { return sql_.empty() ? std::string() : "WHERE " + sql_; }
  // Those of the condition, between what stands before and behind it.
  std::vector<store::Value> values(std::vector<store::Value> before, const std::vector<store::Value>& after = {}) const;

 private:
  std::string sql_;
  std::vector<store::Value> values_;
};

}  // namespace warta::query
