"""The nursery and its kernels end with the process that began them, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.waiting import in_time, is_alive

import sourcebook
from sourcebook.run.folders import hold, sweep

if TYPE_CHECKING:
    from conftest import TinyBook

ENGINE = str(Path(sourcebook.__file__).parents[1])
AWAY = """
import os, time
os.chdir("../_build")
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.setsid()
    open("pids", "a").write(f"{os.getpid()} ")
    time.sleep(90)
while not (os.path.exists("pids") and len(open("pids").read().split()) == 2):
    time.sleep(0.1)
"""
CLIENT = """
import time
from jupyter_client.manager import start_new_kernel
from sourcebook.run import kernels
kernels.use()
manager, client = start_new_kernel()
reply = client.execute_interactive("import os, time; print(os.getpid(), os.getppid(), flush=True)",
    output_hook=lambda one: print(one["content"].get("text", ""), end="", flush=True))
client.execute("time.sleep(90)")
time.sleep(90)
"""


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the process that begins kernels find the engine."""
    monkeypatch.setenv("PYTHONPATH", ENGINE)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_kernels_and_nursery_end_with_the_process_that_began_them(
    tmp_path: Path, number: signal.Signals
) -> None:
    command = [sys.executable, "-c", CLIENT]
    places = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=places
    ) as client:
        assert client.stdout
        pids = [int(one) for one in client.stdout.readline().split()]
        assert all(is_alive(one) for one in pids)
        os.kill(client.pid, number)
        assert in_time(lambda: not any(is_alive(one) for one in pids), 10)
    assert in_time(lambda: not [*tmp_path.glob("kernel-*"), *tmp_path.glob("nursery-*")], 10)


def test_a_kernel_ends_when_its_nursery_is_killed_and_the_next_takes_its_folder_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = os.environ | {"TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", CLIENT]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=places
    ) as client:
        assert client.stdout
        kernel, nursery = (int(one) for one in client.stdout.readline().split())
        os.kill(nursery, signal.SIGKILL)
        assert in_time(lambda: not is_alive(kernel), 10)
        client.kill()
    assert list(tmp_path.glob("nursery-*"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sweep()
    assert not [*tmp_path.glob("kernel-*"), *tmp_path.glob("nursery-*")]


def test_the_next_nursery_removes_what_a_killed_one_left_and_nothing_that_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left, held = hold("kernel-"), hold("nursery-")
    left.holding.close()
    (tmp_path / "kernel-new").mkdir()
    sweep()
    assert {one.name for one in tmp_path.iterdir()} == {held.path.name, "kernel-new"}
    held.remove()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux hands on what is orphaned")
@pytest.mark.parametrize("end", ["", "os.kill(os.getpid(), 9)", "time.sleep(90)"])
def test_what_leaves_the_session_of_a_kernel_ends_with_it(tiny: TinyBook, end: str) -> None:
    tiny.quieten()
    tiny.add_notebook("away", AWAY + end)
    tiny.add_notebook("beside", "import subprocess\nprint(subprocess.run(['true']).returncode)")
    pids = tiny.root / "_build/pids"
    run = tiny.start_run()
    assert in_time(lambda: pids.exists() and len(pids.read_text().split()) == 2, 60)
    if "sleep" in end:
        run.kill()
    run.join(60)
    assert not run.is_alive()
    assert in_time(lambda: not any(is_alive(int(one)) for one in pids.read_text().split()), 10)
