#include "ontology.h"

#include <fmt/format.h>

#include <algorithm>

#include "lines.h"

namespace warta::codebook {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 17> kRoots{"",        "AGREE",    "CONSULT",  "SUPPORT", "CONCEDE", "COOPERATE",
                                                  "AID",     "RETREAT",  "REQUEST",  "ACCUSE",  "REJECT",  "THREATEN",
                                                  "PROTEST", "SANCTION", "MOBILIZE", "COERCE",  "ASSAULT"};
constexpr std::array<std::string_view, 14> kOperators{"",        "agree",  "promise", "offer",    "invite",
                                                      "request", "demand", "refuse",  "threaten", "plan",
                                                      "cancel",  "accuse", "condemn", "praise"};
constexpr double kScale = 10;  // scores run from -10 to 10

// The place of a name in an enum's list; the first one stands for none.
template <class Enum, std::size_t N>
std::optional<Enum> place(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto at = std::find(names.begin() + 1, names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<Enum>(at - names.begin());
}

std::size_t index(Root root) { return static_cast<std::size_t>(root); }

std::optional<double> score(std::string_view text) {
  const auto value = number<double>(text);
  return value && *value >= -kScale && *value <= kScale ? value : std::nullopt;
}

std::optional<int> quad(std::string_view text) {
  const auto value = number<int>(text);
  return value && *value >= 0 && *value <= 4 ? value : std::nullopt;
}

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 4 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view name(Root root) { return kRoots[index(root)]; }
std::optional<Root> parse_root(std::string_view name) { return place<Root>(kRoots, name); }
std::optional<Operator> parse_operator(std::string_view name) { return place<Operator>(kOperators, name); }

class OntologyReader {
 public:
  Result<void> read_roots(std::string_view text) {
    Table table = WARTA_TRY(Table::open("roots.tsv", text, {"root", "quad", "score"}, 3));
    std::array<bool, 17> seen{};
    while (WARTA_TRY(table.next())) {
      const auto root = parse_root(table.cell(0));
      if (!root) return table.wrong(fmt::format("no root of PLOVER: \"{}\"", table.cell(0)));
      if (std::exchange(seen[index(*root)], true)) return table.wrong(fmt::format("{} stands twice", table.cell(0)));
      const auto quad_class = quad(table.cell(1));
      if (!quad_class || *quad_class == 0)
        return table.wrong(fmt::format("the quad class is 1 to 4, not \"{}\"", table.cell(1)));
      const auto points = score(table.cell(2));
      if (!points) return table.wrong(fmt::format("the score is a number from -10 to 10, not \"{}\"", table.cell(2)));
      out_.quads_[index(*root)] = *quad_class;
      out_.root_scores_[index(*root)] = *points;
    }
    for (std::size_t i = 1; i < seen.size(); ++i)
      if (!seen[i])
        return wrong("roots.tsv", table.number(), fmt::format("the file ends without a row for {}", kRoots[i]));
    return {};
  }

  Result<void> read_modes(std::string_view text) {
    Table table = WARTA_TRY(Table::open("modes.tsv", text, {"root", "mode", "score"}, 3));
    while (WARTA_TRY(table.next())) {
      const auto root = parse_root(table.cell(0));
      if (!root) return table.wrong(fmt::format("no root of PLOVER: \"{}\"", table.cell(0)));
      if (table.cell(1).empty()) return table.wrong("a row without a mode");
      if (out_.has_mode(*root, table.cell(1)))
        return table.wrong(fmt::format("{} {} stands twice", table.cell(0), table.cell(1)));
      const auto points = score(table.cell(2));
      if (!points) return table.wrong(fmt::format("the score is a number from -10 to 10, not \"{}\"", table.cell(2)));
      out_.modes_.push_back({*root, std::string(table.cell(1)), *points});
    }
    return {};
  }

  Result<void> read_codes(std::string_view text) {
    Table table = WARTA_TRY(
        Table::open("cameo.tsv", text, {"code", "root", "mode", "quad", "goldstein", "name", "description"}, 6));
    while (WARTA_TRY(table.next())) out_.codes_.push_back(WARTA_TRY(read_code(table)));
    std::stable_sort(out_.codes_.begin(), out_.codes_.end(),
                     [](const CameoCode& a, const CameoCode& b) { return a.code < b.code; });
    for (std::size_t i = 1; i < out_.codes_.size(); ++i)
      if (out_.codes_[i].code == out_.codes_[i - 1].code && out_.codes_[i].root == out_.codes_[i - 1].root)
        return wrong("cameo.tsv", table.number(), fmt::format("code {} stands twice in the file", out_.codes_[i].code));
    return {};
  }

  Result<void> read_compose(std::string_view text) {
    Table table = WARTA_TRY(Table::open("compose.tsv", text, {"operator", "inner", "code", "mode"}, 3));
    while (WARTA_TRY(table.next())) out_.compose_.push_back(WARTA_TRY(read_composed(table)));
    const auto rank = [](const Ontology::Compose& row) {
      return row.prefix.empty() ? (row.root != Root::none ? 1 : 0) : 1 + row.prefix.size();
    };
    std::stable_sort(out_.compose_.begin(), out_.compose_.end(),
                     [&](const auto& a, const auto& b) { return rank(a) > rank(b); });
    return {};
  }

  Result<void> read_contexts(std::string_view text) {
    Table table = WARTA_TRY(Table::open("contexts.tsv", text, {"context", "description"}, 1));
    while (WARTA_TRY(table.next())) {
      if (table.cell(0).empty()) return table.wrong("a row without a context");
      if (std::find(out_.contexts_.begin(), out_.contexts_.end(), table.cell(0)) != out_.contexts_.end())
        return table.wrong(fmt::format("{} stands twice", table.cell(0)));
      out_.contexts_.emplace_back(table.cell(0));
    }
    return {};
  }

  Ontology take() { return std::move(out_); }

 private:
  Result<CameoCode> read_code(const Table& table) const {
    CameoCode code;
    code.code = table.cell(0);
    if (!is_code(code.code))
      return table.wrong(fmt::format("a CAMEO code has two to four digits, not \"{}\"", code.code));
    if (!table.cell(1).empty()) {
      const auto root = parse_root(table.cell(1));
      if (!root) return table.wrong(fmt::format("no root of PLOVER: \"{}\"", table.cell(1)));
      code.root = *root;
    }
    code.mode = table.cell(2);
    if (!code.mode.empty() && !out_.has_mode(code.root, code.mode))
      return table.wrong(fmt::format("\"{}\" is no mode of {} in modes.tsv", code.mode, table.cell(1)));
    code.quad = out_.quads_[index(code.root)];
    if (!table.cell(3).empty() && quad(table.cell(3)) != code.quad)
      return table.wrong(fmt::format("quad class \"{}\", but {} by its root", table.cell(3), code.quad));
    const auto goldstein =
        table.cell(4).empty() && code.root == Root::none ? std::optional<double>(0) : score(table.cell(4));
    if (!goldstein)
      return table.wrong(fmt::format("the Goldstein scale runs from -10 to 10; not \"{}\"", table.cell(4)));
    code.goldstein = *goldstein;
    code.name = table.cell(5);
    code.description = table.cell(6);
    if (code.name.empty()) return table.wrong("a code without a name");
    return code;
  }

  Result<Ontology::Compose> read_composed(const Table& table) const {
    Ontology::Compose row;
    const auto op = parse_operator(table.cell(0));
    if (!op) return table.wrong(fmt::format("no operator: \"{}\"", table.cell(0)));
    row.op = *op;
    const std::string_view inner = table.cell(1);
    if (const auto root = parse_root(inner))
      row.root = *root;
    else if (!inner.empty() && inner.size() <= 4 &&
             std::all_of(inner.begin(), inner.end(), [](char c) { return c >= '0' && c <= '9'; }))
      row.prefix = inner;
    else if (inner != "*")
      return table.wrong(fmt::format("inner is a prefix of a CAMEO code, a root or *, not \"{}\"", inner));
    const CameoCode* code = out_.find(table.cell(2), table.cell(3));
    if (!code) return table.wrong(fmt::format("cameo.tsv has no code \"{}\"", table.cell(2)));
    row.code = static_cast<std::uint32_t>(code - out_.codes_.data());
    row.mode = table.cell(3);
    if (!row.mode.empty() && !out_.has_mode(code->root, row.mode))
      return table.wrong(fmt::format("\"{}\" is no mode of {}", row.mode, name(code->root)));
    for (const Ontology::Compose& other : out_.compose_)
      if (other.op == row.op && other.prefix == row.prefix && other.root == row.root)
        return table.wrong(fmt::format("{} {} stands twice", table.cell(0), inner));
    return row;
  }

  Ontology out_;
};

Result<Ontology> Ontology::read(std::string_view roots, std::string_view modes, std::string_view cameo,
                                std::string_view compose, std::string_view contexts) {
  OntologyReader reader;
  WARTA_CHECK(reader.read_roots(roots));
  WARTA_CHECK(reader.read_modes(modes));
  WARTA_CHECK(reader.read_codes(cameo));
  WARTA_CHECK(reader.read_compose(compose));
  WARTA_CHECK(reader.read_contexts(contexts));
  return reader.take();
}

const CameoCode* Ontology::find(std::string_view code) const {
  const auto at = std::lower_bound(codes_.begin(), codes_.end(), code,
                                   [](const CameoCode& a, std::string_view b) { return a.code < b; });
  if (at != codes_.end() && at->code == code) return &*at;
  return nullptr;
}

const CameoCode* Ontology::find(std::string_view code, std::string_view mode) const {
  const CameoCode* const first = find(code);
  if (first == nullptr || mode.empty()) return first;
  const CameoCode* const end = codes_.data() + codes_.size();
  for (const CameoCode* at = first; at != end && at->code == code; ++at)
    if (has_mode(at->root, mode)) return at;
  return first;
}

bool Ontology::has_mode(Root root, std::string_view mode) const {
  return std::any_of(modes_.begin(), modes_.end(),
                     [&](const ModeInfo& info) { return info.root == root && info.mode == mode; });
}

std::optional<Ontology::Composed> Ontology::compose(Operator op, std::string_view inner) const {
  const CameoCode* act = find(inner);
  const Root root = act ? act->root : Root::none;
  for (const Compose& row : compose_) {
    if (row.op != op) continue;
    const bool fits = !row.prefix.empty() ? inner.substr(0, row.prefix.size()) == row.prefix
                                          : row.root == Root::none || row.root == root;
    if (fits) return Composed{&codes_[row.code], row.mode};
  }
  return std::nullopt;
}

}  // namespace warta::codebook
