#include "stamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/utf8.h"

namespace warta::extract {
namespace {

constexpr int kFirstYear = 1990, kLastYear = 2100;

// A number of a word or part of one; nullopt if it is none.
std::optional<unsigned> number(std::string_view text) {
  unsigned value = 0;
  const auto [stop, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view leading_digits(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && utf8::is_digit(static_cast<unsigned char>(text[i]))) ++i;
  return text.substr(0, i);
}

// Walks the words of a line and fills a stamp with what it meets.
class Finder {
 public:
  Finder(const LinedText& page, const Line& line) : page_(page), line_(line) {}

  std::optional<Stamp> find() {
    for (std::size_t i = line_.first; i < line_.last;) {
      const std::size_t took = step(i);
      if (took != 0) last_hit_ = i + took, stamp_.words += static_cast<std::uint32_t>(took);
      i += took == 0 ? 1 : took;
    }
    if (!dated_) return std::nullopt;
    return stamp_;
  }

 private:
  std::string_view word(std::size_t i) const {
    if (i >= line_.last) return {};
    return page_.text.substr(page_.words[i].begin, page_.words[i].end - page_.words[i].begin);
  }
  // The bytes between two neighbouring words are this one mark and nothing else.
  bool joined(std::size_t i, char mark) const {
    return i + 1 < line_.last && page_.words[i].end + 1 == page_.words[i + 1].begin &&
           page_.text[page_.words[i].end] == mark;
  }
  const Phrase* phrase(Kind kind, std::size_t i) const {
    if (kind != Kind::meridiem && !(line_.holds & bit(kind))) return nullptr;  // as the line was read
    return page_.furniture->longest(kind, page_.words, i, line_.last);
  }
  bool near() const { return !dated_ || stamp_.words < 16; }

  std::size_t step(std::size_t i) {
    if (const Phrase* day = phrase(Kind::weekday, i)) {
      stamp_.weekday = true;
      return day->words;
    }
    if (const std::size_t took = iso_date(i)) return took;
    if (const std::size_t took = dated_ ? 0 : numeric_date(i)) return took;
    if (const std::size_t took = dated_ ? 0 : named_date(i)) return took;
    if (const std::size_t took = clock(i)) return took;
    return zone(i);
  }

  bool set(unsigned y, unsigned m, unsigned d, bool either) {
    if (y < 100) y += 2000;
    if (y < kFirstYear || y > kLastYear || !civil_day(static_cast<int>(y), m, d)) return false;
    stamp_.year = static_cast<int>(y), stamp_.month = m, stamp_.day = d;
    stamp_.either_order = either && d <= 12 && m <= 12 && d != m;
    dated_ = true;
    return true;
  }

  // 2024-01-18, 2024-01-18T08 (":25:00+07:00" is left to clock and zone), 2024/01/18
  std::size_t iso_date(std::size_t i) {
    if (dated_ || !page_.words[i].digit) return 0;
    const std::string_view text = word(i);
    if (text.size() >= 10 && text[4] == '-' && text[7] == '-') {
      const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)), d = number(text.substr(8, 2));
      if (!y || !m || !d || !set(*y, *m, *d, false)) return 0;
      if (text.size() >= 13 && (text[10] == 'T' || text[10] == 't')) {
        const auto hour = number(text.substr(11, 2));
        if (hour && *hour < 24 && joined(i, ':')) return 1 + minutes(i, *hour);
      }
      return 1;
    }
    if (text.size() == 4 && joined(i, '/') && joined(i + 1, '/')) {
      const auto y = number(text), m = number(word(i + 1)), d = number(word(i + 2));
      if (y && m && d && set(*y, *m, *d, false)) return 3;
    }
    return 0;
  }

