#include "stories_xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "charset.h"
#include "headers.h"
#include "story_element.h"
#include "xml_cut.h"

namespace warta::ingest {
namespace {

constexpr std::size_t kTags = 200'000;  // of one record: its tree has 100 bytes a tag

constexpr std::array<std::string_view, 8> kRecords{"sentence", "story",    "article", "document",
                                                   "doc",      "newsitem", "record",  "row"};
constexpr std::array<std::string_view, 10> kRoots{"sentences", "validation", "stories",    "articles", "documents",
                                                  "docs",      "corpus",     "collection", "records",  "root"};
constexpr std::array<std::string_view, 6> kFeeds{"rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view one) { return same_word(one, name); });
}

class Stories final : public Document {
 public:
  Stories(std::unique_ptr<Buffered> bytes, const Limits& limits)
      : bytes_(std::move(bytes)), limits_(limits), charset_(declared_charset(bytes_->held())) {
    if (same_word(charset_, "utf-16")) charset_.clear();  // decoded by its byte order mark
  }

  std::optional<Result<Record>> next() override {
    while (!ended_) {
      Tag tag;
      auto step = next_tag(tag);
      if (!step) return failed(std::move(step.error()));
      if (*step == Step::end) return at_end();
      if (*step == Step::beyond) {
        if (!open()) scanner_.give_up();
        too_large_ = open();
        if (too_large_) scanner_.give_up();
        drop(scanner_.at());
        continue;
      }
      if (auto record = open() ? inside(tag) : outside(tag)) return record;
      if (too_large_) drop(scanner_.at());
    }
    return std::nullopt;
  }

 private:
  enum class Step : std::uint8_t { tag, end, beyond };

  bool open() const { return !name_.empty(); }
  std::string_view held() const { return bytes_->held(); }
  void drop(std::size_t bytes) {
    bytes = std::min(bytes, held().size());
    bytes_->take(bytes);
    scanner_.drop(bytes);
  }

  Result<Step> next_tag(Tag& tag) {
    for (;;) {
      if (scanner_.next(held(), last_, tag) == TagScanner::State::tag) return Step::tag;
      if (last_) return Step::end;
      if (!open() || too_large_) drop(scanner_.at());
      if (held().size() > limits_.record_bytes) return Step::beyond;
      last_ = !WARTA_TRY(bytes_->more());
    }
  }

  // Outside of records: one may begin.
  std::optional<Result<Record>> outside(const Tag& tag) {
    const bool begins = tag.kind != Tag::Kind::close && is_one_of(kRecords, tag.name);
    if (!begins && !root_seen_ && is_one_of(kFeeds, tag.name)) {
      ended_ = true;
      return fail(Why::missing_text, "a feed; warta watch reads it");
    }
    root_seen_ = true;
    if (!begins) {
      drop(tag.end);
      return std::nullopt;
    }
    const bool empty = tag.kind == Tag::Kind::empty;
    begin_record(tag);
    return empty ? finished(scanner_.at()) : std::optional<Result<Record>>();
  }

  void begin_record(const Tag& tag) {
    name_ = tag.name;
    tags_ = 0;
    too_large_ = false;
    found_ = true;
    drop(tag.begin);
    offset_ = bytes_->offset();
  }

  // Inside a record, which ends with its tag. One that begins shows that the tag was forgotten.
  std::optional<Result<Record>> inside(const Tag& tag) {
    ++tags_;
    if (tag.name != name_) return std::nullopt;
    if (tag.kind == Tag::Kind::close) return finished(tag.end);
    if (tag.kind == Tag::Kind::empty) return std::nullopt;
    const auto refused = fail(Why::bad_record, fmt::format("<{}> is not closed", name_), offset_);
    begin_record(tag);
    return refused;
  }

  std::optional<Result<Record>> finished(std::size_t bytes) {
    std::optional<Result<Record>> record;
    if (too_large_ || bytes > limits_.record_bytes || tags_ > kTags)
      record = fail(Why::too_large,
                    fmt::format("<{}> of more than {} bytes or {} tags", name_, limits_.record_bytes, kTags), offset_);
    else
      record = parsed(held().substr(0, bytes));
    drop(bytes);
    name_.clear();
    return record;
  }

  Result<Record> parsed(std::string_view bytes) const {
    const auto text = to_utf8(bytes, charset_);
    if (!text || utf8::first_invalid(*text))
      return fail(Why::bad_encoding,
                  charset_.empty() ? "not UTF-8" : fmt::format("not \"{}\", or not read by warta", charset_), offset_);
    auto record = record_of_element(*text, limits_);
    if (record)
      record->offset = offset_;
    else
      record.error().offset += offset_;
    return record;
  }

  std::optional<Result<Record>> at_end() {
    ended_ = true;
    if (open()) return fail(Why::truncated, fmt::format("the file ends within <{}>", name_), offset_);
    if (found_) return std::nullopt;
    return fail(Why::missing_text, "XML without an element of stories: <Sentence>, <Story>, <Article>, <DOC>");
  }

  std::optional<Result<Record>> failed(Error error) {
    ended_ = true;
    error.offset = std::max(error.offset, bytes_->offset());
    return tl::unexpected<Error>(std::move(error));
  }

  std::unique_ptr<Buffered> bytes_;
  Limits limits_;
  std::string charset_;
  TagScanner scanner_;
  std::string name_;  // of the record at hand; empty: none is
  std::size_t tags_ = 0;
  std::uint64_t offset_ = 0;
  bool too_large_ = false, last_ = false, root_seen_ = false, found_ = false, ended_ = false;
};

}  // namespace

bool is_stories(std::string_view begin, bool whole) {
  begin = utf8::trim(begin);
  Tag tag;
  if (!begin.starts_with('<')) return false;
  const bool xml = begin.starts_with("<?xml");
  if (TagScanner().next(begin, true, tag) != TagScanner::State::tag) return xml && whole;
  const bool root = tag.begin == 0 || begin.starts_with("<!");
  return xml || (root && (is_one_of(kRoots, tag.name) || is_one_of(kRecords, tag.name) || is_one_of(kFeeds, tag.name)));
}

std::unique_ptr<Document> stories_document(std::unique_ptr<Buffered> bytes, const Limits& limits) {
  return std::make_unique<Stories>(std::move(bytes), limits);
}

}  // namespace warta::ingest
