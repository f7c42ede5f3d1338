// Queries, and what a connection refuses: src/store/connection.h
#include "store/connection.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "store/scratch.h"
#include "store/unguarded.h"

namespace warta::store {
namespace {

Connection open(const std::string& path, Access access, const Settings& settings = {}) {
  auto connection = Connection::open(path, access, settings);
  if (!connection) throw std::runtime_error(connection.error().message());
  return std::move(*connection);
}

std::string failure(Connection& connection, const std::string& sql) {
  const auto table = connection.query(sql);
  return table ? "succeeded" : std::string(word(table.error().why)) + ": " + table.error().note;
}

TEST(Connection, GivesValuesOfEachType) {
  const Scratch scratch;
  open(scratch.path(), Access::create);
  Connection connection = open(scratch.path(), Access::read);
  const auto table = connection.query(
      "SELECT NULL, true, 7::UTINYINT, -7::BIGINT, 18446744073709551615::UBIGINT, sum(3), 2.5::FLOAT, "
      "12.34::DECIMAL(9,2), "
      "'Ø', DATE '2024-01-18', TIMESTAMP '2024-01-18 08:25:00', ['a', NULL], []::VARCHAR[], "
      "'mid'::ENUM('low', 'mid', 'high')");
  ASSERT_TRUE(table) << table.error().message();
  ASSERT_EQ(table->rows.size(), 1U);
  const std::vector<Value> expected{{},
                                    true,
                                    7,
                                    -7,
                                    18446744073709551616.0,
                                    3,
                                    2.5,
                                    12.34,
                                    "Ø",
                                    "2024-01-18",
                                    "2024-01-18 08:25:00",
                                    Value::List{"a", {}},
                                    Value::List{},
                                    "mid"};
  EXPECT_EQ(table->rows.front(), expected);
  EXPECT_EQ(table->columns[2].type, "UTINYINT");
  EXPECT_EQ(table->columns[12].type, "VARCHAR[]");
}

TEST(Connection, ParametersAreValuesAndNeverSql) {
  const Scratch scratch;
  Connection connection = open(scratch.path(), Access::create);
  const std::string hostile = "x'; DROP TABLE event; --\0y";
  const auto table = connection.query("SELECT ?, len(?), list_contains(?, 'b'), ? IS NULL, ? + 1",
                                      {hostile, hostile, Value::texts({"a", "b"}), Value(), 4});
  ASSERT_TRUE(table) << table.error().message();
  EXPECT_EQ(table->rows.front()[0].text(), hostile);
  EXPECT_TRUE(table->rows.front()[2].truth());
  EXPECT_TRUE(table->rows.front()[3].truth());
  EXPECT_EQ(table->rows.front()[4].integer(), 5);
  EXPECT_TRUE(connection.query("SELECT count(*) FROM event"));
  EXPECT_EQ(failure(connection, "SELECT ?").substr(0, 12), "store_failed");
}

TEST(Connection, ReadsThisFileAndNothingElse) {
  const Scratch scratch;
  std::ofstream(scratch.path("secret.csv")) << "a,b\n1,2\n";
  open(scratch.path(), Access::create);
  Connection connection = open(scratch.path(), Access::read);
  const std::string secret = "'" + scratch.path("secret.csv") + "'";
  const std::vector<std::string> refused{"SELECT * FROM read_csv(" + secret + ")",
                                         "SELECT * FROM read_text(" + secret + ")",
                                         "FROM " + secret,
                                         "SELECT * FROM glob('/*')",
                                         "COPY event TO '" + scratch.path("out.csv") + "'",
                                         "ATTACH '" + scratch.path("other.duckdb") + "'",
                                         "EXPORT DATABASE '" + scratch.path("dump") + "'",
                                         "ATTACH ':memory:' AS m",
                                         "SET enable_external_access = true",
                                         "SET memory_limit = '1TB'",
                                         "PRAGMA threads = 64",
                                         "INSTALL httpfs",
                                         "LOAD httpfs",
                                         "CREATE TABLE t (a INTEGER)",
                                         "CREATE TEMP TABLE t (a INTEGER)",
                                         "INSERT INTO store VALUES (9, NULL, true, 0, NULL)",
                                         "DROP TABLE event",
                                         "CALL pragma_version()",
                                         "SELECT 1; SELECT 2",
                                         "SELEC 1",
                                         ""};
  for (const std::string& sql : refused)
    EXPECT_EQ(failure(connection, sql).substr(0, 10), "bad_query:") << sql << ": " << failure(connection, sql);
  EXPECT_FALSE(std::filesystem::exists(scratch.path("out.csv")));
  EXPECT_FALSE(std::filesystem::exists(scratch.path("dump")));
}

// A file from a stranger: a view is SQL of theirs that runs when we look at it.
TEST(Connection, AViewThatReadsFilesReadsNone) {
  const Scratch scratch;
  std::ofstream(scratch.path("secret.txt")) << "hidden";
  open(scratch.path(), Access::create);
  const std::string reading = "SELECT content FROM read_text('" + scratch.path("secret.txt") + "')";
  ASSERT_TRUE(run_unguarded(scratch.path(),
                            "CREATE VIEW spy AS " + reading + "; CREATE OR REPLACE VIEW occurrences AS " + reading));
  Connection connection = open(scratch.path(), Access::read);
  EXPECT_EQ(failure(connection, "FROM spy").substr(0, 10), "bad_query:");
  EXPECT_EQ(failure(connection, "FROM occurrences").substr(0, 10), "bad_query:");
}

TEST(Connection, HasLimits) {
  const Scratch scratch;
  open(scratch.path(), Access::create);
  Settings settings;
  settings.at_most = std::chrono::milliseconds(50);
  Connection hurried = open(scratch.path(), Access::read, settings);
  EXPECT_NE(failure(hurried, "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range = 7")
                .find("limit of time"),
            std::string::npos);
  settings = {};
  settings.rows_at_most = 100;
  settings.memory_bytes = std::size_t{32} << 20;
  Connection small = open(scratch.path(), Access::read, settings);
  EXPECT_NE(failure(small, "SELECT * FROM range(101)").find("LIMIT"), std::string::npos);
  EXPECT_TRUE(small.query("SELECT * FROM range(100)"));
  EXPECT_NE(failure(small, "SELECT count(*) FROM (SELECT DISTINCT repeat(md5(range::VARCHAR), 9) FROM range(9000000))")
                .find("Out of Memory"),
            std::string::npos);
}

TEST(Connection, TellsWhatAFileIsNot) {
  const Scratch scratch;
  const auto why = [&](Access access) {
    const auto connection = Connection::open(scratch.path(), access);
    return connection ? "opened" : std::string(word(connection.error().why));
  };
  EXPECT_EQ(why(Access::read), "cannot_open");
  EXPECT_EQ(why(Access::write), "cannot_open");
  EXPECT_FALSE(std::filesystem::exists(scratch.path()));
  std::ofstream(scratch.path()) << std::string(20'000, 'x');
  EXPECT_EQ(why(Access::read), "bad_store");
  EXPECT_EQ(why(Access::create), "bad_store");
}

}  // namespace
}  // namespace warta::store
