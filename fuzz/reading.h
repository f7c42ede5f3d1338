// Bytes as an input of a Reader, whatever they look like: what the targets of all formats do; they differ in seeds and
// dictionary. The first byte chooses the limits, the rest is the file. What comes out must be in order and within the
// bounds, texts valid UTF-8; what is wrong must say where.
#pragma once
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "ingest/ingest.h"

namespace warta::fuzz {

// A file in memory that has a name.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : descriptor_(memfd_create("input", 0)) {
    for (std::string_view rest = bytes; !rest.empty();) {
      const ssize_t wrote = write(descriptor_, rest.data(), rest.size());
      if (wrote <= 0) std::abort();
      rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
  }
  ~MemoryFile() { close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  std::string name() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline Limits limits_of(std::uint8_t choice) {
  Limits limits;
  limits.expansion = 50;
  if (choice & 1) limits.text_bytes = 64, limits.record_bytes = 256;
  return limits;
}

inline void check(const ingest::Record& record, const Limits& limits, std::uint64_t number) {
  const bool page = record.form == ingest::Form::page;
  require(record.number == number && record.text.size() <= (page ? limits.record_bytes : limits.text_bytes));
  require(!utf8::trim(record.text).empty());
  for (const auto* field :
       {&record.title, &record.url, &record.outlet, &record.language, &record.date, &record.charset, &record.fetched})
    require(!*field || !utf8::first_invalid(**field));
  require((page || !utf8::first_invalid(record.text)) && !utf8::first_invalid(record.id));
}

inline int read_all(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Limits limits = limits_of(data[0]);
  const MemoryFile file({reinterpret_cast<const char*>(data) + 1, size - 1});
  ingest::Reader reader({file.name()}, limits);
  std::uint64_t number = 0, offset = 0;
  while (auto record = reader.next()) {
    if (*record) {
      check(**record, limits, ++number);
      require((*record)->offset >= offset);
      offset = (*record)->offset;
    } else {
      require(record->error().record == 0 || record->error().record == ++number);
      require(!record->error().message().empty());
    }
  }
  return 0;
}

}  // namespace warta::fuzz
