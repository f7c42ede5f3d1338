#include <fmt/format.h>

#include <algorithm>
#include <atomic>

#include "base/utf8.h"
#include "document.h"
#include "ingest/ingest.h"
#include "record.h"
#include "walk.h"

namespace warta::ingest {
namespace {

// A text has no NUL and next to no other control characters; pictures and archives have hundreds.
bool looks_binary(std::string_view bytes) {
  std::size_t controls = 0;
  for (const char c : bytes) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    controls += (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte != 0x1b) || byte == 0x7f;
  }
  return controls > 8 && controls > bytes.size() / 500;
}

Result<Record> plain_text(std::string_view bytes, const Limits& limits) {
  if (looks_binary(bytes)) return fail(Why::binary, "these bytes are no text");
  if (bytes.size() > limits.text_bytes)
    return fail(Why::too_large, fmt::format("a text of more than {} bytes", limits.text_bytes));
  if (const auto bad = utf8::first_invalid(bytes))
    return fail(Why::bad_encoding, "neither UTF-8 nor UTF-16 with byte order mark", *bad);
  if (utf8::trim(bytes).empty()) return fail(Why::missing_text, "nothing in it");
  Record record;
  record.text = std::string(bytes);
  return record;
}

Result<Record> page(std::string_view bytes, const Limits& limits) {
  if (bytes.size() > limits.record_bytes)
    return fail(Why::too_large, fmt::format("a page of more than {} bytes", limits.record_bytes));
  Record record;
  record.form = Form::page;
  record.text = std::string(bytes);
  return record;
}

}  // namespace

struct Reader::State {
  State(std::vector<std::string> names, Limits bounds) : inputs(names), walk(std::move(names)), limits(bounds) {}

  std::optional<Result<Record>> next();
  Result<Record> record_of(const Piece& piece);
  Result<void> open_file();
  Error placed(Error error, std::uint64_t record) const {
    if (error.file.empty()) error.file = file;
    error.record = record;
    return error;
  }

  std::vector<std::string> inputs;
  Walk walk;
  Limits limits;
  RecordParser parser;
  std::optional<Document> document;
  std::string file;
  std::uint64_t number = 0;
  std::atomic<std::uint64_t> read = 0;  // a progress bar may ask from another thread
};

Result<void> Reader::State::open_file() {
  number = 0;
  Opened opened = WARTA_TRY(open(file, limits, read));
  document = WARTA_TRY(Document::open(std::move(opened), limits));
  return {};
}

std::optional<Result<Record>> Reader::State::next() {
  for (;;) {
    if (document) {
      if (auto piece = document->next()) {
        ++number;
        if (!*piece) return tl::unexpected<Error>(placed(std::move(piece->error()), number));
        return record_of(**piece);
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

Result<Record> Reader::State::record_of(const Piece& piece) {
  const Shape shape = document->shape();
  const bool whole = shape == Shape::text || shape == Shape::page;
  auto record = shape == Shape::text   ? plain_text(piece.bytes, limits)
                : shape == Shape::page ? page(piece.bytes, limits)
                                       : parser.parse(piece.bytes, limits);
  if (!record) {
    record.error().offset += piece.offset;
    return tl::unexpected<Error>(placed(std::move(record.error()), number));
  }
  record->file = file;
  record->number = number;
  record->offset = piece.offset;
  if (record->id.empty()) record->id = whole ? id_of_file(file) : fmt::format("{}:{}", id_of_file(file), number);
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
