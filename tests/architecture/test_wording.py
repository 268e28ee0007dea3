"""No Chinese word reaches a page without being marked for translation."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from config import ROOT
from tests.architecture.sources import APP, TEMPLATES, name, room, tree

CHINESE = re.compile(r"[\u3001-\u301f\u3400-\u9fff\uff01-\uff0e\uff10-\uff5e]")
MARKS = {"_", "gettext", "ngettext", "lazy_gettext", "N_"}
IN_TWO_LANGUAGES = {"help", "metavar"}  # of commands
READERS = {"views", "forms", "web", "vocabulary", "wording", "access", "workflow"}
SAMPLES = {"app/web/styleguide.py"}  # shown while developing only
OF_THE_DOCUMENT = {
    # Chinese whoever reads: numerals of Chinese lists, and the name of a Chinese file.
    "app/web/formatting.py": {"零一二三四五六七八九", "十"},
    "app/ledgers/views/record.py": {"第", "期", "（", "）"},
    # What document numbers begin with.
    "app/supervision/vocabulary.py": {"办提", "办督", "办通", "办黄", "办红", "办挂", "办谈"},
    # What parts the words of one field, whoever types them.
    "app/intake/forms.py": {"、", r"[、,，;；\s]+"},
}
COMMENT = re.compile(r"{#.*?#}", re.DOTALL)
MARKED = re.compile(r"""\b_\(\s*("[^"]*"|'[^']*')""")


def _shown(path: Path) -> bool:
    """Whether a module writes what stands on pages; other rooms mark what they hand up."""
    rooms = {room(path), path.relative_to(ROOT / "app").parts[0].removesuffix(".py")}
    return bool(READERS & rooms) and name(path) not in SAMPLES


def _called(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def _exempt(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, texts that a mark encloses, and the help of commands."""
    if isinstance(node, ast.Expr):
        yield node.value
    elif isinstance(node, ast.Call) and _called(node) in MARKS:
        yield from node.args
    elif isinstance(node, ast.keyword) and node.arg in IN_TWO_LANGUAGES:
        yield from ast.walk(node.value)


def unmarked(module: ast.Module) -> list[str]:
    exempt = {id(text) for node in ast.walk(module) for text in _exempt(node)}
    return [
        node.value
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CHINESE.search(node.value)
        and id(node) not in exempt
    ]


def marked_in_pieces(module: ast.Module) -> list[str]:
    """Marks inside an f-string, which extraction on Python 3.11 does not see."""
    return [
        ast.unparse(call)
        for joined in ast.walk(module)
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call)
        and _called(call) in MARKS
        and any(isinstance(text, ast.Constant) for text in call.args[:1])
    ]


def bare_refusals(module: ast.Module) -> list[str]:
    return [
        ast.unparse(call)
        for call in ast.walk(module)
        if isinstance(call, ast.Call)
        and _called(call) in {"Refusal", "Moved"}
        and any(isinstance(text, ast.Constant | ast.JoinedStr) for text in call.args[:1])
    ]


def left_in_template(text: str) -> list[str]:
    rest = MARKED.sub("", COMMENT.sub("", text))
    return [line.strip() for line in rest.splitlines() if CHINESE.search(line)]


def test_code_that_writes_pages_marks_its_chinese() -> None:
    left = {
        name(path): rest
        for path in APP
        if _shown(path)
        and (rest := set(unmarked(tree(path))) - OF_THE_DOCUMENT.get(name(path), set()))
    }
    assert left == {}


def test_no_mark_hides_in_an_f_string() -> None:
    assert {name(path): rest for path in APP if (rest := marked_in_pieces(tree(path)))} == {}


def test_refusals_are_marked() -> None:
    assert {name(path): rest for path in APP if (rest := bare_refusals(tree(path)))} == {}


def test_templates_mark_their_chinese() -> None:
    shown = [path for path in TEMPLATES if "/styleguide/" not in name(path)]
    texts = {name(path): path.read_text(encoding="utf-8") for path in shown}
    assert {file: rest for file, text in texts.items() if (rest := left_in_template(text))} == {}


def test_what_is_not_marked_is_found() -> None:
    module = ast.parse('"""说明。"""\nflash(_("已存"))\nflash("已存")\nf"{_(\'共\')}"')
    assert unmarked(module) == ["已存"]
    assert marked_in_pieces(module) == ["_('共')"]
    assert bare_refusals(ast.parse('raise Refusal("不行")')) == ["Refusal('不行')"]
    assert left_in_template('{# 注 #}{{ _("查") }}\n<b>查</b>') == ["<b>查</b>"]
