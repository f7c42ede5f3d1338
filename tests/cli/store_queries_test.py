"""What the commands that ask a store print: its tables and its JSON. The store is that of tests/query/cases/small.sql; what
is expected is reckoned by hand from its rows."""
import csv
import io
import json
import os
import pathlib
import subprocess
import tempfile

from cli.program import SOURCE, Checks, run

check = Checks()
folder = tempfile.TemporaryDirectory()
store = pathlib.Path(folder.name) / "small.duckdb"
subprocess.run([os.environ["MAKE_STORE"], store, SOURCE / "tests/query/cases/small.sql"], check=True)


def text(*arguments, code=0):
    done = run(*arguments)
    check(done.returncode == code, f"{arguments}: exit code {done.returncode}: {done.stderr.decode()}")
    return done.stdout.decode(), done.stderr.decode()


def answer(*arguments):
    return json.loads(text(*arguments, "--json")[0])


def table(*arguments):
    return [line.split() for line in text(*arguments)[0].splitlines()]


# timeline
rows = table("timeline", store)
check(rows[0] == ["month", "occurrences", "reports", "goldstein"], f"timeline: header {rows[0]}")
check(rows[1:] == [["2024-05", "2", "4", "-4.50"], ["2024-06", "1", "1", "1.90"], ["2024-07", "0", "0", "-"], ["2024-08", "1", "1", "-10.00"]],
      f"timeline by month: {rows}")
left_out = text("timeline", store)[1]
check("1 occurrence without a date" in left_out and "wider than a month" in left_out, f"timeline tells what it leaves out: {left_out}")
found = answer("timeline", store, "--source", "Oman", "--by", "year", "--status", "all")
check(found["periods"] == [{"period": "2024", "begin": "2024-01-01", "end": "2024-12-31", "occurrences": 2, "events": 4, "goldstein": 0.2}],
      f"timeline as JSON: {found}")
plot = text("timeline", store, "--plot")[0].splitlines()
check(plot[1].count("█") == 2 * plot[2].count("█") > 0, f"two occurrences have a bar twice as long as one: {plot}")
check("#" in text("timeline", store, "--plot", "--ascii")[0], "a plot of plain characters")

# pairs
rows = table("pairs", store)
check(rows[1] == ["KEN", "OMN", "2", "2", "1", "1", "-0.1", "-0.05"], f"pairs: {rows}")
found = answer("pairs", store, "--by", "actor", "--source", "UGA", "--limit", "1")
check(found == {"pairs": [{"source": "UGA", "target": "KEN", "occurrences": 1, "events": 1, "goldstein": 8.0, "quads": [1, 0, 0, 0], "net": 8.0}],
                "of": 2, "unknown": 0}, f"pairs as JSON: {found}")

# occurrences
found = answer("occurrences", store, "--text", "navy", "--actor", "OMN")
check([o["id"][-1] for o in found["occurrences"]] == ["2", "1"] and found["of"] == 2, f"occurrences: {found}")
check(found["occurrences"][1]["statuses"] == ["reported", "alleged", "denied"], f"statuses of the ship: {found}")
out, err = text("occurrences", store, "--limit", "2")
check(len(out.splitlines()) == 3 and "2 of 7 occurrences" in err, f"a limit is said aloud: {err}")
check("no occurrence is like that" in text("occurrences", store, "--text", "zeppelin")[1], "nothing found is said")
check("villagers" in text("occurrences", store, "--root", "protest")[0], "an unknown source by its words")

# show
shown = text("show", store, "c000000000000001")[0]
for line in ('reported by "Lake Herald"', "alleged by KEN", "denied by OMN", "3 reports in 2 articles",
             "  Kenya said Oman's navy [seized] a tanker.", "  Oman membantah angkatan lautnya [menyita] kapal Kenya."):
    check(line in shown.splitlines(), f"show has the line {line!r}: {shown}")
card = answer("show", store, "e000000000000003")
check([report["id"][-1] for report in card["reports"]] == ["1", "2", "3"], "reports in order of publication")
report = card["reports"][1]
check(report["passage"].encode()[report["trigger"]["begin"] : report["trigger"]["end"]] == b"seized", f"the trigger in its passage: {report}")
check("stands for several" in text("show", store, "c000", code=2)[1], "first digits of several")

