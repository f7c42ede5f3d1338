// Walk: from what the user named to files, lazily and in byte order of their paths. Folders are walked to the bottom;
// hidden entries, special files and links to folders inside a folder are passed over (links may go in circles), but
// whatever is named outright is read. Tests: tests/ingest/walk_test.cc
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace warta::ingest {

class Walk {
 public:
  explicit Walk(std::vector<std::string> inputs);

  // The next file ("-" is standard input), or a name that cannot be opened; nullopt at the end.
  std::optional<Result<std::string>> next();

 private:
  struct Entry {
    std::string path;
    bool folder = false;
    std::string problem;  // not empty: why it cannot be opened
  };
  void expand(const std::string& input);
  void open_folder(const std::string& path);

  std::vector<std::string> inputs_;  // still to come, last first
  std::vector<Entry> waiting_;       // of the input at hand, last first
};

// Bytes of all files as stored; nullopt where an input is not a file or folder of files.
std::optional<std::uint64_t> stored_bytes(const std::vector<std::string>& inputs);

}  // namespace warta::ingest
