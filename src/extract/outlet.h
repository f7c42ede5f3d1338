// Outlet: the name of the paper, put together from what its page says: the dateline ("WAIHALI, SNT -"), the copyright
// line ("© 2003-2024 Suara Nusa Timur"), the masthead above the article. A short form of the dateline is replaced by a
// full name that it abbreviates. Tests: tests/extract/cases/
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "roles.h"

namespace warta::extract {

std::optional<std::string> find_outlet(const LinedText& page, const Roles& roles,
                                       const std::optional<std::string>& of_dateline);

// Letters and digits only, folded: "PenaKeadilan" and "PENA KEADILAN" are one name.
std::string squashed(std::string_view name);

}  // namespace warta::extract
