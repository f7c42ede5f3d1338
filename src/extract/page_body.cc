#include "page_body.h"

namespace warta::extract {

PageLines lines_of(const Page& page, const Furniture& furniture, const Languages& languages) {
  PageLines lines{read_lines(page.text, 0, furniture, languages), {}};
  mark_lines(lines.text, lines.roles);
  return lines;
}

std::vector<BlockState> find_body(const Page& page, const PageLines& lines, const BlockModel& model) {
  return model.label(features_of(page, lines.text, lines.roles));
}

}  // namespace warta::extract
