// Document: one opened input as the stretches of bytes that hold its records. What it is, its first bytes tell:
//   lines   JSON Lines: an object a line. A line beyond the limit is passed over to its end.
//   values  JSON over several lines: an object, objects after one another, or one array of them; cut by counting
//   braces,
//           so that even an array of any length needs the memory of one record.
//   page    an HTML page.
//   text    everything else is one plain text.
// Tests: tests/ingest/reader_test.cc
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "source.h"

namespace warta::ingest {

// A record's bytes, good until the next call.
struct Piece {
  std::string_view bytes;
  std::uint64_t offset = 0;
};

class Balance;

enum class Shape : std::uint8_t { lines, values, page, text };

class Document {
 public:
  static Result<Document> open(Opened opened, const Limits& limits);

  Shape shape() const { return shape_; }

  // The next piece or what is wrong with it; nullopt at the end. After a failure of the source the end comes.
  std::optional<Result<Piece>> next();

 private:
  Document(Opened opened, const Limits& limits)
      : bytes_(std::move(opened.bytes)), offset_(opened.skipped), limits_(limits) {}
  Result<Shape> sniff();
  std::optional<Result<Piece>> next_line();
  std::optional<Result<Piece>> next_value();
  std::optional<Result<Piece>> whole(std::size_t limit);
  Result<bool> skip_line();
  Result<Piece> skip_value(Balance& balance);
  Piece taken(std::size_t bytes);
  Result<Piece> stop(Error error);
  void drop();

  std::unique_ptr<Buffered> bytes_;
  std::uint64_t offset_;  // of bytes_->held() once the last piece is dropped
  Limits limits_;
  Shape shape_ = Shape::text;
  std::size_t taken_ = 0;  // bytes of the piece given last, still held
  bool ended_ = false;
};

}  // namespace warta::ingest
