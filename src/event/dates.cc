#include "dates.h"

#include <algorithm>
#include <charconv>

namespace warta::event {
namespace {

using codebook::TimeKind;
using codebook::TimeWord;
using std::chrono::days;
using std::chrono::weekday;

constexpr int kOldDays = 90;
constexpr int kFirstYear = 1800, kLastYear = 2100;

std::optional<int> number(std::string_view word) {
  int value = 0;
  const auto [stop, problem] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (problem != std::errc{} || stop != word.data() + word.size()) return std::nullopt;
  return value;
}

std::optional<int> year_number(std::string_view word) {
  const auto value = number(word);
  return word.size() == 4 && value && *value >= kFirstYear && *value <= kLastYear ? value : std::nullopt;
}

int year_of(Day day) { return static_cast<int>(std::chrono::year_month_day{day}.year()); }
unsigned month_of(Day day) { return static_cast<unsigned>(std::chrono::year_month_day{day}.month()); }
Day monday(Day day) { return day - days((weekday{day}.iso_encoding() - 1)); }

class Finder {
 public:
  explicit Finder(const Text& text) : text_(text), out_(&text.arena) {
    if (text.article.published) today_ = text.article.published->day;
  }

  std::pmr::vector<DateMention> run() {
    for (std::uint32_t s = 0; s < text_.document.sentences.size(); ++s) {
      sentence_ = s;
      end_ = text_.document.sentences[s].last;
      for (std::uint32_t t = text_.document.sentences[s].first; t < end_;) {
        const std::uint32_t next = read(t);
        t = next == t ? t + 1 : next;
      }
    }
    return std::move(out_);
  }

 private:
  struct Word {
    const TimeWord* time = nullptr;
    std::uint32_t words = 0;
  };

  Word word(std::uint32_t t, TimeKind kind) const {
    if (t >= end_) return {};
    Word found;
    text_.language.times.words.matches(
        [&](std::uint32_t n) { return t + n < end_ ? text_.token(t + n).lower : std::string_view{}; },
        [&](codebook::Case needs, std::uint32_t) { return needs == codebook::Case::any || starts_upper(t); },
        [&](const auto& match) {
          for (const TimeWord& time : *match.value)
            if (time.kind == kind) found = {&time, match.words};
        });
    return found;
  }
  bool starts_upper(std::uint32_t t) const { return utf8_upper(text_.form(t)); }
  static bool utf8_upper(std::string_view form) { return !form.empty() && form[0] >= 'A' && form[0] <= 'Z'; }

  std::string_view lower(std::uint32_t t) const { return t < end_ ? text_.token(t).lower : std::string_view{}; }

  // ---- the forms a date takes, most explicit first -------------------------------------------------------------

  std::uint32_t read(std::uint32_t t) {
    if (const std::uint32_t next = read_weekday(t); next != t) return next;
    if (const std::uint32_t next = read_numeric(t); next != t) return next;
    if (const std::uint32_t next = read_day_month(t); next != t) return next;
    if (const std::uint32_t next = read_month(t); next != t) return next;
    if (const std::uint32_t next = read_relative(t); next != t) return next;
    if (const std::uint32_t next = read_told_day(t); next != t) return next;
    if (const std::uint32_t next = read_ago(t); next != t) return next;
    return read_year(t);
  }

