"""Output: a builder writes into a folder aside, which takes its place when it is complete."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders import Builder
from sphinx.util import logging

from sourcebook.data.state import digest, digest_of_file, in_turn
from sourcebook.run.store import moment
from sourcebook.sphinx.builds.keys import Keys, keys
from sourcebook.sphinx.builds.memory import disk_trouble, memory_of
from sourcebook.sphinx.builds.stamps import Stamp, digests, read_stamp, write_stamp
from sourcebook.sphinx.messages import warn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence, Set

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LOGGER = logging.getLogger(__name__)
WRITTEN = "sourcebook-written"
TAKEN = "taken"
IN_THE_WAY = "{path} was not put there by a build: move it away, and build again"
OTHERS = "{folder} holds {number} files of no build, such as {name}: remove what is not yours"
CHANGED = "{path} was changed or taken away during the build: build again"
FULL = (
    "{trouble}: make room for {target}, take away what stands in its way, or allow to write there,"
    " and build again"
)


class StampedBuilder(Builder):
    """A builder that knows, page by page, what it wrote and from what.

    It writes into ``outdir`` aside. When the build has come to its end, the files move into
    ``target``, and a stamp beside it says so; of what stands there, only what a stamp names is
    taken away. ``stale`` are the pages to write, ``kept`` maps the others to their files, to what
    they took of the book and what else is remembered of them; ``apart`` maps pages that no source
    is read for to the same, now and in the last build; ``brought`` returns digests of files that
    are put beside the pages and change none of them; ``alike`` is a digest of the book, of what all
    pages share and of the day. A build that is ``still`` has nothing to do at all. Files ``left``
    are those of the last build that hold and stay where they are.
    """

    dated = False
    now: Keys
    stale: Set[str]
    alike: str
    still = True
    brought: Callable[[], Sequence[str]] = tuple

    def __init__(self, app: Sphinx, env: BuildEnvironment) -> None:
        self.target = Path(app.outdir)
        self.stamp_path = self.target.with_name(f".{self.target.name}.stamp")
        self.before = read_stamp(self.stamp_path)
        self.kept: dict[str, Mapping[str, Any]] = {}
        self.apart: dict[str, Mapping[str, Any]] = {}
        self.left: set[str] = set()
        aside = self.target.with_name(f".{self.target.name}.part")
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        app.outdir = aside
        super().__init__(app, env)

    def get_outdated_docs(self) -> Any:
        """Leave it to ``prepare_writing`` to say, when all pages have been read."""
        return "what is not as it was"

    def prepare_writing(self, docnames: Set[str]) -> None:
        """Find out which pages are not as they were written."""
        self.now = keys(self)
        self.alike = digest(self.now.shared, memory_of(self._app).of_book(), f"{moment()}")
        about = self.before.about if self.before.holds(self.target) else {}
        pages: dict[str, Any] = about.get("pages", {})
        self.apart_before: Mapping[str, Any] = about.get("unread", {})
        self.alike_before = about.get("alike", "")
        for docname, was in pages.items():
            if docname in self.now.own and self.key(docname, was) == was["key"]:
                self.kept[docname] = was
        self.stale = self.now.own.keys() - self.kept.keys()
        self.still = not self.stale and about.get("whole") == self.fingerprint()
        if self.still:
            LOGGER.info("no page is out of date; %s stays as it is", self.target)
        else:
            self.carry_over()
            super().prepare_writing(self.stale)

    def key(self, docname: str, remembered: Mapping[str, Any]) -> str:
        """Return the key of a page of which something is remembered."""
        return self.now.key(self.now.own[docname], remembered.get(TAKEN, ()))

    def fingerprint(self) -> str:
        """Return a digest of all that the output depends on."""
        date = f"{moment()}" if self.dated else ""
        own = in_turn(self.now.own)
        return digest(self.now.content, self.now.shared, *own, date, *self.brought())

    def carried(self, folder: str) -> bool:
        """Keep a folder that is made of what is alike for all pages, if that is as it was.

        Tells whether there was anything to keep.
        """
        if self.alike_before != self.alike:
            return False
        found = [name for name in self.before.files if name.startswith(f"{folder}/")]
        self.keep(found)
        return bool(found)

    def carry_over(self) -> None:
        """Keep the files of the pages that are kept."""
        self.keep({name for page in self.kept.values() for name in page["files"]})

    def keep(self, names: Iterable[str]) -> None:
        """Keep files as the last build left them."""
        for name in names:
            if self.is_needed(name):
                path = Path(self.outdir, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(self.target / name, path)
            else:
                self.left.add(name)

    def is_needed(self, _: str) -> bool:
        """Tell whether a file has to lie aside too, as something is made of it or put into it."""
        return True

    def copy_assets(self) -> None:
        """Copy what pages need, unless nothing changed."""
        if not self.still:
            super().copy_assets()

    def write_documents(self, _: Set[str]) -> None:
        """Write the pages that are not as they were."""
        if self.stale:
            super().write_documents(self.stale)

    def finish(self) -> None:
        """Write what all pages make together, unless nothing changed."""
        if not self.still:
            super().finish()
            self.events.emit(WRITTEN, self)

    def close(self, error: Exception | None) -> None:
        """Move a complete output into place; ends the program where there is no room for it."""
        aside = Path(self.outdir)
        if aside == self.target:
            return
        self._app.outdir = self.outdir = self.target
        trouble = memory_of(self._app).disk or disk_trouble(str(error))
        try:
            if error is None and not trouble:
                self.publish(aside)
        except OSError as fault:
            trouble = str(fault)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        if trouble:
            raise SystemExit(FULL.format(trouble=trouble, target=self.target))

    def publish(self, aside: Path) -> None:
        """Move files into place: first a stamp that only names them, at last one that is true."""
        stood = digests(self.target, [Path(self.doctreedir)])
        others = sorted(stood.keys() - self.before.files.keys())
        if self.still:
            self.tell_of(others)
            return
        new = digests(aside)
        made = self.left_as_they_were(stood) | new
        self.make_way(made, others)
        write_stamp(self.stamp_path, Stamp({**self.before.files, **made}))
        for name in (stood.keys() & self.before.files.keys()) - made.keys():
            (self.target / name).unlink()
            remove_empty(self.target / name, self.target)
        for name in new:
            if stood.get(name) != new[name]:
                path = self.target / name
                path.parent.mkdir(parents=True, exist_ok=True)
                (aside / name).replace(path)
        self.tell_of([name for name in others if name not in made])
        memory = memory_of(self._app)
        if not memory.unsure:
            write_stamp(self.stamp_path, Stamp(made, self.about(memory.troubled), complete=True))

    def left_as_they_were(self, stood: Mapping[str, str]) -> dict[str, str]:
        """Return the digests of the files left in place; ends the program if one has changed."""
        left = {name: self.before.files.get(name, "") for name in sorted(self.left)}
        for name, noted in left.items():
            path = self.target / name
            is_same = noted and (stood.get(name) == noted or digest_of_file(path) == noted)
            if not is_same:
                raise SystemExit(CHANGED.format(path=path))
        return left

    def make_way(self, made: Mapping[str, str], others: Sequence[str]) -> None:
        """End the program where something of somebody else's stands in the way of a file."""
        for name in made:
            path = self.target / name
            blocked = [one for one in path.parents if one.is_file()]
            foreign = self.before.files and name in others
            if path.is_dir() or blocked or foreign:
                raise SystemExit(IN_THE_WAY.format(path=(blocked or [path])[0]))

    def tell_of(self, others: Sequence[str]) -> None:
        """Say what stands in the folder and is of no build; a warning where no stamp tells."""
        if others:
            tell = LOGGER.info if self.before.files else warn_of_others
            tell(OTHERS.format(folder=self.target, number=len(others), name=others[0]))

    def about(self, troubled: Set[str]) -> dict[str, object]:
        """Return what the next build has to know of this one."""
        pages = {
            docname: {**remembered, "key": self.key(docname, remembered)}
            for docname, remembered in self.kept.items()
            if docname not in troubled
        }
        whole = "" if troubled else self.fingerprint()
        apart = {} if troubled else self.apart
        said = {"whole": whole, "content": self.now.content, "alike": self.alike}
        return {**said, "pages": pages, "unread": apart}


