"""What runs by itself, on a commit, on a server or for readers, calls nox and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOW = ".github/workflows/book.yml"
HOOKS = ".pre-commit-config.yaml"
READ_THE_DOCS = ".readthedocs.yaml"
CALL = re.compile(r"python3 noxfile\.py -s (\w+)(?: -- \w+)?")
ACTIONS = {"actions/checkout", "actions/setup-python", "actions/upload-artifact"}
COPY = "mkdir -p _readthedocs && cp -r _build/html _readthedocs/html"


def read(name: str) -> dict[str, Any]:
    found = yaml.safe_load((ROOT / name).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def steps() -> list[dict[str, Any]]:
    return [step for job in read(WORKFLOW)["jobs"].values() for step in job["steps"]]


def hooks() -> list[dict[str, Any]]:
    return [hook for repo in read(HOOKS)["repos"] for hook in repo["hooks"]]


COMMANDS = {
    WORKFLOW: [step["run"] for step in steps() if "run" in step],
    HOOKS: [hook["entry"] for hook in hooks()],
    READ_THE_DOCS: [one for one in read(READ_THE_DOCS)["build"]["commands"] if one != COPY],
}


@pytest.fixture(scope="module")
def sessions() -> set[str]:
    nox = [sys.executable, "-m", "nox", "--noxfile", str(ROOT / "noxfile.py")]
    listing = subprocess.run(
        [*nox, "--list", "--nocolor"], stdout=subprocess.PIPE, check=True, text=True
    )
    return set(re.findall(r"^[*-] (\w+) ->", listing.stdout, re.MULTILINE))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_a_session(name: str, sessions: set[str]) -> None:
    calls = [CALL.fullmatch(command) for command in COMMANDS[name]]
    assert calls
    assert [one[1] if one else None for one in calls if not one or one[1] not in sessions] == []


def test_the_workflow_runs_what_the_readme_prints() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    block = readme.partition("<!-- set-up -->")[2].partition("<!-- end of set-up -->")[0]
    printed = re.findall(r"^python3 .+$", block, re.MULTILINE)
    assert printed
    assert [one for one in printed if one not in COMMANDS[WORKFLOW]] == []


def test_the_workflow_uses_three_actions_each_pinned_to_a_version() -> None:
    used = [step["uses"].split("@") for step in steps() if "uses" in step]
    assert {name for name, _ in used} <= ACTIONS
    assert all(re.fullmatch(r"v\d+", version) for _, version in used)


def test_hooks_are_the_projects_own() -> None:
    assert [repo["repo"] for repo in read(HOOKS)["repos"]] == ["local"]
    assert {hook["language"] for hook in hooks()} == {"system"}
