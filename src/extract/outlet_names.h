// The names under which a page's own outlet goes, so that it is never taken for an author and its name is cut off
// titles: of its host, og:site_name, publisher, known outlets. Tests: tests/extract/metadata_test.cc
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tables.h"

namespace warta::extract {

class OutletNames {
 public:
  explicit OutletNames(const Furniture& furniture) : furniture_(furniture) {}

  void add(std::string_view name);             // "Republika Online", "@kompascom"
  void add_address(std::string_view url);      // its host: "https://www.suara.example.co.id/x"
  void add_address_in(std::string_view text);  // a host that stands bare: "kompas.com"

  // The outlet, a channel of it ("Kompas.com Regional"), another known outlet, a company ("PT Viva Media Baru"), a desk
  // ("Tim Redaksi") or an address: whatever signs and is no person.
  bool signs(std::string_view name) const;
  bool is(std::string_view name) const;  // just one of its names
  // The outlet or a channel of it.
  bool named(std::string_view name) const;

  bool is_of_host(std::string_view name) const;  // it and the host's name hold one another

  // The registrable name of the host: "kompas" of regional.kompas.com; empty: no address is known.
  const std::string& host_label() const { return host_label_; }
  const std::string& host() const { return host_; }
  std::string_view domain() const {  // "kompas.com" of regional.kompas.com
    return std::string_view(host_).substr(std::min(host_.rfind(host_label_ + "."), host_.size()));
  }

 private:
  bool is_collective(const std::vector<Word>& words, std::size_t i) const;
  bool is_key(std::string_view letters) const;

  const Furniture& furniture_;
  std::vector<std::string> keys_;  // letters only, folded
  std::string host_, host_label_;
};

// The host of an absolute http or https address, in small letters, without "www."; empty: none.
std::string host_of(std::string_view url);

}  // namespace warta::extract
