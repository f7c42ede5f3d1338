// People: who a value of a page names, be it a meta element, an itemprop, a byline: "By Jane Doe and John Roe, Staff
// Writers", "DINI TEJA", "Nama - detikX", "Dr. Sri Lestari, M.Si.". The outlet, its desks, addresses and agencies are
// no authors; agencies are told apart. Tests: tests/extract/metadata_test.cc
#pragma once
#include <string_view>

#include "credits.h"
#include "language.h"
#include "outlet_names.h"

namespace warta::extract {

class People {
 public:
  People(const OutletNames& outlet, const Furniture& furniture, const Languages& languages)
      : outlet_(outlet), furniture_(furniture), languages_(languages) {}

  // Names of a value: those without a label are authors.
  Credits named_in(std::string_view value) const;
  // The credits of visible lines without what is no person; an agency among the authors becomes the agency.
  Credits persons_of(const Credits& credits) const;

 private:
  bool is_person(std::string_view name) const;
  bool is_chrome(const std::vector<Word>& words) const;
  const std::string* agency_of(std::string_view name) const;
  std::string_view bare(std::string_view name, std::optional<std::string>& agency) const;
  static bool repeats(const std::vector<Word>& words);
  static bool is_affiliation(std::string_view name);
  void sort(const std::vector<std::string>& names, std::vector<std::string>& persons, Credits& out) const;

  const OutletNames& outlet_;
  const Furniture& furniture_;
  const Languages& languages_;
};

// Whether two spellings are one person: "DINI TEJA" and "Dini Teja", "Jane Q. Doe" and "Jane Doe".
bool same_person(std::string_view a, std::string_view b);

}  // namespace warta::extract
