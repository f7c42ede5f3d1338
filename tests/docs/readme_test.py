"""Every command that README.md shows runs, and where it shows an output, that is what comes.

A block of language `console` holds lines `$ command` and the output that follows; `...` on a line of its own stands for
lines left out. Commands named in `sh` blocks that build or install are the two scripts, which tests cannot call."""
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(os.environ["WARTA_SOURCE"])
NOT_HERE = ("scripts/", "git ", "cd ")


def sessions(text):
    for block in re.findall(r"```console\n(.*?)```", text, re.S):
        parts = re.split(r"^\$ (.*)$", block, flags=re.M)[1:]
        yield from zip(parts[::2], parts[1::2])


def matches(shown, printed):
    pattern = "".join(".*?" if line.strip() == "..." else re.escape(line + "\n") for line in shown.strip("\n").splitlines())
    return re.fullmatch(pattern, printed, re.S) is not None


failed = count = 0
for command, shown in sessions((SOURCE / "README.md").read_text()):
    if command.startswith(NOT_HERE):
        continue
    count += 1
    here = command.replace("build/release/warta", os.environ["WARTA"])
    done = subprocess.run(["bash", "-o", "pipefail", "-c", here], cwd=SOURCE, capture_output=True, text=True, timeout=120)
    if done.returncode != 0 or (shown.strip() and not matches(shown, done.stdout)):
        failed += 1
        print(f"FAILED: {command}\nexit code {done.returncode}\n--- printed\n{done.stdout}{done.stderr}\n--- README\n{shown}")
print(f"{count} commands, {failed} failed")
sys.exit(1 if failed or count < 5 else 0)
