"""Kernels that are forked: what they put out, and whose they are."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import chdir
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from nbclient import NotebookClient

import sourcebook
from sourcebook.checks.opening import packed, read_book
from sourcebook.run import forks, kernels
from sourcebook.run.executing import Work
from sourcebook.run.nursery import LOADED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import TinyBook

ENGINE = str(Path(sourcebook.__file__).parents[1])
PARENT = "import os; print(os.getppid())"
CELLS = (
    "import os, sys\nprint(len(sys.argv), os.path.basename(sys.argv[0]), __name__, sys.flags)",
    "sys.path, sys.executable, os.getcwd(), sys.stdin is None, sys.modules['__main__'].__name__",
    "print('heard', file=sys.stderr)\nos.write(1, b'low')\nos.environ['MPLBACKEND']",
    "import numpy, random\nrandom.seed(1)\nnumpy.random.seed(1)",
    "random.random(), numpy.random.rand()",
    "import pandas as pd\npd.DataFrame({'a': [1, 2.5], 'b': ['x', None]})",
    "import matplotlib.pyplot as plt\nplt.get_fignums(), plt.get_backend()",
    "plt.plot([3, 2, 5]);",
    "import signal\nprint(signal.getsignal(signal.SIGCHLD), os.getsid(0) == os.getpid())",
    "import subprocess\nprint(subprocess.run(['echo', 'begun'], capture_output=True).stdout)",
    "nonsense(1)",
)


TIDY_SLOWLY = """
import time
handlers = get_ipython().kernel.shell_handlers
answer = handlers["execute_request"]
async def slowly(*given):
    await answer(*given)
    time.sleep(0.5)
handlers["execute_request"] = slowly
"""


def given(packed: bytes = b"") -> forks.Nursery:
    """Begin a nursery and give it a book, or none."""
    made = forks.Nursery()
    made.give(packed)
    return made


def begun() -> forks.Nursery:
    """Return the nursery that kernels are asked of."""
    found: forks.Nursery = vars(kernels)["nursery"]()
    return found


@pytest.fixture(scope="module")
def forking() -> Iterator[Callable[[], forks.Nursery]]:
    """Return what begins the nursery of these tests, once."""
    begun = cache(given)
    yield begun
    if begun.cache_info().currsize:
        begun().process.kill()
        begun().process.wait()


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, forking: Callable[[], forks.Nursery]) -> None:
    """Give each test the ways of starting kernels of a process that has just begun."""
    monkeypatch.setattr(KernelProvisionerFactory, "_instance", None)
    monkeypatch.setenv("PYTHONPATH", ENGINE)
    monkeypatch.setattr(kernels, "nursery", forking)


def outputs(folder: Path, *cells: str, name: str = "python3") -> list[Any]:
    spec = {"kernelspec": {"name": name, "display_name": name}}
    v4: Any = nbformat.v4
    code = [v4.new_code_cell(cell) for cell in cells]
    notebook = v4.new_notebook(metadata=spec, cells=code)
    given = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, resources=given, allow_errors=True).execute()
    return [cell["outputs"] for cell in notebook["cells"]]


def parent(folder: Path, name: str = "python3") -> int:
    return int(outputs(folder, PARENT, name=name)[0][0]["text"])


def test_a_forked_kernel_puts_out_what_an_ordinary_one_does(tmp_path: Path) -> None:
    ordinary = outputs(tmp_path, *CELLS)
    kernels.use()
    assert parent(tmp_path) == begun().process.pid
    assert outputs(tmp_path, *CELLS) == ordinary


async def begin_and_end(folder: Path) -> tuple[bool, bool]:
    """Return whether a kernel listened as soon as it had begun, and was gone as it was asked to."""
    manager = AsyncKernelManager(kernel_name="python3")
    await manager.start_kernel(cwd=str(folder))
    ports = [f"{manager.ip}-{manager.ports[at]}" for at in range(5)]
    listened = all(Path(one).exists() for one in ports)
    await manager.request_shutdown()
    ended = not await manager.is_alive()
    await manager.shutdown_kernel()
    return listened, ended


def test_nobody_waits_for_a_kernel_that_has_begun_or_ended(tmp_path: Path) -> None:
    kernels.use()
    assert asyncio.run(begin_and_end(tmp_path)) == (True, True)


def test_two_forked_kernels_share_no_random_numbers(tmp_path: Path) -> None:
    kernels.use()
    code = "import random, numpy\nprint(random.random(), numpy.random.rand())"
    first, second = (outputs(tmp_path, code)[0][0]["text"].split() for _ in range(2))
    assert not set(first) & set(second)


def test_the_nursery_has_no_thread_and_what_it_loads_is_there(tmp_path: Path) -> None:
    kernels.use()
    threads = f"import os; print(len(os.listdir('/proc/{begun().process.pid}/task')))"
    loaded = f"import sys; print(set({LOADED!r}) - sys.modules.keys())"
    said = [one[0]["text"] for one in outputs(tmp_path, threads, loaded)]
    assert said == ["1\n", "set()\n"]


@pytest.mark.parametrize("is_given", [True, False])
def test_a_kernel_has_the_book_that_its_nursery_was_given_or_one_that_it_read(
    is_given: bool, tiny: TinyBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    with chdir(tiny.root):
        nursery = given(packed(read_book(tiny.root)) if is_given else b"")
    monkeypatch.setattr(kernels, "nursery", lambda: nursery)
    kernels.use()
    book = "from sourcebook import open_book; print(len(open_book().evidence))"
    read = "import sys; print('frictionless' in sys.modules)"
    said = [one[0]["text"] for one in outputs(tiny.root / "notebooks", read, book)]
    nursery.process.kill()
    nursery.process.wait()
    assert said == [f"{not is_given}\n", f"{len(read_book(tiny.root).evidence)}\n"]


def test_a_kernel_speaks_over_no_network(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    kernels.use()
    code = (
        "from IPython import get_ipython\n"
        "print(get_ipython().kernel.parent.transport, get_ipython().kernel.parent.connection_file)"
    )
    transport, file = outputs(tmp_path, code)[0][0]["text"].split()
    assert transport == "ipc"
    assert not Path(file).parent.exists()
    assert "encryption" not in capfd.readouterr().err


def test_a_kernel_at_its_end_tells_of_no_interrupt(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    kernels.use()
    v4: Any = nbformat.v4
    notebook = v4.new_notebook(cells=[v4.new_code_cell(TIDY_SLOWLY)])
    ran = Work("one", notebook, tmp_path, tmp_path, timeout=60).run()
    assert not ran.error
    assert "KeyboardInterrupt" not in "".join(capfd.readouterr())


LAST = """
import atexit, sys
asked = []
sys.stdout.flush_timeout = 0
def end():
    sys.stdout.pub_thread.schedule = asked.append
    sys.stdout.flush()
    print(len(asked), file=open("end", "w"))
