// From the names on a command line to the addresses of feeds.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <unordered_set>

#include "watch/watch.h"

namespace warta::watch {
namespace {

Result<std::string> content_of(const std::string& file, const Limits& limits) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(limits.record_bytes + 1, '\0');
  errno = 0;
  if (!in || !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())).eof())
    return in ? fail(Why::too_large, "a list of feeds of more than " + std::to_string(limits.record_bytes) + " bytes")
              : fail(Why::cannot_open, errno != 0 ? std::strerror(errno) : "no list of feeds");
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

bool is_address(const std::string& name) { return name.find("://") != std::string::npos; }

Result<ingest::FeedList> read_list(const std::string& file, const Limits& limits) {
  const std::string bytes = WARTA_TRY(content_of(file, limits));
  return ingest::parse_feed_list(bytes, limits);
}

}  // namespace

ingest::FeedList feeds_of(const std::vector<std::string>& names, const Limits& limits) {
  ingest::FeedList all;
  std::unordered_set<std::string> seen;
  for (const std::string& name : names) {
    // An address alone is read as a list of one line.
    auto list = is_address(name) ? ingest::parse_feed_list(name, limits) : read_list(name, limits);
    if (!list) {
      list.error().file = name;
      all.problems.push_back(std::move(list.error()));
      continue;
    }
    for (ingest::Url& url : list->feeds)
      if (seen.insert(url.text()).second) all.feeds.push_back(std::move(url));
    for (Error& problem : list->problems) {
      problem.file = name;
      all.problems.push_back(std::move(problem));
    }
  }
  return all;
}

}  // namespace warta::watch
