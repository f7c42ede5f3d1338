"""warta watch STORE: items of feeds in a store, each once over all runs, and in it within seconds."""
import pathlib
import signal
import subprocess
import tempfile
import time

from cli.duckdb_file import rows
from cli.feed_server import Site, item, plain, rss
from cli.program import WARTA, Checks, run

check = Checks()
folder = pathlib.Path(tempfile.mkdtemp(prefix="warta_watch_store_"))
store = folder / "store"
site = Site()
site.pages["/good.xml"] = rss(item("mexico", "Mexico expels diplomats"), item("kenya", "Kenya mengecam"), item("gone", "Gone"))
site.pages["/mexico"] = plain("Mexico expelled two Peruvian diplomats on Monday.")
site.pages["/kenya"] = plain("Presiden Kenya mengecam serangan Uganda pada Senin.")


def watch(*more):
    return run("watch", store, f"{site.root}/good.xml", "--allow-private", "--delay", "0", *more)


done = watch()
check(done.returncode == 3 and b"2 articles" in done.stderr, f"two items and one that is gone: {done.returncode} {done.stderr}")
check(rows(store, "SELECT url FROM reports GROUP BY url ORDER BY url") == [(f"{site.root}/kenya",), (f"{site.root}/mexico",)], "both are there")
check(rows(store, "SELECT reason FROM refusals") == [("fetch_failed",)], "and what could not be had")
check(rows(store, "SELECT command, finished FROM runs") == [("watch", "true")], "the run")
site.forget()
done = watch()
check(not {"/mexico", "/kenya"} & set(site.paths()), f"what was read is not fetched again: {site.paths()}")
for option in (("--state", folder / "state"), ("--out", folder / "out")):
    check(watch(*option).returncode == 2, f"{option[0]} is for standard output")

# A watch that goes on: what is new is in the store within seconds, which is free in between; Ctrl-C ends it in order.
process = subprocess.Popen([WARTA, "watch", store, f"{site.root}/good.xml", "--allow-private", "--delay", "0", "--every", "1s"], stderr=subprocess.PIPE)
site.pages["/chad"] = plain("Chad accused Libya of arming rebels.")
site.pages["/good.xml"] = rss(item("chad", "Chad accuses Libya"))
until = time.monotonic() + 60
while time.monotonic() < until and rows(store, "SELECT count(*) FROM articles") != [("3",)]:
    time.sleep(0.2)
check(rows(store, "SELECT count(*) FROM articles") == [("3",)], "a new item is in the store while the watch goes on")
process.send_signal(signal.SIGINT)
check(process.wait(30) == 0, f"ends in order: {process.stderr.read()}")
check(rows(store, "SELECT finished FROM runs ORDER BY id DESC LIMIT 1") == [("true",)], "and says so")
check.exit()
