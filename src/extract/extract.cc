#include "extract/extract.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "language.h"
#include "outlet.h"
#include "roles.h"

namespace warta::extract {

struct Extractor::Tables {
  Furniture furniture;
  Languages languages;
};

namespace {

constexpr std::size_t kLargest = std::size_t{1} << 30;  // offsets are 32 bits; ingest refuses far earlier
constexpr double kSure = 0.98;
constexpr std::size_t kSureWords = 25;

// The step from roles to an article; each function fills what its name says.
class Assembly {
 public:
  Assembly(const LinedText& page, Roles& roles, Article& article) : page_(page), roles_(roles), article_(article) {}

  void blocks() {
    for (std::size_t i = 0; i < page_.lines.size(); i = roles_.joined[i] + 1) {
      const Span span{page_.lines[i].span.begin, page_.lines[roles_.joined[i]].span.end};
      switch (roles_.of[i]) {
        case Role::title:
          add(BlockKind::title, span);
          break;
        case Role::deck:
          add(BlockKind::deck, span);
          break;
        case Role::heading:
          add(BlockKind::heading, span);
          break;
        case Role::paragraph:
          add(BlockKind::paragraph, without_dateline(i, span));
          break;
        case Role::caption:
          add_caption(page_.lines[i]);
          break;
        default:
          break;
      }
    }
    cut_closing_bracket();
  }

  void credits() {
    const Credits& header = roles_.credits;
    article_.authors = header.authors;
    for (const std::string& name : roles_.closing.authors)
      if (header.authors.empty() &&
          std::find(article_.authors.begin(), article_.authors.end(), name) == article_.authors.end())
        article_.authors.push_back(name);
    article_.editors = header.editors;
    for (const std::string& name : roles_.closing.editors)
      if (std::find(article_.editors.begin(), article_.editors.end(), name) == article_.editors.end())
        article_.editors.push_back(name);
    if (!article_.agency) article_.agency = header.agency ? header.agency : roles_.closing.agency;
  }

  void outlet() {
    if (!article_.outlet) article_.outlet = find_outlet(page_, roles_, dateline_outlet_);
  }

  // The best stamp of the page: in the header, with a time, announced by a label; never one of the body.
  std::optional<Stamp> stamp() const {
    std::optional<Stamp> best;
    int most = 0;
    for (std::size_t i = 0; i < page_.lines.size(); ++i) {
      if (!roles_.stamps[i] || roles_.of[i] != Role::stamp) continue;
      const Line& line = page_.lines[i];
      int points = 2 + (roles_.stamps[i]->hour ? 3 : 0) + (roles_.stamps[i]->weekday ? 1 : 0) +
                   (roles_.stamps[i]->zone.empty() ? 0 : 1);
      if (line.holds & bit(Kind::published))
        points += 3;
      else if (line.holds & bit(Kind::updated))
        points -= 2;
      if (i > roles_.lead) points -= 3;
      if (points > most) most = points, best = roles_.stamps[i];
    }
    return best;
  }

 private:
  void add(BlockKind kind, Span span) {
    span = trimmed(page_.text, span);
    if (!span.empty()) article_.blocks.push_back({kind, span});
  }

  Span without_dateline(std::size_t i, Span span) {
    const auto& dateline = roles_.datelines[i];
    if (!dateline || (!dateline->sure && i != roles_.lead) || dateline->body >= span.end) return span;
    if (!article_.dateline && !dateline->place.empty()) article_.dateline = dateline->place;
    if (!article_.agency) article_.agency = dateline->agency;
    if (!dateline_outlet_) dateline_outlet_ = dateline->outlet;
    return {dateline->body, span.end};
  }

  void cut_closing_bracket() {
    const auto is_paragraph = [](const Block& block) { return block.kind == BlockKind::paragraph; };
    const auto last = std::find_if(article_.blocks.rbegin(), article_.blocks.rend(), is_paragraph);
    if (last == article_.blocks.rend()) return;
    const Span bracket = closing_bracket(page_, last->span, roles_.closing);
    if (bracket.begin > last->span.begin) last->span = trimmed(page_.text, {last->span.begin, bracket.begin});
  }

  // A line that only credits the photographer is no caption, and many pages print theirs twice.
  void add_caption(const Line& line) {
    if ((line.starts & bit(Kind::caption)) && line.word_count <= 6) return;
    for (const Span known : article_.captions)
      if (known.of(page_.text) == line.span.of(page_.text)) return;
    article_.captions.push_back(line.span);
  }

