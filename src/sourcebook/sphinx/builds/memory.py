"""What is remembered of pages that were read: all of it, or nothing where it cannot be trusted."""

from __future__ import annotations

import errno
import hashlib
import io
import logging
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from myst_nb.sphinx_ext import OUTPUT_FOLDER
from sphinx.application import ENV_PICKLE_FILENAME
from sphinx.util.logging import NAMESPACE, get_node_location, is_suppressed_warning

from sourcebook.data.handed import is_made
from sourcebook.data.state import digest, digest_of_file, in_turn
from sourcebook.run.folders import make_way
from sourcebook.sphinx.builds.inputs import (
    all_inputs,
    book_digest,
    may_read_anything,
    named,
    notebook_digest,
)
from sourcebook.sphinx.builds.stamps import Stamp, digests, read_stamp, write_stamp
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.reading import end_page

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

STAMP, READ, MADE = "stamp.json", "read", "made"
GLUED, DOUBTED = ".glue.json", "doubted"
OVERTAKEN = "this changed while the book was being built; build again"
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES)


class Memory(logging.Handler):
    """The doctrees of a build, and what speaks against keeping them.

    ``troubled`` holds the pages that a warning named. ``unsure`` is set by a warning that named
    none, and by an input that changed after the build ``began``, in seconds. ``disk`` says what
    could not be written, ``text`` is the source of the page being read,
    ``inputs`` a digest of what notebooks can read and ``book`` one of data and seeds, as they were
    when the build began; ``is_book_as_before`` tells that they were so in the last build too.
    ``made`` are the digests of what the last build made once of the book, by the files it was.
    """

    def __init__(self, app: Sphinx) -> None:
        super().__init__(logging.WARNING)
        self.app = app
        self.began = process_began()
        self.text = self.inputs = self.book = ""
        self.is_book_as_before = False
        self.made: dict[str, dict[str, str]] = {}
        self.troubled: set[str] = set()
        self.unsure = False
        self.disk = ""

    @property
    def folder(self) -> Path:
        """The folder of doctrees."""
        return Path(self.app.doctreedir)

    @property
    def outputs(self) -> Path:
        """The folder in which MyST-NB puts what notebooks put out."""
        return Path(Path(self.app.outdir).parent, OUTPUT_FOLDER)

    def emit(self, record: logging.LogRecord) -> None:
        """Note the page that a warning names."""
        kind, subtype = getattr(record, "type", ""), getattr(record, "subtype", "")
        self.disk = self.disk or disk_trouble(record.getMessage())
        if not is_suppressed_warning(kind, subtype, self.app.config.suppress_warnings):
            page = self.page_at(getattr(record, "location", None))
            self.troubled |= {page} if page else set()
            self.unsure |= not page

    def page_at(self, location: Any) -> str:
        """Return the page of a place, as Sphinx's messages name places; empty if on no page."""
        if isinstance(location, tuple):
            location = location[0]
        elif isinstance(location, nodes.Node):
            location = get_node_location(location)
        project = getattr(self.app, "project", None)
        while location and project:
            for docname in (location, project.path2doc(location)):
                if docname in project.docnames:
                    return str(docname)
            location = location.rpartition(":")[0]
        return ""

    def recall(self) -> None:
        """Forget all pages unless they were read with the same inputs and their stamp is true."""
        make_way(self.folder / STAMP, self.folder)
        make_way(self.outputs / STAMP, self.outputs)
        self.inputs, self.book = notebook_digest(self.app), book_digest(self.app)
        stamp = read_stamp(self.folder / STAMP)
        self.is_book_as_before = stamp.about.get("book") == self.book
        same = stamp.about.get("inputs") == self.app.config.sourcebook_inputs
        if same:
            self.made = stamp.about.get(MADE, {})
        if not (same and stamp.holds(self.folder)):
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.rmtree(self.outputs, ignore_errors=True)
        for name in stamp.about.get(DOUBTED, []):
            (self.folder / name).unlink(missing_ok=True)

    def look_back(self) -> None:
        """Tell of files that changed after the build began, and doubt what was made from them."""
        root = Path(self.app.srcdir)
        changed = [path for path in all_inputs(self.app) if self.is_later(path)]
        if changed or notebook_digest(self.app) != self.inputs:
            path = changed[0] if changed else root
            warn("overtaken", f"{path}: {OVERTAKEN}", None)
        for docname, noted in book_domain(self.app.env).data["inputs"].items():
            for path, was in ((Path(name), was) for name, was in noted.items()):
                ours = path.is_relative_to(self.outputs)
                if digest_of_file(path) != was or (was and not ours and self.is_later(path)):
                    warn("overtaken", f"{path.name}: {OVERTAKEN}", docname)

    def is_later(self, path: Path) -> bool:
        """Tell whether a file was changed after the build began, whatever time it claims."""
        try:
            return max(path.stat().st_mtime, path.stat().st_ctime) > self.began
        except OSError:
            return True

    def keep(self) -> None:
        """Stamp what was read, and what of it is in doubt, for this build or one beside it.

        The next build forgets that: a build of the same pages may still use it.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / STAMP
        doubted = {f"{docname}.doctree" for docname in self.troubled}
        doubted |= {ENV_PICKLE_FILENAME} if self.unsure else set()
        doubted |= {*read_stamp(path).about.get(DOUBTED, [])}
        about = {
            "inputs": self.app.config.sourcebook_inputs,
            "book": self.book,
            DOUBTED: sorted(doubted),
            MADE: {self.of_book(): {**self.made_before(), **book_domain(self.app.env).made}},
            READ: None if may_read_anything(self.app) else self.read(),
        }
        write_stamp(path, Stamp(digests(self.folder, [path]), about, complete=True))

    def of_book(self) -> str:
        """Return a digest of the files that the book of this build was read from."""
        return digest(*in_turn(book_domain(self.app.env).files))

    def made_before(self) -> dict[str, str]:
        """Return the digests of what the last build made of the same book."""
        return self.made.get(self.of_book(), {})

    def read(self) -> list[str]:
        """Return the files and folders that pages and settings name, but for what is made."""
        inputs = book_domain(self.app.env).data["inputs"].values()
        found = {*named(self.app), *(name for noted in inputs for name in noted)}
        paths = {os.path.abspath(one) for one in found}  # noqa: PTH100 - links stay links
        return sorted(one for one in paths if not Path(one).is_relative_to(self.outputs))

    def is_sound(self) -> bool:
        """Tell whether nothing speaks against what was read so far; then it is kept at once."""
        self.look_back()
        sound = not (self.unsure or self.troubled or self.disk)
        if sound:
            self.keep()
        return sound


def setup(app: Sphinx) -> None:
    """Trust what was read before or forget it, before Sphinx loads it; stamp it at the end."""
    memory = app.sourcebook_memory = Memory(app)  # type: ignore[attr-defined]
    logger = logging.getLogger(NAMESPACE)

    def begin(_: Sphinx, __: Config) -> None:
        logger.addHandler(memory)
        memory.recall()

    def change(*_: object) -> None:
        """Take the stamp away before a page is read: a build that ends early leaves none."""
        (memory.folder / STAMP).unlink(missing_ok=True)

    def look_back(_: Sphinx, error: Exception | None) -> None:
        if error is None:
            memory.look_back()

    def end(_: Sphinx, error: Exception | None) -> None:
        logger.removeHandler(memory)
        if error is None:
            memory.keep()

    def outdated(_: Sphinx, env: BuildEnvironment, *__: Any) -> list[str]:
        return changed_pages(env, memory.outputs)

    app.connect("config-inited", begin, priority=3)
    app.connect("builder-inited", make_nothing_again, priority=600)
    app.connect("env-get-outdated", outdated)
    app.connect("env-before-read-docs", change, priority=800)
    app.connect("source-read", note_text, priority=1)
    app.connect("doctree-read", note_inputs, priority=900)
    app.connect("build-finished", look_back, priority=960)
    app.connect("build-finished", end, priority=980)


def memory_of(app: Sphinx) -> Memory:
    """Return the memory of a build."""
    memory: Memory = app.sourcebook_memory  # type: ignore[attr-defined]
    return memory


def make_nothing_again(app: Sphinx) -> None:
    """Have nothing made of the book anew for its digest that was made of the same book before."""
    book_domain(app.env).made.update(memory_of(app).made_before())


def note_text(app: Sphinx, _: str, content: list[str]) -> None:
    """Note the source of the page being read."""
    memory_of(app).text = content[0]


def note_inputs(app: Sphinx, _: nodes.document) -> None:
    """Note the digests of the files that the page being read was made from."""
    env, memory = app.env, memory_of(app)
    page = Path(env.doc2path(env.docname))
    made = (memory.outputs / page.relative_to(env.srcdir)).with_suffix(".ipynb")
    domain, taken = book_domain(env), end_page(env)
    files = [Path(env.srcdir, one) for one in taken if not is_made(one)]
    files += [Path(env.srcdir, one) for one in env.dependencies[env.docname]]
    paths = sorted([*files, made, made.with_suffix(GLUED)])
    noted = {str(path): digest_of_file(path) for path in paths}
    data = page.read_bytes()
    same = io.TextIOWrapper(io.BytesIO(data), env.settings["input_encoding"]).read() == memory.text
    noted[str(page)] = hashlib.sha256(data).hexdigest() if same else ""
    domain.data["inputs"][env.docname] = noted
    domain.data["made"][env.docname] = {
        name: domain.digest_of(name) for name in filter(is_made, taken)
    }


def process_began() -> float:
    """Return when this process began, in seconds since the epoch; now, where none can tell."""
    try:
        ticks = int(Path("/proc/self/stat").read_text("utf-8").rpartition(")")[2].split()[19])
        second = os.sysconf("SC_CLK_TCK")
        return time.time() - time.clock_gettime(time.CLOCK_BOOTTIME) + (ticks + 1) / second
    except (OSError, AttributeError, ValueError, IndexError):
        return time.time()


def changed_pages(env: BuildEnvironment, outputs: Path) -> list[str]:
    """Return the pages made from what is no longer as it was when the pages were read."""
    domain = book_domain(env)
    made = domain.data["made"].items()
    changed = [
        docname
        for docname, noted in made
        if any(domain.digest_of(name) != was for name, was in noted.items())
    ]
    for docname, noted in domain.data["inputs"].items():
        differing = [Path(name) for name, was in noted.items() if digest_of_file(Path(name)) != was]
        for path in differing:
            if path.is_relative_to(outputs):
                make_way(path, outputs)
                path.unlink(missing_ok=True)
        changed += [docname] if differing else []
    return changed


def disk_trouble(words: str) -> str:
    """Return the words of an error if they say that a file had no room, empty if not."""
    lines = words.strip().splitlines()
    signs = [sign for code in NO_SPACE for sign in (f"[Errno {code}]", f"(os error {code})")]
    signs.append("database or disk is full")
    return next((line for line in lines if any(sign in line for sign in signs)), "")
