"""Articles for stores: short ones, invented, of which some tell of one happening."""
import json

COUNTRIES = ["Kenya", "Chad", "Peru", "Chile", "Norway", "Oman", "Ghana", "Laos"]
ACTS = ["expelled two {} diplomats", "condemned {} for shelling a border post", "signed a trade agreement with {}", "urged {} to release five fishermen"]


def articles(count, start=0):
    """One a day and outlet; each act is told by two outlets, the second a day later."""
    for number in range(start, start + count):
        told = number // 2
        source, target = COUNTRIES[told % 8], COUNTRIES[(told // 8 + told + 1) % 8]
        act = ACTS[told % 4].format(target)
        yield {
            "id": f"a{number}",
            "url": f"https://example.org/{number % 2}/{told}",
            "outlet": ["Morning Star Wire", "Evening Bell"][number % 2],
            "date": f"2024-{told // 28 % 12 + 1:02}-{told % 28 + 1:02}",
            "text": f"{source} {act} on Monday. {['The ministry gave no reason.', 'Officials confirmed it late in the evening.'][number % 2]}",
        }


def write(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    return path
