"""PDFs for tests, set by Typst in a process of its own: a fork of one with its threads would hang."""

import subprocess
import sys

SET = "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.stdin.buffer.read()))"


def typeset(source: bytes) -> bytes:
    """Return what Typst makes of its source, as a PDF."""
    return subprocess.run(
        [sys.executable, "-c", SET], input=source, capture_output=True, check=True
    ).stdout
