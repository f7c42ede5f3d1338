#include "document.h"

#include "csv.h"
#include "json.h"
#include "mailbox.h"
#include "mime.h"
#include "sniff.h"
#include "stories_xml.h"
#include "warc.h"
#include "whole.h"

namespace warta::ingest {

Result<std::unique_ptr<Document>> open_document(Opened opened, const Limits& limits) {
  switch (opened.kind) {
    case Kind::warc:
      return warc_document(std::move(opened.bytes), limits);
    case Kind::stories:
      return stories_document(std::move(opened.bytes), limits);
    case Kind::mail:
      return mail_document(std::move(opened.bytes), limits);
    case Kind::mailbox:
      return mailbox_document(std::move(opened.bytes), limits);
    case Kind::table:
      return csv_document(std::move(opened.bytes), limits);
    case Kind::json: {
      const JsonShape shape = WARTA_TRY(json_shape(*opened.bytes, limits));
      if (shape == JsonShape::lines) return json_lines(std::move(opened.bytes), limits);
      if (shape == JsonShape::values) return json_values(std::move(opened.bytes), limits);
      break;
    }
    case Kind::page:
    case Kind::text:
    case Kind::undecided:
      break;
  }
  return whole_document(std::move(opened), limits);
}

}  // namespace warta::ingest
