#include "coded.h"

#include <algorithm>

namespace warta::accuracy {
namespace {

codebook::Root root_of(const codebook::Language& language, std::string_view frame) {
  const auto& frames = language.frames.frames();
  const auto found = std::find_if(frames.begin(), frames.end(), [&](const auto& f) { return f.name == frame; });
  return found != frames.end() && found->code ? found->code->root : codebook::Root::none;
}

void keep(const engine::Stages& stages, const codebook::Codebook& books, story::Window& window, CodedText& out) {
  out.text = std::string(stages.article.text);
  out.body_begin = stages.article.body_begin;
  for (const syntax::Sentence& sentence : stages.document.sentences) out.sentences.push_back(sentence.span);
  out.rows = stages.rows;
  const auto language = books.language(stages.article.language);
  if (language) story::stamp(window.add(story::report_of(stages.article, out.rows, **language)), out.rows);
  for (const event::Step& step : stages.trace)
    if (step.refused && language)
      out.refusals.push_back({step.trigger, step.sentence, step.frame, root_of(**language, step.frame), *step.refused});
}

}  // namespace

Result<CodedText> code(const engine::Engine& engine, story::Window& window, const GoldText& gold) {
  CodedText out;
  if (!gold.record) {
    out.refused = gold.record.error();
    return out;
  }
  const auto done =
      engine.inspect(*gold.record, [&](const engine::Stages& stages) { keep(stages, engine.codebook(), window, out); });
  if (done) return out;
  if (done.error().why == Why::bad_format || done.error().why == Why::bad_model)
    return tl::unexpected<Error>(done.error());
  out.refused = done.error();
  return out;
}

}  // namespace warta::accuracy
