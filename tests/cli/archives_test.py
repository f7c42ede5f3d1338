"""The formats of docs/formats/inputs.md, the whole way from a file or pipe to events; and inputs that never end."""
import gzip
import json
import pathlib
import re
import resource
import subprocess
import tempfile

from cli.program import SOURCE, WARTA, Checks, rows, run

check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta-archives-"))
SENTENCE = "Kenya's army freed five hostages on Monday, the defence ministry said."


def file(name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def warc(body, status="200 OK", media="text/plain"):
    block = f"HTTP/1.1 {status}\r\nContent-Type: {media}\r\n\r\n{body}".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Date: 2024-05-15T03:00:00Z\r\n"
    head += f"WARC-Target-URI: https://pena.example/1\r\nContent-Length: {len(block)}\r\n\r\n"
    return gzip.compress(head.encode() + block + b"\r\n\r\n")


mail = "From: Pena <a@pena.example>\r\nDate: Wed, 15 May 2024 06:30:00 +0700\r\nMessage-ID: <1@pena.example>\r\n"
inputs = {
    "a.csv": f'id,date,text\r\nc1,2024-05-15,"{SENTENCE}"\r\n',
    "a.xml": f'<Sentences><Sentence date="20240515" id="s1" source="Pena"><Text>\n{SENTENCE}\n</Text></Sentence></Sentences>',
    "a.eml": mail + f"Subject: Kenya\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n{SENTENCE}\r\n",
    "a.mbox": f"From a@pena.example Wed May 15 06:30:00 2024\n{mail}Subject: Kenya\r\n\r\n{SENTENCE}\r\n",
    "a.warc.gz": warc(SENTENCE),
}
for name, data in inputs.items():
    events = rows("--language", "en", file(name, data))
    check(any(event["event"] in ("AID", "RETREAT") for event in events), f"{name}: no event of the freed hostages")
    piped = rows("--language", "en", "-", stdin=(folder / name).read_bytes())
    check([e["event"] for e in piped] == [e["event"] for e in events], f"{name}: a pipe gives the same")
ids = {name: rows("--language", "en", folder / name)[0]["article"] for name in inputs}
check(ids["a.csv"]["id"] == "c1" and ids["a.csv"]["published"] == "2024-05-15", f"id and day of a row: {ids['a.csv']}")
check(ids["a.xml"]["id"] == "s1" and ids["a.xml"]["outlet"] == "Pena", f"id and outlet of a sentence: {ids['a.xml']}")
check(ids["a.eml"]["id"] == "1@pena.example", f"id of a mail: {ids['a.eml']}")
check(ids["a.eml"]["published"] == "2024-05-15T06:30:00+07:00", f"time of a mail: {ids['a.eml']}")
check(ids["a.warc.gz"]["url"] == "https://pena.example/1", f"address of an archived text: {ids['a.warc.gz']}")

# A page in an archive: its clean text, its address, and evidence that are bytes of that text.
page = f"<html lang=en><title>Kenya</title><body><nav><a href=/>Home</a></nav><h1>Kenya frees hostages</h1><p>{SENTENCE}</p><p>Uganda thanked Kenya.</p>"
archived = file("page.warc.gz", warc(page, media="text/html; charset=utf-8"))
article = json.loads(run("extract", "--quiet", archived).stdout)
check(article["url"] == "https://pena.example/1" and article["body"][0] == SENTENCE, f"an archived page: {article}")
check(article["title"] == "Kenya frees hostages", f"its headline: {article['title']}")
evidence = [event["evidence"] for event in rows(archived) if event["evidence"]["text"] in SENTENCE]
text = article["text"].encode()
check(evidence and all(text[e["begin"] : e["end"]].decode() == e["text"] for e in evidence), f"evidence in an archived page: {evidence}")

# What an archive holds besides is counted with its reason, and does not stop the run.
done = run("code", "--language", "en", file("b.warc.gz", warc("x", "404 Not Found") + warc("x", media="image/png") + warc(SENTENCE)))
text = done.stderr.decode()
check(done.returncode == 0 and "kept 1 of 3" in text, f"an archive with other records: {done.returncode} {text}")
check("not_served" in text and "other_media" in text, f"reasons of what an archive holds besides: {text}")

# Every example of the page on inputs is read.
page = (SOURCE / "docs/formats/inputs.md").read_text()
blocks = [block for block in re.findall(r"^```\w*\n(.*?)^```", page, re.S | re.M)]
check(len(blocks) >= 6, f"{len(blocks)} examples in docs/formats/inputs.md")
for number, block in enumerate(blocks):
    crlf = block.rstrip("\n").replace("\n", "\r\n") if block.startswith("WARC/") else block
    done = run("parse", "--language", "en", "-", stdin=crlf.encode())
    refused = [line for line in done.stderr.decode().splitlines() if "refused" in line or "record" in line]
    check(done.returncode == 0 or "an HTML page" in done.stderr.decode(), f"example {number}: {done.stderr.decode()[:300]}")


def endless(begin, more, seconds=3):
    """Bytes for some seconds; then the memory that the program took, in MiB."""
    command = f"(cat; timeout {seconds} yes {more!r}) | (ulimit -v 2000000; {WARTA} code --quiet --language en - >/dev/null 2>&1)"
    subprocess.run(["bash", "-c", command], input=begin.encode(), timeout=120)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


check(endless('id,text\n1,"', "not closed") < 500, "a quote that never closes: memory grows")
check(endless("<Sentences><Sentence>", "<a>") < 500, "an element that never ends: memory grows")
check(endless("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999\r\n\r\n", "x") < 500, "a record without an end")
check(endless(mail + "MIME-Version: 1.0\r\n\r\n", "text") < 500, "a mail that never ends: memory grows")
check.exit()
