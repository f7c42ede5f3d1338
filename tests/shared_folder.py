"""Where the measuring sets lie that are not part of the project; absent elsewhere, and tests that want them skip."""
import os
import pathlib
import sys


def shared_or_skip():
    named = os.environ.get("WARTA_SHARED")
    folder = pathlib.Path(named) if named else pathlib.Path(os.environ["WARTA_SOURCE"]).parent / "shared"
    if not (folder / "gold").is_dir():
        print(f"skipped: no measuring sets in {folder} (name another folder with WARTA_SHARED)")
        sys.exit(77)
    return folder