# stats
found = answer("stats", store)
check(found["rows"]["events"] == 9 and found["rows"]["superseded"] == 1, f"stats: {found['rows']}")
check(found["refusals"] == {"bad_json": 2, "missing_text": 1}, f"refusals by reason: {found['refusals']}")
check(found["bytes"] == store.stat().st_size and found["bytes_per_event"] == round(store.stat().st_size / 9), "bytes an event")
check("missing_text" in text("stats", store)[0] and "not finished" in text("stats", store)[0], "stats as text")

# query
check(answer("query", store, "SELECT event, goldstein FROM occurrences WHERE goldstein > 5 ORDER BY 2")
      == [{"event": "AID", "goldstein": 7.4}, {"event": "AGREE", "goldstein": 8}], "query as JSON")
cells = list(csv.reader(io.StringIO(text("query", store, "--format", "csv", "SELECT '=1+1' AS formula, NULL AS nothing, 2 AS n")[0])))
check(cells == [["formula", "nothing", "n"], ["'=1+1", "", "2"]], f"query as CSV: {cells}")
out, err = text("query", store, "--limit", "3", "SELECT id FROM events")
check(len(out.splitlines()) == 4 and "the first 3 rows; there are more" in err, f"the limit of rows is said aloud: {err}")

# sample
sheet = list(csv.DictReader(io.StringIO(text("sample", store, "--n", "9", "--by", "status", "--quiet")[0])))
check(len(sheet) == 9 and {row["id"] for row in sheet} == {f"e00000000000000{n}" for n in range(1, 10)}, f"a sheet of a store: {sheet}")
check(any(row["text"].startswith("Calm seas. Kenya said") for row in sheet), "with the paragraphs that it keeps")

# what cannot be asked
for arguments, words in (
    (("timeline", store, "--source", "Omen"), "Oman (OMN)"),
    (("pairs", store, "--root", "ACUSE"), "near it: ACCUSE"),
    (("occurrences", store, "--status", "rumoured"), "is none of reported"),
    (("occurrences", store, "--since", "May 2024"), "--since wants YYYY-MM-DD"),
    (("show", store, "ffff"), "no occurrence and no event"),
):
    check(words in text(*arguments, code=2)[1], f"{arguments}: the error says {words!r}")
check("there is no such store" in text("stats", store.with_name("none.duckdb"), code=1)[1], "a store that is not there")

# names with control characters, escapes and marks of direction are shown in every table, and stay whole in JSON
hostile = folder.name + "/hostile.sql"
name = "chr(27) || chr(8238) || chr(10) || 'z'"  # short: a table cuts long cells
pathlib.Path(hostile).write_text((SOURCE / "tests/query/cases/small.sql").read_text() + f"""
UPDATE occurrence SET source_code = NULL, source_name = {name}, source_country = {name}, place_name = {name}, statuses = [{name}];
UPDATE article SET title = {name}, outlet = {name}, language = {name}, text = NULL, url = {name}, published = {name};
UPDATE event SET attribution_code = NULL, attribution_text = {name}, evidence_text = {name}, trigger_text = '', rule = {name};
UPDATE refusal SET reason = {name};
UPDATE run SET command = {name};
""")
spoiled = pathlib.Path(folder.name) / "hostile.duckdb"
subprocess.run([os.environ["MAKE_STORE"], spoiled, hostile], check=True)
for arguments in (("pairs", spoiled, "--status", "all"), ("occurrences", spoiled), ("show", spoiled, "c000000000000001"), ("stats", spoiled),
                  ("query", spoiled, f"SELECT {name} AS \"a\x1b\u202e\""), ("query", spoiled, f"SELECT error({name})")):
    done = run(*arguments)
    printed = (done.stdout + done.stderr).decode()
    check("<U+001B>" in printed, f"{arguments}: hidden characters are shown: {printed}")
    check("\x1b" not in printed and "\u202e" not in printed, f"{arguments}: no hidden character reaches the terminal")
check(answer("occurrences", spoiled)["occurrences"][0]["title"] == "\x1b\u202e\nz", "JSON has the name as it is")
check.exit()
