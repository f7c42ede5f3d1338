"""`warta eval events` gives the figures of the gold sets' own scorers."""
import os
import re
import subprocess
import sys
import tempfile

from shared_folder import shared_or_skip

SHARED = shared_or_skip()
WARTA = os.environ["WARTA"]


def output(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True).stdout


def scorers(script, gold, *texts):
    rows = tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False)
    rows.write(output(WARTA, "code", "--quiet", "--format", "jsonl", *texts))
    rows.close()
    return output(sys.executable, SHARED / "score" / script, gold, rows.name)


def figures(text):
    """Name of a line -> its figures, in one writing for both."""
    found = {}
    for line in text.splitlines():
        if match := re.match(r"(\w+) right on matched events: (\S+)", line):
            found[match[1]] = match[2]
        elif match := re.match(r"(\w+) +right (\S+) of \d+ matched", line):
            found[match[1]] = match[2]
        elif match := re.match(r"([A-Z]+) +precision (\S+) recall (\S+) (?:F1 \S+ )?of (\d+)$", line):
            if match[4] != "0":  # the scorers pass over roots that only false alarms have
                found[match[1]] = match.groups()[1:]
        elif re.match(r"(empty texts|events|occurrences|articles): |\S+: \d+ of \d+ core", line):
            name, rest = line.split(": ", 1)
            found[name] = rest
    return found


failed = False
articles = SHARED / "gold/articles"
for gold, script, texts in (
    (SHARED / "gold/en.jsonl", "events.py", [SHARED / "gold/en.jsonl"]),
    (SHARED / "gold/id.jsonl", "events.py", [SHARED / "gold/id.jsonl"]),
    (articles, "articles.py", sorted(articles.glob("*.txt"))),
    (SHARED / "seed/gold.jsonl", "articles.py", sorted((SHARED / "seed").glob("*.txt"))),
):
    wanted = figures(scorers(script, gold, *texts))
    found = figures(output(WARTA, "eval", "events", gold))
    different = {name: (value, found.get(name)) for name, value in wanted.items() if found.get(name) != value}
    print(f"{gold}: {len(wanted)} figures, {len(different)} differ {different}")
    failed = failed or bool(different) or len(wanted) < 8
sys.exit(1 if failed else 0)
