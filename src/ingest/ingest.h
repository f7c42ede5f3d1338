// ingest: from bytes anywhere to records.
// Takes  input names: a file, a folder (walked recursively in byte order of the paths), a glob, or "-" for standard
//        input. What a file is, its bytes tell, not its name (docs/formats/inputs.md): pages, plain texts, JSON, WARC
//        archives, tables, stories in XML, mails and saved pages; gzip and zstd of all of them.
// Gives  one Record a call, in a fixed order; memory holds one record at a time, so endless streams are fine. A page
//        comes with its bytes as they were served (charsets are extract's), a plain text as valid UTF-8: files are
//        UTF-8 (a BOM is dropped) or UTF-16 with BOM.
// Fails  per record: the Error names file, record number (from 1), byte offset in the unpacked file, and reason; the
//        next call goes on with the next record. Only an input that does not exist makes nothing but an error.
// Costs  one read and one copy of each byte. A Reader belongs to one thread.
// Tests  tests/ingest/, fuzz/jsonl.cc, warc.cc, table.cc, mail.cc
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/limits.h"
#include "base/result.h"

namespace warta::ingest {

enum class Form : std::uint8_t {
  text,  // plain text, valid UTF-8
  page,  // an HTML page as it was served: any charset, any bytes
};

// A text with what its source says about it; absent is nullopt. Nothing here is checked beyond being valid UTF-8.
struct Record {
  std::string file;          // as named by the user or found in the folder; "-" is standard input
  std::uint64_t number = 1;  // of the record in its file, from 1
  std::uint64_t offset = 0;  // where it starts, bytes of the unpacked file
  std::string id;            // the record's own id, else as docs/formats/inputs.md says
  Form form = Form::text;
  std::string text;                    // plain text, or the bytes of the page
  std::optional<std::string> charset;  // of a page, as an HTTP or MIME header names it
  std::optional<std::string> title, url, outlet, language;
  std::optional<std::string> date;     // "date_published", else "date": ISO 8601 is what extract understands
  std::optional<std::uint64_t> key;    // of an article that a store gives back; else made of what it says
  std::optional<std::string> fetched;  // when it was archived or saved, ISO 8601: not earlier than its publication
};

class Reader {
 public:
  explicit Reader(std::vector<std::string> inputs, Limits limits = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;

  // The next record or what is wrong with it; nullopt at the end.
  std::optional<Result<Record>> next();

  // Bytes read of all inputs so far (as stored; any thread may ask), and in all where known, for a progress bar.
  std::uint64_t bytes_read() const;
  std::optional<std::uint64_t> bytes_total() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// "a.b.html.gz" -> "a.b": a compression suffix off, then the last suffix (design of the event row: article.id).
std::string id_of_file(std::string_view path);

}  // namespace warta::ingest
