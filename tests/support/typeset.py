"""PDFs for tests, set by Typst in a process of its own: no fork bears the threads it starts."""

import subprocess
import sys

SET = "import sys, typst; sys.stdout.buffer.write(typst.compile(sys.stdin.buffer.read()))"


def typeset(source: bytes) -> bytes:
    """Return what Typst makes of its source, as a PDF."""
    command = [sys.executable, "-c", SET]
    return subprocess.run(command, input=source, capture_output=True, check=True).stdout
