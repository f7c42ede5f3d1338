// The form: a byte with its number, then the fields in the order of report.h. Numbers as LEB128, signed ones folded
// (zigzag); texts and lists behind their length; what may be absent behind a byte 0 or 1; a sorted list by differences.
#include <algorithm>
#include <bit>
#include <utility>

#include "story/report.h"

namespace warta::story {
namespace {

constexpr std::uint8_t kForm = 1;
constexpr std::uint64_t kLongest = 1'000'000;  // of a text or list: no report comes near it

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }
  void signed_number(std::int64_t value) {
    number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void day(Day value) { signed_number(value.time_since_epoch().count()); }
  void words(const Words& words) {
    number(words.size());
    std::uint32_t last = 0;
    for (const std::uint32_t word : words) number(word - std::exchange(last, word));
  }
  template <class T, class Put>
  void maybe(const std::optional<T>& value, Put&& put) {
    number(value.has_value());
    if (value) put(*value);
  }

  void side(const Side& side) {
    text(side.code.text());
    words(side.names);
  }
  void place(const event::EventPlace& place) {
    for (const std::string* part : {&place.name, &place.country, &place.admin1}) text(*part);
    for (const auto& degrees : {place.latitude, place.longitude})
      maybe(degrees, [&](double value) { number(std::bit_cast<std::uint64_t>(value)); });
    maybe(place.geonames_id, [&](std::uint32_t id) { number(id); });
  }
  void happening(const Happening& h) {
    number(h.id);
    number(h.sentence);
    number(h.trigger);
    number(static_cast<std::uint64_t>(h.root));
    text(h.cameo);
    number(static_cast<std::uint64_t>(h.status));
    side(h.source);
    side(h.target);
    maybe(h.date, [&](const event::EventDate& date) {
      day(date.days.first);
      day(date.days.last);
      number(static_cast<std::uint64_t>(date.basis));
    });
    maybe(h.place, [&](const event::EventPlace& where) { place(where); });
    for (const auto& count : h.counts) {
      maybe(count, [&](const event::Bounds& bounds) {
        for (const auto& bound : {bounds.low, bounds.high})
          maybe(bound, [&](std::int64_t value) { signed_number(value); });
      });
    }
    words(h.evidence);
  }

 private:
  std::string& out_;
};

// Reads what a Writer wrote. Once it failed it gives zeros, and says so at the end.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == bytes_.size()) break;
      const auto byte = static_cast<std::uint8_t>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    failed_ = true;
    return 0;
  }
  std::uint64_t at_most(std::uint64_t most) {
    const std::uint64_t value = number();
    failed_ = failed_ || value > most;
    return failed_ ? 0 : value;
  }
  std::uint32_t small() { return static_cast<std::uint32_t>(at_most(UINT32_MAX)); }
  std::int64_t signed_number() {
    const std::uint64_t value = number();
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
  }
  std::uint64_t length() {  // each element has a byte at least
    const std::uint64_t value = number(), left = bytes_.size() - at_;
    failed_ = failed_ || value > left || value > kLongest;
    return failed_ ? 0 : value;
  }
  std::string text() {
    const std::uint64_t size = length();
    at_ += size;
    return std::string(bytes_.substr(at_ - size, size));
  }
  Day day() {  // before the year 10000, after -10000
    constexpr std::int64_t kMost = 4'000'000;
    const std::int64_t value = signed_number();
    failed_ = failed_ || value > kMost || value < -kMost;
    return Day(std::chrono::days(failed_ ? 0 : value));
  }
  Words words() {
    Words out(length());
    std::uint32_t last = 0;
    for (std::uint32_t& word : out) {
      const std::uint32_t further = small();
      failed_ = failed_ || further > UINT32_MAX - last;
      word = last += failed_ ? 0 : further;
    }
    return out;
  }
  template <class T, class Get>
  void maybe(std::optional<T>& value, Get&& get) {
    if (at_most(1) == 1) value = get();
  }

  Side side() {
    Side out;
    if (const std::string code = text(); !code.empty()) {
      const auto parsed = codebook::ActorCode::parse(code);
      failed_ = failed_ || !parsed;
      if (parsed) out.code = *parsed;
    }
    out.names = words();
    return out;
  }
  event::EventPlace place() {
    event::EventPlace out;
    for (std::string* part : {&out.name, &out.country, &out.admin1}) *part = text();
    for (auto* degrees : {&out.latitude, &out.longitude})
      maybe(*degrees, [&] { return std::bit_cast<double>(number()); });
    maybe(out.geonames_id, [&] { return small(); });
    return out;
  }
  Happening happening() {
    Happening out;
    out.id = number();
    out.sentence = small();
    out.trigger = small();
    out.root = static_cast<codebook::Root>(at_most(static_cast<std::uint64_t>(codebook::Root::ASSAULT)));
    out.cameo = text();
    out.status = static_cast<event::Status>(at_most(static_cast<std::uint64_t>(event::Status::historical)));
    out.source = side();
    out.target = side();
    maybe(out.date, [&] {
      event::EventDate date;
      date.days.first = day();
      date.days.last = day();
      date.basis = static_cast<event::DateBasis>(at_most(static_cast<std::uint64_t>(event::DateBasis::publication)));
      return date;
    });
    maybe(out.place, [&] { return place(); });
    for (auto& count : out.counts) {
      maybe(count, [&] {
        event::Bounds bounds;
        for (auto* bound : {&bounds.low, &bounds.high}) maybe(*bound, [&] { return signed_number(); });
        return bounds;
      });
    }
    out.evidence = words();
    return out;
  }

  bool failed() const { return failed_; }
  bool done() const { return at_ == bytes_.size(); }
  std::size_t at() const { return at_; }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace

std::string pack(const Report& report) {
  std::string out(1, static_cast<char>(kForm));
  Writer writer(out);
  writer.number(report.key);
  writer.text(report.language);
  writer.maybe(report.published, [&](Day day) { writer.day(day); });
  for (const std::uint32_t least : report.signature) writer.number(least);
  writer.words(report.names);
  writer.number(report.happenings.size());
  for (const Happening& happening : report.happenings) writer.happening(happening);
  return out;
}

Result<Report> unpack(std::string_view bytes) {
  if (bytes.empty() || static_cast<std::uint8_t>(bytes.front()) != kForm)
    return fail(Why::bad_format, "a report of another version of warta; code the articles again");
  Reader reader(bytes.substr(1));
  Report out;
  out.key = reader.number();
  out.language = reader.text();
  reader.maybe(out.published, [&] { return reader.day(); });
  for (std::uint32_t& least : out.signature) least = reader.small();
  out.names = reader.words();
  for (std::uint64_t left = reader.length(); left > 0 && !reader.failed(); --left)
    out.happenings.push_back(reader.happening());
  if (reader.failed() || !reader.done())
    return fail(Why::bad_format, "a damaged report: code its article again", reader.at() + 1);
  return out;
}

}  // namespace warta::story
