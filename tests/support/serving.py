"""A built site served as the web serves it: packed, under the policy, from this machine alone."""

from __future__ import annotations

import gzip
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from support.policy import STRICT

if TYPE_CHECKING:
    from collections.abc import Iterator

SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 180_000}
SLOW_4G |= {"uploadThroughput": 84_375}  # milliseconds, and bytes a second
PACKED = (".html", ".css", ".js")


class Served(SimpleHTTPRequestHandler):
    """Serves files packed, under the policy, on lasting connections, and says nothing."""

    protocol_version = "HTTP/1.1"

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", STRICT)
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in PACKED or not path.is_file():
            return super().do_GET()
        packed = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)
        return None

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site while the block runs; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
