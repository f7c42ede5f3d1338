// Training of the block model: from pages and their article texts to data/pages/blocks.tsv.
// Takes  pages as they were served, each with the clean text of its article, paragraphs parted by line feeds.
// Gives  the file's text, the same for the same pages in the same order; or scores by cross-validation: each fold of
// pages
//        is judged by a model that has seen none of them, with the measure of the public article-extraction benchmark
//        (multiset of 4-word shingles, precision and recall averaged over pages).
// Fails  bad_format, a page that cannot be read. Costs  some seconds for a hundred pages.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "ingest/ingest.h"

namespace warta::extract {

struct GoldPage {
  ingest::Record page;
  std::string text;
};

Result<std::string> train_blocks(const std::vector<GoldPage>& pages, const std::vector<std::string>& data_folders);

struct BodyScores {
  double precision = 0, recall = 0, exact = 0;  // of 1
  double f1() const { return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall); }
};
struct PageScore {
  std::string id;
  BodyScores scores;
};

// `folds` = 0: all pages by a model that has seen them all.
Result<std::vector<PageScore>> validate_blocks(const std::vector<GoldPage>& pages,
                                               const std::vector<std::string>& data_folders, std::size_t folds);
BodyScores mean(const std::vector<PageScore>& pages);

}  // namespace warta::extract
