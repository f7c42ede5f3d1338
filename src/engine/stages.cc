#include "stages.h"

#include "guess.h"

namespace warta::engine {
namespace {

CodedArticle coded(extract::Article article, const std::vector<event::Row>& rows, const codebook::Language& language) {
  CodedArticle out;
  out.report = story::report_of(article, rows, language);
  out.article = event::row_article(article);
  if (article.published) out.published = article.published->day;
  out.text = std::move(article.text);
  out.body_begin = article.body_begin;
  out.body_end = article.body_end;
  out.authors = std::move(article.authors);
  return out;
}

}  // namespace

const syntax::Analyzer* Books::analyzer(std::string_view language) const {
  for (const auto& [name, analyzer] : analyzers)
    if (name == language) return &analyzer;
  return nullptr;
}

Outcome Worker::code(Result<ingest::Record> record, Ledger& ledger) {
  Outcome outcome;
  if (!record) {
    outcome.refused = std::move(record.error());
    outcome.file = outcome.refused->file;
    outcome.record = outcome.refused->record;
  } else {
    outcome.file = record->file;
    outcome.record = record->number;
    auto done = run(std::move(*record), ledger, outcome, nullptr, nullptr);
    if (!done) outcome.refused = std::move(done.error());
  }
  if (outcome.refused)
    ledger.count(outcome.refused->why);
  else
    ledger.keep_article();
  return outcome;
}

Result<void> Worker::inspect(ingest::Record record, Ledger& ledger, const std::function<void(const Stages&)>& look) {
  event::Trace trace;
  Outcome outcome;
  return run(std::move(record), ledger, outcome, &trace, &look);
}

Result<event::Features> Worker::features_of_pair(std::string_view language, std::string_view text,
                                                 const event::Pair& pair) {
  arena_.reset();
  extract::Article article;
  article.language = language;
  article.text = text;
  article.blocks.push_back({extract::BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
  const Reading reading = WARTA_TRY(read(article));
  return event::features_of_pair(article, reading.document, reading.mentions, books_.codebook, *reading.language,
                                 arena_, pair);
}

Result<void> Worker::run(ingest::Record record, Ledger& ledger, Outcome& outcome, event::Trace* trace,
                         const std::function<void(const Stages&)>* look) {
  arena_.reset();
  extract::Article article = WARTA_TRY(books_.extractor.extract(std::move(record), books_.options.extract));
  if (known_ && known_(event::article_key(article))) {
    outcome.known = true;
    return {};
  }
  const Reading reading = WARTA_TRY(read(article));
  for (const syntax::Sentence& sentence : reading.document.sentences)
    if (!sentence.parsed) ledger.count(Why::too_long);
  const auto events = event::find_events(article, reading.document, reading.mentions, books_.codebook,
                                         *reading.language, arena_, ledger, trace);
  outcome.rows = event::make_rows(article, events, books_.fingerprint, kVersion);
  if (look)  // and nobody takes the outcome
    (*look)(Stages{article, reading.document, reading.mentions, *trace, outcome.rows});
  else
    outcome.coded = coded(std::move(article), outcome.rows, *reading.language);
  return {};
}

Result<Worker::Reading> Worker::read(const extract::Article& article) {
  const auto language = books_.codebook.language(article.language);
  if (!language && language.error().why != Why::unsupported_language) return tl::unexpected<Error>(language.error());
  const syntax::Analyzer* analyzer = books_.analyzer(article.language);
  if (!language || !analyzer)
    return tl::unexpected<Error>(Error{Why::unsupported_language,
                                       "no folder data/lang/" + article.language + " with models", article.file,
                                       article.record, 0});
  const auto blocks = arena_.array<Span>(article.blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i] = article.blocks[i].span;
  const syntax::Document document = analyzer->analyze(article.text, blocks, arena_, guess_by(**language));
  return Reading{*language, document,
                 mention::find_mentions(article, document, **language, books_.codebook.places(), arena_)};
}

}  // namespace warta::engine
