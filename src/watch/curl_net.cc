#include "curl_net.h"

#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>

#include "base/utf8.h"
#include "curl_library.h"
#include "watch/address.h"

namespace warta::watch {
namespace {

constexpr auto kGlance = std::chrono::milliseconds(200);  // a wait is never longer, so that a stop is soon noticed
constexpr long kConnect_ms = 10'000;
constexpr std::size_t kLongestField = 8192;  // bytes of a header field that is kept

// CURL and CURLM are both void to the compiler: each has its own.
struct EndEasy {
  void operator()(CURL* handle) const { curl().easy_cleanup(handle); }
};
struct EndMulti {
  void operator()(CURLM* handle) const { curl().multi_cleanup(handle); }
};
struct EndList {
  void operator()(curl_slist* list) const { curl().slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EndEasy>;

struct Transfer {
  Request request;
  Response response;
  bool allow_private = false;
  bool too_large = false;
  std::string refused;  // the address that is not public
  Easy handle;
  std::unique_ptr<curl_slist, EndList> fields;
  std::array<char, CURL_ERROR_SIZE> problem{};
};

Address address_of(const sockaddr& address) {
  Address out;
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    std::memcpy(out.bytes.data(), &v6.sin6_addr, 16);
    out.v6 = true;
  } else {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    std::memcpy(out.bytes.data(), &v4.sin_addr, 4);
  }
  return out;
}

// Every connection begins here, with the address itself: whatever the name was resolved to, now or at a redirect.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* to) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (to->family != AF_INET && to->family != AF_INET6) return CURL_SOCKET_BAD;
  if (!transfer.allow_private) {
    const Address address = address_of(to->addr);
    if (const auto what = not_public(address)) {
      transfer.refused = fmt::format("{} is {}; --allow-private allows it", text(address), *what);
      return CURL_SOCKET_BAD;
    }
  }
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

// Unpacked bytes: a bomb ends where the limit is.
std::size_t take_body(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t room = transfer.request.limit_bytes - transfer.response.body.size();
  transfer.response.body.append(bytes, std::min(count, room));
  if (count <= room) return count;
  transfer.too_large = true;
  return 0;
}

struct Field {
  std::string_view name;
  std::string Response::*value;
};
constexpr std::array<Field, 5> kFields{{{"content-type", &Response::content_type},
                                        {"location", &Response::location},
                                        {"etag", &Response::etag},
                                        {"last-modified", &Response::last_modified},
                                        {"retry-after", &Response::retry_after}}};

std::size_t take_header(char* bytes, std::size_t, std::size_t count, void* user) {
  auto& response = static_cast<Transfer*>(user)->response;
  const std::string_view line(bytes, count);
  // An interim answer (100, 103) comes before the one that counts.
  if (line.starts_with("HTTP/"))
    for (const Field& field : kFields) (response.*field.value).clear();
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || count > kLongestField) return count;
  const std::string name = utf8::lower(line.substr(0, colon));
  for (const Field& field : kFields)
    if (field.name == name) response.*field.value = std::string(utf8::trim(line.substr(colon + 1)));
  return count;
}

// What begins a line of its own in a request must not come from a file or a server.
bool one_line(std::string_view value) { return value.find_first_of("\r\n") == std::string_view::npos; }

class CurlNet final : public Net {
 public:
  CurlNet(const Options& options, CURLM* multi)
      : multi_(multi),
        user_agent_(options.agent + "/" + options.version),
        timeout_ms_(static_cast<long>(options.timeout.count())),
        allow_private_(options.allow_private) {}
  CurlNet(const CurlNet&) = delete;
  CurlNet& operator=(const CurlNet&) = delete;
  ~CurlNet() override {
    for (auto& [id, transfer] : transfers_) curl().multi_remove_handle(multi_.get(), transfer->handle.get());
  }

  Time now() override {
    return start_ + std::chrono::floor<Time::duration>(std::chrono::steady_clock::now() - steady_);
  }
  void start(Request request) override;
  std::optional<Answer> wait(Time until) override;

 private:
  Easy handle();
  void set_options(Transfer& transfer) const;
  std::optional<Answer> finished();
  Answer answer_of(Transfer& transfer, CURLcode code) const;

