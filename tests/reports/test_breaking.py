"""Lines by the rules of Chinese setting."""

from hypothesis import given
from hypothesis import strategies as st

from reports.breaking import NEVER_FIRST, NEVER_LAST, break_lines, clean


def measure(text: str) -> float:
    """Full-width characters take 2, others 1."""
    return float(sum(1 if ord(sign) < 0x2E80 else 2 for sign in text))


def test_no_line_begins_with_a_closing_mark() -> None:
    assert break_lines("一二三四，五六", 8, measure) == ("一二三", "四，五六")


def test_no_line_ends_with_an_opening_mark() -> None:
    assert break_lines("一二三（四五）", 8, measure) == ("一二三", "（四五）")


def test_a_number_stays_with_its_unit() -> None:
    assert break_lines("累计完成投资18.6万吨", 18, measure) == ("累计完成投资", "18.6万吨")
    assert break_lines("氨氮仍高于3.1 mg/L的", 16, measure) == ("氨氮仍高于", "3.1 mg/L的")


def test_line_ends_of_the_text_are_kept_and_empty_lines_too() -> None:
    assert break_lines("甲\n\n乙", 10, measure) == ("甲", "", "乙")


def test_what_is_wider_than_a_line_is_cut() -> None:
    assert break_lines("abcdefghij", 4, measure) == ("abcd", "efgh", "ij")


def test_a_line_does_not_begin_or_end_with_a_blank() -> None:
    assert break_lines("ab cd ef", 5, measure) == ("ab cd", "ef")


def test_a_line_narrower_than_a_character_still_ends() -> None:
    assert break_lines("甲乙", 1, measure) == ("甲", "乙")


@given(st.text("一二三，。（）《》12.5万吨ab ", max_size=80), st.integers(8, 30))
def test_breaking_loses_nothing_but_blanks_and_keeps_the_rules(text: str, width: int) -> None:
    lines = break_lines(text, width, measure)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(measure(line) <= width for line in lines)


@given(st.text("一二三四五六", min_size=1, max_size=60), st.sampled_from("，。）》"))
def test_marks_among_plain_text_never_stand_wrong(text: str, mark: str) -> None:
    lines = break_lines(mark.join([text] * 3) + "（甲）", 12, measure)
    assert not any(line[0] in NEVER_FIRST for line in lines[1:])
    assert not any(line[-1] in NEVER_LAST for line in lines)


def test_control_and_format_characters_are_left_out() -> None:
    assert clean("甲\x00乙\x1b[0m\u200b丙\ufeff\u202e丁\ud800\ufe0f\t戊") == "甲乙[0m丙丁 戊"


def test_all_kinds_of_line_ends_become_one() -> None:
    assert clean("甲\r\n乙\r丙\u2028丁") == "甲\n乙\n丙\n丁"
