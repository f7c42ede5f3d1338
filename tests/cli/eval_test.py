"""warta eval events, warta sample and warta eval sheet: figures that were reckoned by hand from small files."""
import csv
import io
import json
import pathlib
import tempfile

from cli.program import SOURCE, Checks, run

check = Checks()
CASES = SOURCE / "tests/accuracy/cases"
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta-eval-"))


def shows(done, *wanted):
    text = done.stdout.decode()
    check(done.returncode == 0, f"exit code {done.returncode}: {done.stderr.decode()[:400]}")
    for line in wanted:
        check(line in text, f"'{line}' is not in:\n{text}")
    return text


# Three gold events: one is found (s1), one gets another root (s2), one is denied by the text (s3). Two wrong ones: that of
# s2, and s5, which has no gold. That of s6 is optional. So precision, recall and F1 are 1 of 3.
gold, constructions = CASES / "sentences.jsonl", CASES / "sentences.tsv"
text = shows(
    run("eval", "events", gold, "--constructions", constructions, "--list"),
    "SANCTION   precision 0.500 recall 0.500 F1 0.500 of 2\n",
    "REJECT     precision 0.000 recall 0.000 F1 0.000 of 1\n",
    "ACCUSE     precision 0.000 recall 0.000 F1 0.000 of 0\n",
    "sectors    right 1.000 of 1 matched; with the event precision 0.333 recall 0.333 F1 0.333\n",
    "counts     right - of 0 matched\n",
    "empty texts: 1 of 2 given an event\n",
    "events: precision 0.333 recall 0.333 F1 0.333\n",
    "expulsion                      2 texts, 1 of 2 events, 0 wrong: precision 1.000 recall 0.500 F1 0.667\n",
    "all             3  ",
    "  0.333  0.061-0.792\n",
    "MISS  s2  wrong code\n  text     Norway condemned Iran.\n",
    "MISS  s3  refused: negated\n",
    "FALSE ALARM  s2  wrong code\n",
    "FALSE ALARM  s5  text without events\n",
)
check(text.count("MISS ") == 2 and text.count("FALSE ALARM ") == 2, f"two of each:\n{text}")
check("MISS" not in run("eval", "events", gold).stdout.decode(), "without --list nothing is listed")

# An article: its title repeats the expulsion, which is neither right nor wrong; Norway's target is wrong on purpose.
shows(
    run("eval", "events", CASES / "article", "--list"),
    "expulsion: 1 of 2 core events, 1 wrong of 3\n",
    "articles: precision 0.500 recall 0.500 F1 0.500\n",
    "MISS  expulsion  wrong target\n  text     Norway condemned Iran in a separate statement.\n",
)
both = shows(run("eval", "events", gold, CASES / "article/expulsion.gold.json"), "events: precision 0.333", "articles: precision 0.500")

bad = folder / "bad.jsonl"
bad.write_text('{"id": 1, "text": "x", "events": [{"event": "BLAME"}]}\n')
done = run("eval", "events", bad)
check(done.returncode == 1 and b"bad.jsonl, record 1" in done.stderr and b"BLAME" in done.stderr, f"bad gold: {done.stderr}")
check(run("eval", "events", folder / "absent.jsonl").returncode == 1, "absent gold")

# A sheet: drawn, judged, read back.
events = folder / "events.jsonl"
events.write_bytes(run("code", "--quiet", "--format", "jsonl", SOURCE / "examples/en-coastguard.txt", SOURCE / "examples/id-embassy.txt").stdout)
count = len(events.read_text().splitlines())
sheet = folder / "sheet.csv"
done = run("sample", events, "--n", "10", "--out", sheet)
check(done.returncode == 0 and f"drew 10 of {count} events".encode() in done.stderr, f"sample: {done.stderr}")
check(run("sample", events, "--n", "10", "--quiet").stdout == sheet.read_bytes(), "the same seed draws the same rows")
check(run("sample", "-", "--n", "10", "--quiet", stdin=events.read_bytes()).stdout == sheet.read_bytes(), "standard input")
check(run("sample", events, "--n", "10", "--seed", "2").stdout != sheet.read_bytes(), "another seed draws other rows")
check(run("sample", events, "--by", "weather").returncode == 2, "an unknown stratum is wrong usage")
texts = run("sample", events, "--n", "10", "--quiet", "--texts", SOURCE / "examples").stdout.decode()
check(all(row["evidence"] in row["text"] for row in csv.DictReader(io.StringIO(texts))), f"--texts gives the paragraph: {texts[:600]}")
rows = list(csv.DictReader(io.StringIO(sheet.read_text())))
known = {json.loads(line)["id"] for line in events.read_text().splitlines()}
check(len(rows) == 10 and {row["id"] for row in rows} <= known, "ten rows of the file")
for number, row in enumerate(rows):
    row["right_root"] = row["right_source"] = "yes"
    row["right_target"] = "yes" if number >= 4 else "no"
    row["right_status"] = ""
    row["cause"] = "wrong target" if number < 4 else ""
judged = folder / "judged.csv"
with open(judged, "w", newline="") as out:
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=";")  # as some spreadsheets save
    writer.writeheader()
    writer.writerows(rows)
shows(
    run("eval", "sheet", judged),
    "rows 10, judged 10\n",
    "right_root   1.000 of 10 (0.722-1.000)\n",
    "right_status - of 0\n",
    "precision of the sheet 0.600 of 10 (0.313-0.832)\n",
    "   4 wrong target\n",
)
shows(run("eval", "sheet", sheet), "rows 10, judged 0\n")
judged.write_text("root,right_root,right_source,right_target\nACCUSE,perhaps,yes,yes\n")
done = run("eval", "sheet", judged)
check(done.returncode == 1 and b"judged.csv, record 2" in done.stderr and b"perhaps" in done.stderr, f"bad verdict: {done.stderr}")

done = run("sample", "-", stdin=b"no JSON\n")
check(done.returncode == 3 and b"record 1" in done.stderr, f"a line that is no event: {done.stderr}")
check.exit()
