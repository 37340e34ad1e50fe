"""noxfile.py as a script explains what is missing, and the lock holds all that sessions install."""

import re
import runpy
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from nox.command import CommandFailed

ROOT = Path(__file__).parents[1]
NOXFILE = ROOT / "noxfile.py"
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


def normal(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name is not None
    return re.sub(r"[-_.]+", "-", name[0]).lower()


def test_an_old_python_is_told_what_is_needed(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    with pytest.raises(SystemExit, match="needs Python"):
        runpy.run_path(str(NOXFILE))


def test_a_python_without_pip_is_told_so():
    no_packages = [sys.executable, "-I", "-S", NOXFILE, "-s", "docs"]
    answer = subprocess.run(no_packages, capture_output=True, check=False, text=True)
    assert answer.returncode == 1
    assert "has no pip" in answer.stderr
    assert "Traceback" not in answer.stderr


class Session:
    """A session in which one builder fails."""

    posargs = ()

    def __init__(self, failing):
        self.failing, self.built = failing, []

    def install(self, *_, **__):
        pass

    def run(self, *command):
        if "-b" in command:
            self.built.append(command[command.index("-b") + 1])
            if self.built[-1] in self.failing:
                raise CommandFailed

    def error(self, words):
        raise RuntimeError(words)


@pytest.fixture(scope="module")
def docs():
    return runpy.run_path(str(NOXFILE))["build"]


@pytest.mark.parametrize("failing", [["pdf"], ["html"], ["pdf", "html"], []])
def test_a_builder_that_fails_keeps_no_other_from_running(docs, failing):
    session = Session(failing)
    if failing:
        with pytest.raises(RuntimeError, match=", ".join(failing)):
            docs(session, "pdf", "html")
    else:
        docs(session, "pdf", "html")
    assert session.built == ["pdf", "html"]


def test_every_requirement_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"].values()
    wanted = [
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(entry for group in groups for entry in group if isinstance(entry, str)),
    ]
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    assert {normal(requirement) for requirement in wanted} <= locked


def test_the_lock_names_no_place_to_download_from():
    assert "://" not in LOCK
