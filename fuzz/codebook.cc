// Bytes as files of a codebook: the first line names the reader, the rest is its file. Seeds: fuzz/seeds/codebook/
#include <cstdint>
#include <string>
#include <string_view>

#include "codebook/codebook.h"

namespace {

using namespace warta::codebook;

constexpr std::string_view kRoots =
    "root\tquad\tscore\nAGREE\t1\t1\nCONSULT\t1\t1\nSUPPORT\t1\t1\nCONCEDE\t1\t1\nCOOPERATE\t2\t1\nAID\t2\t1\nRETREAT\t"
    "2\t1\n"
    "REQUEST\t3\t1\nACCUSE\t3\t1\nREJECT\t3\t1\nTHREATEN\t3\t1\nPROTEST\t4\t1\nSANCTION\t4\t1\nMOBILIZE\t4\t1\nCOERCE\t"
    "4\t1\nASSAULT\t4\t1\n";
constexpr std::string_view kModes = "root\tmode\tscore\nCOERCE\tarrest\t-7\n";
constexpr std::string_view kCodes =
    "code\troot\tmode\tquad\tgoldstein\tname\tdescription\n173\tCOERCE\tarrest\t4\t-5\tArrest\t-\n";
constexpr std::string_view kMorphology =
    "class\tfeature\tstem\tform\tgroup\nnoun\tform\t*\t*s\nverb\tactive\tk[aiueo]*\tmeng*\tmen\n";
constexpr std::string_view kCountries = "code\ten\nKEN\tKenya\n";

void read_frames(std::string_view text) {
  const auto ontology = Ontology::read(kRoots, kModes, kCodes, "", "");
  const auto lexicon = Lexicon::read("", "@arms  pistol\n", kMorphology);
  if (ontology && lexicon) (void)FrameBook::read({{"frames/fuzz.txt", text}}, *lexicon, *ontology);
}

void read_as(std::string_view reader, std::string_view text) {
  if (reader == "frames")
    read_frames(text);
  else if (reader == "lexicon")
    (void)Lexicon::read(text, "", kMorphology);
  else if (reader == "classes")
    (void)Lexicon::read("", text, kMorphology);
  else if (reader == "morphology")
    (void)Lexicon::read("speech kecam\nclaim_noun kabar\n", "@arms  pistol\n", text);
  else if (reader == "countries")
    (void)NameBook::read({text, "", "", "", ""}, "id");
  else if (reader == "persons")
    (void)NameBook::read({kCountries, "", "", "", text}, "id");
  else if (reader == "places")
    (void)Places::read({{"places/fuzz.tsv", std::string(text)}});
  else if (reader == "time")
    (void)TimeWords::read(text);
  else if (reader == "roles")
    (void)RoleBook::read(text, Morphology());
  else if (reader == "cameo")
    (void)Ontology::read(kRoots, kModes, text, "", "");
  else if (reader == "compose")
    (void)Ontology::read(kRoots, kModes, kCodes, text, "");
  else if (reader == "roots")
    (void)Ontology::read(text, kModes, kCodes, "", "");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t end = input.find('\n');
  if (end != std::string_view::npos) read_as(input.substr(0, end), input.substr(end + 1));
  return 0;
}
