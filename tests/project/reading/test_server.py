"""The server of the desk: for this machine and its own page alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from sourcebook.cli import main
from sourcebook.project.reading.desk import Desk
from sourcebook.project.reading.server import HERE, server


@pytest.fixture
def port(book: Path) -> Iterator[int]:
    """Serve a copy of the tiny book."""
    with server(Desk(book), 0) as serving:
        thread = Thread(target=serving.serve_forever)
        thread.start()
        yield serving.server_port
        serving.shutdown()
        thread.join()


def ask(port: int, path: str, body: Any = None, **headers: str) -> tuple[int, str, dict[str, str]]:
    connection = HTTPConnection(HERE, port, timeout=20)
    sent = None if body is None else json.dumps(body)
    connection.request("GET" if body is None else "POST", path, sent, headers)
    answer = connection.getresponse()
    found = (answer.status, answer.read().decode(), dict(answer.getheaders()))
    connection.close()
    return found


def token(port: int) -> str:
    found = re.search(r'name="token" content="([^"]+)"', ask(port, "/")[1])
    assert found
    return found[1]


def test_the_page_and_all_that_it_loads_come_from_here(port: int) -> None:
    status, page, headers = ask(port, "/")
    assert status == 200
    assert headers["Content-Security-Policy"].startswith("default-src 'self'")
    assert not re.findall(r"https?://|<style|<script>| on\w+=| style=", page)
    for name in re.findall(r'(?:href|src)="(read[^"]+)"', page):
        assert ask(port, f"/{name}")[0] == 200
    assert {one["id"] for one in json.loads(ask(port, "/sources")[1])} >= {"harbour-times"}
    assert json.loads(ask(port, "/text/harbour-times")[1])["paragraphs"]


def test_a_row_is_proposed_and_added_for_the_page(port: int, book: Path) -> None:
    start = (book / "seeds/harbour_times.txt").read_text("utf-8").index("The harbour board")
    place = {"source": "harbour-times", "start": start, "end": start + 27}
    own = {"X-Token": token(port)}
    status, row, _ = ask(port, "/propose", place, **own)
    assert (status, json.loads(row)["quotation"]) == (200, "The harbour board ordered 2")
    status, added, _ = ask(port, "/add", {**place, "row": {"id": "the-order"}}, **own)
    assert (status, json.loads(added)) == (200, {"id": "the-order"})
    assert "\nthe-order,harbour-times," in (book / "data/evidence.csv").read_text("utf-8")
    status, said, _ = ask(port, "/add", {**place, "row": {"id": "the-order"}}, **own)
    assert status == 409
    assert "this is quoted already" in json.loads(said)["problem"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"X-Token": "guessed"}, 403),
        ({"X-Token": "{}", "Host": "evil.example"}, 403),
        ({"X-Token": "{}", "Content-Length": "100001"}, 413),
    ],
)
def test_no_other_page_can_write(
    port: int, book: Path, headers: dict[str, str], status: int
) -> None:
    before = (book / "data/evidence.csv").read_bytes()
    sent = {name: value.format(token(port)) for name, value in headers.items()}
    place = {"source": "harbour-times", "start": 0, "end": 30}
    assert ask(port, "/add", place, **sent)[0] == status
    assert (book / "data/evidence.csv").read_bytes() == before


@pytest.mark.parametrize("body", [[], {"source": "a"}, {"source": "a", "start": "x", "end": 1}])
def test_what_is_no_request_is_refused(port: int, body: Any) -> None:
    assert ask(port, "/propose", body, **{"X-Token": token(port)})[0] == 400


@pytest.mark.parametrize("path", ["/nowhere", "/../pyproject.toml", "/text/nowhere"])
def test_no_other_file_is_served(port: int, path: str) -> None:
    assert ask(port, path)[0] in (404, 409)
    assert ask(port, "/", Host="evil.example")[0] == 403


def test_a_port_that_is_taken_is_told(
    port: int, book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--book", str(book), "read", "--port", str(port)]) == 2
    assert f"port {port}: Address already in use" in capsys.readouterr().err
