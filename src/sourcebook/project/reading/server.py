"""The desk as pages: a server for this machine alone, which sends nothing anywhere else."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import unquote

from sourcebook.problems import BookError
from sourcebook.project.reading.desk import Desk

HERE = "127.0.0.1"
STATIC = Path(__file__).parent / "static"
FILES = {
    "/": ("read.html", "text/html"),
    "/read.css": ("read.css", "text/css"),
    "/read.js": ("read.js", "text/javascript"),
}
TOKEN = "{{token}}"  # in the page, where the server puts the one that a request has to bring
MOST_BYTES = 100_000
POLICY = "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


def serve(root: Path | None, port: int, say: Callable[[str], None]) -> None:
    """Serve the sources of the book at or above ``root`` until Ctrl-C; ``port`` 0 is any free one.

    Raises :class:`BookError` if there is no book, ``OSError`` if the port is taken.
    """
    with server(Desk(root), port) as serving:
        say(f"http://{HERE}:{serving.server_port}/ shows the sources, on this machine alone;")
        say("Ctrl-C ends it")
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            say("")


def server(desk: Desk, port: int) -> ThreadingHTTPServer:
    """Return a server of the desk that is bound to this machine and does not serve yet."""
    handler = type("Handler", (Handler,), {"desk": desk, "token": secrets.token_urlsafe()})
    return ThreadingHTTPServer((HERE, port), handler)


class Handler(BaseHTTPRequestHandler):
    """Answers what the page asks; a request from any other page is refused."""

    desk: ClassVar[Desk]
    token: ClassVar[str]

    def do_GET(self) -> None:
        """Send the page, or what it shows."""
        path = unquote(self.path.partition("?")[0])
        if not self._is_ours():
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif path in FILES:
            name, kind = FILES[path]
            text = (STATIC / name).read_text("utf-8").replace(TOKEN, self.token)
            self._send(HTTPStatus.OK, text.encode(), kind)
        elif path == "/sources":
            self._answer(self.desk.sources)
        elif path.startswith("/text/"):
            self._answer(lambda: self.desk.text(path.removeprefix("/text/")))
        else:
            missing = path != "/favicon.ico"
            status = HTTPStatus.NOT_FOUND if missing else HTTPStatus.NO_CONTENT
            self._send(status, b"", "text/plain")

    def do_POST(self) -> None:
        """Propose a row, or add it; only for the page that this server sent."""
        length = self.headers.get("Content-Length", "")
        if not (self._is_ours() and self.headers.get("X-Token") == self.token):
            self._send(HTTPStatus.FORBIDDEN, b"", "text/plain")
        elif not length.isdecimal() or int(length) > MOST_BYTES:
            self._send(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, b"", "text/plain")
        else:
            asked = _asked(self.rfile.read(int(length)))
            if asked is None or self.path not in ("/propose", "/add"):
                self._send(HTTPStatus.BAD_REQUEST, b"", "text/plain")
            elif self.path == "/propose":
                self._answer(lambda: self.desk.propose(*asked[0]))
            else:
                self._answer(lambda: {"id": self.desk.add(*asked[0], asked[1])})

    def log_message(self, *_: Any) -> None:
        """Keep quiet about each request."""

    def _is_ours(self) -> bool:
        """Tell whether a request names this server, and not another that leads to this machine."""
        return self.headers.get("Host", "").partition(":")[0] in (HERE, "localhost")

    def _answer(self, ask: Callable[[], Any]) -> None:
        """Send what the desk says, or why it refuses."""
        try:
            status, said = HTTPStatus.OK, ask()
        except BookError as error:
            status, said = HTTPStatus.CONFLICT, {"problem": "\n".join(map(str, error.problems))}
        self._send(status, json.dumps(said).encode(), "application/json")

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)


def _asked(body: bytes) -> tuple[tuple[str, int, int], Mapping[str, str]] | None:
    """Return the characters of a source that a request means, and what it says of them."""
    try:
        asked = json.loads(body)
        place = (str(asked["source"]), int(asked["start"]), int(asked["end"]))
        return place, {str(name): str(cell) for name, cell in asked.get("row", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
