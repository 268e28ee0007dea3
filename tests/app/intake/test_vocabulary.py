import pytest

from app.intake.parsing.labels import Field
from app.intake.vocabulary import FIELDS, Decision, ImportState


@pytest.mark.parametrize("word", [*ImportState, *Decision])
def test_every_word_has_a_chinese_label(word: ImportState | Decision) -> None:
    assert not word.label.isascii()


def test_every_field_that_a_line_can_be_read_as_has_a_label() -> None:
    assert {field.value for field in Field} <= FIELDS.keys()