  // 12/02/2025, 12-02-2025, 12.02.2025
  std::size_t numeric_date(std::size_t i) {
    if (!page_.words[i].digit) return 0;
    if (joined(i, '/') && joined(i + 1, '/')) {
      const auto a = number(word(i)), b = number(word(i + 1)), y = number(word(i + 2));
      return a && b && y && (word(i + 2).size() == 4 || word(i + 2).size() == 2) && day_month(*a, *b, *y) ? 3 : 0;
    }
    const std::string_view text = word(i);
    for (const char mark : {'-', '.'}) {
      const std::size_t one = text.find(mark), two = one == std::string_view::npos ? one : text.find(mark, one + 1);
      if (two == std::string_view::npos || text.size() - two != 5) continue;
      const auto a = number(text.substr(0, one)), b = number(text.substr(one + 1, two - one - 1)),
                 y = number(text.substr(two + 1));
      if (a && b && y && day_month(*a, *b, *y)) return 1;
    }
    return 0;
  }
  bool day_month(unsigned a, unsigned b, unsigned y) { return b <= 12 ? set(y, b, a, true) : set(y, a, b, false); }

  // "18 Jan 2024", "18th of January, 2024", "January 18, 2024", "Jan. 18 2024"
  std::size_t named_date(std::size_t i) {
    if (const Phrase* month = phrase(Kind::month, i)) {
      const auto d = ordinal(word(i + 1)), y = number(word(i + 2));
      return d && y && word(i + 2).size() == 4 && set(*y, *number(month->value), *d, false) ? 3 : 0;
    }
    const auto d = ordinal(word(i));
    if (!d) return 0;
    for (std::size_t gap = 1; gap <= 2; ++gap) {
      const Phrase* month = i + gap < line_.last ? phrase(Kind::month, i + gap) : nullptr;
      if (!month) continue;
      const auto y = number(word(i + gap + 1));
      const std::size_t digits = word(i + gap + 1).size();
      if (y && (digits == 4 || digits == 2) && set(*y, *number(month->value), *d, false)) return gap + 2;
    }
    return 0;
  }
  static std::optional<unsigned> ordinal(std::string_view text) {
    const std::string_view digits = leading_digits(text);
    if (digits.empty() || digits.size() > 2 || text.size() - digits.size() > 2) return std::nullopt;
    for (const char c : text.substr(digits.size()))
      if (!utf8::is_letter(static_cast<unsigned char>(c))) return std::nullopt;
    return number(digits);
  }

  // ":25" and ":25:00" behind an hour
  std::size_t minutes(std::size_t i, unsigned hour) {
    if (!joined(i, ':')) return 0;
    const std::string_view text = word(i + 1);
    const std::string_view digits = leading_digits(text);
    const auto minute = number(digits);
    if (digits.size() != 2 || !minute || *minute > 59) return 0;
    stamp_.hour = hour, stamp_.minute = *minute;
    std::size_t took = 1;
    if (joined(i + 1, ':')) {
      const auto second = number(leading_digits(word(i + 2)).substr(0, 2));
      if (second && *second < 60) stamp_.second = *second, took = 2;
    }
    const std::size_t last = i + took;
    half_of_day(word(last).substr(leading_digits(word(last)).size()), last + 1, took);
    offset(last);
    return took;
  }

  // 14:20, 14.20, 3:22 pm, 3pm, 9:00 a.m., 20.04, "1425 GMT", "0825"
  std::size_t clock(std::size_t i) {
    if (!page_.words[i].digit || stamp_.hour || !near()) return 0;
    const std::string_view text = word(i), digits = leading_digits(text);
    const auto hour = number(digits);
    if (!hour || digits.size() > 4) return 0;
    if (digits.size() <= 2 && *hour < 24) {
      if (joined(i, ':') && digits.size() == text.size()) {
        const std::size_t took = minutes(i, *hour);
        return took == 0 ? 0 : took + 1;
      }
      if (text.size() >= digits.size() + 3 && text[digits.size()] == '.')
        return dotted(i, *hour, text.substr(digits.size() + 1));
      std::size_t took = 1;
      if (half_of_day(text.substr(digits.size()), i + 1, took)) {
        stamp_.hour = twelve(*hour), stamp_.minute = 0;
        return took;
      }
    }
    if (digits.size() == 4 && text.size() == 4 && *hour < 2400 && *hour % 100 < 60 && phrase(Kind::zone, i + 1)) {
      stamp_.hour = *hour / 100, stamp_.minute = *hour % 100;
      return 1;
    }
    return 0;
  }
  std::size_t dotted(std::size_t i, unsigned hour, std::string_view rest) {
    const std::string_view digits = leading_digits(rest);
    const auto minute = number(digits);
    if (digits.size() != 2 || !minute || *minute > 59) return 0;
    std::size_t took = 1;
    const bool half = half_of_day(rest.substr(2), i + 1, took);
    // "20.04" alone may be a price or a share; a date before it or a zone behind it makes it a time.
    if (!half && !phrase(Kind::zone, i + 1) && !(dated_ && rest.size() == 2)) return 0;
    stamp_.hour = half ? twelve(hour) : hour, stamp_.minute = *minute;
    return took;
  }

