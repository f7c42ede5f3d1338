#include "meeting.h"

namespace warta::event {
namespace {

void become(const codebook::Ontology& ontology, Event& event, std::string_view code, std::string_view mode) {
  if (const codebook::CameoCode* found = ontology.find(code)) event.code = found;
  if (ontology.has_mode(event.code->root, mode)) event.mode = mode;
}

}  // namespace

void settle_meeting(const codebook::Ontology& ontology, Event& event, bool brokered) {
  const bool met = event.code->code == "040", negotiated = event.code->code == "046";
  if (!met && !negotiated) return;
  if (brokered) return become(ontology, event, event.code->code, "third-party");
  if (!event.place || event.place->country.empty() || !event.target) return;
  const std::string_view there = event.place->country;
  const std::string_view source = event.source.code.from(), target = event.target->code.from();
  if (source.empty() || target.empty() || source == target) return;
  const bool seat =
      event.source.code.international() || event.target->code.international();  // their house may be anywhere
  if (there != source && there != target) {
    if (!seat) become(ontology, event, met ? "044" : "046", "third-party");
    return;
  }
  if (!met) return;
  if (there == source) std::swap(event.source, *event.target);
  become(ontology, event, "042", "visit");
}

}  // namespace warta::event
