#include "http_body.h"

#include <fmt/format.h>

#include <charconv>
#include <vector>

#include "base/utf8.h"
#include "unpack.h"

namespace warta::ingest {
namespace {

constexpr std::size_t kCodings = 4;  // one over the other; nobody means more than two

// The size of the chunk that begins here, its line taken off; nullopt: no chunk begins here.
std::optional<std::size_t> take_chunk_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = rest.substr(0, end);
  std::size_t size = 0;
  const auto [stop, problem] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  const std::string_view behind = utf8::trim(line.substr(static_cast<std::size_t>(stop - line.data())));
  if (problem != std::errc{} || (!behind.empty() && behind[0] != ';')) return std::nullopt;
  rest.remove_prefix(end + 1);
  return size;
}

// Chunks joined; bytes that are no chunks stay as they are.
std::string_view unchunked(std::string_view body, std::string& joined) {
  std::string_view rest = body;
  auto size = take_chunk_line(rest);
  if (!size || (*size == 0 && !utf8::trim(rest).empty())) return body;
  while (size && *size != 0) {
    joined += rest.substr(0, *size);
    rest.remove_prefix(std::min(*size, rest.size()));
    rest.remove_prefix(std::min(rest.find_first_not_of("\r\n"), rest.size()));
    size = take_chunk_line(rest);
  }
  return joined;
}

std::vector<std::string> codings(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty() && out.size() < kCodings) {
    const std::string_view one = value.substr(0, value.find(','));
    value.remove_prefix(std::min(one.size() + 1, value.size()));
    if (std::string name = media_type(one); !name.empty() && name != "identity") out.push_back(std::move(name));
  }
  return out;
}

// What a coding asks for, if the bytes agree; deflate and brotli have nothing to show. What no list of codings knows
// ("utf-8", "none") is a mistake of the server's and means nothing.
Packing packing_for(std::string_view coding, std::string_view body) {
  const Packing shown = packing_of(body);
  if (coding == "gzip" || coding == "x-gzip") return shown == Packing::gzip ? shown : Packing::none;
  if (coding == "zstd") return shown == Packing::zstd ? shown : Packing::none;
  if (coding != "deflate" && coding != "br") return Packing::none;
  if (utf8::trim(body.substr(0, 64)).substr(0, 1) == "<") return Packing::none;
  return coding == "br" ? Packing::brotli : Packing::deflate;
}

Result<std::string> unpacked(std::string_view body, Packing packing, const Limits& limits) {
  const auto below = [&] { return std::make_unique<Buffered>(std::make_unique<Memory>(body)); };
  const auto source = unpack(packing, below(), limits.expansion);
  std::string out;
  for (;;) {
    const std::size_t size = out.size();
    if (size > limits.record_bytes)
      return fail(Why::too_large, fmt::format("a body of more than {} bytes", limits.record_bytes));
    out.resize(size + kChunk);
    auto got = source->read({out.data() + size, kChunk});
    out.resize(size + (got ? *got : 0));
    if (got && *got != 0) continue;
    if (!got && got.error().why != Why::truncated) return tl::unexpected<Error>(std::move(got.error()));
    return out;
  }
}

}  // namespace

HttpResponse http_response(std::string_view message) {
  message.remove_prefix(std::min(message.find_first_not_of("\r\n"), message.size()));
  HttpResponse response;
  const std::size_t end = std::min(end_of_headers(message), message.size());
  std::string_view head = message.substr(0, end);
  response.body = message.substr(end);
  if (head.substr(0, 5) != "HTTP/") return response;
  const std::string_view line = head.substr(0, head.find('\n'));
  response.headers = Headers(head.substr(line.size()));
  const std::string_view status = line.substr(std::min(line.find(' '), line.size()));
  const std::size_t digits = std::min(status.find_first_not_of(' '), status.size());
  std::from_chars(status.data() + digits, status.data() + status.size(), response.status);
  return response;
}

Result<std::string> http_body(const HttpResponse& response, const Limits& limits) {
  std::string joined;
  std::string_view body = response.body;
  if (const auto transfer = response.headers.value("Transfer-Encoding"))
    for (const std::string& coding : codings(*transfer))
      if (coding == "chunked") body = unchunked(body, joined);
  std::vector<std::string> applied;
  if (const auto content = response.headers.value("Content-Encoding")) applied = codings(*content);
  std::string out;
  bool decoded = false;
  for (; !applied.empty(); applied.pop_back()) {  // the last was applied last
    const Packing packing = packing_for(applied.back(), body);
    if (packing == Packing::none) continue;
    auto below = unpacked(body, packing, limits);
    if (!below && below.error().why == Why::bad_compression && !utf8::first_invalid(body)) continue;
    out = WARTA_TRY(std::move(below));
    body = out;
    decoded = true;
  }
  if (body.size() > limits.record_bytes)
    return fail(Why::too_large, fmt::format("a body of {} bytes; the limit is {}", body.size(), limits.record_bytes));
  if (!decoded) out = std::string(body);
  return out;
}

}  // namespace warta::ingest
