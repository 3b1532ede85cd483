"""A small outlet on a free loopback port, for the tests of follow; writes the port to the file named. Each address plays a part."""
import gzip
import http.server
import os
import sys

ENTRY = (
    "<item><title>Report {n}</title><link>{base}/page{n}</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>"
    "<description>At least {n} people were killed in Goma on Monday, police said.</description></item>"
)
PAGE = (
    "<html><head><title>Report</title></head><body><article><h1>Attack near Goma</h1><p>The governor said on Monday that {n} soldiers had "
    "been killed near Goma in an attack on a checkpoint.</p><p>Schools stay closed on Tuesday, he said.</p></article></body></html>"
)
state = {"entries": 2}


class Outlet(http.server.BaseHTTPRequestHandler):
    def answer(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def feed(self):
        tag = f'"v{state["entries"]}"'
        if self.headers.get("If-None-Match") == tag:
            return self.answer(304)
        base = f"http://127.0.0.1:{self.server.server_port}"
        entries = "".join(ENTRY.format(n=n + 3, base=base) for n in range(state["entries"]))
        body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Goma Post</title>{entries}</channel></rss>'
        return self.answer(200, body.encode(), ETag=tag)

    def do_GET(self):
        if self.path == "/feed":
            self.feed()
        elif self.path == "/more":
            state["entries"] += 1
            self.answer(200)
        elif self.path.startswith("/page"):
            self.answer(200, PAGE.format(n=self.path[5:]).encode(), Content_Type="text/html")
        elif self.path.startswith("/packed"):
            whole = gzip.compress(PAGE.format(n=7).encode())
            self.answer(200, whole if self.path == "/packed" else whole[: len(whole) // 2], Content_Type="text/html", Content_Encoding="gzip")
        elif self.path == "/gone":
            self.answer(410)
        elif self.path == "/busy":
            self.answer(503, Retry_After="7200")
        elif self.path == "/loop":
            self.answer(302, Location="/loop")
        elif self.path == "/file":
            self.answer(302, Location="file:///etc/hostname")
        elif self.path == "/large":
            self.send_response(200)
            self.end_headers()
            try:
                for _ in range(80):
                    self.wfile.write(b" " * (1 << 20))
            except OSError:
                pass
        else:
            self.answer(404)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Outlet)
with open(sys.argv[1] + ".new", "w") as port:
    port.write(str(server.server_port))


os.rename(sys.argv[1] + ".new", sys.argv[1])
server.serve_forever()
