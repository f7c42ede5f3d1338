#include <algorithm>
#include <unordered_set>

#include "article.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "charset.h"
#include "live_blog.h"
#include "metadata.h"
#include "next_page.h"
#include "page_body.h"
#include "page_kind.h"
#include "told_body.h"

namespace warta::extract {
namespace {

constexpr std::uint32_t kCell = 80;          // bytes of a cell: pages of old are laid out as tables of prose
constexpr std::uint32_t kCaptionReach = 25;  // blocks above the body in which its picture stands

BlockKind kind_of(const PageBlock& block) {
  if (block.tag >= Tag::h1 && block.tag <= Tag::h6) return BlockKind::heading;
  if (block.tag == Tag::li || block.tag == Tag::term || block.tag == Tag::definition) return BlockKind::item;
  if (block.tag == Tag::cell && block.text.size() <= kCell) return BlockKind::row;
  return block.around & bit(Around::quote) ? BlockKind::quote : BlockKind::paragraph;
}

std::vector<std::string> values(const std::vector<Fact>& facts) {
  std::vector<std::string> out;
  out.reserve(facts.size());
  for (const Fact& fact : facts) out.push_back(fact.value);
  return out;
}

std::optional<std::string> value(const std::optional<Fact>& fact) {
  return fact ? std::optional<std::string>(fact->value) : std::nullopt;
}

}  // namespace

namespace {

constexpr std::uint32_t kPoor = 60;    // words of a body: less is a teaser, or what is shown until scripts have run
constexpr std::uint32_t kEnough = 30;  // of one that is told elsewhere

// Blocks, and which of them are the article.
struct Blocks {
  Page page;
  PageLines lines;
  std::vector<BlockState> states;

  // Never moved: the lines are views of the page's text.
  Blocks(Page read, const ArticleTables& tables)
      : page(std::move(read)), lines(lines_of(page, tables.furniture, tables.languages)) {}
  Blocks(const Blocks&) = delete;
  Blocks& operator=(const Blocks&) = delete;

  BlockRange body() const {
    BlockRange body;
    for (std::uint32_t i = 0; i < states.size(); ++i) {
      if (states[i] != BlockState::kept) continue;
      if (body.empty()) body.first = i;
      body.last = i + 1;
    }
    return body;
  }
  std::uint32_t words() const {
    std::uint32_t words = 0;
    for (std::size_t i = 0; i < states.size(); ++i)
      if (states[i] == BlockState::kept) words += lines.text.lines[i].word_count;
    return words;
  }
};

}  // namespace

struct PageReading::State {
  Arena arena{1u << 16};
  Decoded decoded;
  std::optional<Blocks> page, told;  // told: a fuller body than the page shows
  LinkedData linked;
  bool live = false;
  std::optional<std::string> outlet;  // of the dateline

  Result<void> find(const ArticleTables& tables) {
    page.emplace(WARTA_TRY(read_page(decoded.text, tables.classes, arena)), tables);
    linked = read_json_ld({page->page.json_ld.begin(), page->page.json_ld.end()});
    page->states = find_body(page->page, page->lines, tables.blocks);
    live = keep_live_entries(page->page, page->lines, linked, page->states);
    if (const std::uint32_t words = page->words(); words < kPoor) find_told(words, tables);
    return {};
  }
  void find_told(std::uint32_t shown, const ArticleTables& tables) {
    auto read = read_page(told_body(page->page, linked), tables.classes, arena);
    if (!read) return;  // nested without end: what is shown is left
    told.emplace(std::move(*read), tables);
    told->states = find_told_body(told->page, told->lines);
    if (const std::uint32_t words = told->words(); words < kEnough || words < shown * 2) told.reset();
  }
  const Blocks& article() const { return told ? *told : *page; }
};

namespace {

// Writes the kept blocks into the article's text.
class Writer {
 public:
  Writer(const Page& page, const PageLines& lines, const std::vector<BlockState>& states, Article& article)
      : page_(page), lines_(lines), states_(states), article_(article) {}