  Time start_ = std::chrono::floor<Time::duration>(std::chrono::system_clock::now());
  std::chrono::steady_clock::time_point steady_ = std::chrono::steady_clock::now();
  std::unique_ptr<CURLM, EndMulti> multi_;
  std::string user_agent_;
  long timeout_ms_;
  bool allow_private_;
  std::unordered_map<CURL*, std::unique_ptr<Transfer>> transfers_;
  std::vector<Easy> spare_;
};

Easy CurlNet::handle() {
  if (spare_.empty()) return Easy(curl().easy_init());
  Easy out = std::move(spare_.back());
  spare_.pop_back();
  return out;
}

void CurlNet::set_options(Transfer& transfer) const {
  CURL* h = transfer.handle.get();
  const auto field = [&](std::string_view name, const std::string& value) {
    if (value.empty() || !one_line(value)) return;
    const std::string line = std::string(name) + ": " + value;
    transfer.fields.reset(curl().slist_append(transfer.fields.release(), line.c_str()));
  };
  field("If-None-Match", transfer.request.etag);
  field("If-Modified-Since", transfer.request.last_modified);
  curl().easy_setopt(h, CURLOPT_URL, transfer.request.url.text().c_str());
  curl().easy_setopt(h, CURLOPT_PROTOCOLS_STR, "http,https");
  curl().easy_setopt(h, CURLOPT_FOLLOWLOCATION, 0L);
  curl().easy_setopt(h, CURLOPT_PROXY, "");
  curl().easy_setopt(h, CURLOPT_PATH_AS_IS, 1L);
  curl().easy_setopt(h, CURLOPT_NOSIGNAL, 1L);
  curl().easy_setopt(h, CURLOPT_QUICK_EXIT, 1L);  // a stop does not wait for a name server
  curl().easy_setopt(h, CURLOPT_USERAGENT, user_agent_.c_str());
  curl().easy_setopt(h, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl can unpack
  curl().easy_setopt(h, CURLOPT_HTTPHEADER, transfer.fields.get());
  curl().easy_setopt(h, CURLOPT_CONNECTTIMEOUT_MS, std::min(kConnect_ms, timeout_ms_));
  curl().easy_setopt(h, CURLOPT_TIMEOUT_MS, timeout_ms_);
  if (!transfer.request.cut)
    curl().easy_setopt(h, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(transfer.request.limit_bytes));
  curl().easy_setopt(h, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl().easy_setopt(h, CURLOPT_OPENSOCKETDATA, &transfer);
  curl().easy_setopt(h, CURLOPT_WRITEFUNCTION, take_body);
  curl().easy_setopt(h, CURLOPT_WRITEDATA, &transfer);
  curl().easy_setopt(h, CURLOPT_HEADERFUNCTION, take_header);
  curl().easy_setopt(h, CURLOPT_HEADERDATA, &transfer);
  curl().easy_setopt(h, CURLOPT_ERRORBUFFER, transfer.problem.data());
}

void CurlNet::start(Request request) {
  auto transfer = std::make_unique<Transfer>();
  transfer->request = std::move(request);
  transfer->allow_private = allow_private_;
  transfer->handle = handle();
  set_options(*transfer);
  CURL* key = transfer->handle.get();
  curl().multi_add_handle(multi_.get(), key);
  transfers_.emplace(key, std::move(transfer));
}

std::optional<Answer> CurlNet::wait(Time until) {
  int running = 0;
  curl().multi_perform(multi_.get(), &running);
  if (auto answer = finished()) return answer;
  const auto left =
      std::clamp(std::chrono::ceil<std::chrono::milliseconds>(until - now()), std::chrono::milliseconds(0), kGlance);
  curl().multi_poll(multi_.get(), nullptr, 0, static_cast<int>(left.count()), nullptr);
  curl().multi_perform(multi_.get(), &running);
  return finished();
}

std::optional<Answer> CurlNet::finished() {
  int left = 0;
  while (const CURLMsg* message = curl().multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    CURL* key = message->easy_handle;
    const auto found = transfers_.find(key);
    curl().multi_remove_handle(multi_.get(), key);
    const std::unique_ptr<Transfer> transfer = std::move(found->second);
    transfers_.erase(found);
    Answer answer = answer_of(*transfer, code);
    curl().easy_reset(key);  // forgets the pointers into the transfer
    spare_.push_back(std::move(transfer->handle));
    return answer;
  }
  return std::nullopt;
}

Answer CurlNet::answer_of(Transfer& transfer, CURLcode code) const {
  const std::uint64_t id = transfer.request.id;
  if (transfer.too_large && transfer.request.cut)
    code = CURLE_OK;
  else if (transfer.too_large || code == CURLE_FILESIZE_EXCEEDED)
    return {id, fail(Why::too_large, fmt::format("more than {} bytes", transfer.request.limit_bytes))};
  if (code != CURLE_OK) {
    if (!transfer.refused.empty()) return {id, fail(Why::private_address, transfer.refused)};
    const char* problem = transfer.problem[0] != '\0' ? transfer.problem.data() : curl().easy_strerror(code);
    return {id, fail(Why::fetch_failed, problem)};
  }
  long status = 0;
  curl().easy_getinfo(transfer.handle.get(), CURLINFO_RESPONSE_CODE, &status);
  transfer.response.status = static_cast<unsigned>(status);
  return {id, std::move(transfer.response)};
}

}  // namespace

Result<std::unique_ptr<Net>> open_net(const Options& options) {
  WARTA_CHECK(load_curl());
  CURLM* multi = curl().multi_init();
  if (!multi) return fail(Why::fetch_failed, "libcurl does not start");
  return std::make_unique<CurlNet>(options, multi);
}

}  // namespace warta::watch
