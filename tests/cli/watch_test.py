"""warta watch against a web site of its own on 127.0.0.1: what it reads, how politely, and what it refuses."""
import json
import pathlib
import re
import signal
import subprocess
import tempfile
import time

from cli.feed_server import Site, item, page, plain, rss, zeros
from cli.program import WARTA, Checks, run

check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta_watch_"))
site = Site()
MEXICO = "Mexico expelled two Peruvian diplomats on Monday."
KENYA = "Presiden Kenya mengecam serangan Uganda pada Senin."
counter = 0


def fresh_state():
    global counter
    counter += 1
    return folder / f"state{counter}"


def watch(*feeds, state=None, more=(), private=True, delay="0"):
    arguments = ["watch", "-", *[f if "://" in str(f) or "/" in str(f)[:1] else f"{site.root}/{f}" for f in feeds]]
    if private:
        arguments.append("--allow-private")
    if state:
        arguments += ["--state", state]
    done = run(*arguments, "--delay", delay, *more)
    done.rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    done.errors = done.stderr.decode()
    return done


# --- what is read -----------------------------------------------------------------------------------------------------
site.pages["/good.xml"] = rss(item("mexico?utm_source=rss&amp;id=3", "Mexico expels Peruvian diplomats"), item("kenya", "Kenya mengecam"), ETag='"v1"')
site.pages["/mexico"] = plain(MEXICO)
site.pages["/kenya"] = plain(KENYA)
state = fresh_state()
done = watch("good.xml", state=state)
found = {(row["article"]["url"], row["event"]) for row in done.rows}
check(done.returncode == 0, f"a good feed: {done.errors}")
check({url for url, _ in found} == {f"{site.root}/mexico?id=3", f"{site.root}/kenya"}, f"events of both items, addresses without utm_: {found}")
check(all(row["article"]["published"] == "2024-05-15T10:00:00+07:00" for row in done.rows), "the feed's date stands in")
check(any(row["article"]["title"] == "Kenya mengecam" for row in done.rows), "the feed's title stands in")
check("kept 2 of 2 articles" in done.errors, f"the ledger: {done.errors}")
check(site.paths()[0] == "/robots.txt", "robots.txt is asked for first")
check(all(re.fullmatch(r"warta/[\d.]+", seen.headers["User-Agent"]) for seen in site.seen), "the user agent says who asks")

# Each item once: also over a restart, with a validator that the server honours.
site.pages["/good.xml"] = lambda handler: (304, {"ETag": '"v1"'}, b"") if handler.headers.get("If-None-Match") == '"v1"' else (500, {}, b"")
site.forget()
done = watch("good.xml", state=state)
check(done.returncode == 0 and not done.rows and site.paths() == ["/robots.txt", "/good.xml"], f"not modified: {site.paths()} {done.errors}")
site.pages["/good.xml"] = rss(item("mexico?id=3&amp;utm_medium=x", "Mexico"), item("new", "New"), item("kenya", "Kenya"), ETag='"v2"')
site.pages["/new"] = plain("Chad accused Libya of arming rebels.")
site.forget()
done = watch("good.xml", state=state)
check(site.paths("/robots.txt", "/good.xml") == ["/new"], f"only what is new is fetched: {site.paths()}")
check({row["article"]["url"] for row in done.rows} == {f"{site.root}/new"}, "and coded")
site.pages["/moved"] = (301, {"Location": "/new"}, b"")
site.pages["/other.xml"] = rss(item("moved"))
site.forget()
check(not watch("other.xml", state=state).rows, "an item that redirects to one that was read is read")
check("/new" not in site.paths(), "and is not fetched again")
check(not list(folder.glob("*.part")), "no half-written state is left")

# Last-Modified; Atom, JSON Feed, sitemaps; lists.
site.pages["/atom.xml"] = lambda handler: (304, {}, b"") if handler.headers.get("If-Modified-Since") else (
    200, {"Last-Modified": "Wed, 15 May 2024 10:00:00 GMT"},
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/a/"><entry><title>T</title><id>x</id><link href="b"/><updated>2024-05-15T10:00:00Z</updated></entry></feed>')
site.pages["/a/b"] = plain(MEXICO)
state = fresh_state()
check(watch("atom.xml", state=state).rows, "Atom with xml:base")
site.forget()
check(not watch("atom.xml", state=state).rows and site.paths() == ["/robots.txt", "/atom.xml"], "If-Modified-Since")
site.pages["/feed.json"] = (200, {}, json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [
    {"id": 7, "title": "No page", "content_text": MEXICO, "date_published": "2024-05-15T10:00:00+07:00"}, {"id": 8}]}))
