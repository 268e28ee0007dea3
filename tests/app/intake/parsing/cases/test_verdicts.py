import pytest

from app.intake.parsing.cases.verdicts import is_pending, verdict_of, whole_verdict


@pytest.mark.parametrize(
    ("cell", "verdict"),
    [
        ("属实", "yes"),
        ("基本属实", "largely"),
        ("大部分属实", "largely"),
        ("部分属实", "partly"),
        ("不完全属实", "partly"),
        ("不属实", "no"),
        ("经查不属实", "no"),
        ("是", "yes"),
        ("否", "no"),
        ("问题1属实;问题2不属实", "partly"),
        ("1个属实,1个不属实,整体部分属实", "partly"),
        ("无法核实", None),
    ],
)
def test_a_cell_gives_one_verdict(cell: str, verdict: str | None) -> None:
    assert verdict_of(cell) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("经查,料场没有围挡,反映问题属实。", "yes"),
        ("夜间有作业,反映问题部分属实。白天达标,噪声问题不属实。", "partly"),
        ("共2个问题:1个属实,1个不属实;整体定性部分属实。", "partly"),
        ("无法认定属实,请核对是否属实。", None),
        ("正在核查", None),
    ],
)
def test_a_text_gives_the_verdict_of_the_whole_or_its_only_one(
    text: str, verdict: str | None
) -> None:
    assert whole_verdict(text) == verdict


def test_a_case_still_looked_into_has_no_verdict_to_ask_about() -> None:
    assert is_pending("正在核查")
    assert not is_pending("属实")
