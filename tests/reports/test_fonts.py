"""Faces, fallbacks and missing glyphs."""

import shutil
from pathlib import Path

import pytest

from reports.fonts import OURS, SHIFTED_SIZE, Face, Fonts, MissingGlyph, NoFont, NoGlyph, naming


def test_a_folder_without_fonts_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoFont, match=r"title\.ttf"):
        Fonts(tmp_path)


def test_an_office_can_bring_its_own_title_face(folder: Path, tmp_path: Path) -> None:
    for stem in set(OURS.values()):
        (tmp_path / f"{stem}.ttf").symlink_to(folder / f"{stem}.ttf")
    shutil.copy(folder / f"{OURS[Face.NOTE]}.ttf", tmp_path / "title.ttf")
    fonts = Fonts(tmp_path)
    assert fonts.name(Face.TITLE).endswith("title.ttf")
    assert fonts.name(Face.BODY).endswith(f"{OURS[Face.BODY]}.ttf")


def test_a_fallback_gives_the_characters_that_the_main_face_lacks(
    folder: Path, tmp_path: Path
) -> None:
    for stem in set(OURS.values()):
        (tmp_path / f"{stem}.ttf").symlink_to(folder / f"{stem}.ttf")
    dejavu = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not dejavu.exists():
        pytest.skip("no DejaVu Sans on this machine: apt install fonts-dejavu-core")
    (tmp_path / "fallback.ttf").symlink_to(dejavu)
    runs = Fonts(tmp_path).runs("甲☑乙", Face.BODY)
    assert [run.text for run in runs] == ["甲", "☑", "乙"]
    assert runs[1].font.endswith("fallback.ttf")


@pytest.mark.parametrize("character", ["𠮷", "☐", "☑", "\ue000"])
def test_a_character_without_glyph_is_refused(folder: Path, character: str) -> None:
    with pytest.raises(NoGlyph) as caught:
        Fonts(folder).runs(f"甲{character}", Face.BODY)
    assert caught.value.character == character


def test_lowered_digits_are_drawn_small_where_the_face_lacks_them(folder: Path) -> None:
    run = Fonts(folder).runs("PM₂.₅", Face.BODY)
    assert [(part.text, part.scale) for part in run] == [
        ("PM", 1.0),
        ("2", SHIFTED_SIZE),
        (".", 1.0),
        ("5", SHIFTED_SIZE),
    ]


def test_naming_gives_the_row_its_name() -> None:
    with pytest.raises(MissingGlyph, match=r"第7项.*U\+20BB7") as caught, naming("第7项"):
        raise NoGlyph("𠮷")
    assert (caught.value.row, caught.value.character) == ("第7项", "𠮷")
