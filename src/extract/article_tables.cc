#include "article.h"

namespace warta::extract {

Result<ArticleTables> ArticleTables::load(const std::vector<std::string>& data_folders) {
  auto furniture = WARTA_TRY(Furniture::load(data_folders));
  auto languages = WARTA_TRY(Languages::load(data_folders));
  auto classes = WARTA_TRY(ClassWords::load(data_folders));
  auto meta_keys = WARTA_TRY(MetaKeys::load(data_folders));
  auto blocks = WARTA_TRY(BlockModel::load(data_folders));
  return ArticleTables{std::move(furniture), std::move(languages), std::move(classes), std::move(meta_keys),
                       std::move(blocks)};
}

}  // namespace warta::extract
