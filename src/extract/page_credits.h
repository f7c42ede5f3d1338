// Credits of a page: authors, editors and agency of all that names them: labelled lines around the article, JSON-LD,
// meta elements, elements that call themselves an author's. Labels tell authors from editors, which machines' values
// often do not: JSON-LD names the editor as the author on many pages. Tests: tests/extract/cases/page_metadata.txt
#pragma once
#include "metadata.h"
#include "outlet_names.h"

namespace warta::extract {

struct CreditSources {
  const Page& page;
  const LinkedItem* linked;  // the article's; null: none
  const std::vector<MetaFact>& metas;
  const Surroundings& around;
  BlockRange body;
  std::optional<std::uint32_t> title_block;
  const std::optional<std::string>& dateline_agency;
};

// Fills authors, editors and agency.
void find_credits(const CreditSources& sources, const OutletNames& outlet, const MetadataTables& tables, Metadata& out);

}  // namespace warta::extract
