#include "store/store.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "state.h"

namespace warta::store {
namespace {

// Articles whose run was of another codebook than the one at hand.
constexpr const char* kOld =
    "SELECT a.key, a.id, a.language, a.text, a.url, a.outlet, a.title, a.published, a.body_begin, a.body_end FROM "
    "article a "
    "JOIN run r ON r.id = a.run WHERE r.codebook <> $1 ORDER BY a.published_day, a.rowid LIMIT $2";

// Also where recoding was broken off: what is left of the other codebook tells.
Result<void> check_codebook(Connection& connection, const std::string& path, const Options& options) {
  const Table old =
      WARTA_TRY(connection.query("SELECT count(*), count(*) FILTER (a.text IS NULL), any_value(r.codebook) FROM "
                                 "article a JOIN run r ON r.id = a.run "
                                 "WHERE r.codebook <> ?",
                                 {options.codebook}));
  const auto& row = old.rows.front();
  const std::int64_t articles = row[0].integer(), without_text = row[1].integer();
  if (articles == 0) return {};
  Error error{Why::other_codebook, {}, path, 0, 0};
  if (!options.recode)
    error.note = fmt::format(
        "{} articles were coded with codebook {}, and this one is {}; `--recode` codes them again, or "
        "make a new store",
        articles, row[2].text(), options.codebook);
  else if (without_text != 0)
    error.note = fmt::format("{} articles were stored without their text and cannot be coded again: make a new store",
                             without_text);
  else
    return {};
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace

Moment now() { return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()); }

Store::Store() : state_(std::make_unique<State>()) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, Options options) {
  Store store;
  State& state = *store.state_;
  Connection connection = WARTA_TRY(Connection::open(path, Access::create, options.settings));
  WARTA_CHECK(check_codebook(connection, path, options));
  state.known = WARTA_TRY(KnownKeys::read(connection));
  const Table row = WARTA_TRY(connection.query("SELECT watch, writes FROM store"));
  state.watch = row.rows.front()[0].optional_text();
  state.writes = row.rows.front()[1].integer();
  state.path = path;
  state.options = std::move(options);
  state.began = now();
  state.started = std::chrono::steady_clock::now();
  return store;
}

bool Store::knows(std::uint64_t key) const { return state_->known.has(key); }
const Counts& Store::counts() const { return state_->counts; }
const std::optional<std::string>& Store::watch() const { return state_->watch; }

Result<void> Store::State::begin_run(Connection& connection) {
  const Table store = WARTA_TRY(connection.query("SELECT writes FROM store"));
  if (store.rows.front().front().integer() != writes) clusters.forget();  // somebody else wrote
  writes = store.rows.front().front().integer() + 1;
  WARTA_TRY(connection.query("UPDATE store SET writes = $1, codebook = $2", {writes, options.codebook}));
  if (run != 0) return {};
  const Table last = WARTA_TRY(connection.query("SELECT coalesce(max(id), 0) FROM run"));
  run = last.rows.front().front().integer() + 1;
  Appender table(connection, "run");
  table.add(run);
  table.add(options.command);
  table.add(options.version);
  table.add(options.codebook);
  table.add(began);
  table.add(began);
  table.add(false);
  for (int i = 0; i < 5; ++i) table.add(std::int64_t{0});
  table.add(0.0);
  table.add(0.0);
  table.end_row();
  return table.close();
}

Result<void> Store::State::note_run(Connection& connection, bool finished) {
  const auto seconds = [](std::chrono::steady_clock::duration time) {
    return std::chrono::duration<double>(time).count();
  };
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  const double storing_seconds = seconds(storing);
  WARTA_TRY(
      connection.query("UPDATE run SET ended = make_timestamp($2), finished = $3, articles = $4, revisions = $5, known "
                       "= $6, events = $7, "
                       "refused = $8, coding_seconds = $9, storing_seconds = $10 WHERE id = $1",
                       {run, std::int64_t{now().time_since_epoch().count()}, finished, number(counts.articles),
                        number(counts.revisions), number(counts.known), number(counts.events), number(counts.refused),
                        seconds(std::chrono::steady_clock::now() - started) - storing_seconds, storing_seconds}));
  return {};
}

Result<void> Store::State::write(const std::function<Result<void>(Connection&)>& put, bool finished) {
  const auto begun = std::chrono::steady_clock::now();
  const Counts counts_before = counts;
  const std::int64_t run_before = run, writes_before = writes;
  auto done = [&]() -> Result<void> {
    Connection connection = WARTA_TRY(Connection::open(path, Access::write, options.settings));
    WARTA_CHECK(connection.handle().run("BEGIN"));
    WARTA_CHECK(begin_run(connection));
    WARTA_CHECK(put(connection));
    WARTA_CHECK(note_run(connection, finished));
    return connection.handle().run("COMMIT");
  }();
  storing += std::chrono::steady_clock::now() - begun;
  if (done) return done;
  counts = counts_before;  // nothing of the batch is there
  run = run_before;
  writes = writes_before;
  clusters.forget();
  return done;
}

Result<void> Store::write(const Batch& batch, const std::optional<std::string>& watch) {
  return state_->write(
      [&](Connection& connection) -> Result<void> {
        WARTA_CHECK(put(*state_, connection, batch));
        if (watch) WARTA_TRY(connection.query("UPDATE store SET watch = ?", {*watch}));
        return {};
      },
      false);
}

Result<void> Store::finish() {
  return state_->write([](Connection&) { return Result<void>(); }, true);
}

Result<std::vector<Store::Old>> Store::old(std::size_t at_most) {
  Connection connection = WARTA_TRY(Connection::open(state_->path, Access::read, state_->options.settings));
  std::vector<Old> articles;
  WARTA_CHECK(connection.each(
      kOld, {state_->options.codebook, static_cast<std::int64_t>(at_most)}, [&](const Connection::Row& row) {
        articles.push_back({parse_hex16(row[0].text()).value_or(0), std::string(row[1].text()),
                            std::string(row[2].text()), std::string(row[3].text()), row[4].optional_text(),
                            row[5].optional_text(), row[6].optional_text(), row[7].optional_text(),
                            static_cast<std::uint32_t>(row[8].integer()),
                            static_cast<std::uint32_t>(row[9].integer())});
      }));
  return articles;
}

Result<void> Store::rewrite(const std::vector<Old>& old, const Batch& batch) {
  return state_->write([&](Connection& connection) { return replace(*state_, connection, old, batch); }, false);
}

}  // namespace warta::store
