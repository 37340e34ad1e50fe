"""Kernels of notebooks: forked from the nursery where they are this Python's, else as ever.

A kernel of IPython speaks over sockets in the file system, which no other machine can reach.
"""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING, Any

import zmq
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from sourcebook.run.folders import Folder, hold
from sourcebook.run.forks import can_fork, nursery, read_at_start

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jupyter_client.connect import KernelConnectionInfo

NAME = "sourcebook-forked"
LAUNCHER = ["-m", "ipykernel_launcher"]
LOOKS, PAUSE = 200, 0.005  # how often it is looked whether a kernel began or ended; seconds
LONGEST = 90  # bytes of a path that a socket may have, and room for what is put after it


def use() -> None:
    """Have every kernel that this process starts, and names no way of starting, start as here."""
    factory = KernelProvisionerFactory.instance()
    factory.provisioners[NAME] = EntryPoint(
        NAME, f"{__name__}:{Provisioner.__name__}", KernelProvisionerFactory.GROUP_NAME
    )
    if factory.default_provisioner_name == "local-provisioner":
        factory.default_provisioner_name = NAME


class Provisioner(LocalProvisioner):
    """Starts a kernel by a fork where that gives the same as the ordinary start."""

    folder: Folder | None = None
    process: Any = None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Choose sockets in the file system before the ways to the kernel are written down."""
        manager, spec = self.parent, self.kernel_spec
        if manager is not None and is_ipython(spec.argv) and zmq.has("ipc") and not self.folder:
            self.folder = hold("kernel-")
            path = self.folder.path
            if len(os.fsencode(path)) <= LONGEST and not manager.connection_file:
                manager.transport, manager.ip = "ipc", str(path / "s")
                manager.connection_file = str(path / "kernel.json")
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start a kernel by a fork, or as ever."""
        environment = kwargs.get("env") or dict(os.environ)
        if can_fork() and is_own(cmd) and read_at_start(environment) == nursery().environment:
            with suppress(OSError):
                return self.forked(cmd, environment, kwargs)
        return await super().launch_kernel(cmd, **kwargs)

    def forked(
        self, cmd: list[str], environment: Mapping[str, str], given: Mapping[str, Any]
    ) -> KernelConnectionInfo:
        """Fork the kernel of a command."""
        self.cwd = str(Path(given.get("cwd") or Path.cwd()).absolute())
        asked = {
            "arguments": cmd[cmd.index(LAUNCHER[1]) + 1 :],
            "env": dict(environment),
            "cwd": self.cwd,
            "folder": str(self.folder.path) if self.folder else "",
        }
        with Path(os.devnull).open("rb") as nothing:
            streams = [
                nothing.fileno(),
                descriptor(given, "stdout", 1),
                descriptor(given, "stderr", 2),
            ]
            self.process = nursery().fork(asked, streams)
        self.pid = self.pgid = self.process.pid
        return self.connection_info

    async def post_launch(self, **kwargs: Any) -> None:
        """Wait until the kernel listens: who connects before that tries again only later."""
        await super().post_launch(**kwargs)
        if self.folder:
            last = f"{self.connection_info['ip']}-{self.connection_info['hb_port']}"
            await self.until(Path(last).exists)

    async def shutdown_requested(self, restart: bool = False) -> None:
        """Look out for the end of the kernel, for which its manager looks ten times a second."""
        await super().shutdown_requested(restart)
        await self.until(bool)

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait for something, no longer than the kernel lives, and not for long."""
        for _ in range(LOOKS):
            if happened() or await self.poll() is not None:
                return
            await asyncio.sleep(PAUSE)

    async def cleanup(self, restart: bool = False) -> None:
        """Remove the folder of the sockets."""
        await super().cleanup(restart)
        if self.folder and not restart:
            self.folder.remove()


def is_ipython(argv: list[str]) -> bool:
    """Tell whether a command starts a kernel of IPython, in whatever Python."""
    return LAUNCHER[1] in argv or "ipykernel" in argv


def is_own(cmd: list[str]) -> bool:
    """Tell whether a command is this very Python's with the launcher of its IPython."""
    options = [one for one in cmd[1:] if not one.startswith("-Xfrozen_modules")]
    return cmd[:1] == [sys.executable] and options[:2] == LAUNCHER


def descriptor(given: Mapping[str, Any], name: str, default: int) -> int:
    """Return the descriptor of a stream that was given for a kernel, or else this process's own."""
    stream = given.get(name)
    if stream is None:
        return default
    return stream if isinstance(stream, int) else int(stream.fileno())
