// Accuracy on a treebank with given tokens and sentences.
#include "base/utf8.h"
#include "conllu.h"
#include "pipeline.h"
#include "syntax/train.h"

namespace warta::syntax {

Result<Scores> evaluate(const std::string& models_folder, const std::string& language, const std::string& file) {
  const auto sentences = WARTA_TRY(read_conllu_file(file));
  const Pipeline pipeline = WARTA_TRY(Pipeline::load(models_folder, language));
  Arena arena;
  std::uint64_t words = 0, upos = 0, lemmas = 0, uas = 0, las = 0;
  for (const GoldSentence& sentence : sentences) {
    arena.reset();
    SentenceReader reader(pipeline, arena);
    std::vector<Word> forms;
    for (const GoldWord& word : sentence.words) {
      Word made;
      made.form = word.form;
      made.lower = arena.copy(utf8::lower(word.form));
      forms.push_back(made);
    }
    reader.read(forms, true);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const GoldWord& gold = sentence.words[i];
      const std::uint32_t head = reader.heads()[i] == forms.size() ? 0 : reader.heads()[i] + 1;
      const bool attached = static_cast<int>(head) == gold.head;
      ++words;
      upos += reader.upos()[i] == gold.upos;
      lemmas += utf8::lower(reader.lemmas()[i]) == utf8::lower(gold.lemma);
      uas += attached;
      las += attached && reader.relations()[i].rel == gold.relation.rel;
    }
  }
  const auto percent = [&](std::uint64_t right) {
    return words == 0 ? 0.0 : 100.0 * static_cast<double>(right) / static_cast<double>(words);
  };
  return Scores{words, percent(upos), percent(lemmas), percent(uas), percent(las)};
}

}  // namespace warta::syntax