done = watch("feed.json")
check(done.rows and done.rows[0]["article"]["id"] == "7", "an item without a page is read from its feed")
check(done.returncode == 3 and "record 2" in done.errors, f"an item with nothing is refused: {done.errors}")
site.pages["/index.xml"] = (200, {}, f"<sitemapindex><sitemap><loc>{site.root}/map.xml</loc></sitemap><sitemap><loc>{site.root}/index.xml</loc></sitemap></sitemapindex>")
site.pages["/map.xml"] = (200, {}, f"<urlset><url><loc>{site.root}/mexico</loc></url></urlset>")
check(watch("index.xml").rows, "an index of sitemaps and the map in it")
opml = folder / "feeds.opml"
opml.write_text(f'<opml version="2.0"><body><outline text="f"><outline xmlUrl="{site.root}/atom.xml"/></outline><outline xmlUrl="ftp://example.org/x"/></body></opml>')
lines = folder / "feeds.txt"
lines.write_text(f"# feeds\n{site.root}/feed.json\n\n{site.root}/map.xml\n")
done = watch(opml, lines)
check(len({row["article"]["id"] for row in done.rows}) == 3, f"lists: {done.errors}")
check("ftp://example.org/x" in done.errors and done.returncode == 3, "what is no feed in a list is told")
site.pages["/page.xml"] = rss(item("page"))
site.pages["/page"] = page("Mexico expels Peruvian diplomats", MEXICO, "The foreign ministry gave them three days to leave the country.")
done = watch("page.xml")
check(done.returncode == 0 and {row["article"]["title"] for row in done.rows} == {"Mexico expels Peruvian diplomats"}, f"a page: {done.errors}")
full = f"<content:encoded><![CDATA[<p>{MEXICO}</p><p>The ministry gave them three days to leave the country.</p>]]></content:encoded>"
site.pages["/full.xml"] = rss(item("taken-down", "Mexico expels two", more=full))
done = watch("full.xml")
check(done.rows and done.rows[0]["article"]["url"] == f"{site.root}/taken-down", f"the feed's own text stands in for a page that is gone: {done.errors}")

# --- politeness -------------------------------------------------------------------------------------------------------
site.pages["/many.xml"] = rss(*[item(f"p{i}") for i in range(4)])
for i in range(4):
    site.pages[f"/p{i}"] = plain(MEXICO.replace("Mexico", ["Chad", "Peru", "Cuba", "Oman"][i]))
site.forget()
watch("many.xml", "map.xml", delay="150ms")
gaps = [later.at - earlier.at for earlier, later in zip(site.seen, site.seen[1:])]
check(len(gaps) == 7 and min(gaps) >= 0.14, f"a pause between two requests to one host: {gaps}")
check(site.most_at_once == 1, "one request at a time to one host")

site.pages["/robots.txt"] = (200, {}, "User-agent: *\nDisallow: /\n\nUser-agent: Warta\nDisallow: /p1\nAllow: /p1$\nDisallow: /p2\nCrawl-delay: 0.2\n")
site.forget()
done = watch("many.xml")
check(sorted(site.paths("/robots.txt", "/many.xml")) == ["/p0", "/p1", "/p3"], f"robots.txt: {site.paths()}")
check("/p2" in done.errors and "robots.txt" in done.errors and done.returncode == 3, f"what it forbids is told: {done.errors}")
gaps = [later.at - earlier.at for earlier, later in zip(site.seen[1:], site.seen[2:])]
check(min(gaps) >= 0.19, f"Crawl-delay: {gaps}")
site.pages["/robots.txt"] = (503, {}, b"")
site.forget()
check(watch("many.xml").returncode == 3 and site.paths() == ["/robots.txt"], "no answer to robots.txt: nothing is fetched")
site.pages["/robots.txt"] = (301, {"Location": "/r"}, b"")
site.pages["/r"] = (200, {}, "User-agent: *\nDisallow: /many")
site.forget()
check(watch("many.xml").returncode == 3 and site.paths() == ["/robots.txt", "/r"], "robots.txt behind a redirect")
del site.pages["/robots.txt"]

tries = []
site.pages["/later.xml"] = lambda handler: tries.append(time.monotonic()) or ((429, {"Retry-After": "1"}, b"") if len(tries) == 1 else site.pages["/map.xml"])
check(watch("later.xml").rows and len(tries) == 2 and tries[1] - tries[0] >= 1, f"Retry-After: {tries}")
site.pages["/away.xml"] = (503, {"Retry-After": "86400"}, b"")
site.forget()
began = time.monotonic()
done = watch("away.xml", "map.xml")
check(done.returncode == 3 and time.monotonic() - began < 20 and "/map.xml" not in site.paths(), f"a host that is away for a day is left alone: {site.paths()}")

# An item that cannot be had now is tried again, one that is gone is not.
site.pages["/trouble.xml"] = rss(item("sick"), item("gone"), ETag='"t"')
site.pages["/sick"] = (500, {}, b"")
site.pages["/gone"] = (410, {}, b"")
state = fresh_state()
done = watch("trouble.xml", state=state)
check(done.returncode == 3 and done.errors.count("HTTP status") == 2, f"each item that fails is told: {done.errors}")
site.pages["/sick"] = plain(MEXICO)
site.forget()
check(watch("trouble.xml", state=state).rows and site.paths("/robots.txt", "/trouble.xml") == ["/sick"], f"tried again: {site.paths()}")
check("If-None-Match" not in site.seen[1].headers, "a feed with unread items is read whole")

