// Rows and gold events as the tests write them: "KEN GOV | ACCUSE 111 | UGA".
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <deque>

#include "accuracy/gold.h"
#include "event/row.h"

namespace warta::accuracy {

struct Line {
  std::string source, root, cameo, target;
};

inline Line parse_line(const std::string& line) {
  const std::size_t first = line.find(" | "), second = line.find(" | ", first + 3);
  const std::string act = line.substr(first + 3, second - first - 3);
  const auto filled = [](std::string text) { return text == "-" ? std::string() : text; };
  return {filled(line.substr(0, first)), act.substr(0, act.find(' ')), act.substr(act.find(' ') + 1),
          filled(line.substr(second + 3))};
}

// Rows point at codes of an ontology; here they are kept to the end of the tests.
inline const codebook::CameoCode* code_of(const Line& line) {
  static std::deque<codebook::CameoCode> codes;
  codes.push_back({line.cameo, codebook::parse_root(line.root).value(), "", 0, 0, "", ""});
  return &codes.back();
}

inline std::optional<event::RowActor> actor(const std::string& code) {
  if (code.empty()) return std::nullopt;
  event::RowActor out;
  out.code = codebook::ActorCode::parse(code).value();
  out.words.text = code;
  return out;
}

inline event::Row row(const std::string& text, std::uint32_t sentence = 0) {
  const Line line = parse_line(text);
  event::Row out;
  out.source = actor(line.source);
  out.target = actor(line.target);
  out.code = code_of(line);
  out.sentence = sentence;
  out.rule = "en/test";
  out.confidence = 0.8;
  return out;
}

inline GoldEvent gold(const std::string& text, bool core = true) {
  const Line line = parse_line(text);
  GoldEvent out;
  out.source = {line.source, line.source};
  out.target = {line.target, line.target};
  out.root = codebook::parse_root(line.root).value();
  out.cameo = line.cameo;
  out.core = core;
  return out;
}

}  // namespace warta::accuracy
