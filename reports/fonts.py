"""The faces that documents are set in: found in a folder, embedded, one role each."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reports.breaking import break_lines

FOLDER = Path(__file__).parent.parent / "vendor" / "fonts"


class Face(StrEnum):
    """What a piece of text is; each office may bring its own file `title.ttf`, `body.ttf` …"""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    STRONG = "strong"
    NOTE = "note"


OURS = {
    Face.TITLE: "NotoSerifSC_700Bold",
    Face.HEADING: "NotoSansSC_700Bold",
    Face.BODY: "NotoSerifSC_400Regular",
    Face.STRONG: "NotoSerifSC_700Bold",
    Face.NOTE: "NotoSansSC_400Regular",
}
# A missing raised or lowered digit is drawn as the plain one, smaller and shifted: PM₂.₅.
SHIFTS = {"<sub>": -0.12, "<super>": 0.35}
SHIFTED_SIZE = 0.62


class NoFont(Exception):
    """The folder has no file for a role."""


class NoGlyph(Exception):
    """No face has this character."""

    def __init__(self, character: str) -> None:
        super().__init__(character)
        self.character = character


class MissingGlyph(Exception):
    """A character of this row cannot be printed by any face in the folder."""

    def __init__(self, row: str, character: str) -> None:
        super().__init__(f"{row}: {character!r} (U+{ord(character):04X}) has no glyph")
        self.row = row
        self.character = character


@contextmanager
def naming(row: str) -> Iterator[None]:
    """Give whatever glyph is missing inside the block the name of its row."""
    try:
        yield
    except NoGlyph as error:
        raise MissingGlyph(row, error.character) from error


@dataclass(frozen=True)
class Run:
    """A stretch of text in one font; `scale` and `shift` are parts of the size asked for."""

    font: str
    text: str
    scale: float = 1.0
    shift: float = 0.0


class Fonts:
    """The faces of one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        others = [OURS[Face.BODY], OURS[Face.NOTE], *_extra(folder)]
        self._chains = {
            face: tuple(dict.fromkeys([self._main(face), *self._present(*others)])) for face in Face
        }

    def name(self, face: Face) -> str:
        """Return the name that ReportLab knows the face by."""
        return self._chains[face][0]

    def runs(self, text: str, face: Face) -> tuple[Run, ...]:
        """Divide a text by the fonts that have its characters; NoGlyph if none has one."""
        main = self.name(face)
        if _glyphs(main).keys() >= set(map(ord, text)):
            return (Run(main, text),)
        runs: list[Run] = []
        for character in text:
            run = self._run(character, face)
            if runs and (runs[-1].font, runs[-1].scale, runs[-1].shift) == (
                run.font,
                run.scale,
                run.shift,
            ):
                run = Run(run.font, runs.pop().text + run.text, run.scale, run.shift)
            runs.append(run)
        return tuple(runs)

    def width(self, text: str, face: Face, size: float) -> float:
        return sum(
            _width(run.font, run.text) * run.scale * size / 1000 for run in self.runs(text, face)
        )

    @lru_cache(maxsize=4096)  # noqa: B019  # one instance a folder, kept as long as the process
    def lines(self, text: str, face: Face, size: float, width: float) -> tuple[str, ...]:
        """Break a text for a column of this width."""
        return break_lines(text, width, lambda part: self.width(part, face, size))

    def _run(self, character: str, face: Face) -> Run:
        for font in self._chains[face]:
            if ord(character) in _glyphs(font):
                return Run(font, character)
        kind, _, plain = unicodedata.decomposition(character).partition(" ")
        if kind not in SHIFTS:
            raise NoGlyph(character)
        run = self._run(chr(int(plain, 16)), face)
        return Run(run.font, run.text, SHIFTED_SIZE, SHIFTS[kind])

    def _main(self, face: Face) -> str:
        found = self._present(face.value, OURS[face])
        if not found:
            raise NoFont(f"{self.folder}: neither {face.value}.ttf nor {OURS[face]}.ttf")
        return found[0]

    def _present(self, *stems: str) -> list[str]:
        files = (self.folder / f"{stem}.ttf" for stem in stems)
        return [_registered(file) for file in files if file.is_file()]


def _extra(folder: Path) -> list[str]:
    """Faces that only fill gaps: fallback.ttf, fallback-kai.ttf …, in the order of their names."""
    return sorted(file.stem for file in folder.glob("fallback*.ttf"))


@cache
def fonts(folder: Path = FOLDER) -> Fonts:
    """Return the faces of a folder, read once."""
    return Fonts(folder)


@cache
def _registered(file: Path) -> str:
    font = TTFont(str(file), str(file))
    pdfmetrics.registerFont(font)
    return str(file)


@cache
def _font(name: str) -> TTFont:
    font = pdfmetrics.getFont(name)
    assert isinstance(font, TTFont)
    return font


@cache
def _glyphs(name: str) -> dict[int, int]:
    glyphs: dict[int, int] = _font(name).face.charToGlyph
    return glyphs


def _width(name: str, text: str) -> float:
    face = _font(name).face
    widths: dict[int, float] = face.charWidths
    unknown: float = face.defaultWidth
    return sum(widths.get(ord(character), unknown) for character in text)