  // "Selasa (16/1/2024)", "Rabu, 12 Februari 2025", "Friday", "last Friday", "Jumat pekan lalu".
  std::uint32_t read_weekday(std::uint32_t t) {
    std::uint32_t start = t;
    int shift = 0;
    if (const Word w = word(t, TimeKind::last); w.time)
      shift = -1, t += w.words;
    else if (const Word n = word(t, TimeKind::next); n.time)
      shift = 1, t += n.words;
    const Word day = word(t, TimeKind::weekday);
    if (!day.time) return start;
    std::uint32_t i = t + day.words;
    // An explicit date right behind wins: "(16/1)", ", 12 Februari 2025".
    for (std::uint32_t j = i; j < end_ && j <= i + 2; ++j) {
      const std::size_t before = out_.size();
      const std::uint32_t next = std::max(read_numeric(j), read_day_month(j));
      if (out_.size() > before) {
        out_.back().first = start;
        return next;
      }
      const std::string_view form = text_.form(j);
      if (form != "(" && form != ",") break;
    }
    if (!today_) return start;
    if (const Word w = word(i, TimeKind::relative_week); w.time) {
      const Day there = monday(*today_) + days(7 * w.time->value + day.time->value - 1);
      return add(start, i + w.words, single(there), single(there), DateBasis::relative);
    }
    if (const Word w = word(i, TimeKind::last); w.time)
      shift = -1, i += w.words;
    else if (const Word n = word(i, TimeKind::next); n.time)
      shift = 1, i += n.words;
    const int back =
        static_cast<int>((weekday{*today_}.iso_encoding() + 7 - static_cast<unsigned>(day.time->value)) % 7);
    Day past = *today_ - days(back);
    Day coming = back == 0 ? *today_ : *today_ + days(7 - back);
    if (shift < 0 && back == 0) past -= days(7);
    if (shift > 0) past = coming = back == 0 ? *today_ + days(7) : coming;
    if (shift < 0) coming = past;
    return add(start, i, single(past), single(coming), DateBasis::relative);
  }

  // "16/1/2024", "16/1", "2024-01-16"; day before month, as both languages' outlets with slashes write here.
  std::uint32_t read_numeric(std::uint32_t t) {
    if (t >= end_) return t;
    const std::string_view form = text_.form(t);
    if (const auto iso_day = parse_iso_day(form); iso_day && form.size() == 10)
      return add(t, t + 1, single(*iso_day), single(*iso_day), DateBasis::text);
    std::array<int, 3> parts{};
    std::size_t count = 0, begin = 0;
    for (std::size_t i = 0; i <= form.size(); ++i) {
      if (i < form.size() && form[i] != '/') continue;
      const auto value = number(form.substr(begin, i - begin));
      if (!value || count == 3 || i - begin > 4) return t;
      parts[count++] = *value;
      begin = i + 1;
    }
    if (count < 2 || parts[0] < 1 || parts[0] > 31 || parts[1] < 1 || parts[1] > 12) return t;
    const auto d = static_cast<unsigned>(parts[0]), m = static_cast<unsigned>(parts[1]);
    if (count == 3) return add_day(t, t + 1, parts[2] < 100 ? 2000 + parts[2] : parts[2], m, d);
    return text_.form(t > 0 ? t - 1 : t) == "(" || t > 0 ? add_yearless(t, t + 1, m, d) : t;
  }

  // "18 January 2024", "Jan. 16", "January 18, 2024", "16 Januari lalu".
  std::uint32_t read_day_month(std::uint32_t t) {
    if (t >= end_) return t;
    if (const auto d = day_number(t)) {
      if (const Word m = word(t + 1, TimeKind::month); m.time) {
        const std::uint32_t after = t + 1 + m.words;
        if (const auto y = year_number(lower(after)))
          return add_day(t, after + 1, *y, static_cast<unsigned>(m.time->value), *d);
        return add_yearless(t, after, static_cast<unsigned>(m.time->value), *d);
      }
      return t;
    }
    const Word m = word(t, TimeKind::month);
    if (!m.time) return t;
    std::uint32_t i = t + m.words;
    const auto d = day_number(i);
    if (!d) return t;
    ++i;
    const std::uint32_t comma = lower(i) == "," ? i + 1 : i;
    if (const auto y = year_number(lower(comma)))
      return add_day(t, comma + 1, *y, static_cast<unsigned>(m.time->value), *d);
    return add_yearless(t, i, static_cast<unsigned>(m.time->value), *d);
  }

