"""noxfile.py explains what is missing, and the locks hold all that its sessions install."""

import json
import re
import runpy
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import nox
import pytest

ROOT = Path(__file__).parents[1]
NOXFILE = ROOT / "noxfile.py"
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
HASHED = (ROOT / "requirements-hashed.lock").read_text(encoding="utf-8")


@cache
def noxfile() -> dict[str, Any]:
    return runpy.run_path(str(NOXFILE))


def normal(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_an_old_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match="needs Python"):
        runpy.run_path(str(NOXFILE))


def test_a_python_without_pip_is_told_so() -> None:
    no_packages = [sys.executable, "-I", "-S", str(NOXFILE), "-s", "docs"]
    answer = subprocess.run(no_packages, capture_output=True, check=False, text=True)
    assert answer.returncode == 1
    assert "has no pip" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_every_requirement_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [*project["dependency-groups"].values()]
    groups += project["project"]["optional-dependencies"].values()
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(entry for group in groups for entry in group if isinstance(entry, str)),
    ]
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    assert {normal(requirement) for requirement in wanted} <= locked


def pins(lock: str) -> list[str]:
    lines = (re.split(r"  # via|\\$", line)[0].strip() for line in lock.splitlines())
    return [line for line in lines if line and not line.startswith(("#", "--hash="))]


def test_both_locks_name_the_same_versions() -> None:
    assert pins(LOCK) == pins(HASHED)
    assert all("==" in pin for pin in pins(LOCK))


def test_every_version_of_the_hashed_lock_has_a_hash() -> None:
    for entry in re.split(r"\n(?=\S)", HASHED):
        assert entry.startswith("#") or re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry), entry


@pytest.mark.parametrize("lock", [LOCK, HASHED], ids=["plain", "hashed"])
def test_a_lock_names_no_place_to_download_from(lock: str) -> None:
    assert not re.search(r"://|^--?(i|index-url|extra-index-url|find-links|f)\b", lock, re.M)


def test_the_bill_of_materials_names_every_locked_version() -> None:
    command = [sys.executable, *noxfile()["BILL"], "--no-validate"]
    answer = subprocess.run(command, capture_output=True, check=True, cwd=ROOT)
    parts = json.loads(answer.stdout)["components"]
    assert [f"{part['name']}=={part['version']}" for part in parts] == [
        pin.partition(" ;")[0] for pin in pins(LOCK)
    ]


class Answered:
    """A session in which pip-audit says what it is told to say."""

    def __init__(self, answer: str) -> None:
        self.answer = answer

    def install(self, *packages: str) -> None:
        pass

    def run(self, *command: str, **how: object) -> str:
        return self.answer

    def log(self, words: str) -> None:
        pass

    def error(self, words: str) -> None:
        raise nox.command.CommandFailed(words)


def audit(answer: str) -> None:
    noxfile()["audit"](Answered(answer))


def test_an_audit_that_found_nothing_passes() -> None:
    audit("INFO: a note\nNo known vulnerabilities found\n")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("Found 1 known vulnerability in 1 package\nName Version\nlamp 1.0", "lamp 1.0"),
        ("Traceback\nConnectionError: no way out", "Not audited.*ConnectionError: no way out"),
        ("ERROR: lamp: Dependency not found, could not be audited", "Not audited.*lamp"),
        ("", "Not audited"),
    ],
)
def test_an_audit_that_found_something_or_got_no_answer_fails(answer: str, said: str) -> None:
    with pytest.raises(nox.command.CommandFailed, match=f"(?s){said}"):
        audit(answer)


def test_where_no_chromium_is_and_none_may_be_installed_the_session_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(nox.command.CommandFailed, match="apt install chromium"):
        noxfile()["browser"](Answered(""))


def test_a_bench_is_installed_with_the_programs_that_it_runs() -> None:
    known, ours = noxfile(), {"sourcebook", "sphinx", "venv"}
    for name, file in known["BENCHES"].items():
        text = (ROOT / "tests" / file).read_text("utf-8")
        run = {*re.findall(r'sys\.executable, "-m", "(\w+)"', text)} - ours
        groups = known["BENCHED_WITH"].get(name, ())
        found = nox.project.dependency_groups(known["PROJECT"], *groups)
        assert run <= {normal(one) for one in found}