  void body(BlockRange range) {
    for (std::uint32_t i = range.first; i < range.last; ++i)
      if (states_[i] == BlockState::kept) add(i);
    cut_bracket();
    article_.body_end = static_cast<std::uint32_t>(article_.text.size());
  }

  void behind(BlockRange range) {
    if (dateline_ && !dateline_->place.empty()) article_.dateline = tail(dateline_->place.of(page_.text));
    if (dateline_) article_.agency = dateline_->agency;
    std::unordered_set<std::uint64_t> known;
    for (std::uint32_t i = range.first - std::min(range.first, kCaptionReach); i < range.last; ++i)
      if (states_[i] != BlockState::kept && is_caption(i) && known.insert(hash(page_.of(page_.blocks[i]))).second)
        article_.captions.push_back(tail(page_.of(page_.blocks[i])));
  }

  std::optional<std::string> outlet() const { return dateline_ ? dateline_->outlet : std::nullopt; }

 private:
  // The cells of a row make one line; the dateline is in no block.
  void add(std::uint32_t i) {
    const PageBlock& block = page_.blocks[i];
    const std::string_view text = page_.of(block);
    const std::uint32_t dateline = article_.blocks.empty() ? dateline_bytes(i) : 0;
    const BlockKind kind = kind_of(block);
    const std::uint32_t row = page_.elements[block.element].parent;
    const bool same_row = kind == BlockKind::row && row_ == row && cell_ != block.element;
    if (!article_.text.empty()) article_.text += same_row ? " | " : "\n\n";
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    article_.text += text;
    const auto end = static_cast<std::uint32_t>(article_.text.size());
    if (same_row)
      article_.blocks.back().span.end = end;
    else
      article_.blocks.push_back({kind, {begin + dateline, end}});
    row_ = kind == BlockKind::row ? row : 0;
    cell_ = block.element;
  }

  // Bytes of the dateline before the first sentence.
  std::uint32_t dateline_bytes(std::uint32_t i) {
    dateline_ = find_dateline(lines_.text, lines_.text.lines[i]);
    const Span text = page_.blocks[i].text;
    return dateline_ && dateline_->body < text.end ? dateline_->body - text.begin : 0;
  }

  // "(rdp/rfs)" behind the last paragraph.
  void cut_bracket() {
    if (article_.blocks.empty()) return;
    Block& last = article_.blocks.back();
    const LinedText text{article_.text, {}, {}, lines_.text.furniture};
    Credits credits;
    const Span bracket = closing_bracket(text, last.span, credits);
    if (bracket.empty() || bracket.begin <= last.span.begin) return;
    last.span = trimmed(article_.text, {last.span.begin, bracket.begin});
    article_.text.resize(last.span.end);
  }

  bool is_caption(std::uint32_t i) const {
    const PageBlock& block = page_.blocks[i];
    const Line& line = lines_.text.lines[i];
    constexpr Arounds kBox = bit(Around::aside) | bit(Around::form);  // set as a figure: an advertisement of the outlet
    const bool figure = (block.around & bit(Around::figure)) != 0 && (block.around & kBox) == 0;
    const bool named = (block.own & bit(ClassKind::caption)) != 0;
    if (!figure && !named && block.tag != Tag::caption && lines_.roles.of[i] != Role::caption) return false;
    const bool credit_only = (line.starts & bit(Kind::caption)) != 0 && line.word_count <= 6;
    return line.word_count >= 3 && !credit_only && block.link_bytes * 2 < block.text.size();
  }

  Span tail(std::string_view text) {
    article_.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(article_.text.size());
    article_.text += text;
    return {begin, static_cast<std::uint32_t>(article_.text.size())};
  }

