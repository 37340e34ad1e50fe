"""Keys: for each page a digest of all that its written form depends on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sourcebook.data.state import digest, digest_of_file, in_turn
from sourcebook.run.store import entry, made_from, moment
from sourcebook.sphinx.builds.inputs import digest_all, dressing
from sourcebook.sphinx.builds.memory import memory_of
from sourcebook.sphinx.domain import NAME, book_domain

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

TOGETHER = (
    "titles",
    "longtitles",
    "tocs",
    "toctree_includes",
    "toc_num_entries",
    "toc_secnumbers",
    "toc_fignumbers",
)
COUNTED, SLUGS = "wordcount", "myst_slugs"
APART = {"index", NAME}
TOLD = ("targets", "citations", "mentions", "figures")
SAID = ("env", "")  # settings that change what pages say, not how one builder shows it
GLUED = ".glue.json"
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
UNNAMED = " at some place"


@dataclass(frozen=True)
class Keys:
    """What all pages say, what a builder gives to each alike, and what each says itself.

    ``digest_of`` returns that of a file of the book, or of what is made of it, which a page took.
    """

    content: str
    shared: str
    own: Mapping[str, str]
    digest_of: Callable[[str], str]

    def key(self, own: str, taken: Iterable[str]) -> str:
        """Return the key of a page that says this itself, and took what has these names."""
        parts = [part for name in taken for part in (name, self.digest_of(name))]
        return digest(self.shared, own, *parts)


def keys(builder: Builder) -> Keys:
    """Return what the keys of pages are made of."""
    env = builder.env
    shared, own = shared_key(env), own_keys(env)
    content = digest(memory_of(env._app).book, shared, *in_turn(own))
    if builder.format == "html":
        own = {name: digest(one, made_of(env, name)) for name, one in own.items()}
    return Keys(content, digest(shared, look(builder)), own, book_domain(env).digest_of)


def shared_key(env: BuildEnvironment) -> str:
    """Return a digest of what any page may take from all others and from the settings."""
    config, builder = env.config, env._app.builder
    own = {builder.name, builder.format}
    own |= {f"builder_{builder.name}", f"format_{builder.format}"}
    asked = {name.partition(".")[0] for name in config.overrides}
    given = [one for one in config if one.name in asked and one.rebuild in SAID]
    told = canonical([{one.name: one.value for one in given}, set(builder.tags) - own])
    return digest(config.sourcebook_inputs, told, *shared_parts(env))


def own_keys(env: BuildEnvironment) -> dict[str, str]:
    """Return for each page a digest of what it says itself."""
    return {docname: own_key(env, docname) for docname in sorted(env.found_docs)}


def shared_parts(env: BuildEnvironment) -> list[str]:
    """Return what pages tell of themselves to all others, and what is cited and shown where."""
    parts = [canonical(getattr(env, name)) for name in TOGETHER]
    parts += [canonical({name: described(one) for name, one in env.metadata.items()})]
    parts += [canonical(env.domaindata[name]) for name in sorted(env.domaindata.keys() - APART)]
    data = book_domain(env).data
    glued = [noted for page in data["inputs"].values() for noted in page.items()]
    parts += [canonical(sorted(one for one in glued if one[0].endswith(GLUED)))]
    return [*parts, *(canonical(data[name]) for name in TOLD)]


def described(metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Return what others may take of a page’s metadata: not its length, nor the lines it is on."""
    slugs = {slug: place[1:] for slug, place in metadata.get(SLUGS, {}).items()}
    return {name: one for name, one in metadata.items() if name != COUNTED} | {SLUGS: slugs}


def own_key(env: BuildEnvironment, docname: str) -> str:
    """Return a digest of one page as it was read, and of the pictures and files that it names."""
    doctree = Path(env.doctreedir, f"{docname}.doctree")
    files = [*env.images.items(), *env.dlfiles.items()]
    named = sorted((str(path), str(name)) for path, (pages, name) in files if docname in pages)
    noted = book_domain(env).data["inputs"].get(docname, {})
    return digest(digest_of_file(doctree), canonical(named), canonical(noted))


def made_of(env: BuildEnvironment, docname: str) -> str:
    """Return a digest of what the outputs of a page were made from, and when."""
    return canonical(made_from(entry(Path(env.config.nb_execution_cache_path), docname)))


def look(builder: Builder) -> str:
    """Return a digest of the settings and of what pages are dressed in."""
    app = builder._app
    settings = {one.name: one.value for one in builder.config}
    day = f"{moment()}" if builder.config.html_last_updated_fmt is not None else ""
    files = digest_all(app, dressing(app))
    return digest(builder.name, canonical(settings), canonical(set(builder.tags)), files, day)


def words_for(*values: object) -> str:
    """Return words for what a page is made of; empty if words cannot tell it."""
    told = canonical([*values])
    return "" if UNNAMED in told else told


def canonical(value: Any) -> str:
    """Return words for a value that are the same in every process that has the same value."""
    if isinstance(value, nodes.Node):
        return str(value.pformat())
    if isinstance(value, Mapping):
        return "{" + ", ".join(sorted(f"{canonical(k)}: {canonical(v)}" for k, v in value.items()))
    if isinstance(value, set | frozenset):
        return "(" + ", ".join(sorted(map(canonical, value)))
    if isinstance(value, list) or type(value) is tuple:
        return "[" + ", ".join(map(canonical, value))
    return ADDRESS.sub(UNNAMED, repr(value))
