"""warta add, remove: what a store holds, whatever comes in and however often."""
import json
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

from cli.duckdb_file import DuckdbFile, content, rows
from cli.program import SOURCE, WARTA, Checks, run
from cli.store_texts import articles, write

check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta_add_"))


def add(store, *more, code=0, **options):
    done = run("add", folder / store, *more, **options)
    check(done.returncode == code, f"add {store} {more}: {done.returncode}, {done.stderr.decode()}")
    return done.stderr.decode()


def of(store, sql):
    return rows(folder / store, sql)


# --- the same as `code` tells -------------------------------------------------------------------------------------------
examples = sorted((SOURCE / "examples").glob("*.txt"))
said = add("examples", *examples)
coded = [json.loads(line) for line in run("code", "--quiet", "--format", "jsonl", *examples).stdout.decode().splitlines()]
check(f"{len(examples)} articles" in said and f"{len(coded)} events" in said, f"the summary: {said}")
kept = of("examples", "SELECT e.id, a.id, source_code, target_text, event, cameo, status, date, evidence_text, evidence_begin, killed_low FROM events e JOIN articles a ON a.key = e.article ORDER BY e.id")
expected = [
    (row["id"], row["article"]["id"], row["source"] and row["source"]["code"], row["target"] and row["target"]["text"], row["event"], row["cameo"], row["status"],
     row["date"], row["evidence"]["text"], row["evidence"]["begin"], ((row["counts"] or {}).get("killed") or [None])[0]) for row in coded
]
as_text = [tuple(None if cell is None else str(cell) for cell in row) for row in sorted(expected, key=lambda row: row[0])]
check(kept == as_text, f"events are those of `code`: {[pair for pair in zip(kept, as_text) if pair[0] != pair[1]][:2]}")
check(of("examples", "SELECT count(*) FROM articles WHERE text IS NULL") == [("0",)], "texts are kept")
text = dict(of("examples", "SELECT id, text FROM articles"))
check(text == {path.stem: path.read_text() for path in examples}, "as they were")

# --- once ---------------------------------------------------------------------------------------------------------------
before = content(folder / "examples")
said = add("examples", *examples)
check(content(folder / "examples") == before and f"{len(examples)} articles known" in said, f"adding again adds nothing: {said}")
check([row[0] for row in of("examples", "SELECT finished FROM runs ORDER BY id")] == ["true", "true"], "both runs are there")

# --- in parts, and in other parts: one store ------------------------------------------------------------------------------
first, second = write(folder / "a.jsonl", articles(24)), write(folder / "b.jsonl", articles(24, 24))
add("both", first, second)
add("parts", first)
add("parts", second)
add("small", first, second, "--batch", "5", "--threads", "1")
add("threads", first, second, "--threads", "4")
both = content(folder / "both")
check(len(both["occurrence"]) < len(both["event"]), "some tell of one happening")
for store in ("parts", "small", "threads"):
    other = content(folder / store)
    for table in both:
        check(other[table] == both[table], f"{store}: table {table} is that of one batch")

# --- a revision; refusals; hostile names ----------------------------------------------------------------------------------
record = next(articles(1))
changed = dict(record, id="it's", text=record["text"] + " Chad protested.")
write(folder / "changed.jsonl", [changed])
check("1 of them revisions" in add("both", folder / "changed.jsonl"), "a changed text is told")
check(of("both", f"SELECT count(*) FROM articles WHERE url = '{record['url']}'") == [("1",)], "only the newer one shows")
check(of("both", f"SELECT count(*) FROM article WHERE url = '{record['url']}'") == [("2",)], "the older one is there")
check(of("both", "SELECT count(*) FROM events e ANTI JOIN articles a ON a.key = e.article") == [("0",)], "and no event of it shows")
hostile = folder / "x'; DROP TABLE event; --.jsonl"
hostile.write_text('{"id": "\'); DELETE FROM article; --", "text": "Kenya condemned Chad.", "url": "https://example.org/\'; --", "date": "2024-05-14"}\nno json\n{"id": "e", "text": ""}\n')
for _ in range(2):
    add("both", hostile, code=3)
check([(row[0], row[1], row[2]) for row in of("both", "SELECT file, record, reason FROM refusals ORDER BY record")]
      == [(str(hostile), "2", "bad_json"), (str(hostile), "3", "missing_text")], "each refusal stands once")
check(of("both", "SELECT count(*) FROM articles WHERE file LIKE 'x''%' OR id LIKE '%DELETE%'") == [("1",)], "names are names")

# --- remove ---------------------------------------------------------------------------------------------------------------
for arguments, code in (((), 2), (("--url", "https://example.org/none"), 1), (("--url", "https://example.org/'; --"), 0), (("--url", record["url"]), 0)):
    done = run("remove", folder / "both", *arguments)
    check(done.returncode == code, f"remove {arguments}: {done.returncode} {done.stderr}")
