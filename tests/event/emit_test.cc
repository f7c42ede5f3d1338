// From coded acts to events, the whole room: tests/event/cases/events.txt
#include "emit.h"

#include "event/steps.h"

namespace warta::event {
namespace {

std::string party_of(const std::optional<Party>& party) {
  return !party ? "-" : party->code.known() ? party->code.text() : "?";
}

std::string percent(double confidence) { return std::to_string(static_cast<int>(confidence * 100 + 0.5)); }

test::Line line_of(const Event& event, const Steps& steps) {
  const std::string code = std::string(codebook::name(event.code->root)) + " " + event.code->code;
  const std::string source = event.has_source ? party_of(event.source) : "-";
  test::Line line{{source, code, party_of(event.target), std::string(name(event.status))}, {}};
  add_if(line, event.attribution.has_value(), "by " + (event.attribution ? steps.words(event.attribution->span) : ""));
  add_if(line, !event.attribution, "by nobody");
  if (event.date) line.features.push_back("date " + iso(event.date->days) + " " + std::string(name(event.date->basis)));
  add_if(line, !event.date, "no date");
  if (event.place) line.features.push_back("place " + event.place->name);
  add_if(line, !event.mode.empty(), "mode " + event.mode);
  for (const std::string& context : event.contexts) line.features.push_back("about " + context);
  line.features.push_back("evidence " + steps.words(event.evidence));
  line.features.push_back("rule " + event.rule);
  line.features.push_back("confidence " + percent(event.confidence));
  return line;
}

test::Found events_of(Steps& steps) {
  Ledger ledger;
  Trace trace;
  std::vector<test::Line> events, refused;
  for (const Event& event : steps.events(ledger, &trace)) events.push_back(line_of(event, steps));
  EXPECT_EQ(ledger.events(), events.size());
  for (const Step& step : trace)
    if (step.refused) refused.push_back({{steps.words(step.trigger), std::string(word(*step.refused))}, {}});
  EXPECT_EQ(ledger.events_refused(), refused.size()) << "what is refused is counted with its reason";
  return {{"event", events}, {"refused", refused}};
}

TEST(Emit, Cases) { run_steps("events.txt", events_of); }

TEST(Names, ReadBack) {
  for (const char* status : {"reported", "alleged", "denied", "planned", "requested", "hypothetical", "historical"}) {
    ASSERT_TRUE(parse_status(status)) << status;
    EXPECT_EQ(name(*parse_status(status)), status);
  }
  EXPECT_FALSE(parse_status("rumoured"));
  EXPECT_EQ(name(DateBasis::none), "");
  EXPECT_EQ(name(DateBasis::publication), "publication");
  EXPECT_EQ(name(Count::displaced), "displaced");
}

}  // namespace
}  // namespace warta::event
