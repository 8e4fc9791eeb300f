"""The shape of the source: small files, small functions, honest names, a pure engine."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from project.tracked import PYTHON_FOLDERS, files_with, name_of, places

LINES_PER_FILE = 300
LINES_PER_FUNCTION = 40
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager", "managers"}
CLOCK_AND_CHANCE = {"now", "today", "utcnow", "monotonic", "perf_counter", "urandom", "getrandbits"}
EFFECTS = {"open", "print", "input", "exec", "eval", "breakpoint"}
SIGNALS = {"receiver", "post_save", "pre_save", "post_delete", "pre_delete", "m2m_changed", "post_init", "pre_init"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_source_file_is_longer_than_it_may_be() -> None:
    long = [
        f"{name_of(path)}: {count} lines"
        for path in [*_python(), *files_with(".html", ".css", ".js", under=("src",))]
        if (count := len(path.read_text().splitlines())) >= LINES_PER_FILE
    ]
    assert not long, "split by concept:\n" + "\n".join(long)


def test_no_function_is_longer_than_it_may_be() -> None:
    long = [
        (path, function.lineno, f"{function.name} has {count} lines")
        for path in _python()
        for function in _functions(path)
        if (count := _lines_of_code(function)) >= LINES_PER_FUNCTION
    ]
    assert not long, places(long)


def test_no_module_has_a_name_that_says_nothing() -> None:
    vague = [name_of(path) for path in _python() if {path.stem, path.parent.name} & NAMES_THAT_SAY_NOTHING]
    assert not vague


def test_no_model_overrides_save_or_delete() -> None:
    overrides = [
        (path, function.lineno, function.name)
        for path in _python("src/plumbline/office")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ClassDef) and _is_model(node)
        for function in node.body
        if isinstance(function, ast.FunctionDef) and function.name in {"save", "delete"}
    ]
    assert not overrides, places(overrides)


def test_nothing_listens_to_signals() -> None:
    listeners = [
        (path, node.lineno, name)
        for path in _python("src")
        for node in ast.walk(_tree(path))
        if (name := _name(node)) in SIGNALS
    ]
    assert not listeners, places(listeners)


def test_the_engine_asks_neither_clock_nor_chance_nor_disk() -> None:
    calls = [
        (path, node.lineno, name)
        for path in _python("src/plumbline/engine")
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.Call) and (name := _impure_call(node.func))
    ]
    assert not calls, places(calls)


def test_every_engine_function_that_others_call_says_what_it_does() -> None:
    called = {name for path in _python("src") if "engine" not in path.parts for name in _imported_from_the_engine(path)}
    silent = [
        (path, function.lineno, function.name)
        for path in _python("src/plumbline/engine")
        for function in _tree(path).body
        if isinstance(function, ast.FunctionDef) and function.name in called and not ast.get_docstring(function)
    ]
    assert called
    assert not silent, places(silent)


def test_every_module_outside_the_office_says_what_it_is() -> None:
    """The modules of an office app need not: their names are the same in every app."""
    modules = _python(*(f"src/plumbline/{floor}/" for floor in ("engine", "library", "conversion", "demo", "cli")))
    silent = [name_of(path) for path in modules if path.read_text().strip() and not ast.get_docstring(_tree(path))]
    assert not silent


def _python(*under: str) -> list[Path]:
    return files_with(".py", under=under or tuple(f"{folder}/" for folder in PYTHON_FOLDERS))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, Function))


def _lines_of_code(function: Function) -> int:
    """Lines from ``def`` to the end, without the docstring."""
    lines = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function) is not None:
        docstring = function.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def _is_model(node: ast.ClassDef) -> bool:
    return any(_name(each) in {"Model", "AbstractBaseUser", "AbstractUser"} for each in node.bases)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _impure_call(called: ast.expr) -> str:
    if isinstance(called, ast.Attribute):
        return called.attr if called.attr in CLOCK_AND_CHANCE else ""
    return _name(called) if _name(called) in EFFECTS else ""


def _imported_from_the_engine(path: Path) -> Iterator[str]:
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("plumbline.engine"):
            yield from (each.name for each in node.names)
