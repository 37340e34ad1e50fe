"""What a notebook reads: noted in its kernel as it happens; writing where nothing may be, refused.

:func:`begin` and :func:`told` are called in the kernel, before its first cell and after its last.
"""

from __future__ import annotations

import glob
import hashlib
import importlib
import json
import os
import pathlib
import pkgutil
import sys
import sysconfig
import tempfile
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from sourcebook.data import handed
from sourcebook.data.state import digest_of_file
from sourcebook.run import absent
from sourcebook.run.shut import Shut, is_below

if TYPE_CHECKING:
    from types import FrameType

WRITES = frozenset("wax+")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
NOWHERE = 9  # where an event has no descriptor of the folder that a name is in
CHANGES = {
    "os.remove": {0: 1},
    "os.rename": {0: 2, 1: 3},
    "os.rmdir": {0: 1},
    "os.mkdir": {0: 2},
    "os.truncate": {0: NOWHERE},
    "os.link": {0: 2, 1: 3},
    "os.symlink": {1: 2},
}
LISTS = {"os.listdir", "os.scandir"}
DATABASE = "sqlite3.connect"
BEGINS = {
    *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system"),
    *("pty.spawn", "subprocess.Popen"),
}
ABSENT = "absent"
HEARD = {"open", ABSENT, DATABASE, *LISTS, *BEGINS, *CHANGES}
SHELLS = ("IPython", "ipykernel", "pexpect", "ptyprocess")
BETWEEN = {__file__, os.__file__, pathlib.__file__, glob.__file__}
UNREAD = {"_build", "__pycache__"}
HEARING = {os.path.realpath(one) for one in (__file__, absent.__file__)}
FROZEN = "<frozen "  # as Python names the files of modules that it holds itself
ENGINE = os.path.realpath(Path(__file__).parents[1])
OTHERS = ("<frozen importlib", str(Path(importlib.__file__).parent), pkgutil.__file__)
OF_THE_SYSTEM = ("/bin", "/dev", "/etc", "/lib", "/proc", "/run", "/sbin", "/sys", "/usr", "/var")
OF_A_USER = (".cache", ".config", ".fonts", ".ipython", ".jupyter", ".local", "Library", "AppData")
NAMED = (
    *("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "MPLCONFIGDIR", "SYSTEMROOT"),
    *("TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"),
)


class Reads:
    """What was read below a root, each file and list of names with a digest; paths are real.

    ``outside`` are the files that were read elsewhere, of which nothing else is known. What has
    ``begun`` other processes may have had them read anything.
    """

    def __init__(self, root: str, shut: list[str]) -> None:
        self.root = os.path.realpath(root)
        self.shut = Shut(self.root, shut)
        self.read: dict[str, str] = {}
        self.listed: dict[str, str] = {}
        self.outside: dict[str, None] = {}
        self.begun = False
        self.installed = installed()
        self.here = threading.local()

    def hear(self, event: str, given: tuple[Any, ...]) -> None:
        """Note or refuse what is about to be done to a file or folder."""
        busy = getattr(self.here, "busy", False)
        if busy or event not in HEARD:
            return
        if handed.is_unheard():
            return
        self.here.busy = True
        try:
            if event in BEGINS:
                self.shut.watch()
                self.begun = self.begun or is_by_a_notebook()
            elif event == ABSENT:
                self.take_absent(*given)
            elif event == DATABASE:
                self.take_database(as_opened(given[0]))
            else:
                self.take(event, given)
        finally:
            self.here.busy = False

    def take(self, event: str, given: tuple[Any, ...]) -> None:
        """Note a reading or a listing; raise :class:`PermissionError` for a forbidden change."""
        path = self.inside(given[0])
        if event in CHANGES:
            for name, folder in CHANGES[event].items():
                self.take_change(given[name], *given[folder : folder + 1])
        elif event == "open" and is_writing(given):
            self.take_writing(path, given[1])
        elif event == "open" and not path:
            self.note_outside(given[0])
        elif event == "open":
            if path not in self.read and not Path(path).is_dir():
                self.read[path] = digest_of_file(path)
        elif event in LISTS and path and not is_by_others():
            self.listed.setdefault(path, digest_of_names(path))

    def take_writing(self, path: str, mode: str | None) -> None:
        """Refuse to write; without a ``mode`` the name may be one in an open folder, untold."""
        self.take_change(path)
        if mode is None:
            self.shut.watch()

    def take_change(self, name: Any, folder: int = -1) -> None:
        """Refuse a change where nothing may be written; ``folder`` is where a name is, if open.

        Where the system does not tell which folder that is, the cell is told of afterwards.
        """
        if folder >= 0 and not isinstance(name, int):
            try:
                name = Path(os.readlink(f"/proc/self/fd/{folder}"), os.fsdecode(name))  # noqa: PTH115
            except OSError:
                self.shut.watch()
        path = self.inside(name)
        self.shut.refuse(path)
        self.forget_absence(path)

    def take_absent(self, path: Any) -> None:
        """Note that there is neither a file nor a folder of a name that a notebook asks after."""
        if (path := self.inside(path)) and is_by_a_notebook():
            self.read.setdefault(path, "")
            self.listed.setdefault(path, "")

    def forget_absence(self, path: str) -> None:
        """Let a file that a notebook makes itself have been there or not."""
        if self.read.get(path) == "":
            del self.read[path]
            self.listed.pop(path, None)

    def take_database(self, database: tuple[Any, ...]) -> None:
        """Note a database as a file; what is done to it then is not heard."""
        self.take("open", database)
        if self.shut.holds(self.inside(database[0])):
            self.shut.watch()

    def take_handed(self, file: Path, digest: str | None) -> None:
        """Note a file of which the engine handed something out."""
        if path := self.inside(file):
            self.read.setdefault(path, digest_of_file(path) if digest is None else digest)

    def note_outside(self, given: Any) -> None:
        """Note a file that lies neither below the root nor where programs are installed."""
        path = real(given)
        known = (self.root, *self.installed)
        if path and not any(is_below(path, one) for one in known) and Path(path).is_file():
            self.outside.setdefault(path)

    def inside(self, given: Any) -> str:
        """Return the real path of what lies below the root and counts; empty for anything else."""
        return self.counted(real(given))

    def counted(self, path: str) -> str:
        """Return a real path if what lies there counts; empty if not."""
        if not is_below(path, self.root) or is_below(path, ENGINE):
            return ""
        return path if all(map(counts, Path(path).relative_to(self.root).parts)) else ""

    def modules(self) -> None:
        """Note the files of the modules below the root, however Python came by their code."""
        for path in filter(self.counted, files_of_modules()):
            self.read.setdefault(path, digest_of_file(path))


def files_of_modules() -> list[str]:
    """Return the real paths of the files of all modules, each found out once."""
    files = (getattr(module, "__file__", None) for module in [*sys.modules.values()])
    return [_file_of_module(one) for one in files if isinstance(one, str)]


def real(given: Any) -> str:
    """Return the real path that a name stands for; empty for a descriptor, or no name at all."""
    if isinstance(given, int):
        return ""
    try:
        return os.path.realpath(os.fsdecode(given if given is not None else "."))
    except (TypeError, ValueError, OSError):
        return ""


_file_of_module = cache(real)


def installed() -> list[str]:
    """Return the folders of programs and of what these keep for themselves."""
    homes = [str(Path("~", name).expanduser()) for name in OF_A_USER]
    paths = [*sysconfig.get_paths().values(), sys.prefix, sys.base_prefix, *OF_THE_SYSTEM, *homes]
    paths += [ENGINE, tempfile.gettempdir(), *(os.environ.get(name, ENGINE) for name in NAMED)]
    return [os.path.realpath(one) for one in paths]


def counts(name: str) -> bool:
    """Tell whether a file or folder of that name is part of a book: no hidden or made one is."""
    return not name.startswith(".") and name not in UNREAD


def is_writing(given: tuple[Any, ...]) -> bool:
    """Tell whether a file is opened to be changed, by the mode or else by the flags."""
    _, mode, flags = given
    if isinstance(mode, str):
        return not WRITES.isdisjoint(mode)
    return bool(isinstance(flags, int) and flags & WRITING)


def as_opened(database: Any) -> tuple[Any, ...]:
    """Return a database as a file that is opened: one that is not there yet is to be written."""
    name = os.fsdecode(database) if isinstance(database, bytes | os.PathLike) else str(database)
    if name.startswith("file:"):
        name = unquote(name.removeprefix("file:").partition("?")[0])
    mode = "r" if os.path.exists(name) or name in ("", ":memory:") else "w"  # noqa: PTH110
    return (None if name in ("", ":memory:") else name), mode, 0


def is_by_a_notebook() -> bool:
    """Tell whether code of a notebook asks for something, and not a package that it uses."""
    packages = {os.path.realpath(sysconfig.get_path(one)) for one in ("purelib", "platlib")}
    shells = tuple(str(Path(one, name)) for one in packages for name in SHELLS)
    libraries = (ENGINE, *packages)
    system = os.path.realpath(Path(os.__file__).parent)
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        file = os.path.realpath(frame.f_code.co_filename)
        passed = file in HEARING or file.startswith(shells)
        if not (passed or frame.f_code.co_filename.startswith(FROZEN)):
            if any(is_below(file, one) for one in libraries):
                return False
            if not is_below(file, system):
                return True
        frame = frame.f_back
    return True


def is_by_others() -> bool:
    """Tell whether Python lists a folder, to find modules, or the engine, to check a book."""
    frame: FrameType | None = sys._getframe()
    while frame is not None and frame.f_code.co_filename in BETWEEN:
        frame = frame.f_back
    return frame is not None and frame.f_code.co_filename.startswith(OTHERS)


def digest_of_names(folder: str | Path) -> str:
    """Return the digest of the names in a folder; empty where there is none."""
    try:
        names = sorted(one.name for one in Path(folder).iterdir() if counts(one.name))
    except OSError:
        return ""
    return hashlib.sha256(json.dumps(names).encode()).hexdigest()


_begun: list[Reads] = []


def begin(root: str, shut: list[str]) -> None:
    """Note from now on what this process reads below a root, and keep some folders shut."""
    sys.dont_write_bytecode = True
    _begun.append(Reads(root, shut))
    handed.listen(_begun[-1].take_handed)
    sys.addaudithook(_begun[-1].hear)
    _begun[-1].shut.attend()
    absent.listen(lambda path: _begun[-1].hear(ABSENT, (path,)))


def told() -> str:
    """Return what was noted, as JSON: ``read``, ``listed``, ``outside``, ``modules``, ``begun``."""
    reads = _begun[-1]
    reads.modules()
    names = sorted({name.partition(".")[0] for name in sys.modules})
    found = {"read": reads.read, "listed": reads.listed, "outside": [*reads.outside]}
    return json.dumps(found | {"modules": names, "begun": reads.begun})
