"""Parts within parts, to any depth: one message with file and line, and never a traceback."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from support.deep import DEEP, MANY

from sourcebook.cli import main
from sourcebook.pages.nesting import DEEPEST, too_deep

if TYPE_CHECKING:
    from conftest import TinyBook


NOT_DEEP = {
    "directives": "".join(":" * (13 - n) + "{note}\n" for n in range(8)) + "a\n",
    "quotations": "> " * (DEEPEST - 2) + "x\n",
    "bullets": "".join("  " * n + "- a\n" for n in range(3)),
    "brackets": "[[[[a]]]] " * 50 + "\n",
    "tags": "<div>" * MANY + "\n",
    "code": "```text\n" + "> " * MANY + "[" * MANY + "\n```\n",
    "code in a line": "`" + "[" * MANY + "`\n",
    "signs": "((" * MANY + " { " * 50 + "\n",
}


@pytest.mark.parametrize("kind", DEEP)
def test_a_page_nested_too_deep_is_one_message(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    tiny.append("docs/deep.md", f"# deep\n\nA page.\n\n{DEEP[kind]}")
    assert main(["--book", str(tiny.root), "check"]) == 1
    said = capsys.readouterr().err
    assert said.count("too deep within one another") == 1
    line = too_deep((tiny.root / "docs/deep.md").read_text("utf-8"))
    assert line is not None
    assert line >= 5
    assert f"docs/deep.md:{line}: " in said
    assert said.endswith("1 problem\n")


@pytest.mark.parametrize("kind", NOT_DEEP)
def test_a_page_that_is_not_is_left_alone(kind: str) -> None:
    assert too_deep(f"# A page\n\n{NOT_DEEP[kind]}") is None


@pytest.mark.parametrize(
    "yaml",
    ["a: " + "[" * MANY, "a: " + "{b: " * MANY, "- " * MANY, "a: " + "[" * 40 + "]" * 40],
)
def test_yaml_nested_too_deep_is_no_traceback(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str], yaml: str
) -> None:
    tiny.append("docs/deep.md", f"---\n{yaml}\n---\n\n# deep\n")
    tiny.append("notebooks/deep.md", f"# deep\n\n```{{code-cell}}\n---\n{yaml}\n---\n1\n```\n")
    main(["--book", str(tiny.root), "check"])
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("opens", "closes"), [("- ", ""), ("? ", ""), ("[", "]"), ("{a: ", "}"), ('{"a":', "}")]
)
def test_yaml_is_as_deep_as_it_opens_levels(opens: str, closes: str) -> None:
    for levels, line in ((DEEPEST, None), (DEEPEST + 1, 1)):
        assert too_deep(f"---\n{opens * levels}1{closes * levels}\n---\n") == line


def test_yaml_that_is_indented_is_as_deep_as_its_keys() -> None:
    for levels, line in ((DEEPEST, None), (DEEPEST + 1, 1)):
        keys = "".join(f"{' ' * at}a:\n" for at in range(levels))
        assert too_deep(f"---\n{keys}---\n") == line
