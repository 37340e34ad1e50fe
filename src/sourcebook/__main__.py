"""Runs the commands, as ``sourcebook`` and as ``python -m sourcebook``."""

import sys

INTERRUPTED = 130  # as a shell says of a command that Ctrl-C has ended


def main() -> int:
    """Run a command and return its exit code, also where Ctrl-C comes while it is loaded."""
    try:
        from sourcebook import cli

        return cli.main()
    except KeyboardInterrupt:
        print("interrupted; what had ended is kept", file=sys.stderr)
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
