"""The code as the house rules look at it: files, trees, functions."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from config import ROOT

Function = ast.FunctionDef | ast.AsyncFunctionDef

APP = sorted((ROOT / "app").rglob("*.py"))
REPORTS = sorted((ROOT / "reports").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MIGRATIONS = sorted((ROOT / "migrations" / "versions").glob("*.py"))
CODE = [*APP, *REPORTS, ROOT / "config.py"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    """Return the room a module of app stands in: app/tasks/views/record.py stands in views."""
    parts = path.relative_to(ROOT / "app").with_suffix("").parts
    return parts[1] if len(parts) > 1 else parts[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def length(function: Function) -> int:
    """Count the lines of a body; a signature and a docstring explain, they do nothing."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def called(path: Path) -> set[str]:
    """Return the names of everything that a module calls."""
    calls = (node.func for node in ast.walk(tree(path)) if isinstance(node, ast.Call))
    return {
        call.attr if isinstance(call, ast.Attribute) else call.id
        for call in calls
        if isinstance(call, ast.Attribute | ast.Name)
    }


def imported(path: Path) -> set[str]:
    """Return every module that a file imports."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
    return found


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())
