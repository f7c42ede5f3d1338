#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "set.h"

namespace warta::story {
namespace {

using test::Set;
using warta::test::Case;
using warta::test::read_cases;

const std::string kCases = std::string(WARTA_SOURCE_DIR) + "/tests/story/cases/";

// What each report and event ended up with, after all merges.
std::vector<Placed> placed_in(const std::vector<std::vector<std::size_t>>& batches, const Set& set) {
  Window window;
  std::vector<Placed> out(set.reports().size());
  std::vector<std::size_t> earlier;
  for (const auto& batch : batches) {
    std::vector<Report> reports;
    for (const std::size_t i : batch) reports.push_back(set.reports()[i]);
    const Changes changes = window.add(reports);
    for (const std::size_t i : earlier) {
      for (const Merge& merge : changes.stories)
        if (out[i].story == merge.from) out[i].story = merge.to;
      for (const Merge& merge : changes.occurrences)
        for (std::uint64_t& occurrence : out[i].occurrences)
          if (occurrence == merge.from) occurrence = merge.to;
    }
    for (std::size_t i = 0; i < batch.size(); ++i) out[batch[i]] = changes.placed[i];
    earlier.insert(earlier.end(), batch.begin(), batch.end());
  }
  return out;
}

std::vector<std::size_t> all_of(const Set& set) {
  std::vector<std::size_t> order(set.reports().size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  return order;
}

void expect(const Case& item, const Set& set, const std::vector<Placed>& placed) {
  for (const auto& [key, value] : item.fields) {
    if (key == "report" || key == "event") continue;
    std::set<std::uint64_t> ids;
    const auto names = test::parted(value, ' ');
    for (const std::string& name : names)
      ids.insert(key == "one" || key == "apart" ? set.occurrence(placed, name) : placed[set.report(name)].story);
    const bool together = key == "one" || key == "story";
    EXPECT_EQ(ids.size(), together ? 1 : names.size()) << item.where() << ": " << key << " " << value;
  }
}

TEST(Window, Cases) {
  for (const char* file : {"occurrences.txt", "stories.txt"}) {
    const auto cases = read_cases(kCases + file);
    ASSERT_FALSE(cases.empty()) << file;
    for (const Case& item : cases) {
      const Set set(item);
      expect(item, set, placed_in({all_of(set)}, set));
      Window window;  // and one after another, as `code` does
      std::vector<Placed> placed;
      for (const Report& report : set.reports()) placed.push_back(window.add(report));
      expect(item, set, placed);
    }
  }
}

TEST(Window, TheOrderWithinABatchDoesNotMatter) {
  std::mt19937 random(7);
  for (const char* file : {"occurrences.txt", "stories.txt"}) {
    for (const Case& item : read_cases(kCases + file)) {
      const Set set(item);
      const auto expected = placed_in({all_of(set)}, set);
      auto order = all_of(set);
      for (int turn = 0; turn < 5; ++turn) {
        std::shuffle(order.begin(), order.end(), random);
        EXPECT_TRUE(placed_in({order}, set) == expected) << item.where();
      }
    }
  }
}

TEST(Window, BatchAfterBatchIsAllAtOnce) {
  for (const char* file : {"occurrences.txt", "stories.txt"}) {
    for (const Case& item : read_cases(kCases + file)) {
      const Set set(item);
      const auto expected = placed_in({all_of(set)}, set);
      std::vector<std::vector<std::size_t>> one_by_one;
      auto order = all_of(set);
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return set.reports()[a].published < set.reports()[b].published;
      });
      for (const std::size_t i : order) one_by_one.push_back({i});
      EXPECT_TRUE(placed_in(one_by_one, set) == expected) << item.where();
    }
  }
}

TEST(Window, WhatIsRecalledGoesOn) {
  for (const char* file : {"occurrences.txt", "stories.txt"}) {
    for (const Case& item : read_cases(kCases + file)) {
      const Set set(item);
      const auto expected = placed_in({all_of(set)}, set);
      for (std::size_t known = 1; known < expected.size(); ++known) {
        Window first, second;
        std::vector<Report> reports(set.reports().begin(), set.reports().begin() + static_cast<std::ptrdiff_t>(known));
        const Changes changes = first.add(reports);
        for (std::size_t i = 0; i < known; ++i) {
          reports[i].story = changes.placed[i].story;
          for (std::size_t h = 0; h < reports[i].happenings.size(); ++h)
            reports[i].happenings[h].occurrence = changes.placed[i].occurrences[h];
          second.recall(reports[i]);
        }
        const std::vector<Report> rest(set.reports().begin() + static_cast<std::ptrdiff_t>(known), set.reports().end());
        const auto a = first.add(rest), b = second.add(rest);
        EXPECT_TRUE(a.placed == b.placed) << item.where() << ", after " << known;
      }
    }
  }
}

// An article of its own about an arrest, as one would come by the thousand.
Report arrest(std::uint64_t number, Day day) {
  Report report;
  report.key = number;
  report.published = day;
  Signer signer;
  signer.add("police in the port arrested a man on a charge of theft of copper number " + std::to_string(number));
  report.signature = signer.signature();
  Happening event;
  event.id = number + 1;
  event.root = codebook::Root::COERCE;
  event.cameo = "173";
  event.source.code = *codebook::ActorCode::parse("KEN COP");
  event.target.code = *codebook::ActorCode::parse("KEN CVL");
  event.date = event::EventDate{single(day), event::DateBasis::text};
  report.happenings.push_back(event);
  return report;
}

const Day kDay = *civil_day(2024, 5, 6);

TEST(Window, AMergeKeepsTheOlderId) {
  // Two reports that have too little in common, and a third that names what both name.
  Report first = arrest(10, kDay), second = arrest(20, kDay + std::chrono::days(1));
  for (Report* report : {&first, &second}) report->happenings[0].date->days = single(kDay);
  second.signature = {};  // of other words
  first.names = test::words_of("Otieno,Kisumu,Njoroge,Barasa,Wekesa");
  second.names = test::words_of("Chebet,Kericho,Mutua,Wafula,Auma");
  Report third = arrest(30, kDay + std::chrono::days(1));
  third.happenings[0].date->days = single(kDay);
  third.signature = {};
  third.names = test::words_of("Otieno,Kisumu,Chebet,Kericho,Njoroge,Mutua");
  Window window;
  const Changes before = window.add(std::vector<Report>{first, second});
  ASSERT_NE(before.placed[0].occurrences[0], before.placed[1].occurrences[0]);
  const Changes after = window.add(std::vector<Report>{third});
  EXPECT_EQ(after.placed[0].occurrences[0], before.placed[0].occurrences[0]);
}

TEST(Window, AnEarlierReportThatComesLateGivesItsId) {
  const Report first = arrest(10, kDay);
  Report copy = first;
  copy.key = 5;
  copy.happenings[0].id = 6;
  copy.happenings[0].counts[2] = event::Bounds{17, 17};
  copy.published = kDay + std::chrono::days(1);
  Report late = copy, early = first;
  early.happenings[0].counts[2] = event::Bounds{17, 17};
  Window both, apart;
  const Changes expected = both.add(std::vector<Report>{early, late});
  const Changes begun = apart.add(std::vector<Report>{late});
  const Changes ended = apart.add(std::vector<Report>{early});
  EXPECT_EQ(ended.placed[0].story, expected.placed[0].story);
  EXPECT_EQ(ended.placed[0].occurrences, expected.placed[0].occurrences);
  ASSERT_EQ(ended.stories.size(), 1u);
  EXPECT_EQ(ended.stories[0].from, begun.placed[0].story);
  EXPECT_EQ(ended.stories[0].to, expected.placed[1].story);
  ASSERT_EQ(ended.occurrences.size(), 1u);
  EXPECT_EQ(ended.occurrences[0].to, expected.placed[1].occurrences[0]);
}

TEST(Window, NothingJoinsWhatIsTooOld) {
  for (const int days : {14, 15}) {
    Report first = arrest(10, kDay), second = first;
    second.key = 11;
    second.happenings[0].id = 12;
    second.published = kDay + std::chrono::days(days);
    Window window;
    const Placed a = window.add(first), b = window.add(second);
    EXPECT_EQ(a.story == b.story, days == 14);
  }
}

TEST(Window, ForgetsWhatManyEventsAgo) {
  WindowSize size;
  size.events = 100;
  Window window(size);
  const Placed first = window.add(arrest(1, kDay));
  EXPECT_EQ(window.add(arrest(1, kDay)).story, first.story);
  for (std::uint64_t i = 0; i < 200; ++i) {
    Report other = arrest(1000 + 10 * i, kDay);
    other.signature = {};
    for (std::size_t k = 0; k < kMinima; ++k) other.signature[k] = static_cast<std::uint32_t>(1000 * i + k);
    other.happenings[0].cameo = "174";
    window.add(other);
  }
  EXPECT_EQ(window.add(arrest(1, kDay)).story, first.story) << "ids are of the first member";
  Report again = arrest(1, kDay);
  again.key = 2;
  again.happenings[0].id = 3;
  for (std::uint64_t i = 0; i < 200; ++i) window.add(Report{});
  EXPECT_NE(window.add(again).story, first.story);
}

TEST(Window, RecallsMoreThanItHolds) {
  WindowSize size;
  size.events = 20;
  Window window(size);
  for (std::uint64_t i = 0; i < 100; ++i) {
    Report report = arrest(1000 + 10 * i, kDay);
    report.story = 1 + i % 50;  // each comes back when it is long forgotten
    report.happenings[0].occurrence = 1 + i % 50;
    window.recall(report);
  }
  Report copy = arrest(1000 + 10 * 99, kDay);
  copy.key = 1;
  copy.happenings[0].id = 2;
  const std::uint64_t story = window.add(std::vector<Report>{copy}).placed[0].story;
  EXPECT_GT(story, 30u) << "one of the latest, and of those the oldest";
  EXPECT_LE(story, 50u);
}

// Quadratic work would take minutes here: 100,000 copies, and as many that differ in one word.
TEST(Window, ManyAlikeCostNoMoreThanManyOthers) {
  Window window;
  const Report copy = arrest(1, kDay);
  std::set<std::uint64_t> stories;
  for (std::uint64_t i = 0; i < 100'000; ++i) {
    Report report = copy;
    report.key = i;
    stories.insert(window.add(report).story);
  }
  EXPECT_EQ(stories.size(), 1u);
  for (std::uint64_t i = 0; i < 20'000; ++i) window.add(arrest(10 * i, kDay + std::chrono::days(i % 5)));
}

}  // namespace
}  // namespace warta::story
