"""Inputs that must not crash, hang or leak, and the exit codes and messages they give."""
import gzip
import json
import os
import pathlib
import signal
import subprocess
import tempfile

from cli.program import SOURCE, WARTA, Checks, run

check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta-inputs-"))
SENTENCE = "Kenya's army freed five hostages on Monday, the defence ministry said."


def file(name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def refused(name, data, word, code=3):
    done = run("code", file(name, data))
    text = done.stderr.decode(errors="replace")
    check(done.returncode == code, f"{name}: exit code {done.returncode}, not {code}: {text[:300]}")
    check(word in text, f"{name}: '{word}' not in: {text[:300]}")
    check(name in text or code != 3, f"{name}: the message does not name the file: {text[:300]}")


good = json.dumps({"id": 1, "text": SENTENCE, "date": "2024-05-15"})
refused("empty.txt", b"", "missing_text")
refused("nul.txt", b"\0" * 100_000, "binary")
refused("random.bin", os.urandom(50_000), "kept 0 of 1")
refused("line.txt", b"a" * 100_000_000, "too_large")
refused("cut.jsonl.gz", gzip.compress((good + "\n").encode() * 2000)[:-200], "truncated")
refused("bad.jsonl", good + '\n{"id": 2, "text": \n' + good + "\n", "record 2")
refused("notext.jsonl", good + '\n{"id": 2}\n', "missing_text")
refused("badutf8.jsonl", good.encode() + b'\n{"id": 2, "text": "\xff\xfe"}\n' + good.encode() + b"\n", "record 2")

for name, data in {
    "crlf.txt": SENTENCE.replace(" ", " ") + "\r\n\r\nIt was the third raid this year.\r\n",
    "bom.txt": b"\xef\xbb\xbf" + SENTENCE.encode(),
    "utf16le.txt": b"\xff\xfe" + SENTENCE.encode("utf-16-le"),
    "utf16be.txt": b"\xfe\xff" + SENTENCE.encode("utf-16-be"),
    "good.jsonl": good + "\n",
    "good.jsonl.gz": gzip.compress((good + "\n").encode()),
}.items():
    done = run("code", "--format", "jsonl", "--date", "2024-05-15", file(name, data))
    check(done.returncode == 0, f"{name}: exit code {done.returncode}: {done.stderr.decode()[:300]}")
    events = [json.loads(line) for line in done.stdout.decode().splitlines()]
    check(any(e["event"] in ("AID", "RETREAT") for e in events), f"{name}: no event of the freed hostages")

# One bad record does not end the run.
done = run("code", "--format", "jsonl", folder / "bad.jsonl")
check(len({json.loads(line)["article"]["id"] for line in done.stdout.splitlines()}) == 1, "bad.jsonl: the good records are coded")
check(len(done.stdout.splitlines()) >= 2, "bad.jsonl: both good records are coded")

# A folder that may not be read: an error, and the others are coded. Root may read everything, so this needs a user.
locked = folder / "tree" / "locked"
locked.mkdir(parents=True)
(folder / "tree" / "a.jsonl").write_text(good + "\n")
locked.chmod(0)
done = run("code", "--format", "jsonl", folder / "tree")
check(done.returncode == (0 if os.geteuid() == 0 else 3), f"locked folder: exit code {done.returncode}")
check(done.stdout.count(b"\n") >= 1, "locked folder: the readable file is coded")
locked.chmod(0o700)

done = run("code", folder / "absent.txt")
check(done.returncode == 3 and "absent.txt" in done.stderr.decode(), "a missing file is named")
check(run("code").returncode == 2, "no input is wrong usage")
check(run("code", "--format", "xml", "-").returncode == 2, "an unknown format is wrong usage")
check(run("code", "--date", "yesterday", "-").returncode == 2, "a date that is none is wrong usage")

# Ten thousand files.
many = folder / "many"
many.mkdir()
for i in range(10_000):
    (many / f"{i:05}.txt").write_text("The weather stayed dry.")
done = run("code", "--format", "jsonl", many, timeout=300)
check(done.returncode == 0 and b"kept 10000 of 10000" in done.stderr, f"10,000 files: {done.stderr[-300:]}")

# An endless standard input streams: rows come before the input ends.
endless = subprocess.Popen([WARTA, "code", "--format", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
endless.stdin.write((good + "\n").encode() * 20)
endless.stdin.flush()
signal.alarm(60)
check(endless.stdout.readline().startswith(b'{"id"'), "a row leaves while standard input is open")
signal.alarm(0)
endless.stdin.close()
endless.stdout.read()
check(endless.wait(60) == 0, "standard input ends, and so does the run")

# A broken pipe ends quietly.
(folder / "long.jsonl").write_text((good + "\n") * 3000)
piped = subprocess.run(["sh", "-c", f'"{WARTA}" code --format jsonl "{folder}/long.jsonl" | head -1'], capture_output=True, timeout=120)
check(piped.stdout.count(b"\n") == 1 and piped.stderr == b"", f"head -1: {piped.stderr[:200]}")

# The same bytes with one thread and with eight.
one, eight = (run("code", "--quiet", "--format", "jsonl", "--threads", n, folder / "long.jsonl", SOURCE / "examples") for n in (1, 8))
check(one.stdout == eight.stdout and one.stdout, "one thread and eight give the same bytes")
check.exit()
