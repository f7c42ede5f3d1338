#include "date_claims.h"

#include <algorithm>

#include "stamp.h"

namespace warta::extract {
namespace {

constexpr std::size_t kDateBytes = 120;  // longer texts of date elements hold more than a date

class Collector {
 public:
  Collector(const DateSources& sources, const DateReader& reader, const MetaKeys& keys)
      : sources_(sources), reader_(reader), keys_(keys) {}

  std::vector<DateClaim> run() {
    linked();
    for (const MetaFact& fact : sources_.metas) {
      if (fact.field == MetaField::published) claim(fact.value, fact.confidence, false);
      if (fact.field == MetaField::updated) claim(fact.value, fact.confidence, true);
    }
    elements();
    times();
    lines();
    if (auto moment = date_in_address(sources_.url); moment && reader_.plausible(moment->day))
      claims_.push_back({*moment, 0.5f, false, false});
    return std::move(claims_);
  }

 private:
  void claim(std::string_view value, float confidence, bool updated) {
    if (value.empty()) return;
    if (const auto moment = reader_.read(value)) claims_.push_back({*moment, confidence, false, updated});
  }

  void linked() {
    if (const LinkedItem* item = sources_.linked) {
      const float sure = item->is_article() ? 0.97f : 0.75f;
      claim(item->published, sure, false);
      claim(item->created, sure - 0.15f, false);
      claim(item->modified, sure, true);
      return;
    }
    for (const LinkedItem& item : sources_.all_linked) {
      claim(item.published, 0.65f, false);
      claim(item.modified, 0.65f, true);
    }
  }

  bool is_near(std::uint32_t block) const {
    const auto& blocks = sources_.around.blocks;
    if (blocks.empty() || block >= sources_.page.blocks.size() ||
        is_elsewhere(sources_.page.blocks[block], sources_.around.baseline))
      return false;
    return block >= blocks.front() && block <= blocks.back();
  }
  const Line* line_of(std::uint32_t block) const {
    const auto& blocks = sources_.around.blocks;
    const auto at = std::lower_bound(blocks.begin(), blocks.end(), block);
    if (at == blocks.end() || *at != block) return nullptr;
    return &sources_.around.lines.lines[static_cast<std::size_t>(at - blocks.begin())];
  }
  // "Diperbarui ..." stands on the line, and nothing of a first publication.
  bool tells_update(const Line* line) const {
    return line && (line->holds & bit(Kind::updated)) != 0 && (line->holds & bit(Kind::published)) == 0 &&
           !two_times(*line);
  }
  // "June 11, 2024 2:20 PM UTC Updated 2 hours ago": the first is none of an update.
  bool two_times(const Line& line) const {
    const LinedText& text = sources_.around.lines;
    bool before = false;
    for (std::size_t k = line.first; k < line.last; ++k) {
      if (!text.furniture->longest(Kind::updated, text.words, k, line.last)) {
        before |= text.words[k].digit;
        continue;
      }
      const auto rest = text.words.begin() + static_cast<std::ptrdiff_t>(k);
      const auto last = text.words.begin() + static_cast<std::ptrdiff_t>(line.last);
      return before && std::any_of(rest, last, [](const Word& word) { return word.digit; });
    }
    return false;
  }

  void elements() {
    for (const MarkedElement& element : sources_.page.marked) {
      const MetaField field = keys_.field_of(element.itemprop);
      if (field != MetaField::published && field != MetaField::updated) continue;
      const bool near = is_near(element.block);
      if (!element.content.empty()) {
        claim(element.content, near ? 0.9f : 0.45f, field == MetaField::updated);
      } else if (const auto text = element.text.of(sources_.page.text); near && text.size() <= kDateBytes) {
        seen(text, 0.9f, field == MetaField::updated);
      }
    }
  }
  void seen(std::string_view text, float confidence, bool updated) {
    if (const auto moment = reader_.read(text)) claims_.push_back({*moment, confidence, true, updated});
  }

  void times() {
    for (const TimeElement& time : sources_.page.times) {
      const std::uint32_t block = block_of(time.text.begin);
      const bool near = is_near(block);
      const bool above = !sources_.around.blocks.empty() && sources_.around.closing < sources_.around.blocks.size() &&
                         block < sources_.around.blocks[sources_.around.closing];
      claim(time.datetime, near ? above ? 0.87f : 0.6f : 0.3f, near && tells_update(line_of(block)));
    }
  }
  std::uint32_t block_of(std::uint32_t byte) const {
    const auto& blocks = sources_.page.blocks;
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), byte,
                                        [](std::uint32_t at, const PageBlock& block) { return at < block.text.end; });
    return static_cast<std::uint32_t>(after - blocks.begin());
  }

  // Lines that are a date and little else, near the headline.
  void lines() {
    const Surroundings& around = sources_.around;
    for (std::size_t i = 0; i < around.lines.lines.size(); ++i) {
      if (around.roles.of[i] != Role::stamp || !around.roles.stamps[i]) continue;
      const Line& line = around.lines.lines[i];
      const auto moment = parse_moment(published_of(*around.roles.stamps[i], reader_.language).iso);
      if (!moment || !reader_.plausible(moment->day)) continue;
      claims_.push_back({*moment, confidence_of(i, *moment), true, tells_update(&line)});
      if ((line.holds & bit(Kind::updated)) != 0 && !tells_update(&line)) second_date(i);
    }
  }
  float confidence_of(std::size_t i, const Moment& moment) const {
    const Surroundings& around = sources_.around;
    const std::uint32_t block = around.blocks[i];
    float sure = moment.timed() ? 0.75f : 0.5f;
    if ((around.lines.lines[i].holds & bit(Kind::published)) != 0) sure += 0.08f;
    if (((sources_.page.blocks[block].own | sources_.page.blocks[block].near) & bit(ClassKind::date)) != 0)
      sure += 0.06f;
    if (i >= around.closing) return sure - 0.3f;
    if (sources_.title_block && block > *sources_.title_block) return sure + 0.04f;
    return moment.timed() ? sure : sure - 0.2f;  // the day above a headline may be that of reading
  }
  // "Diterbitkan 18 Juni 2025, 14:05 WIB Diperbarui 18 Juni 2025, 15:10 WIB"
  void second_date(std::size_t i) {
    const LinedText& text = sources_.around.lines;
    const Line& line = text.lines[i];
    for (std::size_t k = line.first + 1; k < line.last; ++k)
      if (text.furniture->longest(Kind::updated, text.words, k, line.last)) {
        const std::uint32_t begin = text.words[k].begin;
        return seen(text.text.substr(begin, line.span.end - begin), 0.8f, true);
      }
  }

  const DateSources& sources_;
  const DateReader& reader_;
  const MetaKeys& keys_;
  std::vector<DateClaim> claims_;
};

}  // namespace

std::vector<DateClaim> date_claims(const DateSources& sources, const DateReader& reader, const MetaKeys& keys) {
  return Collector(sources, reader, keys).run();
}

}  // namespace warta::extract
