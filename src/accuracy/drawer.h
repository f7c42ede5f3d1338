// Draws rows without replacement, stratum by stratum: what a sheet is made of, wherever the rows come from.
// Tests: tests/accuracy/sample_test.cc
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "accuracy/sample.h"

namespace warta::accuracy {

// Places of SampledRow::cells.
inline constexpr std::size_t kId = 0, kArticle = 1, kSentence = 3, kRoot = 6, kStatus = 11, kEvidence = 15, kRule = 17,
                             kConfidence = 18;

class Drawer {
 public:
  explicit Drawer(const Drawing& drawing) : drawing_(drawing) {}
  void add(SampledRow row);
  Sample draw();

 private:
  struct Ticket {  // the lowest are drawn
    std::uint64_t number = 0;
    std::string id;
    friend bool operator<(const Ticket& a, const Ticket& b) {
      return a.number != b.number ? a.number < b.number : a.id < b.id;
    }
  };
  struct Stratum {
    std::size_t size = 0;
    std::map<Ticket, SampledRow> kept;  // the lowest n
    std::size_t drawn = 0;
  };
  std::string stratum_of(const SampledRow& row) const;
  void allocate();

  Drawing drawing_;
  std::map<std::string, Stratum> strata_;
  std::size_t events_ = 0;
};

// The paragraph of a text in which these words stand; empty where they do not stand at `begin`.
std::string paragraph_at(std::string_view text, std::uint64_t begin, std::string_view words);

}  // namespace warta::accuracy
