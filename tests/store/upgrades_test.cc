// Stores of older versions: src/store/upgrades.h. schemas/N.sql makes a store of version N with an article and its
// event.
#include "upgrades.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "store/scratch.h"
#include "store/unguarded.h"

namespace warta::store {
namespace {

std::string schema(int version) {
  std::ifstream in(std::string(WARTA_SOURCE_DIR) + "/tests/store/schemas/" + std::to_string(version) + ".sql");
  return {std::istreambuf_iterator<char>(in), {}};
}

// Names and types of all columns, in their order.
std::vector<std::vector<Value>> columns(const std::string& path) {
  auto connection = Connection::open(path, Access::read);
  if (!connection) return {{connection.error().message()}};
  const auto table = connection->query(
      "SELECT table_name, column_index, column_name, data_type, is_nullable FROM duckdb_columns() WHERE NOT internal "
      "ORDER BY ALL");
  return table ? table->rows : std::vector<std::vector<Value>>{{table.error().message()}};
}

TEST(Upgrades, EveryVersionBecomesThisOne) {
  const Scratch scratch;
  ASSERT_TRUE(Connection::open(scratch.path("new.duckdb"), Access::create));
  for (int version = 0; version < kSchemaVersion; ++version) {
    const std::string path = scratch.path(std::to_string(version));
    ASSERT_TRUE(run_unguarded(path, schema(version)));
    const auto reading = Connection::open(path, Access::read);
    ASSERT_FALSE(reading);
    EXPECT_EQ(reading.error().why, Why::bad_store);
    auto writing = Connection::open(path, Access::write);
    ASSERT_TRUE(writing) << writing.error().message();
    const auto kept = writing->query("SELECT key, text, body_end FROM articles");
    ASSERT_TRUE(kept) << kept.error().message();
    EXPECT_EQ(kept->rows, (std::vector<std::vector<Value>>{{"00000000000000aa", "Zürich", 7}}));
    const auto days = writing->query(
        "SELECT e.published_day, o.first_day, o.last_day FROM event e JOIN occurrence o ON o.id = e.occurrence");
    ASSERT_TRUE(days) << days.error().message();
    EXPECT_EQ(days->rows, (std::vector<std::vector<Value>>{{"2024-05-14", "2024-05-14", "2024-05-14"}}));
    writing = Connection::open(scratch.path("new.duckdb"), Access::write);  // the other is closed
    EXPECT_EQ(columns(path), columns(scratch.path("new.duckdb"))) << "version " << version;
  }
}

TEST(Upgrades, OthersAreRefused) {
  const Scratch scratch;
  const auto why = [&](const std::string& name, Access access) {
    const auto connection = Connection::open(scratch.path(name), access);
    return connection ? "opened" : std::string(word(connection.error().why)) + ": " + connection.error().note;
  };
  ASSERT_TRUE(run_unguarded(scratch.path("other"), "CREATE TABLE t (a INTEGER)"));
  ASSERT_TRUE(run_unguarded(scratch.path("newer"),
                            "CREATE TABLE store (schema_version INTEGER); INSERT INTO store VALUES (99)"));
  ASSERT_TRUE(run_unguarded(scratch.path("odd"),
                            "CREATE TABLE store (schema_version VARCHAR); INSERT INTO store VALUES ('1')"));
  ASSERT_TRUE(run_unguarded(scratch.path("empty"), "CREATE TABLE store (schema_version INTEGER)"));
  for (const Access access : {Access::read, Access::write, Access::create})
    for (const char* name : {"other", "newer", "odd", "empty"})
      EXPECT_EQ(why(name, access).substr(0, 10), "bad_store:") << name << ": " << why(name, access);
  EXPECT_NE(why("newer", Access::write).find("newer"), std::string::npos);
}

// A step that fails leaves the store as it was.
TEST(Upgrades, AreWholeOrNothing) {
  const Scratch scratch;
  ASSERT_TRUE(run_unguarded(scratch.path(), schema(0) + "DROP TABLE occurrence;"));
  EXPECT_FALSE(Connection::open(scratch.path(), Access::write));
  ASSERT_TRUE(run_unguarded(scratch.path(), "SELECT keeps_text FROM store; FROM actor"));
}

}  // namespace
}  // namespace warta::store
