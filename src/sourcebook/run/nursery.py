"""The nursery: a process that has loaded what notebooks import, and forks a kernel when asked.

It is started as ``python -m sourcebook.run.nursery LISTENER PARENT``, two open descriptors: a
socket on which kernels are asked for, and a pipe that closes when the process that started it ends.
It has no thread and draws nothing, so that a fork of it is as a process that has just begun.
"""

from __future__ import annotations

import atexit
import ctypes
import gc
import json
import os
import selectors
import shutil
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from sourcebook.checks.opening import open_book, unpack
from sourcebook.run.folders import PACKED
from sourcebook.run.reads import files_of_modules

LOADED = (
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.core.pylabtools",
    "IPython.extensions.storemagic",
    "faulthandler",
    "ipykernel.debugger",
    "ipykernel.displayhook",
    "ipykernel.heartbeat",
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure",
    "matplotlib.style",
    "pandas",
    "pandas.io.formats.html",
    "pandas.io.formats.string",
    "psutil",
    "sourcebook.figures",
    "sourcebook.show.render",
    "sqlite3",
    "tornado.platform.asyncio",
    "traitlets.config.argcomplete_config",
)
INLINE = "module://matplotlib_inline.backend_inline"
STREAMS = 3
ADOPT = 36  # PR_SET_CHILD_SUBREAPER
WAITING = 0
LAUNCHER = "ipykernel_launcher"


class Nursery:
    """The kernels that were forked, and for each its connection to who asked for it."""

    def __init__(self, listener: socket.socket, parent: int) -> None:
        self.listener = listener
        self.parent = parent
        self.kernels: dict[int, socket.socket] = {}
        self.folders: dict[int, str] = {}
        self.woken, self.waker = os.pipe()
        for descriptor in (self.woken, self.waker):
            os.set_blocking(descriptor, False)

    def serve(self) -> dict[str, Any] | None:
        """Fork kernels until the parent ends; in each fork, return what was asked for."""
        signal.set_wakeup_fd(self.waker)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        while True:
            ready = self.wait()
            if self.parent in ready:
                break
            self.bury()
            for pid, connection in list(self.kernels.items()):
                if connection in ready:
                    self.end(pid)
            if self.listener in ready and (asked := self.fork()):
                return asked
        for pid in list(self.kernels):
            self.end(pid)
        self.bury(WAITING)
        shutil.rmtree(Path(self.listener.getsockname()).parent, ignore_errors=True)
        return None

    def wait(self) -> set[Any]:
        """Wait until something is to be done, and return the sockets and pipes that ask for it."""
        with selectors.DefaultSelector() as selector:
            waited: list[Any] = [self.listener, self.parent, self.woken]
            for one in (*waited, *self.kernels.values()):
                selector.register(one, selectors.EVENT_READ)
            ready = {key.fileobj for key, _ in selector.select()}
        with suppress(BlockingIOError):
            os.read(self.woken, 4096)
        return ready

    def fork(self) -> dict[str, Any] | None:
        """Fork a kernel; return what was asked for in the fork, and nothing here."""
        connection, _ = self.listener.accept()
        try:
            _, streams, _, _ = socket.recv_fds(connection, 1, STREAMS)
            with connection.makefile("rb") as lines:
                asked: dict[str, Any] = json.loads(lines.readline())
        except (OSError, ValueError):
            connection.close()
            return None
        pid = os.fork()
        if pid:
            self.kernels[pid], self.folders[pid] = connection, asked["folder"]
            for stream in streams:
                os.close(stream)
            return None
        os.setsid()
        connection.sendall(f"{os.getpid()}\n".encode())
        self.leave(connection)
        for at, stream in enumerate(streams):
            os.dup2(stream, at)
            os.close(stream)
        return asked

    def leave(self, connection: socket.socket) -> None:
        """Let go, in a fork, of all that is the nursery's."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for one in (self.listener, connection, *self.kernels.values()):
            one.close()
        for descriptor in (self.parent, self.woken, self.waker):
            os.close(descriptor)

    def bury(self, options: int = os.WNOHANG) -> None:
        """Tell of each kernel that has ended how it did, to who asked for it; end what it left."""
        with suppress(ChildProcessError):
            while True:
                pid, status = os.waitpid(-1, options)
                if not pid:
                    break
                self.folders.pop(pid, None)
                if pid in self.kernels:
                    with self.kernels.pop(pid) as connection, suppress(OSError):
                        connection.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
                self.end_orphans()

    def end_orphans(self) -> None:
        """End the processes that came here as the kernel which began them ended."""
        for one in import_module("psutil").Process().children():
            if one.pid not in self.kernels:
                with suppress(OSError):
                    os.kill(one.pid, signal.SIGKILL)

    def end(self, pid: int) -> None:
        """End a kernel that nobody waits for any more, and all that it began."""
        with suppress(OSError):
            os.killpg(pid, signal.SIGKILL)
        with suppress(OSError):
            os.kill(pid, signal.SIGKILL)
        shutil.rmtree(self.folders[pid], ignore_errors=True)


def adopt() -> None:
    """Have what is begun below this process, in whatever session, become its child when orphaned.

    Only Linux has that; elsewhere a process that left its kernel's session is nobody's.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ADOPT, 1, 0, 0, 0)


def load(packed: Path) -> None:
    """Load what kernels and notebooks import, find its files, and have the book of this folder.

    matplotlib finds the backend that a kernel sets. The library of linear algebra that pandas needs
    ends its threads at a fork, until it has work for them. The debugger warns of frozen modules.
    What is loaded stays, so that memory is not searched for what could be given back: as the
    documentation of ``gc.freeze`` has it for a process that forks.
    """
    gc.disable()
    os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    os.environ.setdefault("MPLBACKEND", INLINE)
    os.environ["JPY_PARENT_PID"] = str(os.getpid())
    for name in LOADED:
        with suppress(Exception):  # what fails here fails again, and is told, where it is used
            import_module(name)
    sys.stdin.read()  # it ends when the book has been given, or none will be
    with suppress(Exception):
        unpack(packed.read_bytes())
    with suppress(Exception):
        open_book()
    files_of_modules()
    if pid := os.fork():
        os.waitpid(pid, 0)
    else:
        os._exit(0)
    gc.freeze()
    gc.enable()


def run(asked: dict[str, Any]) -> None:
    """Be the kernel that was asked for, with random numbers of its own."""
    adopt()
    os.chdir(asked["cwd"])
    parent = os.environ["JPY_PARENT_PID"]
    os.environ.clear()
    os.environ.update(asked["env"], JPY_PARENT_PID=parent)
    if "numpy.random" in sys.modules:
        sys.modules["numpy.random"].seed()
    launcher = import_module(LAUNCHER).__file__ or LAUNCHER
    sys.argv = [launcher, *asked["arguments"]]
    import_module("ipykernel.kernelapp").launch_new_instance()


def main() -> None:
    """Serve, and in a fork run the kernel and end without tearing down what was shared."""
    listener, parent = (int(one) for one in sys.argv[1:])
    if Path(sys.path[0]) == Path.cwd():
        del sys.path[0]
    asking = socket.socket(fileno=listener)
    load(Path(asking.getsockname()).with_name(PACKED))
    adopt()
    if asked := Nursery(asking, parent).serve():
        code = 1
        try:
            run(asked)
            code = 0
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        finally:
            atexit._run_exitfuncs()
            with suppress(OSError, ValueError):
                sys.stdout.flush()
                sys.stderr.flush()
            os._exit(code)


if __name__ == "__main__":
    main()
