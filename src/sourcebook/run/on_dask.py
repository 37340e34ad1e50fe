"""Running notebooks on workers of dask.distributed: the book is sent, the outputs come back."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from importlib.metadata import distributions
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4
from zipfile import ZipFile

import distributed
import nbformat

from sourcebook.run.executing import Ran, Work
from sourcebook.run.kernels import use
from sourcebook.run.reads import counts
from sourcebook.run.store import engine_digest

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from sourcebook.run.running import Engine

JOINING = 60  # seconds that the first worker is waited for
NOTEBOOKS: Any = nbformat
DASK: Any = distributed


class BookOnWorker(distributed.WorkerPlugin):
    """A book as a worker has it, from when it joins until the run has ended."""

    def __init__(self, packed: bytes, versions: dict[str, str]) -> None:
        self.name = f"sourcebook-{uuid4()}"
        self.packed, self.versions = packed, versions
        self.running: list[Work] = []

    def setup(self, worker: Any) -> None:
        """Unpack the book and compare what is installed with what the sender has."""
        use()
        self.compare()
        self.root = Path(tempfile.mkdtemp(prefix="book-", dir=worker.local_directory))
        ZipFile(BytesIO(self.packed)).extractall(self.root)

    def compare(self) -> None:
        """Note what is installed here in another version than where the book comes from."""
        here = versions()
        both = sorted(self.versions.keys() & here.keys())
        wrong = [one for one in both if here[one] != self.versions[one]]
        self.others = [f"{one} {here[one]} and not {self.versions[one]}" for one in wrong]

    def teardown(self, worker: Any) -> None:
        """End what still runs, and take the book away."""
        for work in self.running:
            work.abandon()
        shutil.rmtree(self.root, ignore_errors=True)


def on_dask(address: str = "") -> Engine:
    """Return what runs notebooks on the workers of a scheduler; without one, on workers of here."""
    return partial(_run, address)


def _run(address: str, works: Sequence[Work], jobs: int = 0) -> Generator[tuple[Work, Ran]]:
    with ExitStack() as stack:
        cluster: Any = address or stack.enter_context(
            DASK.LocalCluster(jobs or os.cpu_count(), threads_per_worker=1, dashboard_address=None)
        )
        client: Any = stack.enter_context(_client(cluster))
        client.wait_for_workers(1, timeout=JOINING)
        client.get_versions(check=True)
        book = BookOnWorker(packed(works[0].root), versions())
        client.register_plugin(book)
        stack.callback(client.unregister_worker_plugin, book.name)
        _compare(client, book.name)
        sent = {_send(client, book.name, work): work for work in works}
        stack.callback(client.cancel, list(sent))
        fetched = {"loop": client.loop, "with_results": True, "raise_errors": False}
        for future, result in DASK.as_completed(sent, **fetched):
            work = sent[future]
            yield work, _came(future, result, work)
            future.release()


def _client(cluster: Any) -> Any:
    """Return a client of a cluster; raises :class:`OSError` where none can be had."""
    try:
        return DASK.Client(cluster, set_as_default=False)
    except TypeError as error:
        told = f"{cluster} asks for TLS: set distributed.comm.tls in dask’s settings; {error}"
        raise ConnectionError(told) from error


def _send(client: Any, book: str, work: Work) -> Any:
    text = NOTEBOOKS.writes(work.notebook)
    folder = work.folder.resolve().relative_to(work.root.resolve()).as_posix()
    given = (book, work.name, text, folder, work.timeout, work.allow_errors)
    return client.submit(_run_there, *given, key=f"{work.name}-{uuid4()}", pure=False)


def _came(future: Any, result: Any, work: Work) -> Ran:
    """Return what came of a notebook; one that no worker could run to its end has failed."""
    if future.status == "finished":
        text, *rest = result
        return Ran(NOTEBOOKS.reads(text, as_version=4), *rest)
    fault = future.exception()
    said = f"{type(fault).__name__}: {fault}"
    return Ran(work.notebook, 0, said, {}, said)


def _run_there(
    book: str, name: str, text: str, folder: str, timeout: int | None, allow_errors: bool
) -> tuple[str, float, str, dict[str, Any], str]:
    """Run a notebook in the worker that this is called in."""
    there: Any = DASK.get_worker().plugins[book]
    if there.others:
        raise RuntimeError(f"this worker has {', '.join(there.others)}")
    notebook = NOTEBOOKS.reads(text, as_version=4)
    work = Work(name, notebook, there.root / folder, there.root, timeout, allow_errors)
    there.running.append(work)
    try:
        ran = work.run()
    finally:
        there.running.remove(work)
    return NOTEBOOKS.writes(ran.notebook), ran.seconds, ran.error, dict(ran.reads), ran.unrun


def _compare(client: Any, book: str) -> None:
    """Raise :class:`RuntimeError` for workers on which a notebook might put out something else."""
    found = client.run(lambda dask_worker: dask_worker.plugins[book].others)
    wrong = [f"{worker} has {', '.join(others)}" for worker, others in found.items() if others]
    if wrong:
        raise RuntimeError(f"install the same versions on every worker: {'; '.join(wrong)}")


def versions() -> dict[str, str]:
    """Return the version of all that is installed here, the engine’s by the bytes of its files."""
    found = {one.metadata["Name"]: one.version for one in distributions()}
    python = ".".join(map(str, sys.version_info[:3]))
    return found | {"Python": python, "sourcebook": engine_digest()}


def packed(root: Path) -> bytes:
    """Return the files of a book, as notebooks may read them, in one archive."""
    archive = BytesIO()
    with ZipFile(archive, "w") as files:
        for folder, names, found in os.walk(root):
            names[:] = sorted(filter(counts, names))
            for path in (Path(folder, name) for name in sorted(filter(counts, found))):
                if path.is_file():
                    files.write(path, path.relative_to(root))
    return archive.getvalue()