  std::optional<unsigned> day_number(std::uint32_t t) const {
    std::string_view form = lower(t);
    if (form.size() > 2 && form[0] >= '0' && form[0] <= '9' &&
        (form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd") || form.ends_with("th")))
      form.remove_suffix(2);
    const auto value = form.size() <= 2 ? number(form) : std::nullopt;
    return value && *value >= 1 && *value <= 31 ? std::optional<unsigned>(static_cast<unsigned>(*value)) : std::nullopt;
  }

  // "Januari 1965", "in May". A month alone counts only after a time preposition, since May is also a verb.
  std::uint32_t read_month(std::uint32_t t) {
    const Word m = word(t, TimeKind::month);
    if (!m.time) return t;
    const auto which = static_cast<unsigned>(m.time->value);
    const std::uint32_t i = t + m.words;
    if (const auto y = year_number(lower(i))) {
      const Interval days_of = month(*y, which);
      return add(t, i + 1, days_of, days_of, DateBasis::text);
    }
    const bool led =
        t > 0 && (word_before(t, TimeKind::in) || word_before(t, TimeKind::since) || word_before(t, TimeKind::until) ||
                  word_before(t, TimeKind::early) || word_before(t, TimeKind::mid) || word_before(t, TimeKind::late) ||
                  word_before(t, TimeKind::last) || word_before(t, TimeKind::next));
    if (!led || !today_) return t;
    const int y = year_of(*today_);
    const Interval past = month(which <= month_of(*today_) ? y : y - 1, which);
    const Interval coming = month(which >= month_of(*today_) ? y : y + 1, which);
    return add(t, i, past, word_before(t, TimeKind::last) ? past : coming, DateBasis::text);
  }

  bool word_before(std::uint32_t t, TimeKind kind) const {
    for (std::uint32_t n = 1; n <= 3 && n <= t; ++n)
      if (const Word w = word(t - n, kind); w.time && w.words == n) return true;
    return false;
  }

  // "kemarin", "pekan depan", "earlier this month", "last year".
  std::uint32_t read_relative(std::uint32_t t) {
    if (!today_) return t;
    const auto take = [&](TimeKind kind, auto&& days_of) -> std::uint32_t {
      const Word w = word(t, kind);
      if (!w.time) return t;
      const Interval found = days_of(w.time->value);
      return add(t, t + w.words, found, found, DateBasis::relative);
    };
    if (const auto next = take(TimeKind::relative_day, [&](int n) { return single(*today_ + days(n)); }); next != t)
      return next;
    if (const auto next = take(TimeKind::relative_week, [&](int n) { return week(n); }); next != t) return next;
    if (const auto next = take(TimeKind::relative_month, [&](int n) { return months_away(n); }); next != t) return next;
    return take(TimeKind::relative_year, [&](int n) { return year(year_of(*today_) + n); });
  }

  Interval week(int n) const {
    const Day first = monday(*today_) + days(7 * n);
    return {first, first + days(6)};
  }
  Interval months_away(int n) const {
    const int index = year_of(*today_) * 12 + static_cast<int>(month_of(*today_)) - 1 + n;
    return month(index / 12, static_cast<unsigned>(index % 12) + 1);
  }

  // "a day earlier", "keesokan harinya": reckoned from the day that was told last, in a text that tells none from that
  // of publication.
  std::uint32_t read_told_day(std::uint32_t t) {
    if (!today_) return t;
    const Word w = word(t, TimeKind::told_day);
    if (!w.time) return t;
    const Interval day = single(told_last() + days(w.time->value));
    return add(t, t + w.words, day, day, DateBasis::relative);
  }

  Day told_last() const {
    constexpr std::uint32_t kSentencesBack = 4;  // farther back another day may have been meant without a date
    for (auto date = out_.rbegin(); date != out_.rend() && date->sentence + kSentencesBack > sentence_; ++date)
      if (date->past.first == date->past.last) return date->past.first;
    return *today_;
  }

  // "three days ago", "dua pekan lalu"; "two days earlier", from the day that was told last.
  std::uint32_t read_ago(std::uint32_t t) {
    if (!today_) return t;
    const auto count = small_number(t);
    if (!count) return t;
    const Word unit = word(t + 1, TimeKind::unit);
    if (!unit.time) return t;
    const std::uint32_t i = t + 1 + unit.words;
    if (const Word before = word(i, TimeKind::before); before.time) {
      const Interval told = single(told_last() - days(*count));
      const Interval there = unit.time->value == 1 ? told : ago_days(*count, unit.time->value);
      return add(t, i + before.words, there, there, DateBasis::relative);
    }
    const Word ago = word(i, TimeKind::ago);
    if (!ago.time) return t;
    return add(t, i + ago.words, ago_days(*count, unit.time->value), ago_days(*count, unit.time->value),
               DateBasis::relative);
  }

  Interval ago_days(int count, int unit) const {
    if (unit >= 365) return year(year_of(*today_) - count * (unit / 365));
    if (unit >= 28) return months_away(-count);
    if (unit >= 7) return week(-count);
    return single(*today_ - days(count));
  }

  std::optional<int> small_number(std::uint32_t t) const {
    if (const auto value = number(lower(t))) return *value > 0 && *value < 200 ? value : std::nullopt;
    const codebook::NumberWord* word = text_.language.lexicon.numbers.word(lower(t));
    if (!word || word->times) return std::nullopt;
    return static_cast<int>(word->value);
  }

  // "pada 2022", "since 1962", "the 1980s", "era 1980-an", "akhir 2022". A number alone is no year.
  std::uint32_t read_year(std::uint32_t t) {
    if (t >= end_) return t;
    const std::string_view form = lower(t);
    if (form.size() > 4 && form.size() <= 8 && year_number(form.substr(0, 4)) &&
        (form.substr(4) == "s" || form.substr(4) == "-an" || form.substr(4) == "an")) {
      const int y = *year_number(form.substr(0, 4));
      const Interval decade{year(y).first, year(y + 9).last};
      return add(t, t + 1, decade, decade, DateBasis::text);
    }
    const auto y = year_number(form);
    if (!y) return t;
    const bool led = word_before(t, TimeKind::in) || word_before(t, TimeKind::since) ||
                     word_before(t, TimeKind::until) || word_before(t, TimeKind::era) ||
                     word_before(t, TimeKind::early) || word_before(t, TimeKind::mid) || word_before(t, TimeKind::late);
    if (!led) return t;
    return add(t, t + 1, year(*y), year(*y), DateBasis::text);
  }

  // ---- adding --------------------------------------------------------------------------------------------------

  std::uint32_t add_day(std::uint32_t first, std::uint32_t last, int y, unsigned m, unsigned d) {
    const auto day = civil_day(y, m, d);
    if (!day) return first;
    return add(first, last, single(*day), single(*day), DateBasis::text);
  }

  std::uint32_t add_yearless(std::uint32_t first, std::uint32_t last, unsigned m, unsigned d) {
    if (!today_) return first;
    const int y = year_of(*today_);
    auto past = civil_day(y, m, d), coming = past;
    if (past && *past > *today_) past = civil_day(y - 1, m, d);
    if (coming && *coming < *today_) coming = civil_day(y + 1, m, d);
    if (!past || !coming) return first;
    return add(first, last, single(*past), single(*coming), DateBasis::text);
  }

  std::uint32_t add(std::uint32_t first, std::uint32_t last, Interval past, Interval coming, DateBasis basis) {
    DateMention date;
    date.sentence = sentence_;
    date.first = first;
    date.last = last;
    date.past = past;
    date.coming = coming;
    date.basis = basis;
    date.old = today_ && past.last + days(kOldDays) < *today_;
    out_.push_back(date);
    return last;
  }

  const Text& text_;
  std::optional<Day> today_;
  std::uint32_t sentence_ = 0, end_ = 0;
  std::pmr::vector<DateMention> out_;
};

}  // namespace

std::pmr::vector<DateMention> find_dates(const Text& text) { return Finder(text).run(); }

}  // namespace warta::event
