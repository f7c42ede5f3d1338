"""`warta query` reads a store and nothing else: whatever would read or write another file, change a setting or the store, or
take more than its limits is refused with a message and exit code 1."""
import ctypes
import os
import pathlib
import subprocess
import tempfile
import time

from cli.program import SOURCE, WARTA, Checks, run

# Freed memory that the address sanitizer holds back would count as the query's.
os.environ["ASAN_OPTIONS"] = ":".join(filter(None, (os.environ.get("ASAN_OPTIONS"), "quarantine_size_mb=1")))
check = Checks()
folder = pathlib.Path(tempfile.mkdtemp())
store = folder / "small.duckdb"
subprocess.run([os.environ["MAKE_STORE"], store, SOURCE / "tests/query/cases/small.sql"], check=True)
secret = folder / "secret.csv"
secret.write_text("word\nhidden\n")


def refused(sql, *words, limits=()):
    done = run("query", store, *limits, sql)
    said = done.stderr.decode()
    check(done.returncode == 1 and not done.stdout, f"{sql}: exit code {done.returncode}, printed {done.stdout}")
    check(said.startswith("warta: ") and any(word in said for word in words), f"{sql}: the message says {words}: {said}")
    check("hidden" not in said, f"{sql}: nothing of the file is told")


FILES = "file system operations are disabled"
for sql in (f"SELECT * FROM read_csv('{secret}')", f"SELECT * FROM '{secret}'", f"SELECT * FROM read_text('{secret}')",
            f"SELECT * FROM read_blob('{secret}')", f"SELECT * FROM glob('{folder}/*')", f"SELECT * FROM sniff_csv('{secret}')",
            f"SELECT * FROM parquet_metadata('{secret}')", f"SELECT * FROM read_duckdb('{folder}/other.duckdb', table_name := 'run')",
            f"COPY (SELECT 1) TO '{folder}/out.csv'", f"COPY run FROM '{secret}'", f"EXPORT DATABASE '{folder}/dump'"):
    refused(sql, FILES, "only SELECT", "disabled by configuration")
for sql in ("SELECT * FROM read_csv('https://example.org/a.csv')", "SELECT * FROM 's3://bucket/a.parquet'"):
    refused(sql, "disabled", "not loaded", "cannot", "No files")

ONLY = "only SELECT and EXPLAIN"
for sql in (f"ATTACH '{folder}/other.duckdb' AS other", "DETACH small", "SET memory_limit = '100GB'", "RESET memory_limit",
            "SET enable_external_access = true", "PRAGMA threads = 8", "PRAGMA database_list", " pragma table_info('run')", "INSTALL httpfs",
            "LOAD httpfs", "INSERT INTO run SELECT * FROM run", "UPDATE run SET id = 9", "DELETE FROM run", "DROP TABLE run",
            "CREATE TABLE mine AS SELECT 1", "CREATE TEMP TABLE mine AS SELECT 1", "ALTER TABLE run ADD COLUMN x INT", "CHECKPOINT", "VACUUM",
            "BEGIN", "CALL enable_logging()", "PREPARE p AS SELECT 1", "USE memory"):
    refused(sql, ONLY, "read-only", "does not exist")
refused("SELECT getenv('HOME')", "getenv")
refused("SELECT 1; DROP TABLE run", "multiple statements")
refused("SELECT 1) TO 'x'; DROP TABLE run; --", "multiple statements", "syntax error")
refused("SELEKT 1", "syntax error")
check(run("query", store, "").returncode == 2, "no SQL is wrong usage")

# A view in a file from a stranger is SQL of theirs: written here by DuckDB without any guard.
duckdb = ctypes.CDLL(pathlib.Path(WARTA).parent / "libduckdb.so")
database, connection = ctypes.c_void_p(), ctypes.c_void_p()
check(duckdb.duckdb_open(str(store).encode(), ctypes.byref(database)) == 0, "DuckDB opens the store")
duckdb.duckdb_connect(database, ctypes.byref(connection))
for sql in (f"CREATE VIEW spy AS FROM read_text('{secret}')", f"CREATE OR REPLACE VIEW events AS SELECT content AS event FROM read_text('{secret}')",
            f"CREATE MACRO peek() AS TABLE FROM read_text('{secret}')"):
    check(duckdb.duckdb_query(connection, sql.encode(), None) == 0, f"made without a guard: {sql}")
duckdb.duckdb_disconnect(ctypes.byref(connection))
duckdb.duckdb_close(ctypes.byref(database))
for sql in ("FROM spy", "FROM events", "FROM peek()"):
    refused(sql, FILES)
done = run("stats", store)
check(done.returncode == 1 and FILES in done.stderr.decode(), f"stats of a view that reads files: {done.stderr}")

# Limits of time, also where DuckDB does not look at the clock, and of memory.
begun = time.monotonic()
short = ("--seconds", "1")
TIME = "limit of time"
refused("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t", TIME, limits=short)
refused("SELECT count(*) FROM range(10000000) a, range(10000000) b", TIME, limits=short)
refused("SELECT levenshtein(repeat('a', 300000), repeat('b', 300000))", TIME, limits=short)
check(time.monotonic() - begun < 100, "none of them goes on for ever")
small = ("--seconds", "60", "--memory", "64")
MEMORY = "Out of Memory"
refused("SELECT count(*) FROM (SELECT DISTINCT repeat(md5(CAST(range AS VARCHAR)), 9) FROM range(9000000))", MEMORY, limits=small)
refused("SELECT a.range, b.range FROM range(100000) a, range(100000) b ORDER BY a.range * b.range % 7919, a.range LIMIT 100000000",
        MEMORY, limits=small)
refused("SELECT length(repeat('x', 3000000000))", MEMORY, TIME, limits=small)

check(sorted(path.name for path in folder.iterdir()) == ["secret.csv", "small.duckdb"], f"no file was made: {list(folder.iterdir())}")
for path in folder.iterdir():
    path.unlink()
folder.rmdir()
check.exit()
