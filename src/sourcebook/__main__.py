"""Runs the commands, as ``sourcebook`` and as ``python -m sourcebook``."""

from __future__ import annotations

import atexit
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

INTERRUPTED = 130  # as a shell says of a command that Ctrl-C has ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code, also where Ctrl-C comes while it is loaded."""
    try:
        from sourcebook import cli

        return cli.main(arguments)
    except KeyboardInterrupt:
        print("interrupted; what had ended is kept", file=sys.stderr)
        return INTERRUPTED


def run() -> NoReturn:
    """Run a command as a program, which ends without taking apart all that it has loaded."""
    code = main()
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    run()
