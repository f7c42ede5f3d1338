// Why an event was missed, and what a false alarm is: read off the other events of the text and the engine's own
// refusals. Tests: tests/accuracy/pairing_test.cc
#pragma once
#include "accuracy/accuracy.h"
#include "coded.h"
#include "pairing.h"

namespace warta::accuracy {

// Appends one for each missed core event and each wrong coded one of a text.
void find_errors(const GoldText& gold, const CodedText& coded, const Pairing& pairing, std::vector<Finding>& out);

}  // namespace warta::accuracy
