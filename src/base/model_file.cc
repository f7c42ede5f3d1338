// Reading and writing of model files. Tests: tests/base/model_file_test.cc
#include "model_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "base/hash.h"

namespace warta {
namespace {

// Fixed sizes, no padding: what stands in the file.
struct Header {
  char magic[8];
  char kind[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t checksum;  // of all bytes after the header
  char unused[32];
};
static_assert(sizeof(Header) == 64);

struct Entry {
  char name[16];
  std::uint64_t begin, size;
};
static_assert(sizeof(Entry) == 32);

constexpr char kMagic[8] = {'w', 'a', 'r', 't', 'a', ' ', 'm', '\n'};

std::size_t padded(std::size_t size) { return (size + 63) / 64 * 64; }

struct Descriptor {
  explicit Descriptor(const char* path) : number(::open(path, O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number;
};

}  // namespace

Result<ModelFile> ModelFile::read(const std::string& path, std::string_view kind) {
  const auto failed = [&](std::string_view what) {
    return tl::unexpected<Error>(
        Error{Why::bad_model, fmt::format("{}: {}", what, std::generic_category().message(errno)), path, 0, 0});
  };
  const Descriptor file(path.c_str());
  struct stat about {};
  if (file.number < 0 || ::fstat(file.number, &about) != 0) return failed("cannot open it");
  const auto size = static_cast<std::size_t>(about.st_size);
  if (!S_ISREG(about.st_mode) || size < sizeof(Header))
    return tl::unexpected<Error>(Error{Why::bad_model, "shorter than its header", path, 0, 0});
  void* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number, 0);
  if (at == MAP_FAILED) return failed("cannot map it");
  auto model = open(Bytes(static_cast<const char*>(at), [at, size](const char*) { ::munmap(at, size); }), size, kind);
  if (!model) model.error().file = path;
  return model;
}

Result<ModelFile> ModelFile::parse(std::string_view bytes, std::string_view kind) {
  char* const copy = static_cast<char*>(std::aligned_alloc(64, padded(bytes.size() + 1)));
  if (!copy) return fail(Why::bad_model, "no memory for it");
  std::copy(bytes.begin(), bytes.end(), copy);
  return open(Bytes(copy, [copy](const char*) { std::free(copy); }), bytes.size(), kind);
}

Result<ModelFile> ModelFile::open(Bytes content, std::size_t size, std::string_view kind) {
  ModelFile model;
  model.bytes_ = std::move(content);
  model.size_ = size;
  const std::string_view bytes = model.bytes();
  Header header;
  if (size < sizeof header) return fail(Why::bad_model, "shorter than its header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return fail(Why::bad_model, "not a model file");
  if (header.version != kModelVersion) {
    return fail(Why::bad_model,
                fmt::format("version {}, this program reads {}: train it again", header.version, kModelVersion));
  }
  const std::string_view found(header.kind, strnlen(header.kind, sizeof header.kind));
  if (found != kind) return fail(Why::bad_model, fmt::format("a model of kind '{}' where '{}' is wanted", found, kind));
  model.checksum_ = hash(bytes.substr(sizeof header));
  if (model.checksum_ != header.checksum) return fail(Why::bad_model, "damaged: its checksum does not match");
  if (header.sections > 64 || sizeof header + header.sections * sizeof(Entry) > size) {
    return fail(Why::bad_model, "its list of sections is too long");
  }
  for (std::size_t i = 0; i < header.sections; ++i) {
    Entry entry;
    std::memcpy(&entry, bytes.data() + sizeof header + i * sizeof entry, sizeof entry);
    if (entry.begin > size || entry.size > size - entry.begin || entry.begin % 64 != 0) {
      return fail(Why::bad_model, "a section lies outside the file");
    }
    model.sections_.push_back(
        {std::string(entry.name, strnlen(entry.name, sizeof entry.name)), entry.begin, entry.size});
  }
  return model;
}

std::string_view ModelFile::text(std::string_view section) const {
  for (const Section& s : sections_) {
    if (s.name == section) return bytes().substr(s.begin, s.size);
  }
  return {};
}

std::string ModelWriter::bytes() const {
  std::string body(padded(sections_.size() * sizeof(Entry)), '\0');
  for (std::size_t i = 0; i < sections_.size(); ++i) {
    Entry entry{};
    std::memcpy(entry.name, sections_[i].name.data(), std::min(sections_[i].name.size(), sizeof entry.name));
    entry.begin = sizeof(Header) + body.size();
    entry.size = sections_[i].bytes.size();
    std::memcpy(body.data() + i * sizeof entry, &entry, sizeof entry);
    body += sections_[i].bytes;
    body.resize(padded(body.size()), '\0');
  }
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  std::memcpy(header.kind, kind_.data(), std::min(kind_.size(), sizeof header.kind));
  header.version = kModelVersion;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.checksum = hash(body);
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
}

}  // namespace warta
