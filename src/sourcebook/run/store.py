"""The store: for each notebook its outputs in a cache of Jupyter, and what they were made from."""

from __future__ import annotations

import errno
import hashlib
import json
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache, lru_cache
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import nbformat
from jupyter_cache import get_cache
from jupyter_cache.base import CacheBundleIn
from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from sqlalchemy.exc import SQLAlchemyError

from sourcebook.data.state import ENGINE, digest, digest_of_file, engine, in_turn
from sourcebook.run.folders import make_way
from sourcebook.run.made_from import MADE_FROM, note, noted
from sourcebook.run.packages import distributions, owners, version_of
from sourcebook.run.reads import counts, digest_of_names

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sourcebook.run.executing import Ran

UNFINISHED = ".part"
CODES = {"~": "~0", "/": "~1", "%": "~2", "?": "~3"}  # the last two mean something in addresses
DATABASE = b"SQLite format 3"
NOT_IN_KERNELS = {"sphinx", "run", "arguments.py", "cli.py"}
TELLING = {"raises-exception", "skip-execution"}
WITH_IDS = 5  # the minor version of the format from which cells have ids
NAMED = ("read", "listed")
PARTS = ("error", "unrun", "code", "kernel", "engine", "versions", "read", "listed")


def entry(caches: Path, name: str) -> Path:
    """Return the folder of a notebook's cache; ``name`` is its path without suffix."""
    for sign, code in CODES.items():
        name = name.replace(sign, code)
    return caches / name


def why_stale(folder: Path, notebook: Any, root: Path, kernel: Callable[[str], str]) -> str:
    """Return why a notebook has to run, in words; empty if its outputs in a folder still hold.

    ``kernel`` returns what starts the kernel of a name.
    """
    if not folder.exists():
        return "it has not run yet"
    made = made_from(folder)
    if made is None:
        return "its outputs are not there to their end"
    if made["error"]:
        return "it failed"
    return _changed(made, code_of(notebook), kernel(name_of_kernel(notebook)), root)


def holds(folder: Path, page: str, root: Path, kernel: Callable[[str], str]) -> bool:
    """Tell whether the outputs in a folder hold and are of the page that has this digest.

    So the page of a notebook need not be read to find out. ``kernel`` returns what starts the
    kernel of a name.
    """
    made = made_from(folder)
    if made is None or made["error"] or not page or made.get("page") != page:
        return False
    return not _changed(made, made["code"], kernel(made["kernel_name"]), root)


def _changed(made: Mapping[str, Any], code: str, kernel: str, root: Path) -> str:
    """Return what a notebook is made from that is not as it was, in words."""
    parts = {
        "its code": (made["code"], code),
        "its kernel": (made["kernel"], kernel),
        "the engine": (made["engine"], engine_digest()),
    }
    parts |= {
        f"the version of {one}": (was, version_of(one)) for one, was in made["versions"].items()
    }
    parts |= {one: (was, digest_of_file(root / one)) for one, was in made["read"].items()}
    listed = made["listed"].items()
    parts |= {f"what lies in {one}": (was, digest_of_names(root / one)) for one, was in listed}
    changed = next((what for what, (was, now) in parts.items() if was != now), "")
    return f"{changed} changed" if changed else ""


def made_from(folder: Path) -> dict[str, Any] | None:
    """Return what the outputs in a folder were made from; nothing if these are not sound."""
    try:
        made = noted(folder)
        sound = digest_of_file(_file(folder, made["key"])) == made["outputs"] and (
            folder / "global.db"
        ).read_bytes().startswith(DATABASE)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return made if sound and made.keys() >= set(PARTS) else None


