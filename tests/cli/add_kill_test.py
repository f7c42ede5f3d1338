"""warta add killed at 50 seeded points and run again makes the store of an undisturbed run; what was committed stays."""
import pathlib
import random
import subprocess
import tempfile
import time

from cli.duckdb_file import content, rows
from cli.program import WARTA, Checks
from cli.store_texts import articles, write

KILLS = 50
check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta_kill_"))
texts = list(articles(18))
revised = dict(texts[3], text=texts[3]["text"] + " Peru answered.")
source = write(folder / "in.jsonl", texts + [revised, {"id": "refused", "text": ""}])


def command(store):
    return [WARTA, "add", folder / store, source, "--batch", "3", "--threads", "1", "--quiet"]


started = time.monotonic()
check(subprocess.run(command("whole"), stderr=subprocess.DEVNULL).returncode == 3, "undisturbed, but for one refusal")
duration = time.monotonic() - started
whole = content(folder / "whole")
check(len(whole["article"]) == 19 and len(whole["refusal"]) == 1, "the undisturbed store")

dice = random.Random(20240514)
kills = stores = 0
while kills < KILLS:
    stores += 1
    name = f"killed{stores}"
    kept = 0
    while True:
        process = subprocess.Popen(command(name), stderr=subprocess.DEVNULL)
        try:
            code = process.wait(dice.uniform(0.2, 0.8) * duration if kills < KILLS else None)
            check(code == 3, f"a run that is not killed ends well: {code}")
            break
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
        if (folder / name).exists() and (folder / name).stat().st_size > 0:
            try:
                now = int(rows(folder / name, "SELECT count(*) FROM article")[0][0])
            except RuntimeError as problem:  # killed before the tables were made
                check(kept == 0 and "does not exist" in str(problem), f"{name}: {problem}")
                now = 0
            check(now >= kept, f"{name}: {kept} articles were committed, {now} are there")
            kept = now
    for table, expected in whole.items():
        found = content(folder / name)[table]
        check(found == expected, f"{name}: table {table} is not that of the undisturbed run: {set(found) ^ set(expected)}")
print(f"{kills} kills in {stores} stores")
check.exit()
