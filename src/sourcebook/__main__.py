"""Runs the commands, as ``sourcebook`` and as ``python -m sourcebook``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

INTERRUPTED = 130  # as a shell says of a command that Ctrl-C has ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code, also where Ctrl-C comes while it is loaded."""
    try:
        from sourcebook import cli

        return cli.main(arguments)
    except KeyboardInterrupt:
        print("interrupted; what had ended is kept", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
