#include "page_credits.h"

#include <algorithm>

#include "base/utf8.h"
#include "people.h"

namespace warta::extract {
namespace {

constexpr std::size_t kBylineBytes = 160;  // longer texts of author elements are biographies
constexpr std::uint32_t kReach = 24;       // blocks above the headline in which an author element counts
constexpr std::uint32_t kBelow = 80;       // and below the body, if it has a label: "Penulis: Siti Rahma"
constexpr std::size_t kNames = 16;

bool knows(const std::vector<std::string>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& known) { return same_person(known, name); });
}

// What one kind of source says.
struct Tier {
  Credits credits;
  float confidence = 0;
  Origin origin = Origin::visible;
};

class Finder {
 public:
  Finder(const CreditSources& sources, const OutletNames& outlet, const MetadataTables& tables)
      : sources_(sources), tables_(tables), people_(outlet, tables.furniture, tables.languages), outlet_(outlet) {}

  void find(Metadata& out) {
    labelled();
    metas(0.85f, 1.0f);
    linked();
    elements();
    metas(0.0f, 0.85f);
    beside_dates();
    last_lines();
    settle(out);
  }

 private:
  void add(const Credits& credits, float confidence, Origin origin) {
    tiers_.push_back({people_.persons_of(credits), confidence, origin});
  }

