#!/usr/bin/env python3
"""Writes so many articles as JSON Lines: sentences of the articles in examples/ put together anew, with dates of four years.

    bench/make_articles.py OUT COUNT
"""
import datetime
import json
import pathlib
import random
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def sentences(language):
    return [line for path in sorted((ROOT / "examples").glob(f"{language}-*.txt")) for line in path.read_text().splitlines() if len(line) > 60]


def main(out, count):
    dice = random.Random(1)
    pools = {language: sentences(language) for language in ("en", "id")}
    first = datetime.date(2020, 1, 1)
    with open(out, "w", encoding="utf-8") as file:
        for number in range(count):
            language = "id" if number % 2 else "en"
            day = first + datetime.timedelta(days=number * 1461 // count)
            text = "\n\n".join(dice.choice(pools[language]) for _ in range(dice.randint(3, 9)))
            record = {"id": f"m{number}", "url": f"https://example.org/{number}", "outlet": f"Outlet {number % 20}", "language": language, "date": day.isoformat(), "text": text}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


main(sys.argv[1], int(sys.argv[2]))
