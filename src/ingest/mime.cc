#include "mime.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "charset.h"
#include "headers.h"
#include "ingest/feed_date.h"
#include "mime_text.h"
#include "whole.h"

namespace warta::ingest {
namespace {

constexpr std::size_t kParts = 1000;
constexpr std::size_t kDepth = 16;

// A message or part of one. Leaves of the tree of parts in their order are what is looked at.
struct Part {
  Headers headers;
  std::string_view body;
  std::string type;       // "text/html"
  std::size_t depth = 0;  // of multiparts around it
  bool closed = false;    // a boundary follows it
};

std::string_view field(const Headers& headers, std::string_view name) { return headers.value(name).value_or(""); }

Part part_of(std::string_view bytes, std::size_t depth, bool closed) {
  const std::size_t end = std::min(end_of_headers(bytes), bytes.size());
  Part part{Headers(bytes.substr(0, end)), bytes.substr(end), {}, depth, closed};
  part.type = media_type(field(part.headers, "Content-Type"));
  if (part.type.empty()) part.type = "text/plain";  // RFC 2045, section 5.2
  return part;
}

// Where a line begins with `mark`, at `from` or later; npos: nowhere.
std::size_t find_line(std::string_view text, std::string_view mark, std::size_t from) {
  std::size_t at = text.find(mark, from);
  while (at != std::string_view::npos && at != 0 && text[at - 1] != '\n') at = text.find(mark, at + 1);
  return at;
}

// Parts of a multipart body, between lines of "--boundary" (RFC 2046, section 5.1.1).
std::vector<Part> parts_of(const Part& whole) {
  std::vector<Part> parts;
  const auto boundary = parameter(field(whole.headers, "Content-Type"), "boundary");
  if (!boundary || boundary->empty()) return parts;
  const std::string mark = "--" + *boundary;
  std::size_t at = find_line(whole.body, mark, 0);
  while (at != std::string_view::npos && parts.size() < kParts) {
    if (whole.body.substr(at + mark.size(), 2) == "--") break;
    const std::size_t begin = whole.body.find('\n', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = find_line(whole.body, mark, begin + 1);
    std::string_view bytes = whole.body.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1);
    for (const char c : {'\n', '\r'})  // the line end before a boundary belongs to it
      if (end != std::string_view::npos && !bytes.empty() && bytes.back() == c) bytes.remove_suffix(1);
    parts.push_back(part_of(bytes, whole.depth + 1, end != std::string_view::npos));
    at = end;
  }
  return parts;
}

// Leaves of the tree in their order, without recursion.
std::vector<Part> leaves_of(const Part& message) {
  std::vector<Part> leaves, waiting{message};
  while (!waiting.empty() && leaves.size() < kParts) {
    const Part part = std::move(waiting.back());
    waiting.pop_back();
    if (part.type.substr(0, 10) != "multipart/") {
      leaves.push_back(part);
      continue;
    }
    if (part.depth >= kDepth) continue;
    std::vector<Part> parts = parts_of(part);
    waiting.insert(waiting.end(), std::make_move_iterator(parts.rbegin()), std::make_move_iterator(parts.rend()));
  }
  return leaves;
}

// The page that was saved, else the first page, else the first text.
const Part* chosen(const std::vector<Part>& leaves, const Headers& message) {
  const std::string_view saved = field(message, "Snapshot-Content-Location");
  const auto start = parameter(field(message, "Content-Type"), "start");
  const auto points = [&](const Part& part) {
    const bool page = part.type == "text/html" || part.type == "application/xhtml+xml";
    const bool attached = media_type(field(part.headers, "Content-Disposition")) == "attachment";
    if (attached || (!page && part.type != "text/plain") || utf8::trim(part.body).empty()) return 0;
    if (!page) return 1;
    const bool named = (!saved.empty() && field(part.headers, "Content-Location") == saved) ||
                       (start && !start->empty() && field(part.headers, "Content-ID") == *start);
    return named ? 3 : 2;
  };
  const Part* best = nullptr;
  for (const Part& part : leaves)
    if (points(part) > (best ? points(*best) : 0)) best = &part;
  return best;
}

std::string decoded_body(const Part& part) {
  const std::string encoding = media_type(field(part.headers, "Content-Transfer-Encoding"));
  if (encoding == "base64") return from_base64(part.body);
  if (encoding == "quoted-printable") return from_quoted_printable(part.body);
  return std::string(part.body);
}

// Lines that end with a blank go on (RFC 3676, section 4.1): a paragraph becomes one line again.
std::string unwrapped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    out += line;
    if (line.empty() || line.back() != ' ' || line == "-- ") out += '\n';
  }
  return out;
}

Result<Record> content_of(const Part& part, const Limits& limits) {
  const std::string_view content_type = field(part.headers, "Content-Type");
  const std::string charset = parameter(content_type, "charset").value_or("");
  std::string bytes = decoded_body(part);
  if (part.type != "text/plain") {
    auto record = page(bytes, limits);
    if (record && !charset.empty() && !utf8::first_invalid(charset)) record->charset = charset;
    return record;
  }
  const auto text = to_utf8(bytes, charset);
  if (!text)
    return fail(Why::bad_encoding, fmt::format("a text in \"{}\"; pages may be in any charset, texts not", charset));
  const auto format = parameter(content_type, "format");
  return plain_text(format && same_word(*format, "flowed") ? unwrapped(*text) : *text, limits);
}

