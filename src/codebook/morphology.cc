// Makes the forms of words by data/lang/LANGUAGE/morphology.tsv. Each group of rows costs one comparison of affixes a
// word. Tests: tests/codebook/morphology_test.cc
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "lexicon.h"
#include "lines.h"

namespace warta::codebook {
namespace {

constexpr std::array<std::string_view, 6> kFeatures{"form", "active", "passive", "stative", "nominal", "participle"};

std::optional<Feature> parse_feature(std::string_view name) {
  const auto at = std::find(kFeatures.begin(), kFeatures.end(), name);
  if (at == kFeatures.end()) return std::nullopt;
  return static_cast<Feature>(at - kFeatures.begin());
}

std::uint8_t bit(Feature feature) { return static_cast<std::uint8_t>(1u << static_cast<unsigned>(feature)); }

// "[^aeiou]" to the letters it stands for; the text that is left behind it.
std::optional<std::bitset<256>> parse_class(std::string_view& text) {
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view letters = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  const bool others = !letters.empty() && letters[0] == '^';
  if (others) letters.remove_prefix(1);
  std::bitset<256> out;
  for (const char c : letters) {
    if (c < 'a' || c > 'z') return std::nullopt;
    out.set(static_cast<unsigned char>(c));
  }
  if (out.none()) return std::nullopt;
  return others ? ~out : out;
}

// Letters and classes up to the end: the classes must stand on the side of the star.
bool parse_side(std::string_view text, bool before_star, std::string& letters, std::vector<std::bitset<256>>& classes) {
  while (!text.empty()) {
    const bool is_class = text[0] == '[';
    if (is_class) {
      if (!before_star && !letters.empty()) return false;
      const auto set = parse_class(text);
      if (!set) return false;
      classes.push_back(*set);
      continue;
    }
    if (text[0] == ']' || text[0] == '*' || (before_star && !classes.empty())) return false;
    letters += text[0];
    text.remove_prefix(1);
  }
  return true;
}

std::string fill(std::string_view form, std::string_view star) {
  std::string out;
  for (const char c : form)
    if (c == '*')
      out += star;
    else
      out += c;
  return out;
}

}  // namespace

std::optional<Morphology::Pattern> Morphology::Pattern::parse(std::string_view text) {
  const std::size_t star = text.find('*');
  if (star == std::string_view::npos) return std::nullopt;
  Pattern out;
  if (!parse_side(text.substr(0, star), true, out.before, out.first)) return std::nullopt;
  if (!parse_side(text.substr(star + 1), false, out.after, out.last)) return std::nullopt;
  return out;
}

std::optional<std::string_view> Morphology::Pattern::star(std::string_view stem) const {
  const std::size_t least = std::max<std::size_t>(1, first.size() + last.size());
  if (stem.size() < before.size() + after.size() + least) return std::nullopt;
  if (stem.substr(0, before.size()) != before || stem.substr(stem.size() - after.size()) != after) return std::nullopt;
  const std::string_view star = stem.substr(before.size(), stem.size() - before.size() - after.size());
  for (std::size_t i = 0; i < first.size(); ++i)
    if (!first[i].test(static_cast<unsigned char>(star[i]))) return std::nullopt;
  for (std::size_t i = 0; i < last.size(); ++i)
    if (!last[i].test(static_cast<unsigned char>(star[star.size() - last.size() + i]))) return std::nullopt;
  return star;
}

class MorphologyReader {
 public:
  Result<Morphology> run(std::string_view file) {
    Table table = WARTA_TRY(Table::open("morphology.tsv", file, {"class", "feature", "stem", "form", "group"}, 4));
    while (WARTA_TRY(table.next())) WARTA_CHECK(read_row(table));
    for (Morphology::Group& group : out_.groups_)
      std::stable_sort(group.rows.begin(), group.rows.end(),
                       [](const auto& a, const auto& b) { return a.stem.letters() > b.stem.letters(); });
    return std::move(out_);
  }

