// Shares with the interval that a sample leaves open, and whether confidence keeps its word. Part of the door.
// Tests: tests/accuracy/reliability_test.cc
#pragma once
#include <cstddef>
#include <vector>

namespace warta::accuracy {

// `low` and `high` are Wilson's 95 % interval (Wilson 1927), which is never empty and stays within 0..1 however small
// the sample; 0..1 where nothing was counted.
struct Share {
  std::size_t right = 0, of = 0;
  double value = 0, low = 0, high = 1;
};
Share share(std::size_t right, std::size_t of);

// The same for a share that was reckoned otherwise, of so many cases as it is worth.
Share share_of(double value, double cases);

// Precision, recall and F1 from counts; nothing found or nothing wanted gives 0.
struct Tally {
  std::size_t wanted = 0, hit = 0, found = 0;
  double precision() const;
  double recall() const;
  double f1() const;
};

struct Judged {
  double confidence = 0;  // 0..1
  bool right = false;
};

struct Bin {
  double from = 0, to = 0;  // from <= confidence < to; the last bin holds 1 as well
  double mean = 0;          // of the confidences
  Share right;
};

struct Reliability {
  std::vector<Bin> bins;  // a tenth wide, those that hold something, from low to high
  Bin all;
  double gap = 0;  // expected calibration error: distance of mean and share, averaged over the cases
};
Reliability reliability(const std::vector<Judged>& judged);

}  // namespace warta::accuracy