# --- what is hostile --------------------------------------------------------------------------------------------------
site.pages["/loop.xml"] = (302, {"Location": "/loop.xml"}, b"")
site.pages["/file.xml"] = (302, {"Location": "file:///etc/passwd"}, b"")
site.pages["/gopher.xml"] = (302, {"Location": "gopher://127.0.0.1/"}, b"")
site.pages["/broken.xml"] = (200, {}, f"<rss><channel><item><link>{site.root}/mexico</link></item><item><link>{site.root}/ken")
site.pages["/html.xml"] = page("A page", "no feed")
site.pages["/bomb.xml"] = (200, {"Content-Encoding": "gzip"}, zeros(64))
site.pages["/bomb.gz"] = (200, {"Content-Type": "application/gzip"}, zeros(64))
site.pages["/entities.xml"] = (200, {}, '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
                               f"<rss><channel><item><title>&b;&f;</title><link>{site.root}/mexico</link></item></channel></rss>")
site.pages["/deep.xml"] = (200, {}, "<rss>" + "<a>" * 100_000)
site.pages["/lies.xml"] = (200, {"Content-Length": "999999999"}, b"<rss>")
site.pages["/picture.xml"] = rss(item("picture"), item("javascript:alert(1)"[1:]))
site.pages["/picture"] = (200, {"Content-Type": "image/png"}, b"\x89PNG")


def dribble(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"<rss>")
        time.sleep(0.1)


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"<item>" * 10_000)


site.pages["/slow.xml"] = dribble
site.pages["/endless.xml"] = endless
site.pages["/cut.xml"] = lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>") and setattr(handler, "close_connection", True)
for name, says in {"loop.xml": "more than 5 redirects", "file.xml": "file:///etc/passwd", "gopher.xml": "gopher://", "bomb.xml": "more than 8388608 bytes",
                   "bomb.gz": "size limit", "deep.xml": "bad|understood", "lies.xml": "8388608", "html.xml": "web page", "slow.xml": "could not be fetched",
                   "endless.xml": "8388608", "cut.xml": "could not be fetched", "picture.xml": "image/png", "absent.xml": "404"}.items():
    began = time.monotonic()
    done = watch(name, more=["--timeout", "2s"])
    check(done.returncode == 3 and not done.rows and re.search(says, done.errors), f"{name}: {done.returncode} {done.errors[:300]}")
    check(time.monotonic() - began < 15, f"{name} takes {time.monotonic() - began:.1f} s")
done = watch("broken.xml", "entities.xml")
check(len({row["article"]["url"] for row in done.rows}) == 1 and done.returncode == 3, f"a feed that breaks off gives what is whole: {done.errors}")
check("aaaaaaaaaaaa" not in done.stdout.decode() and "root:" not in done.stdout.decode(), "entities are not expanded")
done = watch("loop.xml", "slow.xml", "html.xml", "good.xml", more=["--timeout", "2s"])
check(done.rows and done.returncode == 3, "the run goes on behind broken feeds")

site.forget()
done = watch("good.xml", private=False)
check(done.returncode == 3 and "127.0.0.1 is loopback" in done.errors and not site.seen, f"a private address: {done.errors}")
for host in ("localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0"):
    done = watch(f"http://{host}:{site.port}/good.xml", private=False)
    check(done.returncode == 3 and "not public" in done.errors and not site.seen, f"{host}: {done.errors}")

# --- the loop ---------------------------------------------------------------------------------------------------------
state = fresh_state()
site.pages["/grows.xml"] = rss(item("mexico"))
running = subprocess.Popen([WARTA, "watch", "-", f"{site.root}/grows.xml", "--allow-private", "--every", "1s", "--delay", "0", "--state", state],
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
check(json.loads(running.stdout.readline())["article"]["url"].endswith("/mexico"), "--every: the first reading")
site.pages["/grows.xml"] = rss(item("kenya"), item("mexico"))
check(json.loads(running.stdout.readline())["article"]["url"].endswith("/kenya"), "--every: what is new later")
running.send_signal(signal.SIGINT)
try:
    check(running.wait(10) == 0, "Ctrl-C ends the run in order")
except subprocess.TimeoutExpired:
    running.kill()
    check(False, "Ctrl-C does not end the run")
site.forget()
check(not watch("grows.xml", state=state).rows and site.paths("/robots.txt") == ["/grows.xml"], "and the state is saved")

piped = subprocess.run(["sh", "-c", f'"{WARTA}" watch - {site.root}/grows.xml --allow-private --every 1s --delay 0 --quiet | head -1'], capture_output=True, timeout=60)
check(piped.stdout.count(b"\n") == 1 and piped.stderr == b"", f"a broken pipe ends the run: {piped.stderr[:300]}")

state.write_text("nonsense\n")
done = watch("good.xml", state=state)
check(done.returncode == 1 and "line 1" in done.errors and state.read_text() == "nonsense\n", f"a file that is no state stays as it is: {done.errors}")
check(run("watch", "-").returncode == 2, "no feed is wrong usage")
check(run("watch", "-", folder / "absent.opml").returncode == 2, "a list that is not there")
check(run("watch", "-", f"{site.root}/x", "--every", "often").returncode == 2, "--every wants a time")
check.exit()
