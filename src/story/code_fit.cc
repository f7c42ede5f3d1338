#include "code_fit.h"

#include <algorithm>
#include <array>

namespace warta::story {
namespace {

constexpr double kSame = 1.5, kSameKind = 1.25, kAlike = 0.25;

// Codes that reports of one act choose between, since they differ in what they stress: a visit or the talks on it, a
// march or the riot it became, shells or bombs.
constexpr std::array<std::string_view, 5> kFamilies = {
    "042 043 044 045 046",
    "071 072 073 074 075",
    "141 144 145",
    "151 152 153 154 155",
    "183 190 193 194 195 200 201 202 203 204",
};

std::string_view kind(std::string_view code) { return code.substr(0, 3); }  // CAMEO's third digit names the kind of act

bool unspecific(std::string_view code) { return code.size() == 3 && code[2] == '0'; }
bool of_force(std::string_view code) { return code == "180" || code == "190" || code == "200"; }

bool alike(std::string_view a, std::string_view b) {
  if (of_force(a) || of_force(b)) return true;  // of any other kind of assault
  if ((unspecific(a) || unspecific(b)) && a.substr(0, 2) == b.substr(0, 2)) return true;
  return std::any_of(kFamilies.begin(), kFamilies.end(), [&](std::string_view family) {
    return family.find(kind(a)) != std::string_view::npos && family.find(kind(b)) != std::string_view::npos;
  });
}

}  // namespace

std::optional<double> code_fit(std::string_view a, std::string_view b) {
  if (a == b) return unspecific(a) ? kSameKind : kSame;
  if (kind(a) == kind(b)) return kSameKind;
  return alike(a, b) ? std::optional<double>(kAlike) : std::nullopt;
}

bool is_one_kind(double fit) { return fit >= kSameKind; }

}  // namespace warta::story
