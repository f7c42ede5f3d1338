#include "event/row.h"

#include "base/hash.h"

namespace warta::event {
namespace {

std::optional<std::string> some(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

class Maker {
 public:
  Maker(const extract::Article& article, std::string_view fingerprint, std::string_view version)
      : article_(article), fingerprint_(fingerprint), version_(version), key_(article_key(article)) {}

  Row make(const Event& event) const {
    Row row;
    row.article = row_article(article_);
    row.sentence = event.sentence;
    if (event.has_source) row.source = actor(event.source);
    if (event.target) row.target = actor(*event.target);
    row.code = event.code;
    row.mode = some(event.mode);
    row.contexts = event.contexts;
    row.status = event.status;
    if (event.attribution) row.attribution = RowAttribution{piece(event.attribution->span), event.attribution->code};
    row.date = event.date;
    if (event.place) row.place = RowPlace{std::string(event.place->span.of(article_.text)), *event.place};
    row.counts = event.counts;
    row.evidence = piece(event.evidence);
    row.trigger = piece(event.trigger);
    row.rule = event.rule;
    row.confidence = event.confidence;
    row.codebook = fingerprint_;
    row.version = version_;
    row.id = hex16(id_of(event));
    return row;
  }

 private:
  // Offsets count from the start of the part that the words stand in: the title's field or the text.
  Piece piece(Span span) const {
    const std::uint32_t from = span.begin >= article_.body_begin ? article_.body_begin : 0;
    return {std::string(span.of(article_.text)), {span.begin - from, span.end - from}};
  }

  RowActor actor(const Party& party) const {
    const std::string_view from = party.code.from();
    return {piece(party.span), party.code, some(from.substr(0, from.find(' '))), some(party.name), party.kind};
  }

  std::uint64_t id_of(const Event& event) const {
    Hasher hasher;
    hasher.add(key_).add(event.has_source ? event.source.span.begin : UINT32_MAX).add(event.source.code.text());
    hasher.add(event.target ? event.target->span.begin : UINT32_MAX).add(event.target ? event.target->code.text() : "");
    hasher.add(event.evidence.begin).add(event.evidence.end).add(event.code->code).add(name(event.status));
    return hasher.value();
  }

  const extract::Article& article_;
  std::string_view fingerprint_, version_;
  std::uint64_t key_;
};

}  // namespace

RowArticle row_article(const extract::Article& article) {
  RowArticle out{article.id, article.language, article.url, article.outlet, article.title, std::nullopt, std::nullopt};
  if (article.published) out.published = article.published->iso;
  return out;
}

std::uint64_t article_key(const extract::Article& article) {
  if (article.key) return *article.key;
  Hasher hasher;
  if (article.url)
    hasher.add(*article.url);
  else
    hasher.add(article.outlet.value_or("")).add(article.id);
  return hasher.add(article.text).value();
}

std::vector<Row> make_rows(const extract::Article& article, const std::vector<Event>& events,
                           std::string_view fingerprint, std::string_view version) {
  const Maker maker(article, fingerprint, version);
  std::vector<Row> rows;
  rows.reserve(events.size());
  for (const Event& event : events) rows.push_back(maker.make(event));
  return rows;
}

}  // namespace warta::event
