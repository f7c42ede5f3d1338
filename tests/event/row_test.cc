// From events to rows that stand for themselves. The fields: docs/formats/row.md
#include "event/row.h"

#include "mention/books.h"

namespace warta::event {
namespace {

constexpr std::string_view kTitle = "Kenya accuses Uganda", kBody = "Kenya accused Uganda in Gulu on Monday.";

extract::Article article_of() {
  extract::Article article;
  article.id = "a1";
  article.language = "en";
  article.outlet = "example.org";
  article.title = std::string(kTitle);
  article.published = extract::Published{"2024-05-15T08:00:00+03:00", *parse_iso_day("2024-05-15")};
  article.body_begin = static_cast<std::uint32_t>(kTitle.size() + 2);
  article.text = std::string(kTitle) + "\n\n" + std::string(kBody);
  return article;
}

// The words of a part of the article: of its body, or where asked of its title.
Span span_of(const extract::Article& article, std::string_view words, bool title = false) {
  const auto at = static_cast<std::uint32_t>(article.text.find(words, title ? 0 : article.body_begin));
  return {at, at + static_cast<std::uint32_t>(words.size())};
}

Event event_of(const extract::Article& article, bool title = false) {
  Event event;
  event.source = {span_of(article, "Kenya", title), *codebook::ActorCode::parse("KEN GOV"), "Kenya",
                  mention::Kind::title};
  event.target =
      Party{span_of(article, "Uganda", title), *codebook::ActorCode::parse("IGO UNO"), "", mention::Kind::name};
  event.code = test::books().ontology().find("112");
  event.trigger = span_of(article, title ? "accuses" : "accused", title);
  event.evidence = join(event.source.span, event.target->span);
  event.rule = "en/accuse";
  event.confidence = 0.85;
  return event;
}

Row row_of(const extract::Article& article, const Event& event) {
  return make_rows(article, {event}, "f00d", "0.1.0").at(0);
}

TEST(Row, OffsetsCountWithinTheBody) {
  const extract::Article article = article_of();
  const Row row = row_of(article, event_of(article));
  EXPECT_EQ(row.source->words.text, "Kenya");
  EXPECT_EQ(row.source->words.span, (Span{0, 5}));
  EXPECT_EQ(row.trigger.span.of(kBody), "accused");
  EXPECT_EQ(row.evidence.text, "Kenya accused Uganda");
  EXPECT_EQ(row.evidence.span.of(kBody), row.evidence.text);
}

TEST(Row, OffsetsOfATitleCountWithinIt) {
  const extract::Article article = article_of();
  const Row row = row_of(article, event_of(article, true));
  EXPECT_EQ(row.trigger.span.of(kTitle), "accuses");
  EXPECT_EQ(row.target->words.span.of(kTitle), "Uganda");
}

TEST(Row, WhatIsAbsentIsNull) {
  const extract::Article article = article_of();
  Event event = event_of(article);
  event.has_source = false;
  event.target.reset();
  const Row row = row_of(article, event);
  EXPECT_FALSE(row.source || row.target || row.mode || row.attribution || row.date || row.place || row.occurrence);
  EXPECT_FALSE(row.article.url || row.article.story);
  EXPECT_TRUE(row.contexts.empty());
  EXPECT_FALSE(row_of(article, event_of(article)).target->name) << "no canonical name is known";
}

TEST(Row, TellsTheArticleAndTheProgram) {
  const extract::Article article = article_of();
  const Row row = row_of(article, event_of(article));
  EXPECT_EQ(row.article.id, "a1");
  EXPECT_EQ(row.article.published, "2024-05-15T08:00:00+03:00") << "as the page has it";
  EXPECT_EQ(row.article.title, std::string(kTitle));
  EXPECT_EQ(row.codebook, "f00d");
  EXPECT_EQ(row.version, "0.1.0");
  EXPECT_EQ(row.rule, "en/accuse");
}

TEST(Row, CountryIsTheFirstPartOfTheCode) {
  const extract::Article article = article_of();
  const Row row = row_of(article, event_of(article));
  EXPECT_EQ(row.source->country, "KEN");
  EXPECT_EQ(row.target->country, "IGO");
  EXPECT_EQ(row.target->code.text(), "IGO UNO");
}

TEST(Row, PlaceAndAttributionKeepTheirWords) {
  const extract::Article article = article_of();
  Event event = event_of(article);
  event.place = EventPlace{span_of(article, "Gulu"), "Gulu", "UGA", "Northern", 2.77, 32.29, 233346u};
  event.attribution = Attribution{span_of(article, "Uganda"), *codebook::ActorCode::parse("UGA")};
  event.mode = "allege";
  const Row row = row_of(article, event);
  EXPECT_EQ(row.place->text, "Gulu");
  EXPECT_EQ(row.place->where.geonames_id, 233346u);
  EXPECT_EQ(row.attribution->words.text, "Uganda");
  EXPECT_EQ(row.mode, "allege");
}

TEST(Row, TheIdIsOfWhatTheRowSays) {
  const extract::Article article = article_of();
  const Event event = event_of(article);
  const Row row = row_of(article, event);
  EXPECT_EQ(row.id.size(), 16u);
  EXPECT_EQ(row.id, row_of(article, event).id);
  Event denied = event;
  denied.status = Status::denied;
  EXPECT_NE(row.id, row_of(article, denied).id);
  Event other = event;
  other.target.reset();
  EXPECT_NE(row.id, row_of(article, other).id);
  EXPECT_NE(row.id, row_of(article, event_of(article, true)).id);
  Event surer = event;
  surer.confidence = 0.5;
  EXPECT_EQ(row.id, row_of(article, surer).id) << "how sure we are is not what it says";
}

TEST(ArticleKey, IsItsAddressAndItsText) {
  const extract::Article article = article_of();
  extract::Article same = article;
  same.file = "elsewhere.txt";
  EXPECT_EQ(article_key(article), article_key(same));
  extract::Article renamed = article;
  renamed.id = "a2";
  EXPECT_NE(article_key(article), article_key(renamed));
  extract::Article changed = article;
  changed.text += " More.";
  EXPECT_NE(article_key(article), article_key(changed));
  extract::Article first = article, second = renamed;
  first.url = second.url = "https://example.org/1";
  EXPECT_EQ(article_key(first), article_key(second)) << "an address goes before the record's own id";
}

}  // namespace
}  // namespace warta::event
