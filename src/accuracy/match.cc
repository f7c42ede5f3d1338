#include "match.h"

#include <algorithm>
#include <set>
#include <vector>

#include "base/utf8.h"

namespace warta::accuracy {
namespace {

using codebook::Root;
using event::Row;

std::vector<std::string_view> words(std::string_view code) {
  std::vector<std::string_view> out;
  while (!code.empty()) {
    const std::string_view word = code.substr(0, code.find(' '));
    code.remove_prefix(std::min(word.size() + 1, code.size()));
    if (!word.empty()) out.push_back(word);
  }
  return out;
}

std::string code_of(const std::optional<event::RowActor>& actor) { return actor ? actor->code.text() : std::string(); }

bool same_sectors(std::string_view a, std::string_view b) {
  const auto sectors = [](std::string_view code) {
    const auto all = words(code);
    return std::set<std::string_view>(all.begin() + !all.empty(), all.end());
  };
  return sectors(a) == sectors(b);
}

// One holds the other: how much of a phrase is its core is a matter of taste.
bool same_words(std::string_view a, std::string_view b) {
  const std::string x = utf8::lower(a), y = utf8::lower(b);
  return x.find(y) != std::string::npos || y.find(x) != std::string::npos;
}

bool same_speaker(const GoldEvent& gold, const Row& row) {
  const std::string want = gold.speaker.value_or(""), got = row.attribution ? row.attribution->words.text : "";
  if (want.empty() || got.empty()) return want.empty() == got.empty();
  return same_words(want, got);
}

// A gold month is met by a day in it, a gold interval by what begins within it; no gold date by the day of publication.
bool same_date(const GoldEvent& gold, const Row& row) {
  const std::string got = row.date ? iso(row.date->days) : "";
  if (!gold.date) return !row.date || row.date->basis == event::DateBasis::publication;
  const std::string& want = *gold.date;
  if (got.starts_with(want)) return true;
  const std::size_t slash = want.find('/');
  return slash != std::string::npos && want.substr(0, slash) <= got && got <= want.substr(slash + 1);
}

bool same_place(const GoldEvent& gold, const Row& row) {
  const std::string want = gold.place.value_or("");
  if (want.empty() || !row.place) return want.empty() && !row.place;
  return !row.place->text.empty() && same_words(want, row.place->text);
}

// Each kind that the gold counts has the same bounds; an open bound of the gold matches any.
bool same_counts(const GoldEvent& gold, const Row& row) {
  for (std::size_t c = 0; c < gold.counts.size(); ++c) {
    const auto &want = gold.counts[c], &got = row.counts[c];
    if (!want) continue;
    if (!got || (want->low && want->low != got->low) || (want->high && want->high != got->high)) return false;
  }
  return true;
}

}  // namespace

bool reciprocal(Root root) {
  return root == Root::AGREE || root == Root::CONSULT || root == Root::SUPPORT || root == Root::COOPERATE ||
         root == Root::ASSAULT || root == Root::CONCEDE;
}

std::string_view country(std::string_view code) {
  const auto all = words(code);
  if (all.empty()) return {};
  constexpr std::array<std::string_view, 5> kKinds{"IGO", "NGO", "MNC", "IMG", "ISM"};
  const bool kind = std::find(kKinds.begin(), kKinds.end(), all[0]) != kKinds.end();
  return kind && all.size() > 1 && (all[1] == "UNO" || all[1] == "EUR") ? all[1] : all[0];
}

Key key(const GoldEvent& gold) {
  return {gold.root, std::string(country(gold.source.code)), std::string(country(gold.target.code))};
}

Key key(const Row& row) {
  return {row.code->root, std::string(country(code_of(row.source))), std::string(country(code_of(row.target)))};
}

bool same(const GoldEvent& gold, const Row& row) {
  const Key coded = key(row), own = key(gold);
  const auto is = [&](const Key& wanted) {
    return wanted == coded || (reciprocal(wanted.root) && wanted == coded.reversed());
  };
  if (is(own)) return true;
  if (!gold.alternative) return false;
  const Alternative& other = *gold.alternative;
  return is({other.root.value_or(own.root), other.source ? std::string(country(*other.source)) : own.source,
             other.target ? std::string(country(*other.target)) : own.target});
}

std::string_view name(Field field) {
  constexpr std::array<std::string_view, kFields> kNames{"sectors", "cameo", "status", "speaker",
                                                         "date",    "place", "counts", "mode"};
  return kNames[static_cast<std::size_t>(field)];
}

std::optional<bool> right(Field field, const GoldEvent& gold, const Row& row) {
  switch (field) {
    case Field::sectors:
      return same_sectors(gold.source.code, code_of(row.source)) && same_sectors(gold.target.code, code_of(row.target));
    case Field::cameo:  // the two or three digits that say what; the fourth says in which way
      return gold.cameo.substr(0, 3) == row.code->code.substr(0, 3);
    case Field::status:
      return gold.status == row.status;
    case Field::speaker:
      return same_speaker(gold, row);
    case Field::date:
      return same_date(gold, row);
    case Field::place:
      return gold.place_asked ? std::optional(same_place(gold, row)) : std::nullopt;
    case Field::counts: {
      const bool asked =
          std::any_of(gold.counts.begin(), gold.counts.end(), [](const auto& bounds) { return bounds.has_value(); });
      return asked ? std::optional(same_counts(gold, row)) : std::nullopt;
    }
    case Field::mode:
      return gold.mode && gold.root == row.code->root ? std::optional(gold.mode == row.mode) : std::nullopt;
    case Field::count_:
      break;
  }
  return std::nullopt;
}

}  // namespace warta::accuracy
