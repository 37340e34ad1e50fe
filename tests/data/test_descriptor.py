"""The description of the tables: what it may name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sourcebook.checks.opening import read_book

if TYPE_CHECKING:
    from conftest import TinyBook


DESCRIBED = {
    "path": (
        *("../../secret.csv", "/etc/passwd", "~/x.csv", "http://a.example/x.csv", "C:/x.csv"),
        *("a\\b.csv", ["orders.csv", "/etc/passwd"], None, 3, "", ".", "..", "x\0y"),
    ),
    "schema": ("../schema.json", "schema.json", "http://a.example/s.json"),
    "dialect": ("dialect.json",),
    "extrapaths": (["/etc/passwd"],),
    "scheme": ("http", "s3"),
    "format": ("sql", "json"),
    "compression": ("zip",),
    "innerpath": ("x.csv",),
    "profile": ("/etc/passwd", "http://a.example/p.json"),
}


@pytest.mark.parametrize("package", ["data/datapackage.json", "data/context/datapackage.json"])
@pytest.mark.parametrize(
    ("key", "given"), [(k, one) for k, all_ in DESCRIBED.items() for one in all_]
)
def test_a_table_is_a_file_beside_its_description(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str], package: str, key: str, given: object
) -> None:
    from sourcebook.cli import main

    path = tiny.root / package
    described = json.loads(path.read_text("utf-8"))
    described["resources"][0][key] = given
    path.write_text(json.dumps(described, ensure_ascii=False, indent=1), "utf-8")
    assert main(["--book", str(tiny.root), "check"]) == 1
    said = capsys.readouterr().err
    assert f"{package}" in said
    assert f"may not have this “{key}”" in said
    if given:
        assert f"{package}:" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("text", ["[]", "3", '{"resources": ["http://a.example"]}', "[" * 100_000])
def test_a_description_that_is_none_is_one_message(
    tiny: TinyBook, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    from sourcebook.cli import main

    (tiny.root / "data/datapackage.json").write_text(text, "utf-8")
    assert main(["--book", str(tiny.root), "check"]) == 1
    said = capsys.readouterr().err
    assert "data/datapackage.json" in said
    assert "1 problem\n" in said


def test_the_data_package_keeps_its_folders(tiny: TinyBook) -> None:
    from sourcebook.exports import contents

    (tiny.root / "data/more").mkdir()
    (tiny.root / "data/orders.csv").rename(tiny.root / "data/more/orders.csv")
    tiny.edit("data/datapackage.json", '"orders.csv"', '"more/orders.csv"')
    assert "data/more/orders.csv" in contents(read_book(tiny.root))
