#include "codebook.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <thread>

#include "base/hash.h"
#include "folders.h"
#include "inflector.h"
#include "lines.h"

namespace warta::codebook {
namespace {

Result<Phrases<std::vector<std::string>>> read_contexts(std::string_view text, const Ontology& ontology,
                                                        const Morphology& morphology) {
  Phrases<std::vector<std::string>> out;
  Table table = WARTA_TRY(Table::open("contexts.tsv", text, {"context", "words"}, 2));
  Inflector inflector(morphology);
  const auto& known = ontology.contexts();
  while (WARTA_TRY(table.next())) {
    const std::string context(table.cell(0));
    if (std::find(known.begin(), known.end(), context) == known.end())
      return table.wrong(fmt::format("the ontology has no context \"{}\"", context));
    for (const std::string_view word : split(table.cell(1), '|'))
      inflector.each(WordClass::noun, word, [&](const auto& keys, Feature) {
        auto& contexts = out.at(keys, case_of(word));
        if (std::find(contexts.begin(), contexts.end(), context) == contexts.end()) contexts.push_back(context);
      });
  }
  return out;
}

NameBook::Files actor_files(const DataFiles& data) {
  return {data.text("actors/countries.tsv"), data.text("actors/organisations.tsv"), data.text("actors/groups.tsv"),
          data.text("actors/companies.tsv"), data.text("actors/persons.tsv")};
}

Result<FrameBook> read_frames(DataFiles& data, const std::string& folder, const Lexicon& lexicon,
                              const Ontology& ontology, Examples examples) {
  std::vector<FrameBook::File> files;
  for (const DataFiles::File* file : data.in(folder + "frames/"))
    files.push_back({file->name.substr(folder.size()), file->text});
  return FrameBook::read(files, lexicon, ontology, examples);
}

Result<std::shared_ptr<const Language>> read_language(DataFiles& data, const std::string& name,
                                                      const Ontology& ontology, Examples examples) {
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
  out->frames = WARTA_TRY(read_frames(data, folder, out->lexicon, ontology, examples).map_error(in_place(folder)));
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

// The languages, each read once, by the first thread that asks for it; the gazetteer, which knows none of them, is read
// meanwhile.
struct Shelf {
  struct Book {
    std::once_flag once;
    Result<std::shared_ptr<const Language>> language;
  };
  Shelf(DataFiles files, std::shared_ptr<const Ontology> shared, Examples kept_or_not)
      : data(std::move(files)), ontology(std::move(shared)), examples(kept_or_not) {
    for (std::string& name : data.languages()) books[std::move(name)];
  }

  const Result<std::shared_ptr<const Language>>& read(const std::string& name, Book& book) {
    std::call_once(book.once, [&] { book.language = read_language(data, name, *ontology, examples); });
    return book.language;
  }

  void begin_places() {
    reading = std::jthread([this] { places = read_places(data); });
  }
  const Result<std::shared_ptr<const Places>>& settled_places() {
    std::call_once(settled, [this] { reading.join(); });
    return places;
  }

  DataFiles data;
  std::shared_ptr<const Ontology> ontology;
  Examples examples;
  Result<std::shared_ptr<const Places>> places;
  std::map<std::string, Book, std::less<>> books;
  std::once_flag settled;
  std::jthread reading;  // the last member: ended before what it writes
};

Result<Codebook> Codebook::load(const std::vector<std::string>& data_folders, Loading loading, Examples examples) {
  DataFiles data = WARTA_TRY(DataFiles::read(data_folders));
  Codebook out;
  out.names_ = data.languages();
  out.fingerprint_ = data.fingerprint();
  const auto at = [&](std::string_view file) { return data.text(fmt::format("ontology/{}", file)); };
  out.ontology_ = std::make_shared<const Ontology>(
      WARTA_TRY(Ontology::read(at("roots.tsv"), at("modes.tsv"), at("cameo.tsv"), at("compose.tsv"), at("contexts.tsv"))
                    .map_error([&](Error error) { return data.located(std::move(error), "ontology/"); })));
  out.shelf_ = std::make_shared<Shelf>(std::move(data), out.ontology_, examples);
  Shelf& shelf = *out.shelf_;
  shelf.begin_places();
  if (loading == Loading::when_asked) return out;
  {  // one thread each
    std::vector<std::jthread> threads;
    for (auto& one : shelf.books) threads.emplace_back([&shelf, &one] { shelf.read(one.first, one.second); });
  }
  for (const std::string& name : out.names_)
    if (auto language = out.language(name); !language) return tl::unexpected<Error>(std::move(language.error()));
  return out;
}

Result<const Language*> Codebook::language(std::string_view name) const {
  const auto at = shelf_->books.find(name);
  if (at == shelf_->books.end()) return fail(Why::unsupported_language, fmt::format("no folder data/lang/{}", name));
  const auto& read = shelf_->read(at->first, at->second);
  if (!read) return tl::unexpected<Error>(read.error());
  WARTA_CHECK(settle());
  return read->get();
}

Result<void> Codebook::settle() const {
  const auto& places = shelf_->settled_places();
  if (!places) return tl::unexpected<Error>(places.error());
  return {};
}

const Places& Codebook::places() const { return **shelf_->places; }

std::string Codebook::fingerprint() const { return hex16(fingerprint_); }

}  // namespace warta::codebook
