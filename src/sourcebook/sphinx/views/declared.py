"""What the code declares of itself, as entries: what each thing is called, takes and gives."""

from __future__ import annotations

import argparse
import ast
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils.parsers.rst import directives as known_directives
from docutils.parsers.rst import roles as known_roles

from sourcebook.checks.catalogue import all_checks
from sourcebook.checks.switched import switched_off
from sourcebook.data.contract import ROLES

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from sourcebook.data.contract import Role

PACKAGE = "sourcebook"
ENGINE = Path(__file__).parents[3]
PUBLIC = (PACKAGE, f"{PACKAGE}.show", f"{PACKAGE}.figures", f"{PACKAGE}.text")
FIRST_LINE = re.compile(r"(?:```(?P<block>\{.+?)```|(?P<inline>\{.+?`)): (?P<said>\S.*)", re.DOTALL)
REBUILDS = {"env": "every page is read again", "html": "every page is written again"}
NOTHING = "no page is read again"
LISTS = {"Args:": "", "Raises:": "Raises "}

Entries = dict[str, list["Entry"]]


@dataclass(frozen=True)
class Entry:
    """One thing that the code declares.

    ``names`` are what it is called, ``form`` how it is written, ``said`` paragraphs in which
    double backticks enclose code; ``facts`` are further lines of the same kind.
    """

    names: tuple[str, ...]
    form: str
    said: tuple[str, ...]
    facts: tuple[str, ...] = ()


class Code(NamedTuple):
    """A function or class as it is written in a module."""

    module: str
    tree: ast.FunctionDef | ast.ClassDef


def roles(_: Sphinx) -> Entries:
    """Return the roles that the engine registers; those of one class are one entry."""
    every = vars(known_roles)["_roles"]
    return {"": list(_of_classes({name: type(role) for name, role in every.items()}))}


def directives(_: Sphinx) -> Entries:
    """Return the directives that the engine registers."""
    return {"": list(_of_classes(vars(known_directives)["_directives"]))}


def settings(app: Sphinx) -> Entries:
    """Return the configuration values of the engine, with what a change of each makes anew."""
    return {
        "": [
            Entry(
                (name,),
                f"{name} = {one.default!r}",
                (one.description,) if one.description else (),
                (
                    f"{' or '.join(map(_named, _types(one.valid_types)))}; after a change "
                    f"{REBUILDS.get(one.rebuild, NOTHING)}.",
                ),
            )
            for name, one in sorted(app.config._options.items())
            if name.startswith(f"{PACKAGE}_")
        ]
    }


