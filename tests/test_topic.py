"""The engine knows no topic: of a book's tables it names what the contract lists, and no more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from sourcebook.data import contract

ENGINE = Path(__file__).parents[1] / "src/sourcebook"
FIXED = {role.name for role in contract.ROLES if role.fixed}
COLUMNS = {name for role in contract.ROLES for name in (*role.needed, *role.optional)}
OF_COLUMNS, OF_TABLES = {"text", "ids", "field"}, {"rows", "row", "table"}
CELLS, TABLES = {"cells"}, {"tables"}
TAKING = {"cell": {1: "table", 3: "column"}, "select": {1: "table"}}
Names = dict[str, list[ast.expr]]


def test_the_engine_names_no_table_or_column_that_the_contract_does_not_list() -> None:
    trees = {path: ast.parse(path.read_text("utf-8")) for path in sorted(ENGINE.rglob("*.py"))}
    constants: Names = {}
    for tree in trees.values():
        constants |= assigned(tree.body)
    found = {
        str(path.relative_to(ENGINE)): strange(tree, constants) for path, tree in trees.items()
    }
    assert {path: names for path, names in found.items() if names} == {}


def test_figures_see_no_table_so_that_the_columns_they_take_are_their_own() -> None:
    for path in (ENGINE / "figures").glob("*.py"):
        assert not {"Book", "Row", "Table"} & set(imported(path.read_text("utf-8"))), path


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ('book.rows("orders")', ["orders"]),
        ('TABLE = "orders"\nbook.rows(TABLE)', ["orders"]),
        ('book.tables["orders"].rows', ["orders"]),
        ('book.tables.get("orders")', ["orders"]),
        ('"orders" in book.tables', ["orders"]),
        ('select(book, "orders", lamp=lamp)', ["orders", "lamp"]),
        ('cell(book, "orders", key, "lamp")', ["orders", "lamp"]),
        ('row.text("lamp") or row.ids("source")', ["lamp"]),
        ('row.text("lamp" if one else "source")', ["lamp"]),
        ('row.cells["lamp"]', ["lamp"]),
        ('[row.text(one) for one in ("lamp", "source")]', ["lamp"]),
        ('BOTH = (("lamp", "Lamp"), ("kind", "Kind"))\nfor one, title in BOTH:\n row.text(one)',
         ["lamp"]),
        ('row.text(f"{name}_basis")', []),
        ('{"orders": "lamp"}["orders"]', []),
        ('def text() -> str:\n """Return “orders”."""', []),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_asked_for(code: str, names: list[str]) -> None:
    tree = ast.parse(code)
    assert strange(tree, assigned(tree.body)) == names


def imported(code: str) -> Iterator[str]:
    """Yield the names that a module imports from others."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            yield from (one.name for one in node.names)


def assigned(body: list[ast.stmt]) -> Names:
    """Return what the names of a module's constants stand for."""
    return {
        target.id: [one.value]
        for one in body
        if isinstance(one, ast.Assign)
        for target in one.targets
        if isinstance(target, ast.Name)
    }


def strange(tree: ast.Module, constants: Names) -> list[str]:
    """Return the names of tables and columns that code asks for and the contract does not list."""
    names = constants | looped(tree, constants)
    found = []
    for node in ast.walk(tree):
        for what, asked in asked_for(node):
            known = FIXED if what == "table" else COLUMNS
            found += [one for one in words(asked, names) if one not in {"", *known}]
    return found


def asked_for(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield what an expression takes for the name of a table or column."""
    match node:
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in OF_COLUMNS:
            yield "column", first
        case ast.Call(func=ast.Attribute(attr=name), args=[first, *_]) if name in OF_TABLES:
            yield "table", first
        case ast.Call(func=ast.Attribute(value=ast.Attribute(attr=of), attr="get"), args=[one, *_]):
            yield from ((what, one) for what in kept(of))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in TAKING:
            yield from ((what, args[at]) for at, what in TAKING[name].items() if at < len(args))
            yield from (("column", ast.Constant(one.arg)) for one in keywords if one.arg)
        case ast.Subscript(value=ast.Attribute(attr=of), slice=one):
            yield from ((what, one) for what in kept(of))
        case ast.Compare(left=one, comparators=[ast.Attribute(attr=of)]):
            yield from ((what, one) for what in kept(of))


def kept(attribute: str) -> list[str]:
    """Return what a mapping of that name is keyed by."""
    return ["table"] * (attribute in TABLES) + ["column"] * (attribute in CELLS)


def looped(tree: ast.Module, constants: Names) -> Names:
    """Return what the variables of loops over literals stand for."""
    found: Names = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.For | ast.comprehension):
            continue
        for over in resolved(node.iter, constants):
            each = over.elts if isinstance(over, ast.Tuple | ast.List) else []
            for target, values in spread(node.target, each):
                found.setdefault(target, []).extend(values)
    return found


def spread(target: ast.expr, each: list[ast.expr]) -> Iterator[tuple[str, list[ast.expr]]]:
    if isinstance(target, ast.Name):
        yield target.id, each
    elif isinstance(target, ast.Tuple):
        rows = [one.elts for one in each if isinstance(one, ast.Tuple)]
        for at, one in enumerate(target.elts):
            yield from spread(one, [row[at] for row in rows if at < len(row)])


def resolved(node: ast.expr, names: Names) -> list[ast.expr]:
    return names.get(node.id, []) if isinstance(node, ast.Name) else [node]


def words(node: ast.expr, names: Names) -> Iterator[str]:
    """Yield the strings that an expression can be, as far as the code itself says."""
    for one in resolved(node, names):
        match one:
            case ast.Constant(value=str(text)):
                yield text
            case ast.IfExp(body=body, orelse=orelse):
                yield from words(body, names)
                yield from words(orelse, names)
