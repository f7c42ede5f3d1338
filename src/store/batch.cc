// One batch, step by step: what is known already, what supersedes what, where it belongs, the rows.
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "rows.h"
#include "state.h"

namespace warta::store {
namespace {

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * bytes.size());
  for (const char c : bytes) {
    hex += kDigits[static_cast<unsigned char>(c) >> 4];
    hex += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return hex;
}

// Articles of the batch that are not in the store, each once, in their order.
Result<std::vector<const Article*>> new_articles(Connection& connection, const Batch& batch, Counts& counts) {
  std::vector<std::string> keys;
  for (const Article& article : batch.articles) keys.push_back(hex16(article.report.key));
  std::unordered_set<std::string> there;
  WARTA_CHECK(connection.each("SELECT key FROM article WHERE key" + kThese, {Value::texts(keys)},
                              [&](const Connection::Row& row) { there.emplace(row.front().text()); }));
  std::vector<const Article*> fresh;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (there.insert(keys[i]).second)
      fresh.push_back(&batch.articles[i]);
    else
      ++counts.known;
  }
  return fresh;
}

// The same address with another text is a revision: the last that came stands.
struct Revisions {
  std::unordered_map<const Article*, std::string> superseded;  // of the batch -> key of what supersedes it
  std::vector<std::string> old_keys, new_keys;                 // of the store -> likewise
  Earliest old_published;
  std::set<Day> old_days;  // of publication
};

Result<Revisions> find_revisions(Connection& connection, const std::vector<const Article*>& fresh) {
  Revisions revisions;
  std::unordered_map<std::string, const Article*> last;
  std::vector<std::string> urls;
  for (const Article* article : fresh) {
    if (!article->facts.url) continue;
    const Article*& standing = last[*article->facts.url];
    if (standing)
      revisions.superseded[standing] = hex16(article->report.key);
    else
      urls.push_back(*article->facts.url);
    standing = article;
  }
  WARTA_CHECK(connection.each(
      "SELECT key, url, published_day FROM article WHERE superseded_by IS NULL AND url" + kThese + " ORDER BY rowid",
      {Value::texts(urls)}, [&](const Connection::Row& row) {
        revisions.old_keys.emplace_back(row[0].text());
        revisions.new_keys.push_back(hex16(last.at(std::string(row[1].text()))->report.key));
        const auto day = parse_iso_day(row[2].text());
        revisions.old_published.add(day);
        if (day) revisions.old_days.insert(*day);
      }));
  return revisions;
}

Result<void> supersede(State& state, Connection& connection, const Revisions& revisions, Touched& touched) {
  state.counts.revisions += revisions.old_keys.size() + revisions.superseded.size();
  if (revisions.old_keys.empty()) return {};
  WARTA_CHECK(take_out(connection, revisions.old_keys, revisions.old_published, touched));
  return set_ids(connection, "article", "superseded_by", "key",
                 {revisions.old_keys, revisions.new_keys, revisions.old_published});
}

Result<void> append_all_events(State& state, Connection& connection, const std::vector<const Article*>& articles,
                               const std::vector<Standing>& standings) {
  Appender table(connection, "event");
  for (std::size_t i = 0; i < articles.size(); ++i) {
    append_events(table, *articles[i], standings[i]);
    state.counts.events += articles[i]->rows.size();
  }
  return table.close();
}

Result<void> append_all_articles(Connection& connection, const std::vector<const Article*>& articles,
                                 const std::vector<Standing>& standings) {
  Appender table(connection, "article");
  for (std::size_t i = 0; i < articles.size(); ++i) append_article(table, *articles[i], standings[i]);
  return table.close();
}

// Of articles that are there already.
Result<void> keep_reports(Connection& connection, const std::vector<const Article*>& articles,
                          const std::vector<Standing>& standings) {
  std::vector<std::string> keys, reports;
  Value::List stories;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    keys.push_back(hex16(articles[i]->report.key));
    reports.push_back(story::pack(articles[i]->report));
    stories.push_back(standings[i].superseded_by ? Value() : Value(hex16(standings[i].placed.story)));
  }
  for (std::string& report : reports) report = hex_of(report);  // a parameter is no list of BLOBs
  WARTA_TRY(connection.query(
      "UPDATE article SET story = n.story, report = unhex(n.report) FROM (SELECT unnest($1::VARCHAR[]) AS key, "
      "unnest($2::VARCHAR[]) AS story, unnest($3::VARCHAR[]) AS report) n WHERE article.key = n.key",
      {Value::texts(keys), stories, Value::texts(reports)}));
  return {};
}

