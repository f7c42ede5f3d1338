// warta explain: the stages of each article in turn: what was read, the trees, who is named, which frames were tried
// and what became of them, the events.
#include <fmt/format.h>

#include <memory>

#include "session.h"
#include "table.h"
#include "visible.h"

namespace warta::cli {
namespace {

class Explainer {
 public:
  explicit Explainer(const engine::Stages& stages) : s_(stages) {}

  std::string text() {
    article();
    for (std::uint32_t i = 0; i < s_.document.sentences.size(); ++i) sentence(i);
    return std::move(out_);
  }

 private:
  template <class... Values>
  void line(fmt::format_string<Values...> format, Values&&... values) {
    out_ += fmt::format(format, std::forward<Values>(values)...);
    out_ += '\n';
  }
  std::string words(Span span) const { return visible(span.of(s_.article.text)); }

  void article() {
    line("article   {}", visible(s_.article.id));
    line("language  {}", s_.article.language);
    line("title     {}", visible(s_.article.title.value_or("-")));
    line("outlet    {}", visible(s_.article.outlet.value_or("-")));
    line("published {}", s_.article.published ? s_.article.published->iso : "-");
    line("dateline  {}", s_.article.dateline ? words(*s_.article.dateline) : "-");
    line("agency    {}", visible(s_.article.agency.value_or("-")));
    line("blocks    {} of {} bytes", s_.article.blocks.size(), s_.article.text.size());
  }

  void sentence(std::uint32_t i) {
    const syntax::Sentence& sentence = s_.document.sentences[i];
    line("\n[{}] {}", i, words(sentence.span));
    tree(sentence);
    for (const mention::Mention& m : s_.mentions.actors)
      if (m.sentence == i)
        line("  actor   {:<12} {:<8} {}", m.code.known() ? m.code.text() : "?", mention::name(m.kind), words(m.span));
    for (const mention::PlaceMention& p : s_.mentions.places)
      if (p.sentence == i) line("  place   {:<12} {}", p.country, words(p.span));
    for (const event::Step& step : s_.trace)
      if (step.sentence == i)
        line("  frame   {:<20} {:<6} {:<20} {}", step.frame, step.note, words(step.trigger),
             step.refused ? "refused: " + std::string(explanation(*step.refused)) : "coded");
    for (const event::Row& row : s_.rows)
      if (row.sentence == i) event(row);
  }

  void tree(const syntax::Sentence& sentence) {
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      const syntax::Token& token = s_.document.tokens[t];
      const std::string head = token.head == syntax::kNoHead ? "root" : words(s_.document.tokens[token.head].form);
      line("  {:>3} {:<18} {:<6} {:<12} {}", t - sentence.first + 1, words(token.form), syntax::name(token.upos),
           syntax::name(token.relation), head);
    }
  }

  void event(const event::Row& row) {
    const auto actor = [](const std::optional<event::RowActor>& a) {
      return a ? a->code.text() + " \"" + visible(a->words.text) + "\"" : std::string("-");
    };
    line("  EVENT   {} -> {} {} -> {}  {}{}{}{}  ({}, {:.2f})", actor(row.source), codebook::name(row.code->root),
         row.code->code, actor(row.target), event::name(row.status),
         row.attribution ? ", says " + visible(row.attribution->words.text) : "",
         row.date ? ", " + iso(row.date->days) : "", row.place ? ", in " + visible(row.place->text) : "", row.rule,
         row.confidence);
  }

  const engine::Stages& s_;
  std::string out_;
};

}  // namespace

void add_explain(CLI::App& app, int& code) {
  auto common = std::make_shared<Common>();
  CLI::App* command =
      app.add_subcommand("explain", "every stage of each article: trees, actors, frames tried, refusals, events");
  common->add_reading(*command);
  command->footer("Example:\n  echo \"Kenya's army freed five hostages.\" | warta explain --language en -");
  command->callback([common, &code] {
    code = show_stages(*common, [](const engine::Stages& stages) { return Explainer(stages).text(); });
  });
}

}  // namespace warta::cli