check(of("both", f"SELECT count(*) FROM article WHERE url = '{record['url']}'") == [("0",)], "all its revisions are gone")
check(of("both", "SELECT count(*) FROM event e ANTI JOIN article a ON a.key = e.article") == [("0",)], "and their events")
check(of("both", "SELECT count(*) FROM occurrence o ANTI JOIN events e ON e.occurrence = o.id") == [("0",)], "and occurrences")
check(of("both", "SELECT count(*) FROM occurrence WHERE events <> (SELECT count(*) FROM events e WHERE e.occurrence = occurrence.id)") == [("0",)], "which count the rest")

# --- without texts; another codebook ----------------------------------------------------------------------------------------
add("lean", first, "--no-text")
check(of("lean", "SELECT count(text), count(DISTINCT key) FROM articles") == [("0", "24")], "no text is kept")
over = folder / "codebook"
(over / "lang/en/frames").mkdir(parents=True)
(over / "lang/en/frames/own.txt").write_text("frame    bell\nverb     unhorse\nneeds    target\ncode     111\nexample  Kenya unhorsed Uganda.\n         KEN | ACCUSE 111 | UGA | reported\n")
said = add("parts", first, "--codebook", over, code=1)
check("--recode" in said, f"another codebook is refused with advice: {said}")
check("--recode" not in add("lean", first, "--codebook", over, "--recode", code=1), "without texts there is no recoding")
add("parts", "--recode", "--codebook", over)
recoded = content(folder / "parts")
add("new", first, second, "--codebook", over)
new = content(folder / "new")
for table in ("event", "story", "occurrence"):
    check(recoded[table] == new[table], f"recoding makes the {table}s that coding makes")
check(of("parts", "SELECT count(DISTINCT codebook) FROM runs r JOIN articles a ON a.run = r.id") == [("1",)], "all are of one codebook")

# --- who holds it -----------------------------------------------------------------------------------------------------------
holder = subprocess.Popen([sys.executable, "-c", "import sys, time\nfrom cli.duckdb_file import DuckdbFile\nfile = DuckdbFile(sys.argv[1], write=True)\nprint('held', flush=True)\ntime.sleep(float(sys.argv[2]))", folder / "lean", "60"], stdout=subprocess.PIPE)
holder.stdout.readline()
said = add("lean", second, "--no-text", "--wait", "0.5", code=1)
check(str(holder.pid) in said and "wait" in said, f"says who holds the store: {said}")
waiting = subprocess.Popen([WARTA, "add", folder / "lean", second, "--no-text", "--wait", "60", "--quiet"])
time.sleep(0.5)
check(waiting.poll() is None, "a writer waits")
holder.kill()
holder.wait()
check(waiting.wait(120) == 0, "and goes on when the store is free")
check(of("lean", "SELECT count(*) FROM articles") == [("48",)], "and writes")


# --- what cannot be written or read -------------------------------------------------------------------------------------------
def small_disk():
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_200_000, 1_200_000))  # writing more fails; Python has SIGXFSZ ignored


add("full", first)
before = content(folder / "full")
large = write(folder / "large.jsonl", ({"id": f"l{i}", "date": "2024-05-14", "text": "Kenya condemned Chad. " + f"Word{i} " * 4000} for i in range(120)))
done = subprocess.run([WARTA, "add", folder / "full", large, "--batch", "60"], capture_output=True, preexec_fn=small_disk, restore_signals=False)
check(done.returncode == 1 and b"cannot be written" in done.stderr, f"a full disk is told: {done.returncode} {done.stderr}")
kept = content(folder / "full")
check(set(before["article"]) <= set(kept["article"]) and len(kept["article"]) in (24, 84), f"and costs nothing that was committed: {len(kept['article'])}")
add("full", large)
check(of("full", "SELECT count(*) FROM articles") == [("144",)], "and the same command finishes the work")
for name, damage in (("none", b"no store"), ("empty folder", None), ("cut", (folder / "parts").read_bytes()[:9000]), ("zeros", bytes(100_000))):
    path = folder / f"damaged {name}"
    path.mkdir() if damage is None else path.write_bytes(damage)
    said = add(path.name, first, code=1)
    check(path.name in said, f"a damaged file is named: {said}")
    check(damage is None or path.read_bytes() == damage, "and left as it is")
whole = (folder / "parts").read_bytes()
for at in range(12288, len(whole), len(whole) // 7):
    (folder / "bits").write_bytes(whole[:at] + bytes(255 - byte for byte in whole[at : at + 64]) + whole[at + 64 :])
    done = run("add", folder / "bits", first, "--codebook", over)
    check(done.returncode in (0, 1), f"a damaged block at {at}: {done.returncode} {done.stderr}")
check.exit()
