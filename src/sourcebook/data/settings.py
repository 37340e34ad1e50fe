"""The settings of a book, in one file: each is declared here once, with form and meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sourcebook.problems import Problem, did_you_mean
from sourcebook.text.own_units import EXPECTED, read_own

FILE, SHARED = "sourcebook.toml", "pyproject.toml"
AT = re.compile(r"\(at line (\d+)")
FORMS = {
    bool: "true or false",
    dict: "a table of words: on each line a name, “=” and words in quotation marks",
    float: "a number from 0 to 100",
    list: "a list of words in quotation marks",
    str: "words in quotation marks",
}


@dataclass(frozen=True)
class Setting:
    """What a book may set. ``read_anew`` tells whether pages have to be read again for it."""

    form: type
    default: Any
    meaning: str
    read_anew: bool = False

    def takes(self, value: Any) -> bool:
        """Tell whether a value has the form of this setting."""
        if self.form is float:
            return type(value) in (int, float) and 0 <= value <= 100
        if self.form is list:
            return isinstance(value, list) and all(isinstance(one, str) for one in value)
        if self.form is dict:
            return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
        return isinstance(value, self.form)


SETTINGS = {
    "brief": Setting(
        list,
        [],
        "Pages of ``brief.pdf``, set beside the PDF: the first whole, of others what opens them.",
    ),
    "coverage": Setting(
        float,
        0,
        "How many of a hundred sentences of the sources must be quoted or set aside.",
    ),
    "font_packages": Setting(
        list, [], "Names of installed Python packages whose font files the PDF may use."
    ),
    "font_paths": Setting(
        list,
        [],
        "Folders with font files that the PDF may use, as seen from the folder of ``conf.py``.",
    ),
    "full_text": Setting(
        bool,
        False,
        "Whether the page of a source also holds its whole text, for private study.",
        read_anew=True,
    ),
    "imprint": Setting(list, [], "Paragraphs at the back of the PDF’s cover, below the copyright."),
    "index": Setting(
        list, [], "Kinds of object that have an index at the end of the PDF, in their order."
    ),
    "lab": Setting(
        list,
        ["pip install 'sourcebook[docs,lab]'", "jupyter lab {notebook}"],
        "Commands that open a notebook in JupyterLab; ``{notebook}`` stands for its file.",
    ),
    "language": Setting(
        str,
        "en",
        "Language of the sources that name none in the register, as a BCP 47 tag.",
    ),
    "off": Setting(
        dict,
        {},
        "Checks that the book does without, by name, each with the reason: ``strength = "
        "'It quotes poems.'``.",
        read_anew=True,
    ),
    "paper": Setting(str, "a4", "The paper of the PDF, by the name that Typst has for it."),
    "print_fonts": Setting(
        list, [], "Families of type for the PDF, the first that is found first."
    ),
    "units": Setting(
        dict,
        {},
        "Units of the book’s own: ``'bushel, bushels' = '36.4 liters'``, or ``= 'own'`` for one "
        "that is of no other.",
        read_anew=True,
    ),
    "web_only": Setting(
        list,
        [],
        "Captions of the lists of contents whose pages the PDF and EPUB leave out; empty for all.",
    ),
}


def read_settings(root: Path) -> tuple[dict[str, Any], list[Problem]]:
    """Return what the book at ``root`` sets, and what is wrong with it.

    It stands in ``sourcebook.toml``, or else in the table ``tool.sourcebook`` of
    ``pyproject.toml``. What is wrong is left out; what is not set is not there.
    """
    file = next((one for one in (FILE, SHARED) if (root / one).is_file()), "")
    if not file:
        return {}, []
    import tomllib  # here, as not every book has settings

    try:
        text = (root / file).read_text("utf-8")
        told: Any = tomllib.loads(text)
    except (OSError, ValueError) as error:
        return {}, [_unreadable(file, error)] if file == FILE else []
    if file == SHARED:
        told = told.get("tool", {}).get("sourcebook", {})
    problems = list(_problems(file, text, told))
    good = {key: value for key, value in told.items() if key in SETTINGS}
    return {key: value for key, value in good.items() if SETTINGS[key].takes(value)}, problems


def setting(told: Mapping[str, Any], name: str) -> Any:
    """Return what a book sets, or else the default."""
    return told.get(name, SETTINGS[name].default)


def _problems(file: str, text: str, told: Mapping[str, Any]) -> Iterator[Problem]:
    for key, value in told.items():
        found = re.search(rf"^\s*[\"']?{re.escape(key)}[\"']?\s*[=.]", text, re.MULTILINE)
        line = text.count("\n", 0, found.start()) + 1 if found else None
        if key not in SETTINGS:
            yield Problem(
                file,
                line,
                "there is no such setting",
                f"“{key}”",
                f"one of {', '.join(SETTINGS)}",
                f"correct the name, or take the line out{did_you_mean(key, SETTINGS)}",
            )
        elif key == "units" and SETTINGS[key].takes(value):
            yield from _unit_problems(file, line, value)
        elif not SETTINGS[key].takes(value):
            yield Problem(
                file,
                line,
                f"the setting “{key}” has another form",
                repr(value),
                FORMS[SETTINGS[key].form],
                "correct the value",
            )


def _unit_problems(file: str, line: int | None, units: Mapping[str, str]) -> Iterator[Problem]:
    for names, told in units.items():
        try:
            read_own(names, told)
        except ValueError as error:
            what = f"the unit “{names}” is not declared as one"
            yield Problem(file, line, what, f"“{told}”", EXPECTED, f"correct it: {error}")


def _unreadable(file: str, error: Exception) -> Problem:
    at = AT.search(str(error))
    return Problem(
        file,
        int(at[1]) if at else None,
        "the settings cannot be read",
        getattr(error, "strerror", None) or str(error),
        "TOML: a name, “=” and a value on each line",
        "correct the file",
    )