// "Pena Pagi" <kabar@pena.example> -> Pena Pagi; without a name the host of the address.
std::optional<std::string> sender(std::string_view from) {
  const std::string text = unfolded(from);
  std::string_view name = utf8::trim(std::string_view(text).substr(0, text.find('<')));
  if (text.find('<') == std::string::npos) {  // "kabar@pena.example (Pena Pagi)", or the address alone
    const std::size_t open = text.find('(');
    name = open == std::string::npos ? "" : std::string_view(text).substr(open + 1, text.find(')', open) - open - 1);
  }
  if (name.size() >= 2 && name.front() == '"' && name.back() == '"') name = name.substr(1, name.size() - 2);
  if (name.empty()) {
    const std::size_t at = text.find('@');
    if (at == std::string::npos) return std::nullopt;
    name = std::string_view(text).substr(at + 1, text.find_first_of("> ,(", at) - at - 1);
  }
  if (utf8::trim(name).empty() || utf8::first_invalid(name)) return std::nullopt;
  return std::string(utf8::trim(name));
}

std::optional<std::string> filled(const std::string& text) {
  const std::string_view trimmed = utf8::trim(text);
  if (trimmed.empty() || utf8::first_invalid(trimmed)) return std::nullopt;
  return std::string(trimmed);
}

// A browser that saves a page is no outlet, and its date is no publication; what the page says of itself counts.
void fill_saved(Record& record, const Headers& message, const Part& part) {
  std::string url = unfolded(field(message, "Snapshot-Content-Location"));
  if (url.empty()) url = unfolded(field(part.headers, "Content-Location"));
  if (url.substr(0, 4) == "http") record.url = filled(url);
  record.fetched = feed_date(unfolded(field(message, "Date")));
}

void fill_mail(Record& record, const Headers& message) {
  std::string id = filled(unfolded(field(message, "Message-ID"))).value_or("");
  if (id.size() > 2 && id.front() == '<' && id.back() == '>') id = id.substr(1, id.size() - 2);
  record.id = std::move(id);
  record.title = filled(unfolded(field(message, "Subject")));
  record.outlet = sender(field(message, "From"));
  record.date = feed_date(unfolded(field(message, "Date")));
}

}  // namespace

Result<Record> mail_of(std::string_view bytes, bool whole, const Limits& limits) {
  const Part message = part_of(bytes, 0, whole);
  const std::vector<Part> leaves = leaves_of(message);
  const Part* part = chosen(leaves, message.headers);
  if (!part) return fail(Why::missing_text, "a mail without a page or text");
  if (!part->closed)
    return whole ? fail(Why::truncated, "the mail ends within its text")
                 : fail(Why::too_large, fmt::format("a text that goes beyond {} bytes", limits.record_bytes));
  Record record = WARTA_TRY(content_of(*part, limits));
  const bool saved = message.type == "multipart/related" && message.headers.value("Snapshot-Content-Location");
  if (saved || (message.type == "multipart/related" && part->headers.value("Content-Location")))
    fill_saved(record, message.headers, *part);
  else
    fill_mail(record, message.headers);
  return record;
}

namespace {

class Mail final : public Document {
 public:
  Mail(std::unique_ptr<Buffered> bytes, const Limits& limits) : bytes_(std::move(bytes)), limits_(limits) {}

  bool single() const override { return true; }

  std::optional<Result<Record>> next() override {
    if (std::exchange(ended_, true)) return std::nullopt;
    auto bytes = bytes_->peek(limits_.record_bytes + 1);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    const bool whole = bytes->size() <= limits_.record_bytes;
    return mail_of(bytes->substr(0, limits_.record_bytes), whole, limits_);
  }

 private:
  std::unique_ptr<Buffered> bytes_;
  Limits limits_;
  bool ended_ = false;
};

}  // namespace

bool is_mail(std::string_view begin) {
  constexpr std::array<std::string_view, 5> kOfPrograms{"MIME-Version", "Message-ID", "Received", "Return-Path",
                                                        "DKIM-Signature"};
  constexpr std::array<std::string_view, 4> kOfMails{"From", "Date", "Subject", "Content-Type"};
  begin = begin.substr(0, end_of_headers(begin));
  for (std::size_t at = 0; at < begin.size();) {
    const std::size_t end = std::min(begin.find('\n', at), begin.size());
    const std::string_view line = begin.substr(at, end - at);
    const std::string_view name = line.substr(0, line.find(':'));
    const bool folded = at != 0 && !line.empty() && (line[0] == ' ' || line[0] == '\t');
    const bool named = !name.empty() && name.size() < line.size() && name.size() <= 76 &&
                       std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127; });
    const bool ends = utf8::trim(line).empty() || end == begin.size();  // the last line may be cut off
    if (!folded && !named && !ends) return false;
    at = end + 1;
  }
  const Headers headers(begin);
  const auto has = [&](std::string_view name) { return headers.value(name).has_value(); };
  return std::any_of(kOfPrograms.begin(), kOfPrograms.end(), has) && std::any_of(kOfMails.begin(), kOfMails.end(), has);
}

std::unique_ptr<Document> mail_document(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  return std::make_unique<Mail>(std::move(bytes), limits);
}

}  // namespace warta::ingest
