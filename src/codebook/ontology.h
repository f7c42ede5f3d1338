// The ontology: PLOVER's 16 roots with modes, CAMEO's codes, and how acts compose. Formats: docs/formats/ontology.md
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta::codebook {

// clang-format off
enum class Root : std::uint8_t {
  none, AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST,
  SANCTION, MOBILIZE, COERCE, ASSAULT
};
// clang-format on
std::string_view name(Root root);  // "AGREE"; "" for none
std::optional<Root> parse_root(std::string_view name);

struct CameoCode {
  std::string code;  // "0831"
  Root root = Root::none;
  std::string mode;  // empty: none
  int quad = 0;      // 1..4; 0 without a root
  double goldstein = 0;
  std::string name, description;
};

struct ModeInfo {
  Root root;
  std::string mode;
  double score;
};

// How a verb that takes an act as content changes the act's code (compose.tsv).
// clang-format off
enum class Operator : std::uint8_t {
  none, agree, promise, offer, invite, request, demand, refuse, threaten, plan, cancel, accuse, condemn, praise
};
// clang-format on
std::optional<Operator> parse_operator(std::string_view name);

class Ontology {
 public:
  // Frames and events point at the codes of an Ontology, which is therefore moved but never copied.
  Ontology() = default;
  Ontology(Ontology&&) = default;
  Ontology& operator=(Ontology&&) = default;
  Ontology(const Ontology&) = delete;
  Ontology& operator=(const Ontology&) = delete;

  static Result<Ontology> read(std::string_view roots, std::string_view modes, std::string_view cameo,
                               std::string_view compose, std::string_view contexts);

  const CameoCode* find(std::string_view code) const;  // nullptr: no such code
  // A code with two roots (0871: a truce declared, a truce kept) has two rows: the one whose root has the mode. An
  // empty mode, or one that no row's root has, finds the first.
  const CameoCode* find(std::string_view code, std::string_view mode) const;
  bool has_mode(Root root, std::string_view mode) const;
  double root_score(Root root) const { return root_scores_[static_cast<std::size_t>(root)]; }
  // The code of OPERATOR over an act coded `inner`: the row with the longest matching prefix, then one with the act's
  // root, then `*`. An empty mode is the code's own.
  struct Composed {
    const CameoCode* code;
    std::string_view mode;
  };
  std::optional<Composed> compose(Operator op, std::string_view inner) const;
  const std::vector<CameoCode>& codes() const { return codes_; }
  const std::vector<std::string>& contexts() const { return contexts_; }

 private:
  friend class OntologyReader;
  struct Compose {
    Operator op{};
    std::string prefix;  // empty: `root`, and with Root::none everything
    Root root = Root::none;
    std::uint32_t code = 0;
    std::string mode;
  };
  std::vector<CameoCode> codes_;  // by code
  std::vector<ModeInfo> modes_;
  std::vector<Compose> compose_;  // longest prefixes first, then roots, then `*`
  std::vector<std::string> contexts_;
  std::array<int, 17> quads_{};
  std::array<double, 17> root_scores_{};
};

}  // namespace warta::codebook