  const Page& page_;
  const PageLines& lines_;
  const std::vector<BlockState>& states_;
  Article& article_;
  std::optional<Dateline> dateline_;
  std::uint32_t row_ = 0, cell_ = 0;  // elements of the block written last
};

// All ranges, when the text begins earlier or later.
void move_all(std::int64_t bytes, Article& article) {
  const auto moved = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at + bytes); };
  const auto move = [&](Span& span) { span = {moved(span.begin), moved(span.end)}; };
  for (Block& block : article.blocks) move(block.span);
  for (Span& caption : article.captions) move(caption);
  if (article.dateline) move(*article.dateline);
  article.body_end = moved(article.body_end);
}

// Indonesian outlets print their own name there, and nobody counts it to the text; in English the dateline of wire copy
// is part of it, unless it names the outlet.
void cut_dateline(bool names_outlet, Article& article) {
  if (article.blocks.empty() || (article.language != "id" && !names_outlet)) return;
  const std::uint32_t bytes = article.blocks.front().span.begin;
  article.text.erase(0, bytes);
  move_all(-std::int64_t{bytes}, article);
}

void put_title_first(const std::string& title, Article& article) {
  article.title = title;
  article.text.insert(0, title + "\n\n");
  article.body_begin = static_cast<std::uint32_t>(title.size()) + 2;
  move_all(article.body_begin, article);
  article.blocks.insert(article.blocks.begin(), Block{BlockKind::title, {0, static_cast<std::uint32_t>(title.size())}});
}

}  // namespace

PageReading::PageReading(std::unique_ptr<State> state) : state_(std::move(state)) {}
PageReading::~PageReading() = default;

Result<std::unique_ptr<PageReading>> PageReading::of(const ingest::Record& record, const ArticleTables& tables,
                                                     Article& article) {
  auto state = std::make_unique<State>();
  decode(record.text, record.charset, state->decoded);
  WARTA_CHECK(state->find(tables));
  const Blocks& found = state->article();
  Writer writer(found.page, found.lines, found.states, article);
  writer.body(found.body());
  writer.behind(found.body());
  state->outlet = writer.outlet();
  return std::unique_ptr<PageReading>(new PageReading(std::move(state)));
}

std::optional<std::string> PageReading::language() const {
  const std::string_view told = state_->page->page.language;
  return told.empty() ? std::nullopt : std::optional<std::string>(told);
}

void PageReading::add_metadata(const ingest::Record& record, std::optional<Day> latest, const ArticleTables& tables,
                               Article& article) {
  const Page& page = state_->page->page;
  MetadataContext context;
  context.url = article.url;
  const auto fetched = record.fetched ? parse_iso_day(*record.fetched) : std::nullopt;
  context.latest = fetched ? fetched : latest;
  context.language = article.language;
  context.body = state_->page->body();
  context.dateline_agency = article.agency;
  Metadata data = metadata_of(page, state_->page->lines.text, state_->linked, context,
                              {tables.furniture, tables.languages, tables.meta_keys});
  article.kind = kind_of_page(page, state_->page->states, state_->linked, data, article);
  if (state_->live) article.kind = ArticleKind::live;
  if (state_->told && article.kind != ArticleKind::front) article.kind = ArticleKind::article;
  if (!article.outlet) article.outlet = data.outlet ? data.outlet->value : state_->outlet;
  if (!article.url) article.url = value(data.url);
  if (article.url) article.next_page = next_page_of(page, *article.url);
  article.published = std::move(data.published);
  article.updated = std::move(data.updated);
  article.authors = values(data.authors);
  article.editors = values(data.editors);
  article.agency = value(data.agency);
  article.tags = std::move(data.tags);
  article.section = value(data.section);
  article.image = value(data.image);
  cut_dateline(state_->outlet.has_value(), article);
  const std::optional<std::string> title = data.title ? value(data.title) : record.title;
  if (title && !title->empty()) put_title_first(*title, article);
}

}  // namespace warta::extract
