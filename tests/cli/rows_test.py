"""Every row of the examples follows docs/formats/row.schema.json, and each of its spans holds the words that it names."""
import json

import jsonschema

from cli.program import SOURCE, Checks, rows

check = Checks()
schema = jsonschema.Draft7Validator(json.loads((SOURCE / "docs/formats/row.schema.json").read_text()))


def spans(row):
    yield from ((name, row[name]) for name in ("source", "target", "attribution", "evidence", "trigger") if row[name])


def check_rows(found, text_of):
    for row in found:
        for error in schema.iter_errors(row):
            check(False, f"{row['id']}: {error.message}")
        for name, part in spans(row):
            if part["text"] is None:  # known from the article's context only
                check(part["kind"] == "implied" and part["begin"] is None and part["end"] is None, f"{row['id']}: {name}: {part}")
                continue
            text = text_of(row).encode()
            check(text[part["begin"] : part["end"]].decode() == part["text"], f"{row['id']}: {name} is not where it says: {part}")


files = sorted((SOURCE / "examples").glob("*.txt"))
check(files, "there are examples")
texts = {path.stem: path.read_text() for path in files}
found = rows(*files)
check(found, "the examples give events")
check_rows(found, lambda row: texts[row["article"]["id"]])
check(len({row["id"] for row in found}) == len(found), "ids are unique")
check(rows(*files) == found, "a second run gives the same rows")

# A title of its own: sentence 0 counts within it, all others within the text.
record = {"id": "t", "title": "Chad expels Kenyan envoy", "text": "Chad expelled Kenya's ambassador on Monday.", "date": "2024-05-15"}
with_title = rows("-", stdin=json.dumps(record).encode())
check({row["sentence"] for row in with_title} == {0, 1}, f"title and text both give the event: {with_title}")
check_rows(with_title, lambda row: record["title"] if row["sentence"] == 0 else record["text"])

# The other formats: a CSV row has as many cells as its header, also where text holds commas and quotation marks.
import csv
import io

from cli.program import run

table = list(csv.reader(io.StringIO(run("code", "--quiet", "--format", "csv", *files).stdout.decode())))
check(len(table) == len(found) + 1, "CSV has a line a row and a header")
check(all(len(line) == len(table[0]) for line in table), "CSV lines are as long as the header")
plover = [json.loads(line) for line in run("code", "--quiet", "--format", "plover", *files).stdout.decode().splitlines()]
check([p["id"] for p in plover] == [row["id"] for row in found], "PLOVER JSON has the same rows")
check(all({"id", "date", "actor", "event"} <= p.keys() for p in plover), "PLOVER JSON has its required fields")

# Rows that are less sure are left out, and counted.
sure = [row for row in found if row["confidence"] >= 0.9]
check(0 < len(sure) < len(found), "the examples have sure rows and others")
done = run("code", "--min-confidence", "0.9", "--format", "jsonl", *files)
check([json.loads(line) for line in done.stdout.decode().splitlines()] == sure, "rows below 0.9 are left out")
check(f"{len(found) - len(sure)} of these left out" in done.stderr.decode(), f"and counted: {done.stderr.decode()}")
check(run("code", "--min-confidence", "2", *files).returncode == 2, "a confidence is at most 1")
check.exit()
