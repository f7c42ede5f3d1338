// What the fields of a record are called in JSON, tables and XML, and how they make a Record.
// Tests: tests/ingest/reader_test.cc, csv_test.cc, stories_xml_test.cc
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "base/result.h"
#include "ingest/ingest.h"

namespace warta::ingest {

enum class Field : std::uint8_t {
  id,
  text,     // plain text
  content,  // a page or a plain text: its bytes tell
  html,     // a page
  title,
  date,
  url,
  outlet,
  language,
  count_
};

// A name, and its rank among the names of the same field: the lowest counts where a record has several.
struct FieldName {
  std::string_view name;  // lower case, without "_", "-" and blanks
  Field field;
  std::uint8_t rank;
  bool json;  // also a key of JSON, where other keys stay unread: their values may be anything
};

const FieldName* field_named(std::string_view name);       // of a column, an element, an attribute
const FieldName* json_field_named(std::string_view name);  // as it is written

class Fields {
 public:
  // Blank values are absent; of values of one name the last counts.
  void set(const FieldName& name, std::string value);
  bool has(Field field) const { return slot(field).value.has_value(); }

  // text, else content, else html; fails with missing_text or too_large. Takes the values.
  Result<Record> record(const Limits& limits);

 private:
  struct Slot {
    std::optional<std::string> value;
    std::uint8_t rank = 0;
  };
  const Slot& slot(Field field) const { return slots_[static_cast<std::size_t>(field)]; }
  std::optional<std::string> take(Field field) { return std::move(slots_[static_cast<std::size_t>(field)].value); }

  std::array<Slot, static_cast<std::size_t>(Field::count_)> slots_;
};

}  // namespace warta::ingest
