"""The client of a kernel, which learns from its words, not from its silence, that it is ready."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from queue import Empty
from time import monotonic
from typing import Any

from jupyter_client.asynchronous.client import AsyncKernelClient

ANSWERING, PUBLISHING = 1, 0.05  # seconds until a kernel is asked again


class AttentiveClient(AsyncKernelClient):
    """Asks a kernel what it is until it answers, and has said to all that it is idle again.

    What it says to all may be missed while it is being connected with; then it is asked again.
    Jupyter's own client waits for 0.2 seconds in which nothing is said, for each kernel.
    """

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Return when the kernel is ready; raises :class:`RuntimeError` if it dies or is slow."""
        end = monotonic() + (float("inf") if timeout is None else timeout)
        kernel: Any = self
        for asked_before in count():
            if await self._has_answered(self.kernel_info(), bool(asked_before)):
                return
            if not await kernel.is_alive():
                raise RuntimeError("Kernel died before replying to kernel_info")
            if monotonic() > end:
                raise RuntimeError(f"Kernel didn't respond in {timeout} seconds")

    async def _has_answered(self, asked: str, anything_will_do: bool) -> bool:
        shell: Any = self.shell_channel
        heard: Any = self.iopub_channel
        spoke = False
        with suppress(Empty):
            reply = await shell.get_msg(timeout=ANSWERING)
            self._handle_kernel_info_reply(reply)
            while True:
                told = await heard.get_msg(timeout=PUBLISHING)
                spoke = anything_will_do
                idle = told["content"].get("execution_state") == "idle"
                if idle and told["parent_header"].get("msg_id") == asked:
                    return True
        return spoke
