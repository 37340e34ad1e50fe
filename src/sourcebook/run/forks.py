"""The nursery and its forks as seen by who asks for these: begun once, where it is needed."""

from __future__ import annotations

import json
import os
import select
import signal
import socket
import subprocess
import sys
from contextlib import chdir, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from sourcebook.run.folders import PACKED, hold, sweep
from sourcebook.run.made_from import will_run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

READ_AT_START = ("PYTHON", "MPL", "LC_", "LANG", "TZ", "OMP_", "OPENBLAS_", "MKL_", "LD_")
ENDED = 9


class Forked:
    """A kernel that was forked, told of as :class:`subprocess.Popen` tells of a process."""

    stdin = stdout = stderr = None

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.told = b""
        self.returncode: int | None = None
        self.pid = int(self._line() or 0)

    def poll(self) -> int | None:
        """Return the exit code, or nothing while the kernel runs."""
        if self.returncode is None and select.select([self.connection], [], [], 0)[0]:
            self.wait()
        return self.returncode

    def wait(self) -> int:
        """Wait until the kernel has ended and return its exit code."""
        if self.returncode is None:
            self.returncode = int(self._line() or -ENDED)
            self.connection.close()
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal to a kernel that runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill the kernel."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)

    def _line(self) -> bytes:
        while b"\n" not in self.told:
            part = self.connection.recv(64)
            if not part:
                return b""
            self.told += part
        line, _, self.told = self.told.partition(b"\n")
        return line


class Nursery:
    """A process that forks kernels, which ends when the one that started it and its forks have.

    It waits until it is given a book that was read, or none and reads that of its folder.
    """

    def __init__(self) -> None:
        sweep()
        self.folder = hold("nursery-")
        self.address = str(self.folder.path / "s")
        self.environment = read_at_start(os.environ)
        ended, self.alive = os.pipe()
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(self.address)
            listener.listen(64)
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "sourcebook.run.nursery",
                    f"{listener.fileno()}",
                    f"{ended}",
                ],
                stdin=subprocess.PIPE,
                pass_fds=(listener.fileno(), ended),
                start_new_session=True,
            )
        os.close(ended)

    def give(self, packed: bytes = b"") -> None:
        """Give it a packed book, or none, unless it has been given one."""
        waits = self.process.stdin
        if waits and not waits.closed:
            with waits, suppress(OSError):  # where there is no room, it reads the book itself
                (self.folder.path / PACKED).write_bytes(packed)

    def fork(self, asked: Mapping[str, Any], streams: list[int]) -> Forked:
        """Return a kernel with these streams; raises :class:`OSError` where none can be had."""
        connection = socket.socket(socket.AF_UNIX)
        connection.connect(self.address)
        socket.send_fds(connection, [b"\0"], streams)
        connection.sendall(json.dumps(asked).encode() + b"\n")
        kernel = Forked(connection)
        if not kernel.pid:
            raise OSError("the process that forks kernels has ended")
        return kernel


def nursery() -> Nursery:
    """Return the nursery of this process and of its later forks, begun when first asked for."""
    begun = _begun()
    begun.give()
    return begun


def has_begun() -> bool:
    """Tell whether the nursery of this process has been begun."""
    return bool(_begun.cache_info().currsize)


def begin_early(root: Path) -> Nursery | None:
    """Begin the nursery before all else if some notebook of a book will surely run.

    It is to be given the book as soon as that is read, and before this process is forked.
    """
    if not (can_fork() and will_run(root)):
        return None
    with chdir(root):
        return _begun()


@cache
def _begun() -> Nursery:
    return Nursery()


def can_fork() -> bool:
    """Tell whether a process can be forked with what it has loaded; macOS forbids it to some."""
    return hasattr(os, "fork") and sys.platform != "darwin"


def read_at_start(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables that a process reads but once, when it starts or imports."""
    return {name: value for name, value in environment.items() if name.startswith(READ_AT_START)}
