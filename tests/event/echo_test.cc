// What words that only point back mean; bare denials: tests/event/cases/echoes.txt
#include "echo.h"

#include "event/steps.h"

namespace warta::event {
namespace {

test::Found denials_of(Steps& steps) {
  std::vector<test::Line> lines;
  for (const std::uint32_t t : bare_denials(steps.text(), steps.act_at())) lines.push_back({{steps.word(t)}, {}});
  return {{"denial", lines}};
}

TEST(Echoes, Cases) { run_steps("echoes.txt", denials_of); }

Event event_of(const char* source, const char* code, const char* target, std::uint32_t sentence,
               Status status = Status::reported) {
  Event event;
  event.sentence = sentence;
  event.source.code = *codebook::ActorCode::parse(source);
  event.target.emplace();
  event.target->code = *codebook::ActorCode::parse(target);
  event.code = test::books().ontology().find(code);
  event.status = status;
  return event;
}

class Article : public testing::Test {
 protected:
  void tell(const Event& event, std::uint32_t source = kNone) { echoes_.tell(event, source, kNone); }
  std::string counterpart(const char* actor, std::uint32_t sentence) const {
    const auto party = echoes_.counterpart(*codebook::ActorCode::parse(actor), sentence);
    return party ? party->code.text() : "-";
  }
  test::CaseDocument document_{{"", "", 0, {}}};
  Steps steps_{document_};
  Echoes echoes_;
};

TEST_F(Article, TheLastEventOfARoot) {
  EXPECT_EQ(echoes_.last(codebook::Root::ASSAULT, 0), nullptr);
  tell(event_of("KEN", "190", "UGA", 0), 1);
  tell(event_of("PER", "190", "NER", 1), 2);
  tell(event_of("PER", "040", "NER", 1), 3);
  EXPECT_EQ(echoes_.last(codebook::Root::ASSAULT, 2)->source, 2u);
  EXPECT_EQ(echoes_.last(codebook::Root::AID, 2), nullptr);
  EXPECT_EQ(echoes_.last(codebook::Root::ASSAULT, 40), nullptr) << "long ago";
}

TEST_F(Article, WithWhomAnActorLastHadToDo) {
  tell(event_of("KEN", "111", "UGA", 0));
  EXPECT_EQ(counterpart("KEN", 1), "UGA");
  EXPECT_EQ(counterpart("UGA", 1), "KEN") << "either side";
  EXPECT_EQ(counterpart("PER", 1), "-");
  EXPECT_EQ(counterpart("KEN GOV", 1), "UGA") << "abroad a minister is his country";
  tell(event_of("PER", "111", "KEN", 1));
  EXPECT_EQ(counterpart("KEN", 1), "PER") << "of the same sentence";
  EXPECT_EQ(counterpart("KEN", 2), codebook::ActorCode{}.text()) << "of two, nobody knows which";
  EXPECT_EQ(counterpart("UGA", 1), "KEN");
  EXPECT_EQ(counterpart("KEN", 40), "-") << "long ago";
}

TEST_F(Article, AtHomeArmyAndRebelsAreTwo) {
  tell(event_of("UGA MIL", "190", "UGA REB", 0));
  EXPECT_EQ(counterpart("UGA REB", 1), "UGA MIL");
  EXPECT_EQ(counterpart("UGA GOV", 1), "-");
}

TEST_F(Article, WhatADenialMeans) {
  EXPECT_EQ(echoes_.charge_against("KEN", 0), nullptr);
  tell(event_of("KEN", "040", "UGA", 0));
  EXPECT_EQ(echoes_.charge_against("KEN", 1), nullptr) << "a meeting is no charge";
  tell(event_of("KEN", "190", "UGA", 0, Status::alleged), 5);
  tell(event_of("KEN", "163", "UGA", 1), 6);
  EXPECT_EQ(echoes_.charge_against("KEN", 2)->source, 5u) << "what is alleged before what is reported";
  EXPECT_EQ(echoes_.charge_against("UGA", 2), nullptr) << "it is laid to who did it";
  tell(event_of("KEN", "190", "UGA", 2, Status::denied));
  EXPECT_EQ(echoes_.charge_against("KEN", 3), nullptr) << "denied already";
}

TEST_F(Article, AReportedDeedIsDeniedWhereNothingIsAlleged) {
  tell(event_of("KEN", "190", "UGA", 0), 5);
  ASSERT_TRUE(echoes_.charge_against("KEN", 1));
  EXPECT_EQ(echoes_.charge_against("KEN", 1)->source, 5u);
}

}  // namespace
}  // namespace warta::event
