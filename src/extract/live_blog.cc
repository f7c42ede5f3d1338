#include "live_blog.h"

#include <algorithm>
#include <unordered_map>

namespace warta::extract {
namespace {

constexpr std::size_t kEntries = 3;     // fewer are paragraphs with a time
constexpr std::uint32_t kProse = 8;     // words of an entry's text
constexpr std::size_t kLevels = 6;      // of elements around a block
constexpr std::uint32_t kSummary = 12;  // blocks between the headline and the first entry that may be the summary

struct Entries {
  std::size_t count = 0;
  std::uint32_t latest = 0;  // the child seen last
};

class Finder {
 public:
  Finder(const Page& page, const PageLines& lines, std::vector<BlockState>& states)
      : page_(page), lines_(lines), states_(states) {}

  // The element with most words in entries: children of it with a time and text of their own.
  bool find() {
    words_.resize(page_.elements.size());
    for (std::size_t i = 0; i < size(); ++i)
      if (is_text(i)) for_each_around(i, [&](std::uint32_t element) { words_[element] += line(i).word_count; });
    std::unordered_map<std::uint32_t, Entries> lists;
    for (std::size_t i = 0; i < size(); ++i)
      if (timed(i))
        for_each_around(i, [&](std::uint32_t element) {
          Entries& list = lists[parent(element)];
          list.count += words_[element] > 0 && list.latest != element;
          list.latest = element;
        });
    for (std::size_t i = 0; i < size(); ++i)  // in page order, since that of the map is no order
      for_each_around(i, [&](std::uint32_t element) {
        const auto list = lists.find(element);
        if (list != lists.end() && list->second.count >= kEntries && words_[element] > words_[list_]) list_ = element;
      });
    return list_ != 0;
  }

  // The template calls the entries live. A line "Latest" or "Terkini" above a list of times says nothing: front pages
  // have it.
  bool says_live() const {
    for (std::size_t i = 0; i < size(); ++i)
      if (holds(list_, i) && ((block(i).own | block(i).near | block(i).far) & bit(ClassKind::live)) != 0) return true;
    return false;
  }

  void keep() {
    summary();
    bool any = false;
    for (std::size_t i = size(); i-- > 0;) {
      if (!holds(list_, i)) continue;
      if (is_heading(i)) {
        states_[i] = any ? BlockState::kept : BlockState::inside;
        any = false;
      } else if (is_text(i)) {
        states_[i] = BlockState::kept;
        any = true;
      }
    }
  }

 private:
  std::size_t size() const { return page_.blocks.size(); }
  const PageBlock& block(std::size_t i) const { return page_.blocks[i]; }
  const Line& line(std::size_t i) const { return lines_.text.lines[i]; }
  std::uint32_t parent(std::uint32_t element) const { return page_.elements[element].parent; }
  bool holds(std::uint32_t element, std::size_t i) const {
    return block(i).element >= element && block(i).element <= page_.elements[element].last;
  }
  bool is_heading(std::size_t i) const { return block(i).tag >= Tag::h2 && block(i).tag <= Tag::h6; }
  bool timed(std::size_t i) const { return lines_.roles.of[i] == Role::clock || lines_.roles.of[i] == Role::stamp; }

  bool is_text(std::size_t i) const {
    constexpr ClassKinds kElsewhere = bit(ClassKind::comment) | bit(ClassKind::related);
    constexpr Arounds kOutside = bit(Around::aside) | bit(Around::nav) | bit(Around::form);
    if (((block(i).own | block(i).near | block(i).far) & kElsewhere) != 0 || (block(i).around & kOutside) != 0)
      return false;
    return lines_.roles.of[i] == Role::open && line(i).word_count >= kProse && line(i).functions > 0 &&
           block(i).link_bytes * 2 < block(i).text.size() && block(i).tag != Tag::caption;
  }

  // The element of a block and those around it, as far up as an entry's time and text stand in it.
  template <class Visit>
  void for_each_around(std::size_t i, Visit&& visit) const {
    std::uint32_t element = block(i).element;
    for (std::size_t level = 0; level < kLevels && element != 0; ++level, element = parent(element)) visit(element);
  }

  // What stands above the entries behind byline, picture or date: a standfirst stands right under the headline.
  void summary() {
    std::size_t first = 0;
    while (first < size() && !holds(list_, first)) ++first;
    for (std::size_t i = first, seen = 0; i-- > 0 && seen < kSummary; ++seen) {
      const Role role = lines_.roles.of[i];
      if (block(i).tag == Tag::h1 || role == Role::byline || role == Role::stamp || role == Role::caption) return;
      if (is_text(i) && line(i).end == End::stop) states_[i] = BlockState::kept;
    }
  }

  const Page& page_;
  const PageLines& lines_;
  std::vector<BlockState>& states_;
  std::vector<std::uint32_t> words_;  // of text in each element
  std::uint32_t list_ = 0;            // the element around the entries
};

}  // namespace

bool keep_live_entries(const Page& page, const PageLines& lines, const LinkedData& linked,
                       std::vector<BlockState>& states) {
  const bool told = std::any_of(linked.items.begin(), linked.items.end(), [](const LinkedItem& item) {
    return item.type == "LiveBlogPosting" || item.type == "LiveBlog";
  });
  const auto is_live = [](const PageBlock& block) {
    return ((block.own | block.near | block.far) & bit(ClassKind::live)) != 0;
  };
  if (!told && std::none_of(page.blocks.begin(), page.blocks.end(), is_live)) return false;
  Finder finder(page, lines, states);
  if (!finder.find() || !(told || finder.says_live())) return false;
  finder.keep();
  return true;
}

}  // namespace warta::extract
