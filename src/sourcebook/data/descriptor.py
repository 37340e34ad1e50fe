"""The descriptor of a Data Package, opened only if all it names is a file inside its own folder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sourcebook.data.safe_paths import fault
from sourcebook.data.validator import frictionless
from sourcebook.problems import BookError, Problem

if TYPE_CHECKING:
    from frictionless import Package

STANDARD = "https://datapackage.org/profiles/"
PROFILES = ("data-package", "tabular-data-package", "data-resource", "tabular-data-resource")
ALLOWED = {"scheme": ("file",), "format": ("csv",), "compression": (), "innerpath": ()}
WRITTEN_OUT = ("schema", "dialect")
ONE_FILE = "the path of one file inside {folder}/, relative to it"


def open_package(root: Path, file: str) -> Package:
    """Return the Data Package that ``root/file`` describes.

    Raises :class:`BookError` if the descriptor cannot be read, is not valid, or names anything but
    plain files inside its folder.
    """
    path = root / file
    text = _read(path, file)
    try:
        described = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BookError([_invalid(file, getattr(error, "lineno", None), str(error))]) from error
    if problems := list(_problems(described, root, file, text)):
        raise BookError(problems)
    library = frictionless()
    try:
        package: Package = library.Package.from_descriptor(described, basepath=str(path.parent))
    except (ValueError, library.FrictionlessException) as error:
        notes = getattr(error, "reasons", None) or [error]
        raise BookError(
            _invalid(file, None, str(getattr(note, "note", note))) for note in notes
        ) from error
    for resource in package.resources:
        resource.encoding = "utf-8"
    return package


def _read(path: Path, file: str) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BookError(
            [
                Problem(
                    file,
                    None,
                    "the description of the tables cannot be read",
                    getattr(error, "strerror", None) or str(error),
                    "a Data Package descriptor",
                    "put the file there, or start from the root folder of a book",
                )
            ]
        ) from error


def _problems(described: Any, root: Path, file: str, text: str) -> Iterator[Problem]:
    if not isinstance(described, Mapping):
        yield _invalid(file, 1, f"a {type(described).__name__}")
        return
    resources = described.get("resources")
    each = resources if isinstance(resources, list) else []
    for one in each:
        if isinstance(one, Mapping):
            yield from _of_resource(one, root, file, text)
        else:
            found = json.dumps(one)
            yield _refuse(file, _line(text, found), "resources", found, "tables described in place")
    for one in (described, *each):
        if isinstance(one, Mapping):
            yield from _profiles(one, file, text)


def _of_resource(one: Mapping[str, Any], root: Path, file: str, text: str) -> Iterator[Problem]:
    folder = Path(file).parent.as_posix()
    path, expected = one.get("path"), ONE_FILE.format(folder=folder)
    line = _line(text, json.dumps(path, ensure_ascii=False)) if path else None
    if not isinstance(path, str):
        found = f"{json.dumps(path)} for table “{one.get('name')}”"
        yield _refuse(file, line, "path", found, expected)
    elif reason := fault(root, folder, f"{folder}/{path}"):
        yield _refuse(file, line, "path", f"{path!r}: {reason}", expected)
    for key, values in ALLOWED.items():
        if one.get(key) and one[key] not in values:
            found = json.dumps(one[key])
            allowed = " or ".join(values) or "nothing"
            yield _refuse(file, _line(text, f'"{key}"'), key, found, allowed)
    for key in WRITTEN_OUT:
        if isinstance(one.get(key), str):
            found = json.dumps(one[key])
            yield _refuse(file, _line(text, found), key, found, "an object written out in place")
    if one.get("extrapaths"):
        found = json.dumps(one["extrapaths"])
        yield _refuse(file, _line(text, '"extrapaths"'), "extrapaths", found, "nothing")


def _profiles(one: Mapping[str, Any], file: str, text: str) -> Iterator[Problem]:
    profiles = one.get("profiles")
    named = [
        one.get("profile"),
        one.get("$schema"),
        *(profiles if isinstance(profiles, list) else ()),
    ]
    for profile in named:
        if profile and not (profile in PROFILES or str(profile).startswith(STANDARD)):
            found = json.dumps(profile)
            expected = f"one of {', '.join(PROFILES)}, or an address at {STANDARD}"
            yield _refuse(file, _line(text, found), "profile", found, expected)


def _line(text: str, words: str) -> int | None:
    """Return the line on which words first stand, or ``None``."""
    at = text.find(words)
    return text.count("\n", 0, at) + 1 if at >= 0 else None


def _refuse(file: str, line: int | None, key: str, found: str, expected: str) -> Problem:
    what = f"the description of the tables may not have this “{key}”"
    do = "put a copy of what is needed into the folder, and name or describe that"
    return Problem(file, line, what, found, expected, do)


def _invalid(file: str, line: int | None, found: str) -> Problem:
    return Problem(
        file,
        line,
        "the description of the tables is not a valid Data Package",
        found,
        "JSON after the Data Package and Table Schema standards",
        "mend the descriptor",
    )
