#include "codebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "base/hash.h"
#include "folders.h"
#include "lines.h"

namespace warta::codebook {
namespace {

Result<Phrases<std::vector<std::string>>> read_contexts(std::string_view text, const Ontology& ontology,
                                                        const Morphology& morphology) {
  Phrases<std::vector<std::string>> out;
  Table table = WARTA_TRY(Table::open("contexts.tsv", text, {"context", "words"}, 2));
  const auto& known = ontology.contexts();
  while (WARTA_TRY(table.next())) {
    const std::string context(table.cell(0));
    if (std::find(known.begin(), known.end(), context) == known.end())
      return table.wrong(fmt::format("the ontology has no context \"{}\"", context));
    for (const std::string_view word : split(table.cell(1), '|'))
      for (const Morphology::Phrase& form : morphology.forms_of_phrase(WordClass::noun, word)) {
        auto& contexts = out.at(form.words, case_of(word));
        if (std::find(contexts.begin(), contexts.end(), context) == contexts.end()) contexts.push_back(context);
      }
  }
  return out;
}

NameBook::Files actor_files(const DataFiles& data) {
  return {data.text("actors/countries.tsv"), data.text("actors/organisations.tsv"), data.text("actors/groups.tsv"),
          data.text("actors/companies.tsv"), data.text("actors/persons.tsv")};
}

Result<FrameBook> read_frames(DataFiles& data, const std::string& folder, const Lexicon& lexicon,
                              const Ontology& ontology) {
  std::vector<FrameBook::File> files;
  for (const DataFiles::File* file : data.in(folder + "frames/"))
    files.push_back({file->name.substr(folder.size()), file->text});
  return FrameBook::read(files, lexicon, ontology);
}

Result<std::shared_ptr<const Language>> read_language(DataFiles& data, const std::string& name,
                                                      const Ontology& ontology) {
  const std::string folder = fmt::format("lang/{}/", name);
  const auto in_place = [&](std::string_view within) {
    return [&data, within](Error error) { return data.located(std::move(error), within); };
  };
  const auto text = [&](std::string_view file) { return data.text(folder + std::string(file)); };
  auto out = std::make_shared<Language>();
  out->name = name;
  out->lexicon = WARTA_TRY(
      Lexicon::read(text("lexicon.txt"), text("classes.txt"), text("morphology.tsv")).map_error(in_place(folder)));
  const Morphology& morphology = out->lexicon.morphology;
  out->frames = WARTA_TRY(read_frames(data, folder, out->lexicon, ontology).map_error(in_place(folder)));
  out->roles = WARTA_TRY(RoleBook::read(text("roles.tsv"), morphology).map_error(in_place(folder)));
  out->times = WARTA_TRY(TimeWords::read(text("time.tsv")).map_error(in_place(folder)));
  out->contexts = WARTA_TRY(read_contexts(text("contexts.tsv"), ontology, morphology).map_error(in_place(folder)));
  out->names = WARTA_TRY(NameBook::read(actor_files(data), name).map_error(in_place("actors/")));
  return out;
}

Result<std::shared_ptr<const Places>> read_places(DataFiles& data) {
  std::vector<Places::File> files;
  for (DataFiles::File* file : data.in("places/")) files.push_back({file->name, std::move(file->text)});
  auto places = Places::read(std::move(files));
  if (!places) return tl::unexpected<Error>(data.located(std::move(places.error()), ""));
  return std::make_shared<const Places>(std::move(*places));
}

}  // namespace

Result<Codebook> Codebook::load(const std::vector<std::string>& data_folders) {
  DataFiles data = WARTA_TRY(DataFiles::read(data_folders));
  Codebook out;
  out.names_ = data.languages();
  out.fingerprint_ = data.fingerprint();
  const auto at = [&](std::string_view file) { return data.text(fmt::format("ontology/{}", file)); };
  out.ontology_ = std::make_shared<const Ontology>(
      WARTA_TRY(Ontology::read(at("roots.tsv"), at("modes.tsv"), at("cameo.tsv"), at("compose.tsv"), at("contexts.tsv"))
                    .map_error([&](Error error) { return data.located(std::move(error), "ontology/"); })));
  // The gazetteer and the languages do not know of each other: one thread each, and the first failure in this order.
  std::vector<Result<std::shared_ptr<const Language>>> languages(out.names_.size());
  Result<std::shared_ptr<const Places>> places;
  {
    std::vector<std::jthread> threads;
    threads.emplace_back([&] { places = read_places(data); });
    for (std::size_t i = 0; i < languages.size(); ++i)
      threads.emplace_back([&, i] { languages[i] = read_language(data, out.names_[i], *out.ontology_); });
  }
  for (auto& language : languages) out.languages_.push_back(WARTA_TRY(std::move(language)));
  out.places_ = WARTA_TRY(std::move(places));
  return out;
}

const Language* Codebook::language(std::string_view name) const {
  for (const auto& language : languages_)
    if (language->name == name) return language.get();
  return nullptr;
}

std::string Codebook::fingerprint() const { return hex16(fingerprint_); }

}  // namespace warta::codebook
