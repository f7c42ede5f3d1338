// Mailboxes (mbox, RFC 4155): mails one behind the other, each behind a line "From SENDER DATE". A line of a mail that
// begins so is written ">From ". Tests: tests/ingest/mime_test.cc, fuzz/mail.cc
#pragma once
#include <memory>
#include <string_view>

#include "document.h"

namespace warta::ingest {

// Begins with such a line and a mail behind it.
bool is_mailbox(std::string_view begin);

std::unique_ptr<Document> mailbox_document(std::unique_ptr<Buffered> bytes, const Limits& limits);

}  // namespace warta::ingest
