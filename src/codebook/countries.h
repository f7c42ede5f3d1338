// Countries by code and by name, for those who ask for one: a millisecond, where the whole codebook takes fifty.
// Format: docs/formats/actors.md. Tests: tests/codebook/countries_test.cc
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta::codebook {

struct Country {
  std::string code;                // "RUS"
  std::vector<std::string> names;  // in every language of the file, in the order of its columns
};

Result<std::vector<Country>> parse_countries(std::string_view file);  // the text of countries.tsv

// That of the last folder that has one.
Result<std::vector<Country>> read_countries(const std::vector<std::string>& data_folders);

}  // namespace warta::codebook
