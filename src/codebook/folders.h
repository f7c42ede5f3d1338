// The data files of a codebook, in memory: folders laid over each other, file by file.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta::codebook {

Result<std::string> read_data_file(const std::string& path);  // a text in UTF-8

class DataFiles {
 public:
  struct File {
    std::string name;  // "lang/id/lexicon.txt"
    std::string path;
    std::string text;  // UTF-8
  };
  static Result<DataFiles> read(const std::vector<std::string>& folders);

  // The text of a file; "" if there is none.
  std::string_view text(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }
  // Files of a folder ("places/"), by name.
  std::vector<File*> in(std::string_view folder);
  std::vector<std::string> languages() const;  // those with a lexicon, by name
  std::uint64_t fingerprint() const;
  // An error whose file is a name within `folder` gets the path.
  Error located(Error error, std::string_view folder) const;

 private:
  const File* find(std::string_view name) const;
  std::vector<File> files_;  // by name
};

}  // namespace warta::codebook
