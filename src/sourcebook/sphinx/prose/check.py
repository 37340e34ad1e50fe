"""The prose gate over pages as they are read, with what their notebooks put out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes

from sourcebook.checks.alike import alike
from sourcebook.checks.findings import Finding
from sourcebook.checks.forms import check_taken_in, other_form, taken_in_findings
from sourcebook.checks.prose import Gate, page_findings
from sourcebook.data.state import digest_of_file
from sourcebook.pages.front_matter import read_page
from sourcebook.sphinx.builds.beside import side
from sourcebook.sphinx.builds.memory import memory_of
from sourcebook.sphinx.domain import book_domain
from sourcebook.sphinx.lines import line_of
from sourcebook.sphinx.messages import warn
from sourcebook.sphinx.prose.shown import shown_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sourcebook.data.book import Book

    At = tuple[Finding, int | None]

BEFORE_NOTEBOOKS_RUN, BEFORE_PAGES_ARE_READ = 490, 950
EXEMPTION = (
    "This page is exempt from the rule that every number, date and quotation is carried by "
    "evidence: {reason}."
)


def setup(app: Sphinx) -> None:
    """Look at each page when it has been read, and at all others where the book has changed."""
    keeper = Keeper()
    app.connect("env-before-read-docs", keeper.begin, priority=BEFORE_NOTEBOOKS_RUN)
    app.connect("env-before-read-docs", keeper.wait, priority=BEFORE_PAGES_ARE_READ)
    app.connect("doctree-read", keeper.check)
    app.connect("env-updated", keeper.check_others)


class Keeper:
    """Holds each page against the book; what the book knows is gathered once for a build."""

    def __init__(self) -> None:
        self.gate: Gate | None = None
        self.known = ""
        self.others: Future[dict[str, list[At]]] | None = None

    def begin(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        """Begin to hold the pages that need not be read again against what has changed.

        A glossary or a bibliography changes what they show alone, the book also what they say. What
        all are held to alike is found out at the same time, for every process that reads pages.
        """
        same, others = memory_of(app).is_book_as_before, sorted(env.found_docs - {*docnames})
        if docnames or not same:
            self.others = ThreadPoolExecutor(1).submit(self.found_on, env, others, same)

    def wait(self, *_: object) -> None:
        """Wait for that, as processes that are begun to read pages must not be while it goes on."""
        if self.others:
            wait([self.others])

    def found_on(
        self, env: BuildEnvironment, docnames: list[str], same: bool
    ) -> dict[str, list[At]]:
        """Return what is found in what pages show that were read before, unless it holds still.

        Of a book that is the ``same`` nothing is told of the pages of which it holds.
        """
        known, held = self.alike(env), book_domain(env).data["held"]
        changed = [one for one in docnames if held.get(one) != known]
        found = {one: self.found_in(env, one, env.get_doctree(one)) for one in changed}
        return found if same else {one: found.get(one, []) for one in docnames}

    def alike(self, env: BuildEnvironment) -> str:
        """Return a digest of what pages are held to alike."""
        domain = book_domain(env)
        gate = self.of(domain.whole)
        self.known = self.known or alike(gate, domain.files)
        return self.known

    def check(self, app: Sphinx, document: nodes.document) -> None:
        """Warn of each fault in the page being read, and say on it if it is exempt."""
        docname = app.env.docname
        self.tell_of(app.env, docname, self.found_in(app.env, docname, document))
        path = Path(app.env.doc2path(app.env.docname))
        exempt = read_page(path.read_text("utf-8")).exempt if path.suffix == ".md" else None
        if exempt is not None:
            say_so(document, exempt)

    def check_others(self, _: Sphinx, env: BuildEnvironment) -> None:
        """Warn of each fault in the pages that were not read again."""
        for docname, found in self.others.result().items() if self.others else ():
            self.tell_of(env, docname, found)

    def found_in(self, env: BuildEnvironment, docname: str, document: nodes.document) -> list[At]:
        """Return each finding in what a page shows, with its line.

        Where there is none, note what the page was held to. Of single cells that is nothing: a page
        that shows one is read again when it changes.
        """
        path = Path(env.doc2path(docname))
        if path.suffix != ".md":
            return []
        text = path.read_text("utf-8")
        gate, page = self.of(book_domain(env).whole), read_page(text)
        found = [
            (finding, line_of(node, text.splitlines(), finding.words))
            for node, block in shown_blocks(document)
            for finding in gate.findings(block, page)
        ]
        if not found:
            book_domain(env).data["held"][docname] = self.alike(env)
        return found

    def tell_of(self, env: BuildEnvironment, docname: str, found: Iterable[At]) -> None:
        """Warn of what a page shows, and of its own text unless that was checked; once of each."""
        path, root = Path(env.doc2path(docname)), Path(env.srcdir)
        file = path.relative_to(root).as_posix()
        if path.suffix != ".md":
            warn("form", other_form(file).words, (docname, None))
            return
        gate, text = self.of(book_domain(env).whole), path.read_text("utf-8")
        checked = side().has_checked({**book_domain(env).files, file: digest_of_file(path)})
        told = set() if checked else set(tell_written(gate, root, docname, file, text))
        for finding, line in found:
            if (finding.kind, finding.words) not in told:
                told.add((finding.kind, finding.words))
                tell(docname, finding, line)

    def of(self, book: Book) -> Gate:
        """Return the gate of a book."""
        if self.gate is None or self.gate.book is not book:
            self.gate, self.known = Gate(book), ""
        return self.gate


def tell_written(
    gate: Gate, root: Path, docname: str, file: str, text: str
) -> Iterator[tuple[str, str]]:
    """Warn of what a page says in its own text and takes in; yield each finding of it."""
    for problem in check_taken_in(root, file, text):
        warn("form", problem.words, (docname, problem.line))
    for line, finding in page_findings(gate, text):
        tell(docname, finding, line)
        yield finding.kind, finding.words
    for place, line, finding in taken_in_findings(gate, root, file, text):
        warn(finding.kind, finding.problem("", None).words, f"{place}:{line}")
        yield finding.kind, finding.words


def tell(docname: str, finding: Finding, line: int | None) -> None:
    """Give a finding as a warning; a note is for the command that checks, and fails no build."""
    if not finding.note:
        warn(finding.kind, finding.problem("", None).words, (docname, line))


def say_so(document: nodes.document, reason: str) -> None:
    """Say at the end of an exempt page that it is, and why."""
    words = EXEMPTION.format(reason=reason.rstrip(". ") or "no reason is given")
    place: nodes.Element = next(iter(document.findall(nodes.section)), document)
    place.append(nodes.paragraph("", words, classes=["prose-exempt"]))