def warn_of_others(words: str) -> None:
    """Warn of files in the folder of an output of which nobody knows whether they are old."""
    warn("output", words, None)


def remove_empty(path: Path, top: Path) -> None:
    """Remove the folders that held a file and hold nothing more, below the topmost."""
    for folder in path.parents:
        if folder == top or any(folder.iterdir()):
            return
        folder.rmdir()


def setup(app: Sphinx) -> None:
    """Take the place of Sphinx's builders of the same names, and close every output."""
    app.add_event(WRITTEN)
    app.connect("builder-inited", write_all_elsewhere)
    app.connect("env-updated", name_pictures)
    app.connect("build-finished", close, priority=970)


def name_pictures(_: Sphinx, env: BuildEnvironment) -> None:
    """Name pictures and other files by the order of their paths, not in which pages were read."""
    before = {path: pages for path, (pages, _) in env.images.items()}
    env.images.clear()
    env.images._existing.clear()
    for path in sorted(before):
        for docname in sorted(before[path]):
            env.images.add_file(docname, path)


def write_all_elsewhere(app: Sphinx) -> None:
    """Have builders that keep no stamp write all pages: they would believe the times of files."""
    if not isinstance(app.builder, StampedBuilder):
        setattr(app.builder, "get_outdated_docs", lambda: "all pages")  # noqa: B010


def close(app: Sphinx, error: Exception | None) -> None:
    """Close the output of a builder that stamps it."""
    if isinstance(app.builder, StampedBuilder):
        app.builder.close(error)
