"""Where tests stand: a module’s tests in the file of its name, or of its package."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ENGINE = TESTS.parent / "src/sourcebook"
MODULES = {
    path.relative_to(ENGINE).with_suffix("")
    for path in ENGINE.rglob("*.py")
    if not path.stem.startswith("__") and path.with_name("__init__.py").exists()
}
PACKAGES = {path.parent.relative_to(ENGINE) for path in ENGINE.rglob("__init__.py")} - {Path()}
FILES = {path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}


def file_of(module: Path) -> Path:
    return module.with_name(f"test_{module.name}.py")


def file_of_package(package: Path) -> Path:
    return package / f"test_{package.name}.py"


def test_every_test_below_a_room_bears_the_name_of_a_module_or_package_of_it() -> None:
    rooms = {package.parts[0] for package in PACKAGES}
    known = {file_of(one) for one in MODULES} | {file_of_package(one) for one in PACKAGES}
    assert {one for one in FILES if one.parts[0] in rooms} - known == set()


def test_every_module_has_its_tests_where_its_name_or_that_of_its_package_says() -> None:
    lost = {
        module.as_posix()
        for module in MODULES
        if not {file_of(module), file_of_package(module.parent)} & FILES
    }
    assert lost == set()
