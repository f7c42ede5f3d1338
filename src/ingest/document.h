// Document: one opened input as a sequence of records. What it is, its first bytes tell; each format has a file:
//   json.cc         JSON Lines, JSON over several lines
//   whole.cc        one HTML page, one plain text
//   warc.cc         archives of crawls
//   csv.cc          tables with named columns
//   stories_xml.cc  stories and sentences in XML
//   mime.cc         mails and pages saved as MHTML
//   mailbox.cc      many mails in one file (mbox)
// Each holds the bytes of one record at a time. Tests: tests/ingest/reader_test.cc, and one file a format
#pragma once
#include <memory>
#include <optional>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"
#include "source.h"

namespace warta::ingest {

class Document {
 public:
  virtual ~Document() = default;

  // The next record or what is wrong with it, with its offset in the unpacked file; nullopt at the end, which also
  // comes after a failure from which there is no going on. File, number and a missing id are the Reader's to fill.
  virtual std::optional<Result<Record>> next() = 0;

  // One record by its nature, which may bear the file's name.
  virtual bool single() const { return false; }
};

Result<std::unique_ptr<Document>> open_document(Opened opened, const Limits& limits);

}  // namespace warta::ingest
