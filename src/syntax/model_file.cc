// Reading and writing of model files. Tests: tests/syntax/model_file_test.cc
#include "model_file.h"

#include <fmt/format.h>

#include <cstdio>
#include <cstring>
#include <memory>

#include "base/hash.h"

namespace warta::syntax {
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

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

Result<ModelFile> ModelFile::read(const std::string& path, std::string_view kind) {
  const auto failed = [&](std::string note) {
    return tl::unexpected<Error>(Error{Why::bad_model, std::move(note), path, 0, 0});
  };
  const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return failed("cannot open it");
  std::fseek(file.get(), 0, SEEK_END);
  const long end = std::ftell(file.get());
  if (end < 0) return failed("cannot tell its size");
  std::rewind(file.get());
  const auto size = static_cast<std::size_t>(end);
  std::vector<Line> lines(padded(size) / 64);
  if (std::fread(lines.data(), 1, size, file.get()) != size) return failed("cannot read it");
  auto model = open(std::move(lines), size, kind);
  if (!model) model.error().file = path;
  return model;
}

Result<ModelFile> ModelFile::parse(std::string_view bytes, std::string_view kind) {
  std::vector<Line> lines(padded(bytes.size()) / 64);
  if (!bytes.empty()) std::memcpy(static_cast<void*>(lines.data()), bytes.data(), bytes.size());
  return open(std::move(lines), bytes.size(), kind);
}

Result<ModelFile> ModelFile::open(std::vector<Line> lines, std::size_t size, std::string_view kind) {
  ModelFile model;
  model.lines_ = std::move(lines);
  model.size_ = size;
  const std::string_view bytes = model.bytes();
  Header header;
  if (size < sizeof header) return fail(Why::bad_model, "shorter than its header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) return fail(Why::bad_model, "not a model file");
  if (header.version != kVersion) {
    return fail(Why::bad_model,
                fmt::format("version {}, this program reads {}: train it again", header.version, kVersion));
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
  header.version = kVersion;
  header.sections = static_cast<std::uint32_t>(sections_.size());
  header.checksum = hash(body);
  return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
}

}  // namespace warta::syntax
