"""Running one notebook: its outputs, kept within a limit, and what it read."""

from __future__ import annotations

import ast
import asyncio
import json
import traceback
from contextlib import AbstractContextManager, asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jupyter_core.utils import ensure_async
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from sourcebook.run.ready import AttentiveClient

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

SHUT = ("data", "docs", "seeds")
MOST = 2_000_000  # characters that one cell may put out
READS = "__import__('sourcebook.run.reads', fromlist=['reads'])"
DEAF = (
    "(lambda signal, sys: (signal.signal(signal.SIGINT, signal.SIG_IGN),"
    " [setattr(one, 'flush', lambda: None) for one in (sys.stdout, sys.stderr)]))"
    "(__import__('signal'), __import__('sys'))"
)
ASKED = 60
LISTENING = 1  # seconds between two looks whether a kernel that is asked still lives


@dataclass(frozen=True)
class Ran:
    """What came of a run: ``error`` is empty for one that ended well, ``reads`` if untold.

    ``unrun`` is why there are no outputs at all, where there are none.
    """

    notebook: Any
    seconds: float
    error: str = ""
    reads: Mapping[str, Any] = field(default_factory=dict)
    unrun: str = ""


class Client(NotebookClient):
    """Runs a notebook below a root, with an ear on what it reads and a limit on what it says."""

    root = Path()
    reads: Mapping[str, Any] = MappingProxyType({})
    is_abandoned: Callable[[], object] = bool
    turn: AbstractContextManager[object] = nullcontext()
    waited = 0.0

    async def async_start_new_kernel_client(self) -> Any:
        """Begin to note what is read before the first cell runs."""
        self.go_on()
        if self.km is not None:
            self.km.client_factory = AttentiveClient
        client = await super().async_start_new_kernel_client()
        await self.ask(f"{READS}.begin({str(self.root)!r}, {list(SHUT)!r})")
        return client

    @asynccontextmanager
    async def async_setup_kernel(self, **kwargs: Any) -> AsyncIterator[None]:
        """Run cells in their turn, and learn what was read once the last has run without an error.

        Kernels begin and end, which is mostly waiting, while others have their turn. One answers a
        question before it has tidied up after it, and would tell of the interrupt that precedes its
        end and comes meanwhile: it is to pay no heed to that. Nor is it to flush what it puts out:
        as it ends, one thread of it can wait for ten seconds for another that has ended.
        """
        async with super().async_setup_kernel(**kwargs):
            began = perf_counter()
            with self.turn:
                self.waited = perf_counter() - began
                self.go_on()
                yield
                if text := await self.ask(f"({READS}.told(), {DEAF})[0]"):
                    self.reads = below(self.root, json.loads(ast.literal_eval(text)))

    def _cleanup_kernel(self) -> None:
        """Do nothing as the program ends: whoever gives a notebook up kills its kernel."""

    def go_on(self) -> None:
        """Raise :class:`DeadKernelError` if nobody waits for the notebook any more."""
        if self.is_abandoned():
            raise DeadKernelError("the run was given up")

    async def ask(self, expression: str) -> str:
        """Return the value of an expression in the kernel, as its text; empty where it has none."""
        client: Any = self.kc
        asked = {"asked": expression}
        reply = client.execute(
            "", silent=True, store_history=False, user_expressions=asked, reply=True, timeout=ASKED
        )
        waited = asyncio.ensure_future(reply)
        while not (await asyncio.wait({waited}, timeout=LISTENING))[0]:
            if self.km is None or not await ensure_async(self.km.is_alive()):
                waited.cancel()
                raise DeadKernelError("Kernel died")
        answer = waited.result()["content"].get("user_expressions", {}).get("asked", {})
        return str(answer.get("data", {}).get("text/plain", ""))

    def output(self, outs: Any, msg: Any, display_id: str | None, cell_index: int) -> Any:
        """Keep an output, unless its cell has put out too much: then say so, once."""
        size = len(json.dumps(msg["content"], default=str))
        self.said: dict[int, int] = getattr(self, "said", {})
        before = self.said.get(cell_index, 0)
        self.said[cell_index] = before + size
        if before + size <= MOST:
            return super().output(outs, msg, display_id, cell_index)
        if before <= MOST:
            words = f"\n… cut: cell {cell_index + 1} put out more than {MOST:,} characters\n"
            cut = {"name": "stderr", "text": words}
            told = {**msg, "msg_type": "stream", "content": cut}
            told["header"] = {**msg["header"], "msg_type": "stream"}
            return super().output(outs, told, display_id, cell_index)
        return None


def below(root: Path, reads: dict[str, Any]) -> dict[str, Any]:
    """Return what was read by its path below the root, wherever that lies."""
    for part in ("read", "listed"):
        found = {Path(one).relative_to(root.resolve()): was for one, was in reads[part].items()}
        reads[part] = {one.as_posix(): was for one, was in sorted(found.items())}
    return reads


@dataclass
class Work:
    """A notebook to be run in a folder of a book: what it is, where, and within which limits.

    Its cells run in their ``turn``.
    """

    name: str
    notebook: Any
    folder: Path
    root: Path
    timeout: int | None
    allow_errors: bool = False
    turn: AbstractContextManager[object] = field(default_factory=nullcontext)
    client: Client | None = None
    abandoned: bool = False

    def run(self) -> Ran:
        """Run the notebook, in place; an error that its cells raise is told, not raised."""
        self.client = client = Client(
            self.notebook,
            timeout=self.timeout,
            allow_errors=self.allow_errors,
            record_timing=False,
            resources={"metadata": {"path": str(self.folder)}},
        )
        client.root, client.turn = self.root, self.turn
        client.is_abandoned = lambda: self.abandoned
        began, error, unrun = perf_counter(), "", ""
        try:
            client.execute()
        except (CellExecutionError, CellTimeoutError):
            error = traceback.format_exc()
        except Exception as fault:
            error, unrun = traceback.format_exc(), f"{type(fault).__name__}: {fault}"
        seconds = perf_counter() - began - client.waited
        return Ran(self.notebook, seconds, error, client.reads, unrun)

    def abandon(self) -> None:
        """Kill the kernel, if there is one, and have none started."""
        self.abandoned = True
        provisioner = getattr(getattr(self.client, "km", None), "provisioner", None)
        if process := getattr(provisioner, "process", None):
            with suppress(OSError):
                process.kill()
