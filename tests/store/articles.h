// Articles for tests, made by hand: coded ones without a coder.
#pragma once
#include <string>
#include <string_view>

#include "base/hash.h"
#include "store/store.h"

namespace warta::store {

inline const codebook::CameoCode kExpels{"161", codebook::Root::none, "", 4, -5.5, "", ""};

// What an article says happened; one event, "source expelled target", published on `day`.
struct Told {
  std::string id, url, day, source = "KEN", target = "UGA";
  std::string text = "Kenya expelled an envoy.";
};

inline Article article(const Told& told) {
  Article out;
  out.file = "made.jsonl";
  out.record = 1;
  out.facts.id = told.id;
  out.facts.language = "en";
  if (!told.url.empty()) out.facts.url = told.url;
  out.facts.title = "Envoy of " + told.target;
  out.facts.published = told.day;
  out.published = parse_iso_day(told.day);
  out.text = told.text;
  out.body_end = static_cast<std::uint32_t>(told.text.size());
  out.authors = {"A. Writer"};

  const std::uint64_t key = Hasher().add(told.url.empty() ? told.id : told.url).add(told.text).value();
  event::Row row;
  row.id = hex16(Hasher().add(key).add("row").value());
  row.article = out.facts;
  const auto actor = [](const std::string& code) {
    return event::RowActor{{code, {0, 3}}, *codebook::ActorCode::parse(code), code.substr(0, 3), code, {}};
  };
  row.source = actor(told.source);
  row.target = actor(told.target);
  row.code = &kExpels;
  row.date = event::EventDate{single(*out.published), event::DateBasis::publication};
  row.evidence = {told.text, {0, out.body_end}};
  row.trigger = {"expelled", {6, 14}};
  row.rule = "en/expel";
  row.confidence = 0.5;

  story::Happening happening;
  happening.id = Hasher().add(key).add("row").value();
  happening.cameo = "161";
  happening.source.code = row.source->code;
  happening.target.code = row.target->code;
  happening.date = row.date;
  happening.evidence = {1, 2, 3};
  out.report.key = key;
  out.report.language = "en";
  out.report.published = out.published;
  for (std::size_t i = 0; i < story::kMinima; ++i)  // near-copies where texts are equal
    out.report.signature[i] = static_cast<std::uint32_t>(hash(told.text, i));
  out.report.happenings.push_back(std::move(happening));
  out.rows.push_back(std::move(row));
  return out;
}

}  // namespace warta::store
