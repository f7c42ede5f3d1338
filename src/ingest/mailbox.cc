#include "mailbox.h"

#include <algorithm>

#include "mime.h"

namespace warta::ingest {
namespace {

constexpr std::string_view kFrom = "From ";

// Where the line "From ..." of the next mail begins: behind a blank line. npos: not in these bytes.
std::size_t next_mail(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find("\nFrom ", from); at != std::string_view::npos; at = bytes.find("\nFrom ", at + 1)) {
    const std::string_view before = bytes.substr(0, at);
    if (before.ends_with('\n') || before.ends_with("\n\r")) return at + 1;
  }
  return std::string_view::npos;
}

// The mail without its "From " line and the marks before those of its own lines.
std::string unquoted(std::string_view bytes) {
  bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const std::size_t stop = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    std::string_view line = bytes.substr(0, stop);
    const std::size_t marks = line.find_first_not_of('>');
    if (marks != 0 && marks != std::string_view::npos && line.substr(marks).starts_with(kFrom)) line.remove_prefix(1);
    out += line;
    bytes.remove_prefix(stop);
  }
  return out;
}

class Mailbox final : public Document {
 public:
  Mailbox(std::unique_ptr<Buffered> bytes, const Limits& limits) : bytes_(std::move(bytes)), limits_(limits) {}

  std::optional<Result<Record>> next() override {
    if (ended_) return std::nullopt;
    const std::uint64_t offset = bytes_->offset();
    std::size_t searched = 0, end = std::string_view::npos;
    while ((end = next_mail(bytes_->held(), searched)) == std::string_view::npos) {
      if (bytes_->held().size() > limits_.record_bytes) break;
      searched = bytes_->held().size() - std::min<std::size_t>(bytes_->held().size(), kFrom.size() + 2);
      const auto more = bytes_->more();
      if (!more) return broken(more.error());
      if ((ended_ = !*more)) break;
    }
    const std::string_view held = bytes_->held();
    if (held.empty()) return std::nullopt;
    const bool whole = ended_ || end != std::string_view::npos;
    auto record = mail_of(unquoted(held.substr(0, end)), whole, limits_);
    if (record)
      record->offset = offset;
    else
      record.error().offset += offset;
    if (whole)
      bytes_->take(std::min(end, held.size()));
    else if (const auto passed = pass_over(); !passed)
      return broken(passed.error());
    return record;
  }

 private:
  tl::unexpected<Error> broken(Error error) {
    ended_ = true;
    return tl::unexpected<Error>(std::move(error));
  }

  // The rest of a mail beyond the limit: pictures that it encloses.
  Result<void> pass_over() {
    while (true) {
      const std::string_view held = bytes_->held();
      if (const std::size_t end = next_mail(held, 0); end != std::string_view::npos) {
        bytes_->take(end);
        return {};
      }
      bytes_->take(held.size() - std::min<std::size_t>(held.size(), kFrom.size() + 2));
      if ((ended_ = !WARTA_TRY(bytes_->more()))) return {};
    }
  }

  std::unique_ptr<Buffered> bytes_;
  Limits limits_;
  bool ended_ = false;
};

}  // namespace

bool is_mailbox(std::string_view begin) {
  const std::size_t line = begin.find('\n');
  return begin.starts_with(kFrom) && line != std::string_view::npos && is_mail(begin.substr(line + 1));
}

std::unique_ptr<Document> mailbox_document(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  return std::make_unique<Mailbox>(std::move(bytes), limits);
}

}  // namespace warta::ingest
