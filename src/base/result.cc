#include "base/result.h"

#include <fmt/format.h>

#include <array>

namespace warta {
namespace {

struct Words {
  std::string_view word, explanation;
};

// In the order of the enum.
constexpr std::array<Words, static_cast<std::size_t>(Why::count_)> kWords{{
    {"cannot_open", "a file that is not there or may not be read"},
    {"read_failed", "the system failed while reading"},
    {"truncated", "a compressed file that is cut off"},
    {"bad_compression", "a compressed file that is damaged"},
    {"too_large", "beyond a size limit"},
    {"bad_json", "not a JSON object with fields of the right type"},
    {"missing_text", "a record without text"},
    {"bad_encoding", "neither UTF-8 nor UTF-16"},
    {"binary", "bytes that are no text"},
    {"bad_record", "a record that breaks the format of its file"},
    {"not_served", "an archived answer without a page"},
    {"other_media", "an archived picture, script or other file that holds no article"},
    {"bad_feed", "a feed that cannot be understood"},
    {"fetch_failed", "a page or feed that could not be fetched"},
    {"forbidden_by_robots", "robots.txt asks not to fetch it"},
    {"private_address", "an address that is not public"},
    {"store_busy", "a store that another program holds"},
    {"bad_store", "a file that is no store, is damaged, or is of another version"},
    {"other_codebook", "a store that another codebook coded"},
    {"store_failed", "a store that cannot be written"},
    {"bad_query", "a query that cannot be answered"},
    {"unsupported_language", "a language that warta does not code"},
    {"no_body", "nothing but page furniture"},
    {"bad_date", "a date that cannot be"},
    {"bad_format", "a data file that breaks its format"},
    {"bad_model", "a model file that is damaged or of another version"},
    {"example_failed", "a frame whose example does not come out"},
    {"bad_usage", "wrong usage"},
    {"negated", "the text says it did not happen"},
    {"no_actor", "no political actor takes part"},
    {"no_target", "an act that needs a target has none"},
    {"same_actor", "source and target are the same"},
    {"no_root", "a mere statement, which has no PLOVER root"},
    {"embedded", "told by the act that it is the content of"},
    {"norm", "a rule or a wish, not an act"},
    {"sports", "sports"},
    {"markets", "markets and prices"},
    {"entertainment", "entertainment and fiction"},
    {"figurative", "a figure of speech"},
    {"unpolitical", "an article about something else than politics"},
    {"caption", "a caption or other page furniture"},
    {"duplicate", "the same event told twice in one clause"},
    {"too_long", "a sentence beyond the length limit"},
}};

}  // namespace

std::string_view word(Why why) { return kWords[static_cast<std::size_t>(why)].word; }
std::string_view explanation(Why why) { return kWords[static_cast<std::size_t>(why)].explanation; }

std::string Error::message() const {
  std::string where = file;
  if (record != 0) where += fmt::format("{}record {}", where.empty() ? "" : ", ", record);
  if (record != 0 || offset != 0) where += fmt::format("{}byte {}", where.empty() ? "" : ", ", offset);
  return fmt::format("{}{}{}{}{}", where, where.empty() ? "" : ": ", explanation(why), note.empty() ? "" : ": ", note);
}

}  // namespace warta
