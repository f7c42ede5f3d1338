// codebook: everything warta knows, read from data files and immutable afterwards.
// Takes  data folders; a later folder lies over the earlier ones, file by file (--codebook DIR).
// Gives  one Codebook: ontology, actors, places, and for each language its lexicon, roles, frames and forms.
// Fails  with bad_format: file, line and what is wrong with it. Examples of frames are run by `engine`.
// Costs  under 100 ms; threads share it freely.
// Tests  tests/codebook/, fuzz/codebook.cc. Formats: docs/formats/
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "codebook/actors.h"
#include "codebook/frames.h"
#include "codebook/lexicon.h"
#include "codebook/ontology.h"
#include "codebook/places.h"

namespace warta::codebook {

// The knowledge of one language.
struct Language {
  std::string name;  // "id"
  Lexicon lexicon;
  FrameBook frames;
  RoleBook roles;
  NameBook names;  // all actors, with this language's names before the others'
  TimeWords times;
  Phrases<std::vector<std::string>> contexts;  // word -> PLOVER contexts that it tells (contexts.tsv)
};

// Whether loading reads all languages, on a thread each, or each when it is first asked for, while the gazetteer is
// read on a thread of its own: less than half the start-up of a program that codes one.
enum class Loading : std::uint8_t { now, when_asked };

class Codebook {
 public:
  static Result<Codebook> load(const std::vector<std::string>& data_folders, Loading loading = Loading::now,
                               Examples examples = Examples::kept);

  const Ontology& ontology() const { return *ontology_; }
  // Waits until the gazetteer is read; what is wrong in it. From then on, and once a language was given, there are
  // places.
  Result<void> settle() const;
  const Places& places() const;
  // Fails with unsupported_language where there is none, else with what is wrong in its files or the gazetteer's.
  // Threads may share.
  Result<const Language*> language(std::string_view name) const;
  const std::vector<std::string>& languages() const { return names_; }
  std::string fingerprint() const;  // 16 hex digits over the bytes of every file read

 private:
  std::shared_ptr<const Ontology> ontology_;
  std::shared_ptr<struct Shelf> shelf_;  // the languages and the gazetteer
  std::vector<std::string> names_;
  std::uint64_t fingerprint_ = 0;
};

}  // namespace warta::codebook
