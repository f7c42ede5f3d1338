// Answers as JSON (docs/store-queries.md). One object, without a line end. Part of the door. Tests: tests/query/
#pragma once
#include <string>

#include "query/answers.h"
#include "store/connection.h"

namespace warta::query {

std::string to_json(const Timeline& timeline);
std::string to_json(const Pairs& pairs);
std::string to_json(const Happenings& happenings);
std::string to_json(const Card& card);
std::string to_json(const Stats& stats);
std::string to_json(const store::Table& table);  // an array of objects, one row each

}  // namespace warta::query
