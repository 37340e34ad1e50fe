"""The project's tasks, one nox session each; run as a script, this file first fetches nox."""

import sys

if sys.version_info < (3, 11):
    sys.exit("This project needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import os
import re
import shutil
import subprocess
import venv
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
HASHED = ROOT / "requirements-hashed.lock"
ENVIRONMENTS = ROOT / ".nox" / str(sys.implementation.cache_tag)


def run_as_script() -> int:
    """Run nox on this file, and leave Ctrl-C to it."""
    python = sys.executable if has_locked_nox() else python_with_nox()
    process = subprocess.Popen([python, "-m", "nox", "--noxfile", __file__, *sys.argv[1:]])
    with suppress(KeyboardInterrupt):
        process.wait()
    return process.wait()


def has_locked_nox() -> bool:
    """Tell whether this Python already has nox in the version the lock names."""
    locked = re.search(r"^nox==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    with suppress(PackageNotFoundError):
        return locked is not None and version("nox") == locked[1]
    return False


def python_with_nox() -> Path:
    """Give the Python of a private environment that holds nox, made where it is missing.

    The environment has no pip of its own and borrows this Python's, so that this also works
    where the system refuses `pip install` or ships no ensurepip.
    """
    if not find_spec("pip"):
        sys.exit(f"{sys.executable} has no pip; install it (Debian: apt install python3-pip).")
    home = ENVIRONMENTS / "nox"
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print("Fetching nox into", home)
        venv.create(home, symlinks=os.name != "nt")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", f"--python={python}"]
    if subprocess.call([*pip, "install", "--quiet", "--constraint", LOCK, "nox"]):
        sys.exit("pip could not install nox; what it said stands above.")
    return python


if __name__ == "__main__":
    sys.exit(run_as_script())

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.envdir = ENVIRONMENTS
nox.options.reuse_venv = "yes"
nox.options.sessions = ["docs", "tests", "lint"]

PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
EXTRAS = PROJECT["project"]["optional-dependencies"]
SETS = ("docs", "pdf", "sources")
TESTED = (*SETS, "dask")
BUILD = "_build"
HTML = f"{BUILD}/html"
PRINTED = ["tests/sphinx/pdf/test_pdf.py", "tests/sphinx/pdf/printed_book.py"]
PRINTED += ["tests/sphinx/site/rendered_book.py"]
SPHINX = ["-c", "docs", "-d", f"{BUILD}/doctrees", "."]
BILL = ["-m", "cyclonedx_py", "requirements", "--pyproject", "pyproject.toml"]
BILL += ["--output-reproducible", HASHED.name]
BENCHES = {"check": "bench.py", "big": "bench_big.py", "books": "bench_books.py"}
BENCHES |= {"handbook": "bench_handbook.py", "paint": "bench_paint.py"}
BENCHED_WITH = {"handbook": ["tests"], "paint": ["browser"]}  # nox; a browser
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SIDE_BY_SIDE = ["-n", "auto", "--dist", "worksteal"]


@nox.session
def docs(session: nox.Session) -> None:
    """Check every fact, then build the PDF and the HTML that links to it; warnings are errors."""
    build(session, "pdf", "html")
    session.log(f"The handbook is at {HTML}/index.html and {BUILD}/handbook.pdf")


@nox.session
def html(session: nox.Session) -> None:
    """Check every fact, then build the HTML alone."""
    build(session, "html")
    session.log(f"The handbook is at {HTML}/index.html")


@nox.session
def pdf(session: nox.Session) -> None:
    """Check every fact, then build the PDF alone."""
    build(session, "pdf")
    session.log(f"The handbook is at {BUILD}/handbook.pdf")


@nox.session
def epub(session: nox.Session) -> None:
    """Check every fact, then build the EPUB; where there is a Java, epubcheck looks at it."""
    build(session, "epub")
    book = f"{BUILD}/handbook.epub"
    if shutil.which("java"):
        install_locked(session, *nox.project.dependency_groups(PROJECT, "epub"))
        session.run("epubcheck", book)
    else:
        session.warn("epubcheck needs Java, and there is none: the EPUB was built, not checked")
    session.log(f"The handbook is at {book}")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests side by side; arguments after -- go to pytest."""
    install(session, "tests", extras=TESTED)
    session.run("pytest", *SIDE_BY_SIDE, *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and tell which branches of the code none reaches; fail below the floor."""
    install(session, "tests", extras=TESTED)
    shutil.rmtree(f"{BUILD}/coverage", ignore_errors=True)
    Path(BUILD, "coverage").mkdir(parents=True)
    session.run("coverage", "run", "-m", "pytest", *SIDE_BY_SIDE, *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def printed(session: nox.Session) -> None:
    """Build the book as PDF and HTML; hold their pages against each other and against limits."""
    build(session, "pdf", "html")
    install(session, "tests", extras=TESTED)
    session.run("pytest", *PRINTED, "--built", BUILD, *session.posargs)


@nox.session
def builds(session: nox.Session) -> None:
    """Take every walk of which other sessions take a sample, over builds above all; long."""
    install(session, "tests", extras=TESTED)
    session.run("pytest", "tests", "--all", "-m", "walks", *SIDE_BY_SIDE, *session.posargs)


@nox.session
def kills(session: nox.Session) -> None:
    """Kill builds of this book five times; the next build must equal a clean one."""
    install(session, "tests", extras=TESTED)
    session.run("pytest", "tests/builds/this_book.py", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Time the check; after --: big for 500 sources, books beside others, handbook, paint."""
    what, *further = session.posargs or ["check"]
    install(session, *BENCHED_WITH.get(what, ()))
    session.run("python", f"tests/{BENCHES[what]}", *further)


@nox.session
def mutants(session: nox.Session) -> None:
    """Change this book in one place, again and again, and write down what no check notices."""
    install(session)
    session.run("python", "-m", "mutants", *session.posargs, env={"PYTHONPATH": "tests"})


@nox.session
def twice(session: nox.Session) -> None:
    """Build the book twice from nothing, and name the first file that differs."""
    install(session)
    shutil.rmtree(f"{BUILD}/twice", ignore_errors=True)
    made = []
    for at, zone in enumerate(("Pacific/Auckland", "America/Lima")):
        folder = f"{BUILD}/twice/{at}"
        given = {"PYTHONHASHSEED": str(at), "TZ": zone, "SOURCE_DATE_EPOCH": "1700000000"}
        for builder in ("pdf", "epub", "html"):
            session.run(
                *("sphinx-build", "-q", "-W", "-n", "-j", "auto", "-b", builder, "-c", "docs"),
                *("-d", f"{folder}/doctrees", ".", f"{folder}/{builder}"),
                env=given,
            )
        made.append(written(Path(folder)))
    first, second = made
    names = sorted(first.keys() | second.keys())
    if differing := next((name for name in names if first.get(name) != second.get(name)), None):
        session.error(f"Two builds differ, first in {differing}; see {BUILD}/twice")
    session.log(f"Both builds wrote the same {len(names)} files")


@nox.session
def browser(session: nox.Session) -> None:
    """Build the pages, and run the tests that want a Chromium; arguments after -- go to pytest."""
    find_chromium(session)
    install(session, "browser")
    session.run("sourcebook", "build", "html")
    named = "python_files=test_*.py *_book.py *_site.py"
    session.run("pytest", "tests/browser", "-o", named, "--built", BUILD, *session.posargs)


@nox.session
def picture(session: nox.Session) -> None:
    """Build the pages, and take the README's picture of them with a Chromium."""
    find_chromium(session)
    install(session, "browser")
    session.run("sourcebook", "build", "html")
    session.run("python", "-m", "browser.picture", env={"PYTHONPATH": "tests"})


@nox.session
def lint(session: nox.Session) -> None:
    """Check style, formatting, types, spelling and which room imports which."""
    install(session, "lint", extras=TESTED)
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")
    session.run("codespell")
    session.run("lint-imports", "--no-cache")


@nox.session
def snapshot(session: nox.Session) -> None:
    """Build the pages, and keep their statements, with which later ones are compared."""
    build(session, "html")
    shutil.copy(f"{HTML}/exports/statements.tsv", "docs/statements.tsv")


@nox.session
def sourcebook(session: nox.Session) -> None:
    """Run the sourcebook command, as in: -- find "short-range missiles"."""
    install(session)
    session.run("sourcebook", *session.posargs)


@nox.session
def lab(session: nox.Session) -> None:
    """Open the notebooks in JupyterLab, or the one that is named after --."""
    install(session, extras=(*SETS, "lab"))
    settings = "etc/jupyter/labconfig/default_setting_overrides.json"
    settings = f"--settings-file={session.virtualenv.location}/{settings}"
    session.run("jupytext-config", settings, "set-default-viewer", "markdown")
    session.run("jupyter", "lab", *(session.posargs or ["notebooks"]))


@nox.session
def live(session: nox.Session) -> None:
    """Serve the handbook and rebuild it on every save."""
    install(session, "live")
    ignored = ["--ignore", BUILD, "--re-ignore", r"/(__pycache__|\.ipynb_checkpoints)/"]
    check = ["--pre-build", "sourcebook check"]
    session.run("sphinx-autobuild", *ignored, *check, *session.posargs, "-b", "html", *SPHINX, HTML)


@nox.session
def audit(session: nox.Session) -> None:
    """Look up known vulnerabilities of all that the locks name; fail where that is impossible."""
    install_locked(session, *nox.project.dependency_groups(PROJECT, "audit"))
    command = ["pip-audit", "--strict", "--progress-spinner", "off"]
    command += ["--disable-pip", "--require-hashes", "--requirement", HASHED.name]
    said = str(session.run(*command, silent=True, success_codes=[0, 1])).strip()
    if re.search(r"^Found \d+ known", said, re.MULTILINE):
        session.error(said)
    if "No known vulnerabilities found" not in said:
        session.error("Not audited; pip-audit had no answer and said: " + said.rpartition("\n")[2])
    session.log(said)


@nox.session
def bom(session: nox.Session) -> None:
    """Write a bill of materials of all that the locks name, and the licences of what runs here."""
    session.install("--require-hashes", "--requirement", HASHED.name)
    bill, licences = f"{BUILD}/sbom.cdx.json", f"{BUILD}/licences.md"
    Path(BUILD).mkdir(exist_ok=True)
    session.run("python", *BILL, "--output-file", bill)
    listed = ["--with-system", "--with-urls", "--format", "markdown"]
    session.run("pip-licenses", *listed, "--output-file", licences)
    session.log(f"The bill of materials is {bill}, the licences are in {licences}")


@nox.session
def lock(session: nox.Session) -> None:
    """Bring both locks up to date with pyproject.toml; -- --upgrade renews every version."""
    install_locked(session, *nox.project.dependency_groups(PROJECT, "lock"))
    groups = [f"--group={group}" for group in PROJECT["dependency-groups"]]
    wanted = ["--all-extras", *groups, "--annotation-style=line", *session.posargs]
    resolve(session, LOCK, "pyproject.toml", *wanted)
    resolve(session, HASHED, LOCK.name, "--no-deps", "--no-annotate", "--generate-hashes")


def find_chromium(session: nox.Session) -> None:
    """Install Debian's Chromium where there is none and this may do so; say how to, and fail."""
    if os.environ.get("CHROMIUM") or any(map(shutil.which, CHROMIUMS)):
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        env = {"DEBIAN_FRONTEND": "noninteractive"}
        install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")
        session.run("apt-get", "update", "-qq", external=True, success_codes=[0, 100])
        session.run(*install, env=env, external=True, success_codes=[0, 100], silent=True)
    if not shutil.which("chromium"):
        session.error("No Chromium here: apt install chromium, or name its path in CHROMIUM")


def build(session: nox.Session, *formats: str) -> None:
    """Check every fact, then build the book in these formats."""
    install(session)
    session.run("sourcebook", "build", *formats, "--", *session.posargs)


def written(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file that the builders wrote below a folder, by its path."""
    paths = [path for name in ("pdf", "epub", "html") for path in (folder / name).rglob("*")]
    files = [path for path in paths if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def install(session: nox.Session, *groups: str, extras: Sequence[str] = SETS) -> None:
    """Install the package, what it and its extras need, and what dependency groups add."""
    packages = nox.project.dependency_groups(PROJECT, "build", *groups)
    wanted = [one for extra in extras for one in EXTRAS[extra]]
    install_locked(session, *PROJECT["project"]["dependencies"], *wanted, *packages)
    session.install("--no-build-isolation", "--no-deps", "--editable", ".")


def install_locked(session: nox.Session, *packages: str) -> None:
    """Install packages in the versions of the lock, and nothing else."""
    session.install("--constraint", LOCK.name, *packages)


def resolve(session: nox.Session, into: Path, source: str, *options: str) -> None:
    """Write the versions that hold for every supported Python and platform, and no address."""
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    session.run(
        *("uv", "pip", "compile", source, "--quiet", "--output-file", into.name),
        *("--universal", "--python-version", oldest),
        *("--no-emit-index-url", "--no-emit-find-links"),
        *("--custom-compile-command", "nox -s lock"),
        *options,
    )
