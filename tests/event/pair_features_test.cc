#include "pair_features.h"

#include <algorithm>

#include "event/steps.h"

namespace warta::event {
namespace {

// The features of two words of a sentence; "": that side is nobody.
Features features(const std::string& sentence, const std::string& source, const std::string& target) {
  const test::CaseDocument document({"", "", 0, {{"text", sentence}}});
  const Steps steps(document);
  const std::string_view text = steps.text().document.text;
  const auto span = [&](const std::string& word) {
    const auto at = static_cast<std::uint32_t>(text.find(word));
    return word.empty() ? Span{} : Span{at, at + static_cast<std::uint32_t>(word.size())};
  };
  return pair_features(steps.text(), steps.all(), steps.coded(), {span(source), span(target)});
}

std::size_t shared(const Features& a, const Features& b) {
  Features out;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out.size();
}

constexpr const char* kChad = "Chad/PROPN<condemned:nsubj condemned/VERB Mali/PROPN<condemned:obj";
constexpr const char* kPeru = "Peru/PROPN<condemned:nsubj condemned/VERB Iran/PROPN<condemned:obj";

TEST(PairFeatures, AreOrderedAndEachOnce) {
  const Features found = features(kChad, "Chad", "Mali");
  EXPECT_GT(found.size(), 10u);
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end()));
  EXPECT_EQ(std::adjacent_find(found.begin(), found.end()), found.end());
}

TEST(PairFeatures, OtherNamesInTheSameRolesTellTheSame) {
  const Features chad = features(kChad, "Chad", "Mali");
  EXPECT_GT(shared(chad, features(kPeru, "Peru", "Iran")), shared(chad, features(kChad, "Mali", "Chad")));
}

TEST(PairFeatures, ASideMayBeAbsent) {
  const Features alone = features(kChad, "Chad", "");
  EXPECT_GT(alone.size(), 5u);
  EXPECT_GT(features(kChad, "", "").size(), 1u);
}

}  // namespace
}  // namespace warta::event