 private:
  Result<void> read_row(const Table& table) {
    const bool noun = table.cell(0) == "noun";
    if (!noun && table.cell(0) != "verb")
      return table.wrong(fmt::format("the class is verb or noun, not \"{}\"", table.cell(0)));
    const WordClass word_class = noun ? WordClass::noun : WordClass::verb;
    if (noun && table.cell(1) == "first") {
      out_.first_word_of_noun_ = true;
      return {};
    }
    if (table.cell(2).empty()) return table.wrong("a row without a stem");
    if (table.cell(1) == "irregular") return read_irregular(table, word_class);
    const auto feature = parse_feature(table.cell(1));
    if (!feature)
      return table.wrong(
          fmt::format("no feature: \"{}\"; known: {} irregular", table.cell(1), fmt::join(kFeatures, " ")));
    auto pattern = Morphology::Pattern::parse(table.cell(2));
    if (!pattern)
      return table.wrong(
          fmt::format("no stem pattern: \"{}\"; it has one * and classes [abc] only beside it", table.cell(2)));
    Morphology::Row row{std::move(*pattern), {}};
    for (const std::string_view form : split(table.cell(3), '|')) row.forms.emplace_back(form);
    add(word_class, *feature, table.cell(4), std::move(row));
    return {};
  }

  void add(WordClass word_class, Feature feature, std::string_view name, Morphology::Row row) {
    if (!name.empty())
      for (Morphology::Group& group : out_.groups_)
        if (group.word_class == word_class && group.feature == feature && group.name == name) {
          group.rows.push_back(std::move(row));
          return;
        }
    Morphology::Group group{word_class, feature, std::string(name), {}};
    group.rows.push_back(std::move(row));
    out_.groups_.push_back(std::move(group));
  }

  Result<void> read_irregular(const Table& table, WordClass word_class) {
    const std::string_view stem = table.cell(2);
    if (stem.find_first_of("*[] ") != std::string_view::npos)
      return table.wrong(fmt::format("an irregular row is for one whole word, not \"{}\"", stem));
    const auto [at, fresh] = out_.irregular_[static_cast<std::size_t>(word_class)].try_emplace(utf8::lower(stem));
    if (!fresh) return table.wrong(fmt::format("{} is irregular twice", stem));
    const auto forms = split(table.cell(3), '|');
    if (forms.empty()) at->second.replaced = 0xff;
    for (const std::string_view form : forms) {
      const std::size_t mark = form.find('=');
      const auto feature = mark == std::string_view::npos ? Feature::form : parse_feature(form.substr(0, mark));
      if (!feature) return table.wrong(fmt::format("no feature: \"{}\"", form.substr(0, mark)));
      at->second.forms.push_back(
          {utf8::lower(mark == std::string_view::npos ? form : form.substr(mark + 1)), *feature});
      at->second.replaced |= bit(*feature);
      if (*feature == Feature::form) at->second.replaced |= bit(Feature::participle);  // English "cut|cutting"
    }
    return {};
  }

  Morphology out_;
};

Result<Morphology> Morphology::read(std::string_view file) { return MorphologyReader().run(file); }

std::vector<Morphology::Form> Morphology::forms(WordClass word_class, std::string_view stem) const {
  std::vector<Form> out;
  out.push_back({utf8::lower(stem), Feature::form});
  const std::string word = out.front().text;
  const auto add = [&](std::string text, Feature feature) {
    for (const Form& form : out)
      if (form.text == text) return;
    out.push_back({std::move(text), feature});
  };
  const auto& irregular = irregular_[static_cast<std::size_t>(word_class)];
  const auto at = irregular.find(word);
  const std::uint8_t replaced = at != irregular.end() ? at->second.replaced : std::uint8_t{0};
  if (at != irregular.end())
    for (const Form& form : at->second.forms) add(form.text, form.feature);
  for (const Group& group : groups_) {
    if (group.word_class != word_class || (replaced & bit(group.feature)) != 0) continue;
    for (const Row& row : group.rows) {
      if (!row.stem.may_fit(word)) continue;
      const auto star = row.stem.star(word);
      if (!star) continue;
      for (const std::string& form : row.forms) add(fill(form, *star), group.feature);
      break;
    }
  }
  return out;
}

}  // namespace warta::codebook
