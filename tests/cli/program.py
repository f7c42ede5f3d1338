"""Runs warta as a user would, and says what came of it."""
import json
import os
import pathlib
import subprocess

WARTA = os.environ["WARTA"]
SOURCE = pathlib.Path(os.environ["WARTA_SOURCE"])


def run(*arguments, stdin=b"", timeout=120):
    return subprocess.run([WARTA, *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout)


def rows(*arguments, stdin=b""):
    done = run("code", "--quiet", "--format", "jsonl", *arguments, stdin=stdin)
    assert done.returncode in (0, 3), done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


class Checks:
    """Counts what fails and goes on, so that one run tells all."""

    def __init__(self):
        self.failed = 0

    def __call__(self, truth, what):
        if not truth:
            self.failed += 1
            print("FAILED:", what)

    def exit(self):
        print(f"{self.failed} checks failed" if self.failed else "all checks passed")
        raise SystemExit(1 if self.failed else 0)
