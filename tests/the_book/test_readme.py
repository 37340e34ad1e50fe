"""What README.md, SECURITY.md and CONTRIBUTING.md tell a reader to type and to open is there."""

import json
import re
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from conftest import TinyBook

from sourcebook.checks.opening import read_book

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
NAMED = re.compile(r"`((?:[\w.-]+/)+|(?:[\w.-]+/)*[\w.-]+\.(?:cff|csv|json|md|py|toml|ya?ml))`")


@pytest.fixture(scope="module")
def sessions() -> set[str]:
    nox = [sys.executable, "-m", "nox", "--noxfile", str(ROOT / "noxfile.py")]
    listing = subprocess.run([*nox, "--list", "--nocolor"], stdout=PIPE, check=True, text=True)
    return set(re.findall(r"^[*-] (\w+) ->", listing.stdout, re.MULTILINE))


def test_set_up_is_two_commands() -> None:
    block = README.partition("<!-- set-up -->\n")[2].partition("\n<!-- end of set-up -->")[0]
    assert block.splitlines() == [
        "```sh",
        "python3 noxfile.py -s docs",
        "python3 noxfile.py -s tests",
        "```",
    ]


def test_every_command_names_a_session(sessions: set[str]) -> None:
    named = re.findall(r"(?:noxfile\.py|nox) -s ([a-z]+)", README + SECURITY + CONTRIBUTING)
    assert {"docs", "tests"} <= set(named) <= sessions


def test_every_session_is_listed(sessions: set[str]) -> None:
    assert set(re.findall(r"^\| `(\w+)` +\|", README, re.MULTILINE)) == sessions


def test_every_folder_and_link_exists() -> None:
    folders = re.findall(r"^\| `(\w+/)` +\|", README, re.MULTILINE)
    links = re.findall(r"\]\((?!http)([^)]+)\)", README + SECURITY)
    links += re.findall(r"-r (\S+\.lock)", README + SECURITY)
    assert [path for path in folders + links if not (ROOT / path).exists()] == []


def test_every_file_that_contributors_are_sent_to_exists() -> None:
    tops = (ROOT, ROOT / "src/sourcebook", ROOT / "tests")
    names = set(NAMED.findall(CONTRIBUTING))
    assert len(names) > 40
    inside = {path.name for path in (ROOT / "src/sourcebook").rglob("*.py")}
    lost = {name for name in names if not any((top / name).exists() for top in tops)}
    assert sorted(lost - inside) == []


def test_the_kind_of_object_that_contributors_are_shown_is_all_that_one_needs(
    tiny: TinyBook,
) -> None:
    [shown] = re.findall(r"^```json\n(.*?)^```$", CONTRIBUTING, re.MULTILINE | re.DOTALL)
    ships = json.loads(shown)
    path = tiny.root / "data/datapackage.json"
    package = json.loads(path.read_text("utf-8"))
    package["resources"].append(ships)
    path.write_text(json.dumps(package), "utf-8")
    columns = [one["name"] for one in ships["schema"]["fields"]]
    row = {"id": "light", "name": "Skerry light", "evidence": "times-title"}
    rows = [columns, [row.get(one, "") for one in columns]]
    text = "".join(",".join(one) + "\n" for one in rows)
    (tiny.root / "data" / ships["path"]).write_text(text, "utf-8")
    assert read_book(tiny.root).problems == ()
    tiny.append("docs/index.md", "\nThere is one: {ship}`light`.\n")
    assert read_book(tiny.root).problems == ()
