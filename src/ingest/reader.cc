#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "base/utf8.h"
#include "document.h"
#include "ingest/ingest.h"
#include "walk.h"

namespace warta::ingest {
struct Reader::State {
  State(std::vector<std::string> names, Limits bounds) : inputs(names), walk(std::move(names)), limits(bounds) {}

  std::optional<Result<Record>> next();
  Result<Record> placed(Result<Record> record);
  Result<void> open_file();
  Error placed(Error error, std::uint64_t record) const {
    if (error.file.empty()) error.file = file;
    error.record = record;
    return error;
  }

  std::vector<std::string> inputs;
  Walk walk;
  Limits limits;
  std::unique_ptr<Document> document;
  std::string file;
  std::uint64_t number = 0;
  std::atomic<std::uint64_t> read = 0;  // a progress bar may ask from another thread
};

Result<void> Reader::State::open_file() {
  number = 0;
  Opened opened = WARTA_TRY(open(file, limits, read));
  document = WARTA_TRY(open_document(std::move(opened), limits));
  return {};
}

std::optional<Result<Record>> Reader::State::next() {
  for (;;) {
    if (document) {
      if (auto record = document->next()) {
        ++number;
        return placed(std::move(*record));
      }
      document.reset();
    }
    auto name = walk.next();
    if (!name) return std::nullopt;
    if (!*name) return tl::unexpected<Error>(std::move(name->error()));
    file = std::move(**name);
    if (auto opened = open_file(); !opened) return tl::unexpected<Error>(placed(std::move(opened.error()), 0));
  }
}

Result<Record> Reader::State::placed(Result<Record> record) {
  if (!record) return tl::unexpected<Error>(placed(std::move(record.error()), number));
  record->file = file;
  record->number = number;
  if (record->id.empty())
    record->id = document->single() ? id_of_file(file) : fmt::format("{}:{}", id_of_file(file), number);
  return record;
}

Reader::Reader(std::vector<std::string> inputs, Limits limits)
    : state_(std::make_unique<State>(std::move(inputs), limits)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::optional<Result<Record>> Reader::next() { return state_->next(); }
std::uint64_t Reader::bytes_read() const { return state_->read; }
std::optional<std::uint64_t> Reader::bytes_total() const { return stored_bytes(state_->inputs); }

std::string id_of_file(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of('/') + 1);
  for (const std::string_view packed : {".gz", ".gzip", ".zst", ".zstd"})
    if (name.size() > packed.size() && utf8::lower(name.substr(name.size() - packed.size())) == packed) {
      name.remove_suffix(packed.size());
      break;
    }
  const std::size_t dot = name.find_last_of('.');
  return std::string(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
}

}  // namespace warta::ingest
