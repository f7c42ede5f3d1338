// A network and a clock for tests: pages by address, each with the time that it takes; the clock moves only while
// somebody waits, so that a day of polling takes no time.
#pragma once
#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "net.h"

namespace warta::watch {

inline const Time kStart{std::chrono::sys_days(std::chrono::year(2024) / 5 / 15)};

struct Asked {
  std::string url;
  Time at;
  std::string etag;
};

class FakeNet final : public Net {
 public:
  using Page = std::function<Result<Response>(const Request&)>;
  struct Site {
    std::map<std::string, Page> pages;
    std::chrono::milliseconds takes{10};
    std::vector<Asked> asked;
    Time now = kStart;
    std::size_t most_at_once = 0;

    std::vector<std::string> urls() const {
      std::vector<std::string> out;
      for (const Asked& a : asked) out.push_back(a.url);
      return out;
    }
  };
  explicit FakeNet(Site& site) : site_(site) {}

  Time now() override { return site_.now; }
  void start(Request request) override {
    site_.asked.push_back({request.url.text(), site_.now, request.etag});
    const auto page = site_.pages.find(request.url.text());
    Response missing;
    missing.status = 404;
    Result<Response> response = page == site_.pages.end() ? missing : page->second(request);
    answers_.push_back({site_.now + site_.takes, {request.id, std::move(response)}});
    site_.most_at_once = std::max(site_.most_at_once, answers_.size());
  }
  std::optional<Answer> wait(Time until) override {
    const auto first =
        std::min_element(answers_.begin(), answers_.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    if (first == answers_.end() || first->at > until) {
      if (until != Time::max()) site_.now = std::max(site_.now, until);
      return std::nullopt;
    }
    site_.now = std::max(site_.now, first->at);
    Answer answer = std::move(first->answer);
    answers_.erase(first);
    return answer;
  }

 private:
  struct Coming {
    Time at;
    Answer answer;
  };
  Site& site_;
  std::vector<Coming> answers_;
};

inline FakeNet::Page serves(std::string body, std::string type = "text/plain", std::string etag = {}) {
  return [=](const Request& request) -> Result<Response> {
    Response response;
    response.status = !etag.empty() && request.etag == etag ? 304 : 200;
    response.body = response.status == 200 ? body : "";
    response.content_type = type;
    response.etag = etag;
    return response;
  };
}

inline FakeNet::Page says(unsigned status, std::string location = {}, std::string retry_after = {}) {
  return [=](const Request&) -> Result<Response> {
    Response response;
    response.status = status;
    response.location = location;
    response.retry_after = retry_after;
    return response;
  };
}

inline FakeNet::Page breaks(Why why) {
  return [=](const Request&) -> Result<Response> { return fail(why, "the cable is cut"); };
}

inline std::string rss(const std::vector<std::string>& links) {
  std::string out = "<rss><channel>";
  for (const std::string& link : links) out += "<item><title>T</title><link>" + link + "</link></item>";
  return out + "</channel></rss>";
}

}  // namespace warta::watch
