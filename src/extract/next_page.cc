#include "next_page.h"

#include <charconv>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr std::size_t kMarker = 16;  // bytes between the article's address and the number: "?halaman=", "/page/"

// An address without query, and what else ends it on some pages and not on others.
std::string_view bare(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  if (url.ends_with('/')) url.remove_suffix(1);
  if (url.ends_with(".html")) url.remove_suffix(5);
  return url;
}

// An address that ends on a number of one or two digits, behind a mark: "https://pena.example/judul?page=2".
struct Numbered {
  std::string_view stem;    // "https://pena.example/judul"
  std::string_view marker;  // "?page=", "/", "/page/"; empty: it has no such number
  unsigned number = 1;
};

Numbered read(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (url.ends_with('/')) url.remove_suffix(1);
  const std::size_t last = url.find_last_not_of("0123456789");
  Numbered out;
  if (last == std::string_view::npos || (url[last] != '=' && url[last] != '/') || url.size() - last > 3) return out;
  if (std::from_chars(url.data() + last + 1, url.data() + url.size(), out.number).ec != std::errc{}) return out;
  std::size_t mark = url[last] == '=' ? url.find_last_of("?&", last) : last;
  if (mark == std::string_view::npos) return out;
  constexpr std::string_view kPage = "/page";
  if (url.substr(0, mark).ends_with(kPage)) mark -= kPage.size();
  out.stem = url[mark] == '&' ? url.substr(0, mark) : bare(url.substr(0, mark));
  out.marker = url.substr(mark, last + 1 - mark);
  if (out.marker.size() > kMarker) out.marker = {};
  return out;
}

std::string_view without_scheme(std::string_view url) {
  const std::size_t host = url.find("//");
  return host == std::string_view::npos ? url : url.substr(host + 2);
}

// Absolute, of an address as a link has it.
std::string absolute(std::string_view href, std::string_view url) {
  if (href.find("://") != std::string_view::npos) return std::string(href);
  const std::size_t host = url.find("://");
  if (href.starts_with("//")) return std::string(url.substr(0, host + 1)) + std::string(href);
  if (href.starts_with('?')) return std::string(url.substr(0, url.find_first_of("?#"))) + std::string(href);
  if (!href.starts_with('/') || host == std::string_view::npos) return {};
  return std::string(url.substr(0, url.find('/', host + 3))) + std::string(href);
}

bool is_of_comments(std::string_view marker) {
  return marker.find("comment") != std::string_view::npos || marker.find("komentar") != std::string_view::npos ||
         marker.find("reply") != std::string_view::npos;
}

}  // namespace

std::optional<std::string> next_page_of(const Page& page, std::string_view url) {
  const std::string_view here = without_scheme(url), first = bare(here);
  const Numbered own = read(here);
  for (const std::string_view href : page.numbered) {
    const std::string next = absolute(utf8::trim(href), url);
    const Numbered that = read(without_scheme(next));
    if (that.marker.empty() || is_of_comments(that.marker)) continue;
    if (that.number == 2 && that.stem == first) return next;
    // "/foto/12" has a "/foto/13" beside it that is another article.
    const bool sure = own.marker.size() > 1 && that.marker == own.marker;
    if (sure && that.stem == own.stem && that.number == own.number + 1) return next;
  }
  return std::nullopt;
}

}  // namespace warta::extract
