// The tags of an XML or SGML text, one after another in whatever portions it comes: enough to cut records out of a
// stream of any length without a tree. Comments, CDATA, processing instructions and document types are passed over.
// Tests: tests/ingest/stories_xml_test.cc
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warta::ingest {

struct Tag {
  enum class Kind : std::uint8_t { open, close, empty };
  Kind kind{};
  std::string_view name;
  std::size_t begin = 0, end = 0;  // bytes of the text, "<" to behind ">"
};

class TagScanner {
 public:
  enum class State : std::uint8_t { tag, more };

  // The next tag of `text`, which holds the same bytes as before and perhaps more behind them. `last`: nothing comes
  // behind it; then `more` means that there is no further tag.
  State next(std::string_view text, bool last, Tag& tag);

  std::size_t at() const { return at_; }                              // what stands before it is done with
  void drop(std::size_t bytes) { at_ -= bytes < at_ ? bytes : at_; }  // so many bytes of the text are gone
  void give_up() { ++at_; }  // after `more`: what begins here has no end within bounds and is text

 private:
  std::size_t at_ = 0;
};

}  // namespace warta::ingest
