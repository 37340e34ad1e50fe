"""The folders that are written by hand: a notebook that changes what lies in them is refused."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

from sourcebook.data import handed

REFUSED = "a notebook may not change what is written by hand: {}; write into _build/ instead"
CHANGED = (
    "a notebook may not change what is written by hand, and while this cell ran, this changed: {};"
    " write into _build/ instead; if somebody else changed it, run the notebook again"
)
NAMING = 5


class Shut:
    """Folders of a book that are kept shut while a notebook runs in this process.

    Python tells of what it opens, and nothing of what other programs do that a cell begins, or a
    database that is there: before the first of these, :meth:`watch` looks what lies in the folders,
    and each cell from then on is blamed for what changed while it ran.
    """

    def __init__(self, root: str, names: list[str]) -> None:
        self.root = root
        self.folders = [os.path.join(root, one) for one in names]  # noqa: PTH118
        self.stood: dict[str, tuple[int, ...]] | None = None
        self.shell: Any = None

    def holds(self, path: str) -> bool:
        """Tell whether a real path lies in one of the folders."""
        return any(is_below(path, one) for one in self.folders)

    def refuse(self, path: str) -> None:
        """Raise :class:`PermissionError` for a path in one of the folders."""
        if self.holds(path):
            raise PermissionError(REFUSED.format(os.path.relpath(path, self.root)))

    def watch(self) -> None:
        """Look what lies in the folders, the first time."""
        if self.stood is None:
            self.stood = lying(self.folders)

    def attend(self) -> None:
        """Compare after each cell of the shell of this process."""
        loaded: Any = sys.modules.get("IPython")  # as only kernels have
        self.shell = loaded.get_ipython() if loaded else None
        if self.shell:
            self.shell.events.register("post_run_cell", self.compare)

    def compare(self, result: Any) -> None:
        """Have a cell that went well, by its result, fail if anything changed while it ran."""
        if self.stood is None:
            return
        before, self.stood = self.stood, lying(self.folders)
        changed = sorted({path for path, _ in before.items() ^ self.stood.items()})
        if changed and result and result.success:
            names = ", ".join(os.path.relpath(one, self.root) for one in changed[:NAMING])
            result.error_in_exec = fault = PermissionError(CHANGED.format(names))
            self.shell.showtraceback((PermissionError, fault, None))


def is_below(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies in it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def lying(folders: list[str]) -> dict[str, tuple[int, ...]]:
    """Return the files in folders, hidden ones apart, with what tells one from a changed one."""
    found: dict[str, tuple[int, ...]] = {}
    waiting = [*folders]
    with handed.unheard():
        while waiting:
            with suppress(OSError), os.scandir(waiting.pop()) as entries:
                for one in entries:
                    if one.name.startswith((".", "__pycache__")):
                        continue
                    if one.is_dir(follow_symlinks=False):
                        waiting.append(one.path)
                    else:
                        stat = one.stat(follow_symlinks=False)
                        found[one.path] = (stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
    return found
