// robots.txt: what a host asks robots to leave alone (RFC 9309).
// Takes  the file's bytes, and the name by which this robot is called in it.
// Gives  whether a path may be fetched: the longest rule that matches decides, Allow where two are as long. Groups of
//        our name together, else those of "*"; no group is no rule. Crawl-delay is not of the RFC but widely written.
// Fails  never: lines that are none of its records are passed over.
// Tests  tests/watch/robots_test.cc, cases/robots.txt, fuzz/robots.cc
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warta::watch {

inline constexpr std::size_t kRobotsBytes = std::size_t{500} << 10;  // RFC 9309, 2.5: at least so much must be read

class Robots {
 public:
  static Robots parse(std::string_view text, std::string_view agent);

  bool allows(std::string_view target) const;  // path with query; "/robots.txt" always
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    std::string path;  // normalised, with its wildcards
    bool allow = false;
  };
  std::vector<Rule> rules_;  // the longest first, Allow before Disallow
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

}  // namespace warta::watch
