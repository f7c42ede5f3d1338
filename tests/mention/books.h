// The small codebook of tests/mention/data, and names of what its values are.
#pragma once
#include <array>
#include <cstdlib>

#include "codebook/codebook.h"
#include "mention/lines.h"

namespace warta::test {

inline const codebook::Codebook& books() {
  static const auto loaded = codebook::Codebook::load({WARTA_SOURCE_DIR "/tests/mention/data"});
  if (!loaded) {
    ADD_FAILURE() << loaded.error().message();
    std::abort();
  }
  return *loaded;
}

inline const codebook::Language& language_of(const CaseDocument& document) {
  return *books().language(document.article().language).value();
}

inline std::string code_of(const codebook::ActorCode& code) { return code.known() ? code.text() : "-"; }

inline std::string name_of(codebook::ActorKind kind) {
  static constexpr std::array kNames{"country",      "demonym", "seat",    "epithet",
                                     "organisation", "group",   "company", "person"};
  return kNames[static_cast<std::size_t>(kind)];
}

inline std::string name_of(codebook::RoleKind kind) {
  static constexpr std::array kNames{"title", "body", "people", "part", "former", "thing"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace warta::test