atexit.register(end)
"""


def test_a_kernel_at_its_end_waits_for_no_thread_that_has_ended(tmp_path: Path) -> None:
    kernels.use()
    v4: Any = nbformat.v4
    notebook = v4.new_notebook(cells=[v4.new_code_cell("print('out')"), v4.new_code_cell(LAST)])
    ran = Work("one", notebook, tmp_path, tmp_path, timeout=60).run()
    assert ran.notebook.cells[0].outputs[0]["text"] == "out\n"
    assert (tmp_path / "end").read_text("utf-8") == "0\n"


def spec(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str) -> None:
    """Install a kernel for one test."""
    (folder / "kernels" / name).mkdir(parents=True)
    (folder / "kernels" / name / "kernel.json").write_text(text, "utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(folder))


OTHERS = {
    "another Python": '"argv": ["{link}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"]',
    "another command": '"argv": ["{own}", "-c", "from ipykernel.kernelapp import *\\nmain()", "-f",'
    ' "{{connection_file}}"]',
    "variables of its own": '"env": {{"PYTHONUTF8": "1"}}, "argv": ["{own}", "-m",'
    ' "ipykernel_launcher", "-f", "{{connection_file}}"]',
    "a way of its own": '"metadata": {{"kernel_provisioner": {{"provisioner_name":'
    ' "local-provisioner"}}}}, "argv": ["{own}", "-m", "ipykernel_launcher", "-f",'
    ' "{{connection_file}}"]',
}


@pytest.mark.parametrize("other", OTHERS)
def test_another_kernel_starts_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    link = tmp_path / "python-of-another-name"
    link.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    link.chmod(0o755)
    text = OTHERS[other].format(link=link, own=sys.executable)
    start = f'{{"display_name": "Other", "language": "python", {text}}}'
    spec(tmp_path, monkeypatch, "other", start)
    kernels.use()
    assert parent(tmp_path, "other") == os.getpid()


def test_where_nothing_can_be_forked_kernels_start_as_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernels, "can_fork", lambda: False)
    kernels.use()
    assert parent(tmp_path) == os.getpid()


def test_a_nursery_that_has_died_is_no_obstacle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kernels, "nursery", cache(given))
    kernels.use()
    begun().process.kill()
    begun().process.wait()
    assert parent(tmp_path) == os.getpid()


def test_a_kernel_that_kills_itself_has_its_exit_code(tmp_path: Path) -> None:
    kernels.use()
    with pytest.raises(RuntimeError, match="Kernel died"):
        outputs(tmp_path, "import os\nos._exit(3)")