// The same refusal of the same bytes stands once: a run that is repeated refuses it again.
Result<void> keep_refusals(State& state, Connection& connection, const std::vector<Error>& refused) {
  if (refused.empty()) return {};
  std::vector<std::string> files, records, bytes, reasons, notes;
  for (const Error& error : refused) {
    files.push_back(error.file);
    records.push_back(std::to_string(error.record));
    bytes.push_back(std::to_string(error.offset));
    reasons.emplace_back(word(error.why));
    notes.push_back(error.note);
  }
  WARTA_TRY(
      connection.query("INSERT INTO refusal SELECT $6::BIGINT, * FROM (SELECT unnest($1::VARCHAR[]) AS file, "
                       "unnest($2::VARCHAR[])::BIGINT "
                       "AS record, unnest($3::VARCHAR[])::BIGINT AS byte, unnest($4::VARCHAR[]) AS reason, "
                       "unnest($5::VARCHAR[]) AS note) "
                       "ANTI JOIN refusal USING (file, record, byte, reason) ORDER BY file, record, byte, reason",
                       {Value::texts(files), Value::texts(records), Value::texts(bytes), Value::texts(reasons),
                        Value::texts(notes), state.run}));
  state.counts.refused += refused.size();
  return {};
}

// Finds the stories and occurrences of those that are not superseded.
Result<void> find_places(State& state, Connection& connection, const std::vector<const Article*>& articles,
                         std::vector<Standing>& standings, const std::set<Day>& taken, Touched& touched) {
  std::vector<const Article*> current;
  for (std::size_t i = 0; i < articles.size(); ++i)
    if (!standings[i].superseded_by) current.push_back(articles[i]);
  if (current.empty()) return {};
  auto placed = WARTA_TRY(state.clusters.place(connection, state.options.codebook, current, taken, touched));
  for (std::size_t i = 0, next = 0; i < articles.size(); ++i)
    if (!standings[i].superseded_by) standings[i].placed = std::move(placed[next++]);
  return {};
}

}  // namespace

Result<void> put(State& state, Connection& connection, const Batch& batch) {
  state.counts.known += batch.known;
  WARTA_CHECK(keep_refusals(state, connection, batch.refused));
  const auto fresh = WARTA_TRY(new_articles(connection, batch, state.counts));
  if (fresh.empty()) return {};
  const Revisions revisions = WARTA_TRY(find_revisions(connection, fresh));
  Touched touched;
  std::vector<Standing> standings;
  const Moment added = now();
  for (const Article* article : fresh) {
    standings.push_back({state.run, added, std::nullopt, {}, state.options.keep_text});
    if (const auto by = revisions.superseded.find(article); by != revisions.superseded.end())
      standings.back().superseded_by = by->second;
  }
  WARTA_CHECK(supersede(state, connection, revisions, touched));
  WARTA_CHECK(find_places(state, connection, fresh, standings, revisions.old_days, touched));
  WARTA_CHECK(append_all_articles(connection, fresh, standings));
  WARTA_CHECK(append_all_events(state, connection, fresh, standings));
  WARTA_CHECK(make_anew(connection, touched));
  state.counts.articles += fresh.size();
  return {};
}

Result<void> replace(State& state, Connection& connection, const std::vector<Store::Old>& old, const Batch& batch) {
  std::vector<std::string> keys;
  keys.reserve(old.size());
  for (const Store::Old& article : old) keys.push_back(hex16(article.key));
  const std::vector<Value> which{Value::texts(keys)};
  std::unordered_map<std::string, std::string> superseded_by;
  WARTA_CHECK(
      connection.each("SELECT key, superseded_by FROM article WHERE superseded_by IS NOT NULL AND key" + kThese, which,
                      [&](const Connection::Row& row) { superseded_by.emplace(row[0].text(), row[1].text()); }));
  Touched touched;
  Earliest published;
  published.add(std::nullopt);
  WARTA_CHECK(take_out(connection, keys, published, touched));
  WARTA_TRY(connection.query("DELETE FROM event WHERE article" + kThese, which));
  WARTA_TRY(connection.query("UPDATE article SET run = $2 WHERE key" + kThese, {which.front(), state.run}));
  WARTA_CHECK(keep_refusals(state, connection, batch.refused));

  std::vector<const Article*> articles;
  std::vector<Standing> standings;
  for (const Article& article : batch.articles) {
    articles.push_back(&article);
    standings.push_back({});
    if (const auto by = superseded_by.find(hex16(article.report.key)); by != superseded_by.end())
      standings.back().superseded_by = by->second;
  }
  WARTA_CHECK(find_places(state, connection, articles, standings, {}, touched));
  WARTA_CHECK(append_all_events(state, connection, articles, standings));
  WARTA_CHECK(keep_reports(connection, articles, standings));
  state.counts.articles += articles.size();
  return make_anew(connection, touched);
}

}  // namespace warta::store
