"""A server for the folder of the status page, and for nothing else: it needs no database, no settings and no desk."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

#: The only files there are, with their types.
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "status.css": "text/css; charset=utf-8",
    "feed.atom": "application/atom+xml; charset=utf-8",
    "banner.js": "text/javascript; charset=utf-8",
    "banner.html": "text/html; charset=utf-8",
}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; form-action *; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "public, max-age=30",
}


def server(folder: Path, types: Mapping[str, str], *, host: str, port: int) -> ThreadingHTTPServer:
    """A server of these files of the folder, under `/` and `/status/`; `serve_forever()` runs it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name = self.path.partition("?")[0].removeprefix("/status").lstrip("/") or "index.html"
            path = folder / name
            if name not in types or not path.is_file():
                self.send_error(404)
                return
            data = path.read_bytes()
            self.send_response(200)
            for header, value in {**HEADERS, "Content-Type": types[name], "Content-Length": str(len(data))}.items():
                self.send_header(header, value)
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(data)

        do_HEAD = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            """Who reads it is nobody's business."""

    return ThreadingHTTPServer((host, port), Handler)