  // "pm" glued to the digits or as the next word; sets the hour if it is set already.
  bool half_of_day(std::string_view glued, std::size_t next, std::size_t& took) {
    const Phrase* half = nullptr;
    if (!glued.empty()) {
      std::vector<Word> words;
      find_words(glued, 0, static_cast<std::uint32_t>(glued.size()), 2, words);
      half = page_.furniture->longest(Kind::meridiem, words, 0, words.size());
    } else if (next < line_.last && (half = phrase(Kind::meridiem, next))) {
      took += half->words;
    }
    if (!half) return false;
    stamp_.meridiem = true, afternoon_ = half->value == "12";
    if (stamp_.hour) stamp_.hour = twelve(*stamp_.hour);
    return true;
  }
  unsigned twelve(unsigned hour) const { return hour > 12 ? hour : hour % 12 + (afternoon_ ? 12 : 0); }

  // "+07:00", "+0700", "Z" right behind the digits of a time
  void offset(std::size_t i) {
    std::string_view rest = page_.text.substr(page_.words[i].begin, line_.span.end - page_.words[i].begin);
    rest.remove_prefix(leading_digits(rest).size());
    if (rest.size() > 1 && rest[0] == '.') {  // fractions of seconds
      rest.remove_prefix(1);
      rest.remove_prefix(leading_digits(rest).size());
    }
    if (!rest.empty() && (rest[0] == 'Z' || rest[0] == 'z') &&
        (rest.size() == 1 || !utf8::is_letter(static_cast<unsigned char>(rest[1]))))
      stamp_.zone = "+00:00";
    // "16:07:38 -0600" of RFC 5322: four digits, since "10:00 -12:00" is a stretch of time
    if (rest.size() >= 6 && rest[0] == ' ' && leading_digits(rest.substr(2)).size() == 4) rest.remove_prefix(1);
    signed_offset(rest);
  }
  bool signed_offset(std::string_view rest) {
    if (rest.size() < 2 || (rest[0] != '+' && rest[0] != '-')) return false;
    const std::string_view hours = leading_digits(rest.substr(1));
    unsigned h = 0, m = 0;
    if (hours.size() == 4)
      h = *number(hours.substr(0, 2)), m = *number(hours.substr(2));
    else if (hours.size() == 1 || hours.size() == 2)
      h = *number(hours);
    else
      return false;
    const std::string_view behind = rest.substr(1 + hours.size());
    if (hours.size() <= 2 && behind.size() >= 3 && behind[0] == ':')
      if (const std::string_view digits = leading_digits(behind.substr(1)); digits.size() == 2) m = *number(digits);
    if (h > 14 || m > 59) return false;
    stamp_.zone = fmt::format("{}{:02}:{:02}", rest[0], h, m);
    return true;
  }