  // "Penulis: X", "Rep: X/ Red: Y" above the body, else the credits at its end.
  void labelled() {
    Credits header, closing;
    const auto& lines = sources_.around.lines.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const Role role = sources_.around.roles.of[i];
      if (role == Role::byline || role == Role::stamp)
        (i < sources_.around.closing ? header : closing).add(sources_.around.roles.of_line[i]);
      if (!header.agency) header.agency = named_source(i);
    }
    add(header, 0.95f, Origin::visible);
    add(closing, 0.9f, Origin::visible);
    Credits notes = sources_.around.roles.closing;  // "Reporting by X; Editing by Y", but not "(Joko Susilo)"
    for (const std::string& name : signatures().authors)
      notes.authors.erase(std::remove(notes.authors.begin(), notes.authors.end(), name), notes.authors.end());
    add(notes, 0.85f, Origin::visible);
  }
  Credits signatures() const {
    Credits credits;
    const Surroundings& around = sources_.around;
    for (std::size_t i = 0; i < around.lines.lines.size(); ++i)
      if (around.roles.of[i] == Role::signature) is_signature(around.lines, around.lines.lines[i], credits);
    return credits;
  }
  // "Sumber : The Telegraph": a newspaper too may be where an article comes from.
  std::optional<std::string> named_source(std::size_t i) const {
    Credits credits;
    const Line& line = sources_.around.lines.lines[i];
    if ((line.starts & bit(Kind::source)) == 0 || line.word_count > 8 || line.end == End::stop) return std::nullopt;
    read_credits(sources_.around.lines, line, credits);
    return credits.agency;
  }

  void metas(float least, float below) {
    Tier tier{{}, 0, Origin::meta};
    for (const MetaFact& fact : sources_.metas) {
      if (fact.confidence < least || fact.confidence >= below) continue;
      if (fact.field != MetaField::author && fact.field != MetaField::editor) continue;
      if (fact.field == MetaField::author && tier.confidence > fact.confidence) continue;  // surer ones have spoken
      const Credits named = people_.named_in(fact.value);
      auto& names = fact.field == MetaField::author ? tier.credits.authors : tier.credits.editors;
      names.insert(names.end(), named.authors.begin(), named.authors.end());
      tier.credits.editors.insert(tier.credits.editors.end(), named.editors.begin(), named.editors.end());
      if (!tier.credits.agency) tier.credits.agency = named.agency;
      if (fact.field == MetaField::author && !named.authors.empty()) tier.confidence = fact.confidence;
    }
    if (tier.confidence == 0) tier.confidence = least == 0 ? 0.6f : 0.9f;
    tiers_.push_back(std::move(tier));
  }

  void linked() {
    if (!sources_.linked) return;
    const LinkedItem& item = *sources_.linked;
    Credits creators, authors;
    read(item.creators, creators.authors, creators);
    read(item.editors, creators.editors, creators);
    read(item.authors, authors.authors, authors);
    for (const LinkedName& source : item.sources)
      if (!authors.agency) authors.agency = people_.named_in(source.name).agency;
    const bool apart =
        !creators.authors.empty() && !authors.authors.empty() && !knows(creators.authors, authors.authors[0]);
    if (apart) creators.editors.insert(creators.editors.end(), authors.authors.begin(), authors.authors.end());
    add(creators, apart ? 0.9f : 0.7f, Origin::json_ld);
    add(authors, 0.85f, Origin::json_ld);
  }
  void read(const std::vector<LinkedName>& names, std::vector<std::string>& into, Credits& credits) const {
    for (const LinkedName& one : names) {
      const Credits named = people_.named_in(one.name);
      if (!credits.agency) credits.agency = named.agency;
      if (one.organization) continue;
      into.insert(into.end(), named.authors.begin(), named.authors.end());
      credits.editors.insert(credits.editors.end(), named.editors.begin(), named.editors.end());
    }
  }

  // Elements whose itemprop, rel, class or id say that they hold the author: those of the kind that comes first.
  void elements() {
    Tier tier{{}, 0.8f, Origin::element};
    std::string_view classes;
    bool found = false;
    for (const MarkedElement& element : sources_.page.marked) {
      if (tier.credits.authors.size() + tier.credits.editors.size() >= kNames) break;
      const std::string_view text = element.text.of(sources_.page.text);
      const MetaField field = field_of(element);
      if (field == MetaField::count_ || text.empty() || text.size() > kBylineBytes || !is_near(element)) continue;
      if (element.block > sources_.around.blocks.back() && !is_labelled(text)) continue;
      if (field == MetaField::author && found && element.classes != classes) continue;
      Credits named = people_.named_in(text);
      if (element.itemprop.empty() && !is_labelled(text)) drop_single_words(named.authors);
      tier.credits.editors.insert(tier.credits.editors.end(), named.editors.begin(), named.editors.end());
      // A box of both kinds of names, "penulis-editor", has labels, which the lines around the article tell.
      if (field == MetaField::editor && utf8::trim(text).find('\n') != std::string_view::npos) continue;
      auto& names = field == MetaField::editor ? tier.credits.editors : tier.credits.authors;
      for (const std::string& name : named.authors)
        if (!knows(names, name)) names.push_back(name);
      if (field == MetaField::author && !named.authors.empty() && !found) found = true, classes = element.classes;
      if (!tier.credits.agency) tier.credits.agency = named.agency;
    }
    tiers_.push_back(std::move(tier));
  }
  MetaField field_of(const MarkedElement& element) const {
    for (const std::string_view names : {element.itemprop, element.id, element.classes})
      if (const MetaField field = tables_.keys.field_of(names);
          field == MetaField::editor || field == MetaField::author)
        return field;
    return (element.kinds & bit(ClassKind::author)) != 0 || element.rel == "author" ? MetaField::author
                                                                                    : MetaField::count_;
  }
  bool is_near(const MarkedElement& element) const {
    const auto& blocks = sources_.around.blocks;
    if (element.block >= sources_.page.blocks.size() || blocks.empty()) return false;
    const PageBlock& block = sources_.page.blocks[element.block];
    if (is_elsewhere(block, sources_.around.baseline) || (block.around & bit(Around::figure)) != 0) return false;
    if (((block.own | block.near) & (bit(ClassKind::caption) | bit(ClassKind::media))) != 0) return false;
    return element.block + kReach >= blocks.front() && element.block <= blocks.back() + kBelow;
  }
  // "Shares", "Talk": what stands in author elements beside the name, without a label.
  static void drop_single_words(std::vector<std::string>& names) {
    const auto is_single = [](const std::string& name) { return name.find(' ') == std::string::npos; };
    names.erase(std::remove_if(names.begin(), names.end(), is_single), names.end());
  }
  bool is_labelled(std::string_view text) const {
    const LinedText lines = read_lines(text, 0, tables_.furniture, tables_.languages);
    Credits credits;
    return !lines.lines.empty() && read_credits(lines, lines.lines.front(), credits);
  }

  // Names without a label between headline and body: on the line of the date, or next to it.
  void beside_dates() {
    Tier tier{{}, 0.55f, Origin::visible};
    const Surroundings& around = sources_.around;
    for (std::size_t i = 0; i < around.closing && i < around.lines.lines.size() && tier.credits.authors.empty(); ++i) {
      if (around.roles.of[i] != Role::stamp || !sources_.title_block || around.blocks[i] < *sources_.title_block)
        continue;
      if (around.roles.of_line[i].authors.empty()) tier.credits.authors = names_before_date(i);
      for (const std::size_t k : {i - 1, i + 1, i - 2, i + 2})
        if (tier.credits.authors.empty() && k < around.closing) tier.credits.authors = names_alone(k);
    }
    tiers_.push_back(std::move(tier));
  }
  // "Siti Rahma , Jurnalis-Rabu, 18 Juni 2025", "Siti Rahma · Minggu, 17 Agustus 2025"
  std::vector<std::string> names_before_date(std::size_t i) const {
    const LinedText& text = sources_.around.lines;
    const Line& line = text.lines[i];
    std::size_t end = line.first;
    while (end < line.last && text.words[end].upper && !begins_date(text, end, line.last)) ++end;
    if (end < line.first + 2 || end > line.first + 5 || end == line.last) return {};
    return persons(text.text.substr(line.span.begin, text.words[end - 1].end - line.span.begin));
  }
  static bool begins_date(const LinedText& text, std::size_t i, std::size_t last) {
    bool begins = text.words[i].digit;
    text.furniture->at(text.words, i, last, [&](const Phrase& phrase) {
      begins |= phrase.kind == Kind::weekday || phrase.kind == Kind::month || phrase.kind == Kind::author ||
                phrase.kind == Kind::role || phrase.kind == Kind::published || phrase.kind == Kind::updated;
    });
    return begins;
  }
  std::vector<std::string> names_alone(std::size_t i) const {
    const Surroundings& around = sources_.around;
    const PageBlock& block = sources_.page.blocks[around.blocks[i]];
    if (around.roles.of[i] != Role::open || (block.tag >= Tag::h1 && block.tag <= Tag::h6)) return {};
    if (around.blocks[i] <= *sources_.title_block || !looks_like_names(around.lines, around.lines.lines[i])) return {};
    return persons(around.lines.lines[i].span.of(around.lines.text));
  }
  // Words of outlets' names may be those of this one, which nothing else names.
  std::vector<std::string> persons(std::string_view text) const {
    std::vector<Word> words;
    find_words(text, 0, static_cast<std::uint32_t>(text.size()), 16, words);
    for (std::size_t i = 0; i < words.size(); ++i)
      if (tables_.furniture.longest(Kind::outlet_word, words, i, words.size())) return {};
    std::vector<std::string> names = people_.named_in(text).authors;
    drop_single_words(names);
    return names;
  }

  // The last line of the article: an agency, a name in capitals, "(Joko Susilo)", who may also be its editor.
  void last_lines() {
    const LinedText& text = sources_.around.lines;
    Tier tier{{}, 0.5f, Origin::visible};
    const std::size_t end = std::min(text.lines.size(), sources_.around.closing + 8);
    for (std::size_t i = sources_.around.closing; i < end; ++i) {
      const Line& line = text.lines[i];
      if (line.first == line.last || line.word_count > 4 || line.end != End::none) continue;
      const Phrase* agency = tables_.furniture.longest(Kind::agency, text.words, line.first, line.last);
      if (agency && line.first + agency->words == line.last && !outlet_.named(agency->value)) {
        if (!tier.credits.agency) tier.credits.agency = agency->value;
        continue;
      }
      const bool last = sources_.around.blocks[i] + 1 >= sources_.body.last;  // no heading between paragraphs
      const bool open = last && sources_.around.roles.of[i] == Role::open && in_capitals(text, line);
      if (open && tier.credits.authors.empty() && looks_like_names(text, line))
        tier.credits.authors.push_back(std::string(line.span.of(text.text)));
    }
    tier.credits.add(signatures());
    tier.credits.add(brackets());
    add(tier.credits, tier.confidence, Origin::visible);
  }
  // "... ujar dia. (Antara)": at the end of the last paragraphs.
  Credits brackets() const {
    constexpr std::size_t kTail = 160;
    Credits credits;
    const std::uint32_t end = std::min(sources_.body.last, static_cast<std::uint32_t>(sources_.page.blocks.size()));
    for (std::uint32_t i = std::max(sources_.body.first, end - std::min(end, 2u)); i < end; ++i) {
      const std::string_view text = sources_.page.of(sources_.page.blocks[i]);
      std::size_t from = text.size() - std::min(text.size(), kTail);
      while (!utf8::is_boundary(text, from)) ++from;
      const LinedText tail = read_lines(text.substr(from), 0, tables_.furniture, tables_.languages);
      if (!tail.lines.empty()) closing_bracket(tail, tail.lines.back().span, credits);
    }
    return credits;
  }

  // "DINI TEJA": words of three letters and more, since buttons are short: "GET IT".
  static bool in_capitals(const LinedText& text, const Line& line) {
    for (std::size_t i = line.first; i < line.last; ++i)
      if (text.words[i].end - text.words[i].begin < 3 || !text.words[i].all_upper) return false;
    return true;
  }

  // Editors are all that any source calls so; authors are those of the surest source that names one who is no editor.
  void settle(Metadata& out) {
    std::vector<std::string> editors;
    for (const Tier& tier : tiers_)
      for (const std::string& name : tier.credits.editors)
        if (!knows(editors, name) && editors.size() < kNames) {
          editors.push_back(name);
          out.editors.push_back({name, tier.confidence, tier.origin});
        }
    for (const Tier& tier : tiers_) {
      const bool labelled = tier.origin == Origin::visible && tier.confidence >= 0.85f;
      for (const std::string& name : tier.credits.authors)
        if ((labelled || !knows(editors, name)) && out.authors.size() < kNames)
          out.authors.push_back({name, tier.confidence, tier.origin});
      if (!out.authors.empty()) break;
    }
    out.agency = agency_of_dateline();
    for (const Tier& tier : tiers_)
      if (!out.agency && tier.credits.agency) out.agency = Fact{*tier.credits.agency, tier.confidence, tier.origin};
  }

  // "GENEVA (Reuters) -"; an agency's own pages name it too.
  std::optional<Fact> agency_of_dateline() const {
    const auto& agency = sources_.dateline_agency;
    if (!agency || outlet_.named(*agency)) return std::nullopt;
    return Fact{*agency, 0.9f, Origin::visible};
  }

  const CreditSources& sources_;
  const MetadataTables& tables_;
  People people_;
  const OutletNames& outlet_;
  std::vector<Tier> tiers_;
};

}  // namespace

void find_credits(const CreditSources& sources, const OutletNames& outlet, const MetadataTables& tables,
                  Metadata& out) {
  Finder(sources, outlet, tables).find(out);
}

}  // namespace warta::extract
