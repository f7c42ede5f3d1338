#include "story/report.h"

#include "base/hash.h"
#include "signature.h"
#include "words.h"

namespace warta::story {
namespace {

Side side(const std::optional<event::RowActor>& actor, const codebook::Language& language) {
  Side out;
  if (!actor) return out;
  out.code = actor->code;
  add_names(actor->words.text, Piece::phrase, language, out.names);
  if (actor->name) add_names(*actor->name, Piece::phrase, language, out.names);
  settle(out.names, kEvidenceWords);
  return out;
}

Happening happening(const event::Row& row, const codebook::Language& language) {
  Happening out;
  out.id = parse_hex16(row.id).value_or(0);
  out.sentence = row.sentence;
  out.trigger = row.trigger.span.begin;
  out.root = row.code->root;
  out.cameo = row.code->code;
  out.status = row.status;
  out.source = side(row.source, language);
  out.target = side(row.target, language);
  out.date = row.date;
  if (row.place) {
    out.place = row.place->where;
    out.place->span = {};
  }
  out.counts = row.counts;
  add_words(row.evidence.text, out.evidence);
  settle(out.evidence, kEvidenceWords);
  return out;
}

}  // namespace

Report report_of(const extract::Article& article, const std::vector<event::Row>& rows,
                 const codebook::Language& language) {
  Report out;
  out.key = event::article_key(article);
  out.language = article.language;
  if (article.published) out.published = article.published->day;
  Signer signer;
  for (const extract::Block& block : article.blocks) {
    if (block.kind == extract::BlockKind::title) continue;  // each outlet writes its own
    const std::string_view text = block.span.of(article.text);
    signer.add(text);
    add_names(text, Piece::sentences, language, out.names);
  }
  out.signature = signer.signature();
  settle(out.names, kNames);
  out.happenings.reserve(rows.size());
  for (const event::Row& row : rows) out.happenings.push_back(happening(row, language));
  return out;
}

}  // namespace warta::story
