#include "drawer.h"

#include <algorithm>

#include "base/hash.h"
#include "base/utf8.h"

namespace warta::accuracy {
namespace {

constexpr std::size_t kFewest = 5;  // rows of a stratum: fewer say nothing of it

}  // namespace

std::optional<By> parse_by(std::string_view name) {
  if (name == "none") return By::none;
  if (name == "root") return By::root;
  if (name == "status") return By::status;
  if (name == "rule") return By::rule;
  return std::nullopt;
}

void Drawer::add(SampledRow row) {
  Stratum& stratum = strata_[stratum_of(row)];
  ++stratum.size;
  ++events_;
  Ticket ticket{hash(row.cells[kId], drawing_.seed), row.cells[kId]};
  stratum.kept.try_emplace(std::move(ticket), std::move(row));
  if (stratum.kept.size() > drawing_.n) stratum.kept.erase(std::prev(stratum.kept.end()));
}

// Rows go one by one to the stratum that is furthest below its share, once each has its least.
void Drawer::allocate() {
  const std::size_t n = drawing_.n, least = std::min(kFewest, n / std::max<std::size_t>(strata_.size(), 1));
  std::size_t left = n;
  for (auto& [name, stratum] : strata_) {
    stratum.drawn = std::min(least, stratum.kept.size());
    left -= stratum.drawn;
  }
  const auto lack = [&](const Stratum& stratum) {
    return static_cast<double>(n) * static_cast<double>(stratum.size) / static_cast<double>(events_) -
           static_cast<double>(stratum.drawn);
  };
  for (; left > 0; --left) {
    Stratum* neediest = nullptr;
    for (auto& [name, stratum] : strata_)
      if (stratum.drawn < stratum.kept.size() && (!neediest || lack(stratum) > lack(*neediest))) neediest = &stratum;
    if (!neediest) return;
    ++neediest->drawn;
  }
}

Sample Drawer::draw() {
  allocate();
  std::map<Ticket, SampledRow> sheet;
  for (auto& [name, stratum] : strata_) {
    auto row = stratum.kept.begin();
    for (std::size_t i = 0; i < stratum.drawn; ++i, ++row) {
      row->second.weight = static_cast<double>(stratum.size) / static_cast<double>(stratum.drawn);
      sheet.insert(*row);
    }
  }
  Sample out;
  out.events = events_;
  for (auto& [ticket, row] : sheet) out.rows.push_back(std::move(row));
  return out;
}

std::string Drawer::stratum_of(const SampledRow& row) const {
  switch (drawing_.by) {
    case By::root:
      return row.cells[kRoot];
    case By::status:
      return row.cells[kStatus];
    case By::rule:
      return row.cells[kRule];
    case By::none:
      break;
  }
  return {};
}

std::string paragraph_at(std::string_view text, std::uint64_t begin, std::string_view words) {
  if (words.empty() || begin > text.size() || text.substr(begin, words.size()) != words) return {};
  const std::size_t before = text.rfind('\n', begin);
  const std::size_t first = before == std::string_view::npos || begin == 0 ? 0 : before + 1;
  const std::size_t last = std::min(text.find('\n', begin + words.size()), text.size());
  return std::string(utf8::trim(text.substr(first, last - first)));
}

}  // namespace warta::accuracy
