"""Articles of tests/cli/stories.jsonl, all of them invented, are grouped as each line expects: `expect_story` names its
story, `expect` gives for words of the evidence the happening that they tell of. What has one name must have one id, what
has two must have two. The same for any number of threads."""
import collections
import json

from cli.program import SOURCE, Checks, rows, run

PATH = SOURCE / "tests/cli/stories.jsonl"
check = Checks()
articles = [json.loads(line) for line in PATH.read_text().splitlines()]
told = collections.defaultdict(list)
for row in rows(PATH):
    told[row["article"]["id"]].append(row)


def one_to_one(what, pairs):
    """pairs: (expected name, id found, where)"""
    ids, names = collections.defaultdict(set), collections.defaultdict(set)
    for name, found, where in pairs:
        ids[name].add(found)
        names[found].add(name)
    for name, found in ids.items():
        check(len(found) == 1, f"{what} {name} is {len(found)}: {[p for p in pairs if p[0] == name]}")
    for found, all_names in names.items():
        check(len(all_names) == 1, f"{what} {found} is of {sorted(all_names)}")


stories, occurrences = [], []
for article in articles:
    mine = told[article["id"]]
    check(mine, f"{article['id']} tells an event")
    for row in mine[:1]:
        stories.append((article["expect_story"], row["article"]["story"], article["id"]))
    check(len({row["article"]["story"] for row in mine}) <= 1, f"{article['id']} is of one story")
    for words, name in article["expect"].items():
        found = [row for row in mine if words in row["evidence"]["text"]]
        check(found, f"{article['id']} tells '{words}'")
        main = collections.Counter(row["event"] for row in found).most_common(1)
        occurrences += [(name, row["occurrence"], article["id"]) for row in found if row["event"] == main[0][0]]
one_to_one("story", stories)
one_to_one("occurrence", occurrences)

outputs = {run("code", "--quiet", "--threads", n, "--format", "jsonl", PATH, SOURCE / "examples").stdout for n in (1, 4)}
check(len(outputs) == 1 and b'"occurrence":"' in outputs.pop(), "the same ids for one thread and four")
check.exit()