def commands(_: Sphinx) -> Entries:
    """Return the commands of the program, with their arguments."""
    parser: argparse.ArgumentParser = import_module(f"{PACKAGE}.arguments").parser()
    found = [Entry((parser.prog,), parser.prog, (parser.description or "",), _arguments(parser))]
    (chosen,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    told = {one.dest: one.help or "" for one in chosen._choices_actions}
    for name, one in chosen.choices.items():
        form = " ".join([one.prog, *map(_written, _own(one))])
        found.append(Entry((name,), form, (_sentence(told[name]),), _arguments(one)))
    return {"": found}


def tables(_: Sphinx) -> Entries:
    """Return the tables that the engine knows, by their roles, with their columns."""
    return {"": [_of_role(role) for role in ROLES]}


def checks(app: Sphinx) -> Entries:
    """Return the checks of a book, by what they look at, and why it does without one."""
    off = switched_off({"off": app.config.sourcebook_off})
    left = {name: (f"Switched off in this book: {why}",) for name, why in off.items()}
    return {
        stage: [
            Entry(
                (one.name,), one.name, (one.says, *left.get(one.name, ())), (_warned(one.subtype),)
            )
            for one in found
        ]
        for stage, found in all_checks().items()
    }


def functions(_: Sphinx) -> Entries:
    """Return the public functions and classes, by the module from which notebooks take them.

    Public is what ``__all__`` of a package in ``PUBLIC`` names; of a module that it names, every
    function and class that is defined there and has no leading underscore.
    """
    return {
        module: [entry for name, one in members.items() for entry in _of_object(module, name, one)]
        for module, members in public().items()
    }


def public() -> dict[str, dict[str, Code]]:
    """Return the source of the public functions and classes by module and name; none is loaded."""
    found: dict[str, dict[str, Code]] = {}
    for package in PUBLIC:
        tree = _parsed(package)
        taken = (one for one in ast.walk(tree) if isinstance(one, ast.ImportFrom))
        homes = {name.name: str(one.module) for one in taken for name in one.names}
        for name in _listed(tree):
            if name in homes:
                found.setdefault(package, {})[name] = _defined(homes[name])[name]
            elif (ENGINE / file_of(f"{package}.{name}")).exists():
                found[f"{package}.{name}"] = _defined(f"{package}.{name}")
    return found


def file_of(module: str) -> Path:
    """Return the file of a module of the engine, from the folder that holds it."""
    path = Path(*module.split("."))
    return path / "__init__.py" if (ENGINE / path).is_dir() else path.with_suffix(".py")


def _parsed(module: str) -> ast.Module:
    return ast.parse((ENGINE / file_of(module)).read_text("utf-8"))


def _listed(tree: ast.Module) -> list[str]:
    given = (one for one in tree.body if isinstance(one, ast.Assign))
    every = next(one for one in given if ast.unparse(one.targets[0]) == "__all__")
    names: list[str] = ast.literal_eval(every.value)
    return names


def _defined(module: str) -> dict[str, Code]:
    found = (one for one in _parsed(module).body if isinstance(one, ast.FunctionDef | ast.ClassDef))
    return {one.name: Code(module, one) for one in found if not one.name.startswith("_")}


def _warned(subtype: str | None) -> str:
    if subtype is None:
        return "In a build Sphinx itself stops."
    return f"In a build it is a warning of the type ``{PACKAGE}.{subtype}``."


def _of_role(role: Role) -> Entry:
    wanted = ["Every book has it." if role.required else "A book may leave it out."]
    if role.referred[0]:
        wanted.append("It is the table to which ``{}.{}`` refers.".format(*role.referred))
    elif role.fixed:
        wanted.append("It bears this name.")
    needed = (f"``{name}``: {meaning}" for name, meaning in role.needed.items())
    optional = (f"``{name}``, optional: {meaning}" for name, meaning in role.optional.items())
    said = (role.meaning, " ".join(wanted))
    return Entry((role.name,), role.name, said, (*needed, *optional))


def _of_classes(classes: Mapping[str, Any]) -> Iterator[Entry]:
    named: dict[type, list[str]] = {}
    for name, one in sorted(classes.items()):
        if getattr(one, "__module__", "").startswith(f"{PACKAGE}."):
            named.setdefault(one, []).append(name)
    for one, names in named.items():
        first, *rest = docstring(one.__doc__ or "")[0] or [""]
        match = FIRST_LINE.fullmatch(first)
        form = (match["block"] or match["inline"]) if match else ""
        said = (_sentence(match["said"]), *rest) if match else ()
        yield Entry(tuple(names), form, said, tuple(_takes(one)))


def _takes(one: Any) -> Iterator[str]:
    """Yield what a directive takes beside its name."""
    if options := getattr(one, "option_spec", None):
        yield f"Options: {', '.join(f'``:{name}:``' for name in options)}."
    if getattr(one, "has_content", False):
        yield "It has a body."


def _of_object(module: str, name: str, one: Code) -> Iterator[Entry]:
    """Yield a function, or a class and its public methods, as notebooks write them."""
    written = name if module == PACKAGE else f"{module.rpartition('.')[2]}.{name}"
    where = f"Source: ``{file_of(one.module).as_posix()}``."
    said, facts = docstring(ast.get_docstring(one.tree) or "")
    yield Entry((f"{module}.{name}",), _signature(written, one.tree), said, (*facts, where))
    for each in one.tree.body if isinstance(one.tree, ast.ClassDef) else ():
        if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"):
            form = _signature(f"{written}.{each.name}", each)
            said, facts = docstring(ast.get_docstring(each) or "")
            yield Entry((f"{module}.{name}.{each.name}",), form, said, facts)


def _signature(name: str, code: ast.FunctionDef | ast.ClassDef) -> str:
    if isinstance(code, ast.ClassDef):
        fields = [one for one in code.body if isinstance(one, ast.AnnAssign)]
        return f"{name}({', '.join(map(ast.unparse, fields))})"
    if any(ast.unparse(one) in ("property", "cached_property") for one in code.decorator_list):
        return f"{name}: {ast.unparse(code.returns) if code.returns else ''}"
    taken = re.sub(r"^self(, |$)", "", ast.unparse(code.args))
    return f"{name}({taken}) -> {ast.unparse(code.returns) if code.returns else 'None'}"


def docstring(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the paragraphs of a docstring, and its lists of arguments and errors, item by item."""
    text = re.sub(r":\w+:`([^`]+)`", r"``\1``", inspect.cleandoc(text))
    said: list[str] = []
    facts: list[str] = []
    for block in filter(None, re.split(r"\n\s*\n", text)):
        head, *items = re.split(r"\n    (?=\S)", block)
        if head not in LISTS:
            said.append(" ".join(block.split()))
            continue
        for item in items:
            name, _, words = " ".join(item.split()).partition(": ")
            facts.append(f"{LISTS[head]}``{name}``: {words}")
    return tuple(said), tuple(facts)


def _own(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    left_out = (argparse._HelpAction, argparse._SubParsersAction)
    return [one for one in parser._actions if not isinstance(one, left_out)]


def _arguments(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    return tuple(
        f"``{_written(one).strip('[]')}``: {_sentence(one.help or '')}" for one in _own(parser)
    )


def _written(action: argparse.Action) -> str:
    value = str(action.metavar or action.dest.upper())
    many = f"{value} …" if action.nargs == "+" else value
    return f"[{action.option_strings[0]} {many}]" if action.option_strings else many


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}." if words else ""


def _types(given: Any) -> Iterable[Any]:
    return sorted(given, key=_named) if isinstance(given, Iterable) else [given]


def _named(kind: Any) -> str:
    return f"``{getattr(kind, '__name__', kind)}``"
