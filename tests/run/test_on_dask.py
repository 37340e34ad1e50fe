"""Notebooks on workers of dask: the same outputs, though a worker is killed in mid-run."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import dask
import pytest
from conftest import ENGINE
from support.waiting import in_time, is_alive

from sourcebook.run import on_dask as on_dask_
from sourcebook.run.made_from import CACHES, MADE_FROM
from sourcebook.run.on_dask import on_dask
from sourcebook.run.running import Runner, notebooks
from sourcebook.run.store import made_from, outputs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import TinyBook

COUNT = 5
HOST = ["--host", "127.0.0.1", "--no-dashboard"]
QUIET = {"DASK_LOGGING__DISTRIBUTED": "critical", "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "0"}


@contextmanager
def cluster(folder: Path, settings: dict[str, str] = QUIET) -> Iterator[tuple[str, list[int]]]:
    """Begin a scheduler and two workers on loopback; yield its address and their process ids."""
    file = folder / "scheduler.json"
    env = os.environ | QUIET | settings | {"PYTHONPATH": str(ENGINE), "TMPDIR": str(folder)}
    python = [sys.executable, "-m"]
    scheduler = [*python, "distributed.cli.dask_scheduler", *HOST, "--port", "0"]
    worker = [*python, "distributed.cli.dask_worker", *HOST, "--no-nanny", "--nthreads", "1"]
    commands = [[*scheduler, "--scheduler-file", str(file)]]
    commands += [[*worker, "--scheduler-file", str(file), "--local-directory", str(folder)]] * 2
    processes = []
    try:
        for command in commands:
            processes.append(subprocess.Popen(command, env=env, start_new_session=True))
            assert in_time(file.exists, 60)
        yield json.loads(file.read_text("utf-8"))["address"], [one.pid for one in processes[1:]]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def shown(book: TinyBook) -> dict[str, Any]:
    """Return the outputs that are kept, and what their notebooks read."""
    folders = [made.parent for made in sorted((book.root / CACHES).rglob(MADE_FROM))]
    found = {one.name: (outputs(one, made), made) for one in folders if (made := made_from(one))}
    return {
        name: ([cell["outputs"] for cell in cells], made["read"])
        for name, (cells, made) in found.items()
    }


@pytest.mark.walks(0)
def test_a_killed_worker_loses_nothing_and_repeats_nothing_that_had_ended(
    tiny: TinyBook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tiny.quieten()
    log = tmp_path_factory.mktemp("log") / "begun"
    begun = f"import os, time\n_ = open({str(log)!r}, 'a').write(f'{{os.getppid()}} NAME\\n')"
    opened = "from sourcebook import open_book\nprint(open_book().cite('times-order').quotation)"
    for at in range(COUNT):
        code = begun.replace("NAME", f"notebooks/n{at}")
        tiny.add_notebook(f"n{at}", code, opened, f"time.sleep({at and 0.7})\nprint({at} * 7)")
    here = Runner(tiny.root, tiny.root / CACHES, lambda _: None)
    assert not [one.error for one in here.run(notebooks(tiny.root)) if one.error]
    ordinary, done = shown(tiny), []
    log.write_text("", "utf-8")

    with cluster(tmp_path_factory.mktemp("dask")) as (address, pids):

        def kill(line: str) -> None:
            done.append(line.partition(": ")[0].rpartition("/")[2].removesuffix(".md"))
            if len(done) == 1:
                in_time(lambda: len(log.read_text("utf-8").splitlines()) > 2, 10)
                os.kill(pids[0], signal.SIGKILL)

        there = Runner(tiny.root, tiny.root / CACHES, kill, engine=on_dask(address))
        ran = there.run(notebooks(tiny.root), every=True)
        assert not is_alive(pids[0])
    assert not [one.error for one in ran if one.error]
    assert shown(tiny) == ordinary
    starts = [line.split()[1].rpartition("/")[2] for line in log.read_text("utf-8").splitlines()]
    assert starts.count(done[0]) == 1
    assert {*starts} == {f"n{at}" for at in range(COUNT)}
    ran_there = had_just_ended = 1  # on the killed worker: its last outputs are still there
    assert len(starts) <= COUNT + ran_there + had_just_ended
    assert max(map(starts.count, starts)) <= 2


def test_other_versions_are_refused(tiny: TinyBook, monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = on_dask_.BookOnWorker(b"", {"Python": "2.7", "sourcebook": "other", "absent": "1"})
    monkeypatch.setattr(on_dask_, "versions", lambda: {"Python": "3.11", "sourcebook": "other"})
    plugin.compare()
    assert plugin.others == ["Python 3.11 and not 2.7"]


@pytest.mark.walks(0)
def test_notebooks_go_over_tls_and_nobody_without_the_certificate_is_let_in(
    tiny: TinyBook, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tiny.quieten()
    tiny.add_notebook("n0", "print(6 * 7)")
    folder = tmp_path_factory.mktemp("tls")
    key, certificate = str(folder / "key.pem"), str(folder / "certificate.pem")
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1"]
    made += ["-days", "1", "-keyout", key, "-out", certificate]
    subprocess.run(made, check=True, capture_output=True)
    comm = "distributed.comm"
    secured: dict[str, object] = {f"{comm}.require-encryption": True}
    secured |= {f"{comm}.tls.ca-file": certificate}
    for role in ("client", "scheduler", "worker"):
        secured |= {f"{comm}.tls.{role}.key": key, f"{comm}.tls.{role}.cert": certificate}
    settings = {
        f"DASK_{name.upper().replace('.', '__').replace('-', '_')}": str(value)
        for name, value in secured.items()
    }

    with cluster(folder, settings) as (address, _):
        assert address.startswith("tls://")
        there = Runner(tiny.root, tiny.root / CACHES, lambda _: None, engine=on_dask(address))
        with pytest.raises(ConnectionError, match="asks for TLS"):
            there.run(notebooks(tiny.root), every=True)
        with dask.config.set(secured):
            ran = there.run(notebooks(tiny.root), every=True)
    assert ran
    assert not [one.error for one in ran if one.error]
