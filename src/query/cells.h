// The values of one row, taken in the order of its columns.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "store/connection.h"

namespace warta::query {

class Cells {
 public:
  explicit Cells(const std::vector<store::Value>& row) : row_(row) {}

  const store::Value& next() { return row_[at_++]; }
  std::string text() { return std::string(next().text()); }
  std::optional<std::string> maybe_text() { return next().optional_text(); }
  std::int64_t integer() { return next().integer(); }
  double number() { return next().number(); }
  std::optional<std::int64_t> maybe_integer() {
    const store::Value& value = next();
    return value.null() ? std::nullopt : std::optional(value.integer());
  }
  std::optional<double> maybe_number() {
    const store::Value& value = next();
    return value.null() ? std::nullopt : std::optional(value.number());
  }

 private:
  const std::vector<store::Value>& row_;
  std::size_t at_ = 0;
};

}  // namespace warta::query
