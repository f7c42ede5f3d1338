"""Every command: its help with an example, and what it prints."""
import json
import pathlib
import tempfile

from cli.program import SOURCE, Checks, run

check = Checks()
for command in (["code"], ["watch"], ["explain"], ["parse"], ["train"], ["eval"], ["eval", "events"], ["eval", "sheet"], ["sample"], ["codebook"]):
    done = run(*command, "--help")
    check(done.returncode == 0 and b"Example" in done.stdout, f"{command}: --help has an example")
check(run("version").stdout.startswith(b"warta "), "version")
check(run("nonsense").returncode == 2, "an unknown command is wrong usage")

sentence = "Presiden Kenya mengecam serangan Uganda pada Senin."
done = run("explain", "--language", "id", "--date", "2024-05-15", "-", stdin=sentence.encode())
for word in ("KEN GOV", "nsubj", "ACCUSE 111", "UGA"):
    check(word in done.stdout.decode(), f"explain tells {word}: {done.stdout.decode()[:800]}")

done = run("parse", "--language", "id", "-", stdin=sentence.encode())
lines = [line.split("\t") for line in done.stdout.decode().splitlines() if line and not line.startswith("#")]
check(lines and all(len(cells) == 10 for cells in lines), "parse prints ten columns")
check(sum(cells[6] == "0" for cells in lines) == 1, "parse prints one root")

done = run("codebook", "check")
check(done.returncode == 0, f"codebook check: {done.stdout.decode()[-600:]}")
check(run("codebook", "fingerprint").stdout == run("codebook", "fingerprint").stdout != b"", "the fingerprint is stable")

# Marked pairs: a root for every row; a ranker that is trained twice has the same bytes.
done = run("relations", SOURCE / "examples/pairs.tsv")
answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
check([a["id"] for a in answers] == [0, 1, 2], f"relations answers every row: {done.stdout} {done.stderr}")
check([a["root"] for a in answers] == ["SANCTION", "REQUEST", "CONSULT"], f"roots of examples/pairs.tsv: {answers}")
check(all(0 < a["probability"] <= 1 for a in answers), f"probabilities: {answers}")
check(run("relations", SOURCE / "README.md").returncode == 1, "relations refuses what is no table")
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta-ranker-"))
table = folder / "pairs.tsv"
table.write_text("sentence\troot\n[S: Kenya] blamed [T: Chad].\tACCUSE\n[S: Chad] met [T: Kenya].\tCONSULT\n" * 3)
for name in ("one", "two"):
    done = run("train", "ranker", "--language", "en", "--out", folder / name, table)
    check(done.returncode == 0, f"train ranker: {done.stderr}")
check((folder / "one").read_bytes() == (folder / "two").read_bytes(), "the same pairs give the same bytes")
done = run("eval", "relations", "--language", "en", "--folds", "3", table)
check(b"macro-F1" in done.stdout, f"eval relations: {done.stdout} {done.stderr}")
done = run("eval", "coverage", "--language", "en", table)
check(b"predicates with a political actor 6\nknown 6\nshare 100.0" in done.stdout, f"eval coverage: {done.stdout} {done.stderr}")

# A codebook that lies over the shipped one: a new frame codes, a broken one is refused with file and line.
over = pathlib.Path(tempfile.mkdtemp(prefix="warta-codebook-"))
frames = over / "lang/en/frames"
frames.mkdir(parents=True)
(frames / "own.txt").write_text(
    "frame    gift-of-horses\nverb     unhorse\nneeds    target\ncode     111\nexample  Kenya unhorsed Uganda.\n         KEN | ACCUSE 111 | UGA | reported\n"
)
done = run("code", "--quiet", "--format", "csv", "--codebook", over, "--language", "en", "-", stdin=b"Kenya unhorsed Uganda.")
check(b"en/gift-of-horses" in done.stdout, f"an added frame codes: {done.stdout} {done.stderr}")
(frames / "own.txt").write_text("frame    broken\nverb     unhorse\ncode     999\n")
for broken in (("code", "--codebook", over, "--language", "en", "-"), ("codebook", "check", "--codebook", over)):
    done = run(*broken, stdin=b"Kenya unhorsed Uganda.")
    check(done.returncode == 1 and b"own.txt" in done.stderr and b"3" in done.stderr, f"a broken frame names file and line: {done.stderr}")
check.exit()