  std::size_t zone(std::size_t i) {
    const Phrase* named = phrase(Kind::zone, i);
    if (!named) return zone_with_dash(i);
    if (!stamp_.zone.empty() || !(stamp_.hour || dated_) || i != last_hit_) return 0;
    const std::uint32_t end = page_.words[i + named->words - 1].end;
    if (named->value == "+00:00" && signed_offset(page_.text.substr(end, line_.span.end - end)))
      return named->words + 1;
    stamp_.zone = named->value;
    return named->words;
  }
  // "UTC-3": one word, since dashes join.
  std::size_t zone_with_dash(std::size_t i) {
    const std::size_t dash = word(i).find('-');
    if (dash == std::string_view::npos || !stamp_.zone.empty() || !stamp_.hour || i != last_hit_) return 0;
    std::vector<Word> words;
    find_words(word(i), 0, static_cast<std::uint32_t>(dash), 2, words);
    const Phrase* named = page_.furniture->longest(Kind::zone, words, 0, words.size());
    const std::uint32_t begin = page_.words[i].begin + static_cast<std::uint32_t>(dash);
    if (!named || named->value != "+00:00" || !signed_offset(page_.text.substr(begin, line_.span.end - begin)))
      return 0;
    return joined(i, ':') ? 2 : 1;
  }

  const LinedText& page_;
  const Line& line_;
  Stamp stamp_;
  bool dated_ = false, afternoon_ = false;
  std::size_t last_hit_ = 0;
};

// Summer time of the zones that the table marks: the United States from the second Sunday of March to the first of
// November (Energy Policy Act of 2005), Europe from the last Sunday of March to that of October (Directive 2000/84/EC).
bool summer(Day day, int year, std::string_view rule) {
  using namespace std::chrono;
  const auto y = std::chrono::year{year};
  if (rule == "us") return day >= sys_days{y / March / Sunday[2]} && day < sys_days{y / November / Sunday[1]};
  return day >= sys_days{y / March / Sunday[last]} && day < sys_days{y / October / Sunday[last]};
}

std::string offset_on(const std::string& zone, Day day, int year) {
  const std::size_t blank = zone.find(' ');
  if (blank == std::string::npos || zone.size() < 6) return zone;
  if (!summer(day, year, std::string_view(zone).substr(blank + 1))) return zone.substr(0, blank);
  const unsigned hours = *number(std::string_view(zone).substr(1, 2));
  return fmt::format("{}{:02}{}", zone[0], zone[0] == '-' ? hours - 1 : hours + 1, zone.substr(3, blank - 3));
}

}  // namespace

std::optional<Stamp> find_stamp(const LinedText& page, const Line& line) {
  const auto begin = page.words.begin() + static_cast<std::ptrdiff_t>(line.first),
             end = page.words.begin() + static_cast<std::ptrdiff_t>(line.last);
  if (std::none_of(begin, end, [](const Word& word) { return word.digit; })) return std::nullopt;
  return Finder(page, line).find();
}

Published published_of(Stamp stamp, std::string_view language) {
  const bool american =
      stamp.zone.find(" us") != std::string::npos || (stamp.zone.empty() && stamp.meridiem && language == "en");
  if (stamp.either_order && american) std::swap(stamp.day, stamp.month);
  const Day day = *civil_day(stamp.year, stamp.month, stamp.day);
  std::string text = iso(day);
  if (stamp.hour) {
    const std::string zone = stamp.zone.empty() && language == "id" ? "+07:00" : stamp.zone;
    text +=
        fmt::format("T{:02}:{:02}:{:02}{}", *stamp.hour, stamp.minute, stamp.second, offset_on(zone, day, stamp.year));
  }
  return {std::move(text), day};
}

std::optional<Published> read_date(std::string_view text, std::string_view language, const Furniture& furniture,
                                   const Languages& languages) {
  text = utf8::trim(text);
  if (text.empty() || text.size() > 200 || text.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
  const auto day = parse_iso_day(text);
  const bool iso_form = day && (text.size() == 10 || text[10] == 'T' || text[10] == ' ' || text[10] == 't');
  const LinedText page = read_lines(text, 0, furniture, languages);
  if (page.lines.size() != 1) return std::nullopt;
  const auto stamp = find_stamp(page, page.lines[0]);
  if (!stamp) return std::nullopt;
  Published published = published_of(*stamp, iso_form ? std::string_view() : language);
  // ISO 8601 already: kept as the source has it.
  if (iso_form && text.find_first_not_of("0123456789-:+.TZ") == std::string_view::npos)
    published.iso = std::string(text);
  return published;
}

}  // namespace warta::extract
