"""The rules of the house that CMake cannot enforce: no include that begins with .. or /, outside headers only in the rooms
that tests/house/outside.tsv gives them, doors of at most 100 lines, files of at most 450."""
import collections
import os
import pathlib
import re
import sys

SOURCE = pathlib.Path(os.environ["WARTA_SOURCE"])
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
DOOR_LINES, FILE_LINES = 100, 450


def outside_headers():
    """room -> prefixes of the outside headers that it may include."""
    allowed = collections.defaultdict(list)
    for line in (SOURCE / "tests/house/outside.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            room, prefix = line.split("\t")[:2]
            allowed[room].append(prefix)
    return allowed


def is_standard(header):
    return "." not in header and "/" not in header


def problems():
    allowed = outside_headers()
    rooms = [path.name for path in sorted((SOURCE / "src").iterdir()) if path.is_dir()]
    for path in sorted((SOURCE / "src").rglob("*.*")):
        if path.suffix not in (".h", ".cc"):
            continue
        room = path.relative_to(SOURCE / "src").parts[0]
        lines = path.read_text().splitlines()
        where = path.relative_to(SOURCE)
        if len(lines) > FILE_LINES:
            yield f"{where}: {len(lines)} lines, more than {FILE_LINES}"
        if path.name == room + ".h" and len(lines) > DOOR_LINES:
            yield f"{where}: a door of {len(lines)} lines"
        for number, line in enumerate(lines, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            mark, header = match.groups()
            if header.startswith(("..", "/")):
                yield f"{where}:{number}: includes {header}"
            ours = mark == '"' and ("/" not in header or header.split("/")[0] in rooms)
            if not ours and not is_standard(header) and not any(header.startswith(p) for p in allowed[room]):
                yield f"{where}:{number}: room {room} may not include {header}"
    for room in rooms:
        if room != "base" and not (SOURCE / "src" / room / f"{room}.h").exists():
            yield f"src/{room}: no door {room}.h"


found = list(problems())
print("\n".join(found) or "no rule broken")
sys.exit(1 if found else 0)
