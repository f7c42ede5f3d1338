// Model files: docs/formats/models.md. A header, a list of named sections, and the sections, each on a 64-byte
// boundary, so that tables are used where they lie: the file is mapped into memory, not copied. Little-endian. A
// checksum guards against damage; a file that is written anew must be another one under the same name (`warta train`
// does so).
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta {

inline constexpr std::uint32_t kModelVersion = 2;  // of the format and of the features

class ModelFile {
 public:
  static Result<ModelFile> read(const std::string& path, std::string_view kind);
  static Result<ModelFile> parse(std::string_view bytes, std::string_view kind);

  std::string_view text(std::string_view section) const;  // empty if there is none
  template <class T>
  std::span<const T> rows(std::string_view section) const {
    const std::string_view bytes = text(section);
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
  }
  std::uint64_t checksum() const { return checksum_; }

 private:
  struct Section {
    std::string name;
    std::size_t begin = 0, size = 0;
  };
  using Bytes = std::shared_ptr<const char>;  // on a 64-byte boundary; unmaps or frees itself
  static Result<ModelFile> open(Bytes bytes, std::size_t size, std::string_view kind);
  std::string_view bytes() const { return {bytes_.get(), size_}; }

  Bytes bytes_;
  std::size_t size_ = 0;
  std::vector<Section> sections_;
  std::uint64_t checksum_ = 0;
};

class ModelWriter {
 public:
  explicit ModelWriter(std::string_view kind) : kind_(kind) {}
  void add(std::string_view name, std::string_view bytes) {
    sections_.push_back({std::string(name), std::string(bytes)});
  }
  template <class T>
  void add_rows(std::string_view name, const std::vector<T>& rows) {
    add(name, {reinterpret_cast<const char*>(rows.data()), rows.size() * sizeof(T)});
  }
  std::string bytes() const;

 private:
  struct Section {
    std::string name, bytes;
  };
  std::string kind_;
  std::vector<Section> sections_;
};

}  // namespace warta
