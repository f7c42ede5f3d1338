"""A web site on 127.0.0.1 for the tests of `warta watch`: good, slow, huge, looping, broken and hostile. What was asked for
is kept in `Site.seen`, with the time and the request's header fields."""
import collections
import gzip
import http.server
import threading
import time

Seen = collections.namedtuple("Seen", "path at headers")


class Site:
    def __init__(self):
        self.pages = {}  # path -> (status, header fields, body) or a function of the handler that answers itself
        self.seen = []
        self.at_once = self.most_at_once = 0
        self.lock = threading.Lock()
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                with site.lock:
                    site.at_once += 1
                    site.most_at_once = max(site.most_at_once, site.at_once)
                    site.seen.append(Seen(self.path, time.monotonic(), dict(self.headers)))
                try:
                    site.answer(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True
                finally:
                    with site.lock:
                        site.at_once -= 1

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, *_):  # a reader that hangs up is no news
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.root = f"http://127.0.0.1:{self.port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answer(self, handler):
        page = self.pages.get(handler.path.split("?")[0], (404, {}, b"nothing here"))
        if callable(page):
            page = page(handler)
            if page is None:
                return
        status, fields, body = page
        body = body.encode() if isinstance(body, str) else body
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **fields}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def paths(self, *without):
        return [seen.path for seen in self.seen if seen.path not in without]

    def forget(self):
        self.seen = []
        self.most_at_once = 0


def plain(text):
    return 200, {"Content-Type": "text/plain; charset=utf-8"}, text


def page(title, *paragraphs):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return 200, {"Content-Type": "text/html; charset=utf-8"}, (
        f"<!doctype html><html lang=en><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>")


def rss(*items, **fields):
    body = "".join(
        f"<item><title>{title}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{date}</pubDate>{more}</item>" for title, link, date, more in items)
    return 200, {"Content-Type": "application/rss+xml", **fields}, (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Kabar Uji</title>{body}</channel></rss>")


def item(name, title="News", date="Wed, 15 May 2024 10:00:00 +0700", more=""):
    return title, f"/{name}", date, more


def zeros(megabytes):
    """A gzip bomb: a thousand times its size when unpacked."""
    return gzip.compress(b"<rss>" + b"\0" * (megabytes << 20))
