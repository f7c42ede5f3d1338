#!/usr/bin/env python3
"""make_warc.py OUT MEGABYTES [PAGE...]: a WARC file of about that many megabytes (unpacked), a gzip member a record.

The records are those of a crawl of news: for each page a request, a response, and now and then a redirect. The pages are
the given files, else 64 made of random words, of 20 to 180 kB; they are repeated until the file is large enough.
"""
import gzip
import pathlib
import random
import sys


def record(kind, url, block, content_type):
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{random.getrandbits(128):032x}>\r\n"
    head += f"WARC-Date: 2024-05-15T03:00:00Z\r\nWARC-Target-URI: {url}\r\nContent-Type: {content_type}\r\n"
    return (head + f"Content-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def page():
    words = ["".join(random.choices("aeioubdgklmnprst", k=random.randint(2, 9))) for _ in range(800)]
    item = '<div class="list-content__item {}">\n\t<a class="list-content__link" href="https://pena.example/berita/{}/{}">{}</a>\n'
    item += '\t<span class="list-content__date">Rabu, 15 Mei 2024</span>\n</div>\n<p class="paragraph">{}</p>\n'
    size, parts = random.randint(20_000, 180_000), ["<!DOCTYPE html><html><body>\n"]
    while size > 0:
        some = lambda count: " ".join(random.choices(words, k=count))
        parts.append(item.format(some(1), random.randrange(10**6), some(1), some(6), some(20)))
        size -= len(parts[-1])
    return "".join(parts).encode()


def main():
    random.seed(5)
    pages = [pathlib.Path(name).read_bytes() for name in sys.argv[3:]] or [page() for _ in range(64)]
    members, sizes = [], []
    for number, body in enumerate(pages):
        url = f"https://pena.example/berita/{number}"
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        records = [record("request", url, f"GET /berita/{number} HTTP/1.1\r\n\r\n".encode(), "application/http; msgtype=request")]
        if number % 10 == 0:
            moved = b"HTTP/1.1 301 Moved Permanently\r\nLocation: /\r\n\r\n"
            records.append(record("response", url, moved, "application/http; msgtype=response"))
        records.append(record("response", url, answer + body, "application/http; msgtype=response"))
        members.append(b"".join(gzip.compress(r, 6, mtime=0) for r in records))
        sizes.append(sum(map(len, records)))
    left, number = int(sys.argv[2]) * 1_000_000, 0
    with open(sys.argv[1], "wb") as out:
        while left > 0:
            out.write(members[number % len(members)])
            left -= sizes[number % len(members)]
            number += 1
    print(f"{number} pages", file=sys.stderr)


main()
