"""Two readers ask while `add` writes, and none of their questions fails. WARTA_READERS_SECONDS says for how long (3)."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from cli.duckdb_file import DuckdbFile, rows
from cli.program import WARTA, Checks
from cli.store_texts import articles, write

SECONDS = float(os.environ.get("WARTA_READERS_SECONDS", "3"))


def read(path):
    """Asks in short bursts, as warta's own commands do; prints how often."""
    until, asked, last = time.monotonic() + SECONDS, 0, 0
    while time.monotonic() < until:
        with DuckdbFile(path, wait=10) as file:
            articles, events, orphans = (int(cell) for cell in file.query(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM events), (SELECT count(*) FROM events e ANTI JOIN articles a ON a.key = e.article)")[0])
        assert orphans == 0 and articles >= last, f"{orphans} events without their article, {articles} articles after {last}"
        asked, last = asked + 1, articles
        time.sleep(0.02)
    print(asked)


if len(sys.argv) > 1:
    read(sys.argv[1])
    sys.exit(0)

check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta_readers_"))
store = folder / "store"
check(subprocess.run([WARTA, "add", store, write(folder / "0.jsonl", articles(4)), "--quiet"]).returncode == 0, "a store")
readers = [subprocess.Popen([sys.executable, __file__, store], stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
number = 1
while any(reader.poll() is None for reader in readers):
    source = write(folder / f"{number}.jsonl", articles(40, 40 * number))
    done = subprocess.run([WARTA, "add", store, source, "--batch", "5", "--quiet"], capture_output=True)
    check(done.returncode == 0, f"the writer: {done.stderr.decode()}")
    number += 1
for reader in readers:
    asked, problem = reader.communicate()
    check(reader.returncode == 0 and int(asked or 0) > 0, f"a reader: {asked} {problem.decode()}")
check(rows(store, "SELECT count(*) FROM articles") == [(str(4 + 40 * (number - 1)),)], "all is written")
check.exit()
