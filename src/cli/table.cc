#include "table.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "visible.h"

namespace warta::cli {
namespace {

constexpr std::size_t kDate = 10, kEvent = 13, kStatus = 12, kGaps = 12;

std::string actor(const std::optional<event::RowActor>& actor) {
  if (!actor) return "-";
  const std::string code = actor->code.known() ? actor->code.text() : "?";
  return code + "  " + actor->words.text;
}

}  // namespace

// What the fixed columns leave is shared: three parts for each actor, two for the place, four for the evidence.
Table::Table(std::size_t columns) {
  const std::size_t fixed = kDate + kEvent + kStatus + kGaps;
  const std::size_t rest = std::max<std::size_t>(columns > fixed ? columns - fixed : 0, 48);
  who_ = rest / 4;
  place_ = rest / 6;
  evidence_ = rest - 2 * who_ - place_;
}

std::string Table::header() const {
  return fitted("date", kDate) + "  " + fitted("source", who_) + "  " + fitted("event", kEvent) + "  " +
         fitted("target", who_) + "  " + fitted("status", kStatus) + "  " + fitted("place", place_) + "  evidence\n";
}

std::string Table::line(const event::Row& row) const {
  const std::string date = row.date ? iso(row.date->days) : "-";
  const std::string event = std::string(codebook::name(row.code->root)) + " " + row.code->code;
  std::string evidence = fitted(row.evidence.text, evidence_);
  evidence.erase(evidence.find_last_not_of(' ') + 1);
  return fitted(date, kDate) + "  " + fitted(actor(row.source), who_) + "  " + fitted(event, kEvent) + "  " +
         fitted(actor(row.target), who_) + "  " + fitted(event::name(row.status), kStatus) + "  " +
         fitted(row.place ? row.place->text : "-", place_) + "  " + evidence + "\n";
}

std::size_t terminal_columns() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  return 120;
}

}  // namespace warta::cli