def outputs(folder: Path, made: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the code cells of a notebook as they ended."""
    cells: list[dict[str, Any]] = json.loads(_file(folder, made["key"]).read_text("utf-8"))["cells"]
    return cells


def _file(folder: Path, key: str) -> Path:
    return folder / "executed" / key / "base.ipynb"


def keep(caches: Path, name: str, path: Path, ran: Ran, root: Path, page: str = "") -> None:
    """Put the outputs of a notebook in place of any older, in one step.

    ``page`` is the digest of the page that it was read from. Those of one that failed are shown,
    and hold for nothing. Raises :class:`OSError` where they cannot be written.
    """
    unread: Mapping[str, Any] = {"read": {}, "listed": {}, "outside": [], "modules": []}
    reads = unread if ran.error else ran.reads or untold(root, path)
    if reads.get("begun"):
        reads = {**reads, **{part: {**untold(root, path)[part], **reads[part]} for part in NAMED}}
    made: dict[str, Any] = {
        "error": ran.error,
        "unrun": ran.unrun,
        "code": code_of(ran.notebook),
        "kernel": kernel_named(name_of_kernel(ran.notebook)),
        "kernel_name": name_of_kernel(ran.notebook),
        "page": page,
        "engine": engine_digest(),
        "versions": {one: version_of(one) for one in distributions(caches, reads["modules"])},
    }
    made["on"] = f"{moment():%Y-%m-%d}"
    made |= {part: reads[part] for part in ("read", "listed", "outside")}
    put(entry(caches, name), path, ran.notebook, made, ran.seconds)


def refit(caches: Path, name: str, path: Path, notebook: Any) -> None:
    """Let outputs that still hold be found where only tags or captions of the cells changed."""
    folder = entry(caches, name)
    made = made_from(folder)
    key = get_cache(folder).create_hashed_notebook(notebook)[1]
    if made is None or made["key"] == key:
        return
    fill(notebook, folder, made)
    put(folder, path, notebook, made, made["seconds"])


def fill(notebook: Any, folder: Path, made: Mapping[str, Any]) -> None:
    """Give the code cells of a notebook the outputs that are kept in a folder."""
    form: Any = nbformat
    cells = [one for one in notebook.cells if one.cell_type == "code"]
    for cell, old in zip(cells, outputs(folder, made), strict=True):
        cell.outputs = form.from_dict(old["outputs"])
        cell.execution_count = old["execution_count"]


def as_ipynb(notebook: Any) -> str:
    """Return a notebook as a file of Jupyter, the same for the same cells and outputs."""
    form: Any = nbformat
    notebook.nbformat_minor = max(notebook.nbformat_minor, WITH_IDS)
    notebook.metadata.pop("source_map", None)
    for number, cell in enumerate(notebook.cells, start=1):
        cell.id = f"cell-{number}"
    return str(form.writes(notebook))


def put(folder: Path, path: Path, notebook: Any, made: dict[str, Any], seconds: float) -> None:
    """Put outputs and what they were made from in place of a folder, in one step."""
    aside = folder.with_name(UNFINISHED)
    make_way(aside, folder.parent)
    aside.unlink(missing_ok=True)
    aside.mkdir(parents=True)
    kept = _cache_in(aside)
    bundle = CacheBundleIn(notebook, str(path), data={"execution_seconds": seconds})
    try:
        for file, content in _empty_cache().items():
            (aside / file).write_bytes(content)
        key = kept.cache_notebook_bundle(bundle, check_validity=False, overwrite=True).hashkey
    except (SQLAlchemyError, RuntimeError) as error:
        words = str(error.__cause__ or error).partition("\n")[0]
        raise OSError(errno.ENOSPC, f"the cache cannot be written: {words}") from error
    finally:
        with suppress(SQLAlchemyError):
            kept.db.dispose()
    digest = digest_of_file(_file(aside, key))
    made = made | {"key": key, "outputs": digest, "seconds": seconds}
    note(aside, made)
    make_way(folder / MADE_FROM, folder)
    shutil.rmtree(folder, ignore_errors=True)
    aside.replace(folder)


@lru_cache(maxsize=1)
def _cache_in(folder: Path) -> Any:
    """Return the cache in a folder, with the statements that it has worked out already."""
    return get_cache(folder)


@cache
def _empty_cache() -> dict[str, bytes]:
    """Return the files of a cache that holds nothing: to copy them is quicker than to make them."""
    with TemporaryDirectory() as folder:
        get_cache(folder).db.dispose()
        return {one.name: one.read_bytes() for one in Path(folder).iterdir()}


def forget(caches: Path, is_there: Callable[[str], bool]) -> None:
    """Remove what is kept of notebooks that are no longer there, and what was never finished."""
    for folder in sorted(caches.glob("*/")):
        name = folder.name
        for sign, code in reversed(CODES.items()):
            name = name.replace(code, sign)
        own = (folder / MADE_FROM).exists() or (folder / "global.db").exists()
        if (own or name.endswith(UNFINISHED)) and not is_there(name):
            shutil.rmtree(folder, ignore_errors=True)


def untold(root: Path, page: Path) -> Mapping[str, Any]:
    """Return what may have been read that nobody tells of: all of the book but the page itself."""
    top = root.resolve()
    found = [one for one in sorted(top.rglob("*")) if all(map(counts, one.relative_to(top).parts))]
    names = {one: one.relative_to(top).as_posix() for one in (top, *found)}
    own = page.resolve()
    read = {names[one]: digest_of_file(one) for one in found if one.is_file() and one != own}
    listed = {name: digest_of_names(one) for one, name in names.items() if one.is_dir()}
    return {"read": read, "listed": listed, "outside": [], "modules": []}


def moment() -> datetime:
    """Return the time of ``SOURCE_DATE_EPOCH``, or else the beginning of this day, both in UTC."""
    given = environ.get("SOURCE_DATE_EPOCH")
    if given:
        return datetime.fromtimestamp(int(given), UTC)
    return datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def code_of(notebook: Any) -> str:
    """Return a digest of the code of a notebook, and of the tags by which a cell runs otherwise."""
    cells = [
        (cell.source, sorted(TELLING & set(cell.metadata.get("tags", []))))
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]
    return hashlib.sha256(json.dumps(cells).encode()).hexdigest()


def name_of_kernel(notebook: Any) -> str:
    """Return the name of the kernel that a notebook asks for."""
    return str(notebook.metadata.get("kernelspec", {}).get("name", "python3"))


def kernel_named(name: str) -> str:
    """Return what starts the kernel of a name; empty where it is not installed."""
    try:
        return str(KernelSpecManager().get_kernel_spec(name).to_json())
    except NoSuchKernel:
        return ""


@cache
def engine_digest() -> str:
    """Return a digest of what of the engine a notebook can use, as it is when first asked for."""
    named = {path.relative_to(ENGINE): sign for path, sign in engine().items()}
    own = {one: sign for one, sign in named.items() if not NOT_IN_KERNELS & set(one.parts)}
    return digest(*in_turn({one.as_posix(): sign for one, sign in own.items()}))


def prepare(caches: Path) -> None:
    """Find out in advance, while kernels run, what is needed to keep what they put out."""
    owners(caches)
    _empty_cache()