  const LinedText& page_;
  Roles& roles_;
  Article& article_;
  std::optional<std::string> dateline_outlet_;
};

Error refused(const Article& article, Why why, std::string note) {
  return Error{why, std::move(note), article.file, article.record, 0};
}

// What an error quotes of a field.
std::string_view beginning(std::string_view text) {
  std::size_t size = std::min<std::size_t>(text.size(), 60);
  while (!utf8::is_boundary(text, size)) --size;
  return text.substr(0, size);
}

std::vector<Span> spans_of(const std::vector<Block>& blocks) {
  std::vector<Span> spans;
  spans.reserve(blocks.size());
  for (const Block& block : blocks) spans.push_back(block.span);
  return spans;
}

// What the record says unless its text clearly speaks another language, else the guess.
std::string told_language(const Article& article, const std::optional<std::string>& field, const Languages& languages) {
  const LanguageGuess guess = languages.guess(article.text, spans_of(article.blocks));
  const std::string named = field ? languages.code_of(*field) : std::string();
  std::size_t bytes = 0;
  for (const Block& block : article.blocks) bytes += block.span.size();
  const bool clear = guess.probability >= kSure && bytes >= kSureWords * 6;
  return named.empty() || clear ? guess.language : named;
}

Result<std::string> settle_language(const Article& article, const std::optional<std::string>& field,
                                    const Options& options, const Languages& languages) {
  const std::string language = options.language ? *options.language : told_language(article, field, languages);
  if (language == "id" || language == "en") return language;
  return tl::unexpected<Error>(refused(
      article, Why::unsupported_language,
      fmt::format("the text is {}; warta reads Indonesian (id) and English (en)", languages.name_of(language))));
}

// A date that the record or the user gives must be one.
Result<void> settle_date(Article& article, const std::optional<std::string>& field, const Options& options) {
  const auto bad = [&](std::string note) {
    return tl::unexpected<Error>(refused(article, Why::bad_date, std::move(note)));
  };
  if (field && !article.published) return bad(fmt::format("not a date from 1990 to 2100: \"{}\"", beginning(*field)));
  if (article.published || !options.published) return {};
  const int year = static_cast<int>(std::chrono::year_month_day{options.published->day}.year());
  if (year < 1990 || year > 2100) return bad("the given date is not from 1990 to 2100: " + options.published->iso);
  article.published = options.published;
  return {};
}

void put_title_first(ingest::Record& record, Article& article) {
  article.text = std::move(record.text);
  if (!record.title) return;
  const std::string_view title = utf8::trim(*record.title);
  article.title = std::string(title);
  article.text.insert(0, std::string(title) + "\n\n");
  article.body_begin = static_cast<std::uint32_t>(title.size()) + 2;
  article.blocks.push_back({BlockKind::title, {0, static_cast<std::uint32_t>(title.size())}});
}

}  // namespace

Result<Extractor> Extractor::load(const std::vector<std::string>& data_folders) {
  auto furniture = WARTA_TRY(Furniture::load(data_folders));
  auto languages = WARTA_TRY(Languages::load(data_folders));
  Extractor extractor;
  extractor.tables_ = std::make_shared<const Tables>(Tables{std::move(furniture), std::move(languages)});
  return extractor;
}

Result<Article> Extractor::extract(ingest::Record record, const Options& options) const {
  Article article;
  article.id = std::move(record.id);
  article.file = std::move(record.file);
  article.record = record.number;
  article.url = std::move(record.url);
  article.outlet = std::move(record.outlet);
  if (record.text.size() > kLargest)
    return tl::unexpected<Error>(refused(article, Why::too_large, "the text is too long"));
  if (record.form == ingest::Form::page)
    return tl::unexpected<Error>(refused(article, Why::no_body, "an HTML page; give its text"));
  put_title_first(record, article);

  const LinedText page = read_lines(article.text, article.body_begin, tables_->furniture, tables_->languages);
  Roles roles = find_roles(page, article.title);
  Assembly assembly(page, roles, article);
  assembly.blocks();
  assembly.credits();
  assembly.outlet();
  if (article.blocks.empty())
    return tl::unexpected<Error>(refused(article, Why::no_body, "nothing but furniture of a page"));
  if (!article.title)
    for (const Block& block : article.blocks)
      if (block.kind == BlockKind::title) article.title = std::string(block.span.of(article.text));

  article.language = WARTA_TRY(settle_language(article, record.language, options, tables_->languages));
  if (record.date)
    article.published = read_date(*record.date, article.language, tables_->furniture, tables_->languages);
  else if (const auto stamp = assembly.stamp())
    article.published = published_of(*stamp, article.language);
  WARTA_CHECK(settle_date(article, record.date, options));
  return article;
}

LanguageGuess Extractor::language_of(std::string_view text) const {
  return tables_->languages.guess(text, {{0, static_cast<std::uint32_t>(std::min(text.size(), kLargest))}});
}

}  // namespace warta::extract
