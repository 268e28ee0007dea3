# ruff: noqa: E501  # texts of documents stand here as they are printed

import pytest

from app.intake.parsing.notices.publicity import read_publicity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公示时间:2021年3月1日至2021年3月7日,共7天。", ("2021-03-01", "2021-03-07", 7, "days", 7, True)),
        ("公示期间:2024年9月29日至10月9日,共10个工作日", ("2024-09-29", "2024-10-09", 10, "working_days", 4, False)),
        ("公示期限:自2024年5月6日起至5月17日止(十个工作日)", ("2024-05-06", "2024-05-17", 10, "working_days", 11, True)),
        ("公示时间(2020年6月1日-6月7日)。", ("2020-06-01", "2020-06-07", None, None, 7, None)),
        ("公示时间:2024.05.06-2024.05.12(7天)", ("2024-05-06", "2024-05-12", 7, "days", 7, True)),
        ("公示时间:2022年4月5日", ("2022-04-05", None, None, None, None, None)),
        ("公示时间为10天。", (None, None, 10, "days", None, None)),
        ("自公示之日起5个工作日内可提出异议", (None, None, 5, "working_days", None, None)),
        ("公示日期:2023年12月28日至1月5日", ("2023-12-28", "2024-01-05", None, None, 9, None)),
        ("公示期为2025年12月29日至2026年1月12日。", ("2025-12-29", "2026-01-12", None, None, 10, None)),
    ],
)  # fmt: skip
def test_windows_are_read_and_counted_with_both_ends(text: str, expected: tuple) -> None:
    window = read_publicity([text])

    assert window is not None
    found = window.to_json()
    assert tuple(
        found[key] for key in ("from", "to", "claimed", "unit", "counted", "sufficient")
    ) == (expected)


def test_dates_and_length_may_stand_on_different_lines() -> None:
    window = read_publicity(["来信以邮戳为准,公示时间为10天。", "公示时间:2022年4月5日"])

    assert window is not None
    assert (str(window.first), window.claimed, window.counted) == ("2022-04-05", 10, None)


def test_a_year_without_a_calendar_is_provisional() -> None:
    window = read_publicity(["公示期间:2018年12月17日至2018年12月28日,共10个工作日"])

    assert window is not None
    assert window.to_json()["provisional"] is True


@pytest.mark.parametrize(
    "text",
    [
        "现将整改情况公示如下",
        "收到之日起5个工作日内报送",
        "2022年4月5日",
        "公示期间:2022年13月40日",
    ],
)
def test_what_states_no_window_gives_none(text: str) -> None:
    assert read_publicity([text]) is None
