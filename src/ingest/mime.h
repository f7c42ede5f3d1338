// Mails (RFC 5322, MIME) and pages that browsers save as MHTML (RFC 2557): a message is one record. Of its parts the
// page is taken, else the plain text; attachments are not looked at. docs/formats/inputs.md tells what becomes what.
// A message beyond the limit is read as far as its text goes: pictures stand behind it.
// Tests: tests/ingest/mime_test.cc, fuzz/mail.cc
#pragma once
#include <memory>
#include <string_view>

#include "document.h"

namespace warta::ingest {

// Begins with header fields, among them one that only mail programs write.
bool is_mail(std::string_view begin);

// The record of one message. `whole`: its bytes are all there, and not only those within the limits.
Result<Record> mail_of(std::string_view bytes, bool whole, const Limits& limits);

std::unique_ptr<Document> mail_document(std::unique_ptr<Buffered> bytes, const Limits& limits);

}  // namespace warta::ingest
