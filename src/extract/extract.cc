#include "extract/extract.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "article.h"
#include "base/utf8.h"

namespace warta::extract {

struct Extractor::Tables : ArticleTables {};

namespace {

constexpr std::size_t kLargest = std::size_t{1} << 30;  // offsets are 32 bits; ingest refuses far earlier
constexpr double kSure = 0.98;
constexpr std::size_t kSureWords = 25;

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
  if (language == "id" || language == "en" || options.any) return language;
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

Article named(ingest::Record& record) {
  Article article;
  article.id = std::move(record.id);
  article.key = record.key;
  article.file = std::move(record.file);
  article.record = record.number;
  article.url = std::move(record.url);
  article.outlet = std::move(record.outlet);
  return article;
}

// The address of a record's error is that of the record.
Error placed(Error error, const Article& article) {
  error.file = article.file;
  error.record = article.record;
  return error;
}

}  // namespace

std::string_view word(ArticleKind kind) {
  constexpr std::array<std::string_view, static_cast<std::size_t>(ArticleKind::count_)> kNames{
      "article", "live", "video", "gallery", "list", "front", "wall"};
  return kNames[static_cast<std::size_t>(kind)];
}

Result<Extractor> Extractor::load(const std::vector<std::string>& data_folders) {
  Extractor extractor;
  extractor.tables_ = std::make_shared<const Tables>(Tables{WARTA_TRY(ArticleTables::load(data_folders))});
  return extractor;
}

Result<Article> Extractor::extract(ingest::Record record, const Options& options) const {
  Article article = named(record);
  if (record.text.size() > kLargest)
    return tl::unexpected<Error>(refused(article, Why::too_large, "the text is too long"));
  const bool page = record.form == ingest::Form::page;
  std::unique_ptr<PageReading> reading;
  std::optional<Stamp> stamp;
  if (page) {
    auto read = PageReading::of(record, *tables_, article);
    if (!read) return tl::unexpected<Error>(placed(std::move(read.error()), article));
    reading = std::move(*read);
  } else {
    stamp = read_text(record, *tables_, article);
  }
  if (article.blocks.empty() && !options.any)
    return tl::unexpected<Error>(refused(article, Why::no_body, "nothing but furniture of a page"));

  const std::optional<std::string> field = record.language ? record.language
                                           : page          ? reading->language()
                                                           : std::nullopt;
  article.language = WARTA_TRY(settle_language(article, field, options, tables_->languages));
  if (page) reading->add_metadata(record, options.latest, *tables_, article);
  const bool overview = article.kind == ArticleKind::front || article.kind == ArticleKind::list;
  if (overview && !options.any)
    return tl::unexpected<Error>(
        refused(article, Why::no_body,
                fmt::format("a {}, which holds no article of its own",
                            article.kind == ArticleKind::front ? "front page" : "list of articles")));
  if (record.date)
    article.published = read_date(*record.date, article.language, tables_->furniture, tables_->languages);
  else if (stamp)
    article.published = published_of(*stamp, article.language);
  WARTA_CHECK(settle_date(article, record.date, options));
  return article;
}

LanguageGuess Extractor::language_of(std::string_view text) const {
  return tables_->languages.guess(text, {{0, static_cast<std::uint32_t>(std::min(text.size(), kLargest))}});
}

}  // namespace warta::extract
