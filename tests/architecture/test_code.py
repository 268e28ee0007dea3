"""Rules of the house about code that no linter knows."""

import ast
import re
from pathlib import Path
from statistics import quantiles

import pytest

from config import ROOT
from tests.architecture.sources import (
    APP,
    CODE,
    MIGRATIONS,
    TESTS,
    called,
    functions,
    length,
    name,
    room,
    tree,
)

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW = 250, 30, 20
USUAL_FILE, USUAL_FUNCTION = 200, 15
SILENCE = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<codes>[^#]*)(?P<reason>#.*)?$")
SILENCED = re.compile(r"(:\s*[A-Z]+\d+|\[[a-z-]+)")

every_module = pytest.mark.parametrize("path", APP, ids=name)
every_file = pytest.mark.parametrize("path", [*CODE, *TESTS], ids=name)


@every_module
def test_only_views_and_commands_commit(path: Path) -> None:
    assert room(path) in {"views", "commands"} or "commit" not in called(path)


@every_module
def test_only_queries_select(path: Path) -> None:
    assert room(path) in {"queries", "models"} or "select" not in called(path)


@every_module
def test_state_is_set_in_one_function(path: Path) -> None:
    setters = {
        function.name
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and node.attr == "state"
        and function.name != "__init__"
    }
    allowed = {"_move", "move"} if room(path) == "operations" else set()
    assert setters <= allowed


@every_module
def test_nothing_is_imported_inside_a_function(path: Path) -> None:
    late = [
        node.lineno
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert path == ROOT / "app" / "__init__.py" or late == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_file_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_most_files_and_functions_are_smaller_still() -> None:
    files = [len(path.read_text(encoding="utf-8").splitlines()) for path in CODE]
    bodies = [length(function) for path in CODE for function in functions(path)]
    assert quantiles(files, n=10)[8] <= USUAL_FILE
    assert quantiles(bodies, n=10)[8] <= USUAL_FUNCTION


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_function_is_small(path: Path) -> None:
    long = {f.name: length(f) for f in functions(path) if length(f) > LONGEST_FUNCTION}
    assert long == {}


@every_module
def test_a_view_is_six_moves(path: Path) -> None:
    if room(path) == "views":
        views = [function for function in functions(path) if function.decorator_list]
        assert {f.name: length(f) for f in views if length(f) > LONGEST_VIEW} == {}


def test_create_app_is_a_list() -> None:
    path = ROOT / "app" / "__init__.py"
    assert all(length(function) <= 40 for function in functions(path))


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_says_in_one_sentence_what_it_is_for(path: Path) -> None:
    if not path.read_text(encoding="utf-8").strip():
        return
    said = (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
    assert said.endswith("."), said


@every_file
def test_every_silence_has_a_code_and_a_reason(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        found = SILENCE.search(line)
        if found and path.name != "test_code.py":
            assert SILENCED.match(found["codes"].strip() or ""), line
            assert found["reason"], line


@pytest.mark.parametrize("path", MIGRATIONS, ids=name)
def test_a_migration_imports_no_model(path: Path) -> None:
    imported = {
        node.module or "" for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)
    } | {
        alias.name
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    assert not {module for module in imported if module.split(".")[0] == "app"}


def test_there_is_no_room_for_odds_and_ends() -> None:
    odds = {"utils", "helpers", "common", "services", "managers"}
    assert [name(path) for path in CODE if odds & set(path.with_suffix("").parts)] == []


def test_lock_files_name_no_address() -> None:
    locks = [*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"]
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert re.search(r"://|--index|--find-links|\"resolved\"", text) is None, lock
