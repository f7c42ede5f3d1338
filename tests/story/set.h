// Sets of reports in case files (cases/), so that what must be one and what must stay apart is written without C++.
//
//   report  NAME DAY [names=A,B] [text=...]           an article; `-` for DAY: unknown. `text` comes last on its line
//   event   NAME.EVENT ROOT CODE SOURCE TARGET [...]  an event of it; actors as IDN:GOV, `-` for nobody. Further:
//             day=D or day=D/D (told by the text; else the day of publication stands for it; day=none: not even that)
//             status=S  sentence=N  killed=N  arrested=N  source=A,B  target=A,B (names)  words=a,b (of its evidence)
//             place=NAME|COUNTRY|DIVISION|LATITUDE|LONGITUDE|GEONAMES
//   one     EVENT EVENT ...    one occurrence
//   apart   EVENT EVENT ...    each another
//   story   NAME NAME ...      articles of one story
//   stories NAME NAME ...      each of another story
#pragma once
#include <algorithm>
#include <charconv>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/hash.h"
#include "case_file.h"
#include "signature.h"
#include "story/story.h"
#include "words.h"

namespace warta::story::test {

using warta::test::Case;

inline std::vector<std::string> parted(const std::string& text, char mark) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    if (end > at || mark == '|') out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

inline Words words_of(const std::string& list) {
  Words words;
  for (const std::string& word : parted(list, ',')) words.push_back(word_hash(word));
  settle(words, kNames);
  return words;
}

class Set {
 public:
  explicit Set(const Case& item) {
    for (const auto& [key, value] : item.fields) {
      if (key == "report") add_report(value);
      if (key == "event") add_event(value);
    }
  }

  const std::vector<Report>& reports() const { return reports_; }
  std::size_t report(const std::string& name) const { return numbers_.at(name); }

  // The id of an event in what was made of the reports.
  std::uint64_t occurrence(const std::vector<Placed>& placed, const std::string& name) const {
    const auto [report, event] = events_.at(name);
    return placed[report].occurrences[event];
  }

 private:
  void add_report(const std::string& line) {
    Report out;
    const std::string head = line.substr(0, line.find(" text="));
    const auto words = parted(head, ' ');
    numbers_[words.at(0)] = reports_.size();
    out.key = hash(words.at(0));
    if (words.at(1) != "-") out.published = day(words.at(1));
    for (const std::string& word : words)
      if (word.rfind("names=", 0) == 0) out.names = words_of(word.substr(6));
    Signer signer;
    if (head.size() < line.size()) signer.add(line.substr(head.size() + 6));
    out.signature = signer.signature();
    reports_.push_back(std::move(out));
  }

  void add_event(const std::string& line) {
    const auto words = parted(line, ' ');
    const std::size_t number = numbers_.at(words.at(0).substr(0, words[0].find('.')));
    Report& report = reports_[number];
    Happening out;
    out.id = hash(words[0]);
    out.sentence = static_cast<std::uint32_t>(report.happenings.size());
    out.trigger = 100 * out.sentence;
    out.root = codebook::parse_root(words.at(1)).value();
    out.cameo = words.at(2);
    out.source.code = actor(words.at(3));
    out.target.code = actor(words.at(4));
    if (report.published) out.date = event::EventDate{single(*report.published), event::DateBasis::publication};
    for (std::size_t i = 5; i < words.size(); ++i) set(out, words[i]);
    events_[words[0]] = {number, report.happenings.size()};
    report.happenings.push_back(std::move(out));
  }

  static void set(Happening& out, const std::string& word) {
    const auto mark = word.find('=');
    const std::string key = word.substr(0, mark), value = word.substr(mark + 1);
    const auto count = [&](event::Count what) {
      out.counts[static_cast<std::size_t>(what)] = event::Bounds{std::stoll(value), std::stoll(value)};
    };
    if (key == "day")
      set_day(out, value);
    else if (key == "status")
      out.status = event::parse_status(value).value();
    else if (key == "sentence")
      out.sentence = static_cast<std::uint32_t>(std::stoul(value));
    else if (key == "killed")
      count(event::Count::killed);
    else if (key == "arrested")
      count(event::Count::arrested);
    else if (key == "source")
      out.source.names = words_of(value);
    else if (key == "target")
      out.target.names = words_of(value);
    else if (key == "words")
      out.evidence = words_of(value);
    else if (key == "place")
      out.place = place(value);
    else
      throw std::runtime_error("a case file says " + word);
  }

  static void set_day(Happening& out, const std::string& value) {
    out.date.reset();
    if (value == "none") return;
    const auto ends = parted(value, '/');
    out.date = event::EventDate{{day(ends.front()), day(ends.back())}, event::DateBasis::text};
  }

  static event::EventPlace place(const std::string& value) {
    const auto parts = parted(value, '|');
    event::EventPlace out;
    out.name = parts.at(0);
    out.country = parts.at(1);
    out.admin1 = parts.at(2);
    if (!parts.at(3).empty()) out.latitude = std::stod(parts[3]);
    if (!parts.at(4).empty()) out.longitude = std::stod(parts[4]);
    if (!parts.at(5).empty()) out.geonames_id = static_cast<std::uint32_t>(std::stoul(parts[5]));
    return out;
  }

  static codebook::ActorCode actor(std::string text) {
    if (text == "-") return {};
    std::replace(text.begin(), text.end(), ':', ' ');
    return codebook::ActorCode::parse(text).value();
  }
  static Day day(const std::string& text) { return parse_iso_day(text).value(); }

  std::vector<Report> reports_;
  std::map<std::string, std::size_t> numbers_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> events_;
};

}  // namespace warta::story::test
