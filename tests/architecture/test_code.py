"""Rules of the house about code that no linter knows; each test names every offender at once."""

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import quantiles

from config import ROOT
from tests.architecture.sources import (
    APP,
    CODE,
    MIGRATIONS,
    TESTS,
    called,
    functions,
    imported,
    length,
    lines,
    name,
    room,
    tree,
)

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_VIEW, LONGEST_LIST = 250, 30, 20, 40
USUAL_FILE, USUAL_FUNCTION = 200, 15
CREATE_APP = ROOT / "app" / "__init__.py"
SILENCE = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<codes>[^#]*)(?P<reason>#.*)?$")
SILENCED = re.compile(r"(:\s*[A-Z]+\d+|\[[a-z-]+)")
ODDS_AND_ENDS = {"utils", "helpers", "common", "services", "managers"}


def offenders(paths: Iterable[Path], reproach: Callable[[Path], object]) -> dict[str, object]:
    return {name(path): found for path in paths if (found := reproach(path))}


def test_only_views_and_commands_commit() -> None:
    silent = [path for path in APP if room(path) not in {"views", "commands"}]
    assert offenders(silent, lambda path: {"commit"} & called(path)) == {}


def test_only_queries_select() -> None:
    silent = [path for path in APP if room(path) not in {"queries", "models"}]
    assert offenders(silent, lambda path: {"select"} & called(path)) == {}


def test_state_is_set_in_one_function() -> None:
    assert offenders(APP, _sets_a_state) == {}


def _sets_a_state(path: Path) -> set[str]:
    allowed = {"__init__", *({"_move", "move"} if room(path) == "operations" else ())}
    return {
        function.name
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and isinstance(node.ctx, ast.Store)
        and node.attr == "state"
    } - allowed


def test_nothing_is_imported_inside_a_function() -> None:
    others = [path for path in APP if path != CREATE_APP]
    assert offenders(others, _imports_late) == {}


def _imports_late(path: Path) -> list[str]:
    return [
        function.name
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_files_are_small() -> None:
    assert offenders(CODE, lambda path: max(lines(path) - LONGEST_FILE, 0)) == {}
    assert quantiles(map(lines, CODE), n=10)[8] <= USUAL_FILE


def test_functions_are_small() -> None:
    assert offenders(CODE, lambda path: _longer(path, LONGEST_FUNCTION)) == {}
    bodies = [length(function) for path in CODE for function in functions(path)]
    assert quantiles(bodies, n=10)[8] <= USUAL_FUNCTION


def _longer(path: Path, limit: int) -> dict[str, int]:
    return {f.name: length(f) for f in functions(path) if length(f) > limit}


def test_a_view_is_six_moves() -> None:
    views = [path for path in APP if room(path) == "views"]
    assert offenders(views, _long_views) == {}


def _long_views(path: Path) -> dict[str, int]:
    views = [function for function in functions(path) if function.decorator_list]
    return {view.name: length(view) for view in views if length(view) > LONGEST_VIEW}


def test_create_app_is_a_list() -> None:
    assert _longer(CREATE_APP, LONGEST_LIST) == {}


def test_a_module_says_in_one_sentence_what_it_is_for() -> None:
    assert offenders(CODE, _says_nothing) == {}


def _says_nothing(path: Path) -> bool:
    said = (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
    return lines(path) > 0 and not said.endswith(".")


def test_every_silence_has_a_code_and_a_reason() -> None:
    speaking = [path for path in [*CODE, *TESTS] if path != Path(__file__)]
    assert offenders(speaking, _silences_without_reason) == {}


def _silences_without_reason(path: Path) -> list[str]:
    found = map(SILENCE.search, path.read_text(encoding="utf-8").splitlines())
    return [
        silence.string.strip()
        for silence in found
        if silence and not (SILENCED.match(silence["codes"].strip()) and silence["reason"])
    ]


def test_a_migration_imports_no_model() -> None:
    def ours(path: Path) -> set[str]:
        return {module for module in imported(path) if module.split(".")[0] == "app"}

    assert offenders(MIGRATIONS, ours) == {}


def test_there_is_no_room_for_odds_and_ends() -> None:
    assert offenders(CODE, lambda path: ODDS_AND_ENDS & set(path.with_suffix("").parts)) == {}


def test_lock_files_name_no_address() -> None:
    address = re.compile(r"://|--index|--find-links|\"resolved\"")
    locks = [*ROOT.glob("requirements*.txt"), ROOT / "package-lock.json"]
    assert offenders(locks, lambda path: address.search(path.read_text(encoding="utf-8"))) == {}


def test_tests_stand_where_the_code_stands() -> None:
    assert offenders(TESTS, _tests_nothing) == {}


def _tests_nothing(path: Path) -> bool:
    """tests/app/tasks/queries/test_listing.py is of app/tasks/queries/listing.py, or of queries.py.

    What is true of a whole package stands in its test_properties.py.
    """
    place = path.relative_to(ROOT / "tests")
    if place.parts[0] != "app" or path.name[:5] != "test_" or path.stem == "test_properties":
        return False
    subject = place.with_name(path.stem.removeprefix("test_"))
    return not (
        (ROOT / subject).is_dir()
        or (ROOT / subject).with_suffix(".py").exists()
        or (ROOT / subject.parent).with_suffix(".py").exists()
    )
