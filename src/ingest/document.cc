#include "document.h"

#include "csv.h"
#include "json.h"
#include "mime.h"
#include "sniff.h"
#include "stories_xml.h"
#include "warc.h"
#include "whole.h"

namespace warta::ingest {

Result<std::unique_ptr<Document>> open_document(Opened opened, const Limits& limits) {
  if (opened.page) return whole_document(std::move(opened), limits);
  const std::string_view begin = WARTA_TRY(opened.bytes->look(kSniff));
  if (is_warc(begin)) return warc_document(std::move(opened.bytes), limits);
  if (is_stories(begin)) return stories_document(std::move(opened.bytes), limits);
  if (is_mail(begin)) return mail_document(std::move(opened.bytes), limits);
  if (const auto delimiter = csv_delimiter(begin)) return csv_document(std::move(opened.bytes), *delimiter, limits);
  switch (WARTA_TRY(json_shape(*opened.bytes, limits))) {
    case JsonShape::lines:
      return json_lines(std::move(opened.bytes), limits);
    case JsonShape::values:
      return json_values(std::move(opened.bytes), limits);
    case JsonShape::none:
      break;
  }
  return whole_document(std::move(opened), limits);
}

}  // namespace warta::ingest
