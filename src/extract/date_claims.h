// Who says when: all dates that a page gives for its article, with how far each source is to be believed.
// Tests: tests/extract/cases/page_metadata.txt
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "metadata.h"
#include "page_dates.h"

namespace warta::extract {

struct DateSources {
  const Page& page;
  const LinkedItem* linked;  // the article's; null: none
  const std::vector<LinkedItem>& all_linked;
  const std::vector<MetaFact>& metas;
  const Surroundings& around;
  std::optional<std::uint32_t> title_block;
  std::string_view url;  // empty: none
};

std::vector<DateClaim> date_claims(const DateSources& sources, const DateReader& reader, const MetaKeys& keys);

}  // namespace warta::extract
