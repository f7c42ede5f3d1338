// Failures are values. Result<T> holds a T or an Error that says why (a closed list), where (file, record, byte) and,
// in words, what was found and what to do. No exception crosses a room's door; only `cli` prints.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace warta {

// Why an input, a record, a sentence or a would-be event was refused. word() gives the name used in the ledger.
enum class Why : std::uint8_t {
  // reading
  cannot_open,      // no such file, or no permission
  read_failed,      // the system failed in mid-file
  truncated,        // a compressed stream ends before its end mark
  bad_compression,  // a compressed stream whose bytes are not what its header promised
  too_large,        // beyond a limit of limits.h
  bad_json,         // not a JSON object, or a field of the wrong type
  missing_text,     // a record without a text, or an empty one
  bad_encoding,     // neither valid UTF-8 nor UTF-16
  binary,           // bytes that are no text: NULs, control characters
  bad_record,       // a record of an archive, a table, a mail, an XML file that breaks its format
  not_served,       // an archived answer that is no page: its HTTP status is not 200
  other_media,      // an archived picture, script, feed: a media type that holds no article
  // fetching
  bad_feed,             // a feed, or a list of feeds, that is none or breaks off
  fetch_failed,         // no answer, or not the one that was asked for
  forbidden_by_robots,  // robots.txt of the host asks not to fetch it (RFC 9309)
  private_address,      // a host whose address is not public: loopback, a local network
  // a store
  store_busy,      // another program holds its file
  bad_store,       // a file that is no store, is damaged, or is of another version
  other_codebook,  // a store that another codebook coded
  store_failed,    // it cannot be written: a full disk, a file that may only be read
  bad_query,       // SQL that is wrong, not allowed, or beyond its limits
  // understanding an article
  unsupported_language,  // told as Malay or another language that has no folder in data/lang
  no_body,               // nothing but furniture: menus, captions, links
  bad_date,              // a date that is none, in the future, or before 1990
  // files of knowledge
  bad_format,      // a line of a data file that does not follow docs/formats
  bad_model,       // a model file that is damaged or of another version
  example_failed,  // a frame whose own example does not come out
  bad_usage,       // an option or argument that makes no sense
  // would-be events
  negated,        // the narrator says it did not happen
  no_actor,       // no political actor as source or target
  no_target,      // the frame asks for a target and the text names none
  same_actor,     // source and target are one and the same
  no_root,        // a CAMEO statement (01x), which PLOVER does not count
  embedded,       // content of a request, threat or refusal that is told by the outer act (plover.md, 5)
  norm,           // a rule or wish, not an act: "harus", "should"
  sports,         // game, not politics
  markets,        // prices and shares
  entertainment,  // film, novel, show business
  figurative,     // metaphor, or an agent that cannot act
  unpolitical,    // an article in which states, officials and armed groups hardly appear
  caption,        // furniture of the page
  duplicate,      // the same event from a second trigger of the same clause
  too_long,       // a sentence beyond the limit
  count_          // not a reason: how many there are
};

std::string_view word(Why why);         // "bad_json"
std::string_view explanation(Why why);  // one line, for the ledger's summary

struct Error {
  Why why{};
  std::string note;          // what was found and what to do
  std::string file;          // empty: not known here
  std::uint64_t record = 0;  // counted from 1; 0: the file itself
  std::uint64_t offset = 0;  // bytes from the start of the (decompressed) file

  // "FILE, record 3, byte 120: not JSON: ..."
  std::string message() const;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Why why, std::string note, std::uint64_t offset = 0) {
  return tl::unexpected<Error>(Error{why, std::move(note), {}, 0, offset});
}

}  // namespace warta

// The value of a Result, or return its error. A statement expression, which GCC and clang share. Use it before anything
// else in its statement is made: neither compiler destroys what a braced list or a call's arguments hold already when
// it returns from their midst.
#define WARTA_TRY(expression)                                                                          \
  __extension__({                                                                                      \
    auto warta_try_result = (expression);                                                              \
    if (!warta_try_result) return tl::unexpected<::warta::Error>(std::move(warta_try_result.error())); \
    std::move(*warta_try_result);                                                                      \
  })
// The same for Result<void>.
#define WARTA_CHECK(expression)                                                                            \
  do {                                                                                                     \
    auto warta_check_result = (expression);                                                                \
    if (!warta_check_result) return tl::unexpected<::warta::Error>(std::move(warta_check_result.error())); \
  } while (false)
