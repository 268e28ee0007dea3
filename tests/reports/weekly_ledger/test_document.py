"""The drawn ledger, read back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from reports import MissingGlyph, Unbalanced, draw
from reports.weekly_ledger.content import BalanceLine, Lamp, Row, Standing, WeeklyLedger
from tests.reports import sample

Read = Callable[[WeeklyLedger], PdfReader]
EVIL = (
    '<img src="/etc/passwd"/>',
    "<b>未闭合",
    '<a href="javascript:alert(1)">点</a>',
    "&lt;&amp;&#x4e2d;",
    "%s %(x)s {0} \\ ( ) \\) endstream endobj",
    "=cmd|'/c calc'!A1",
    "甲\x00\x07乙\u202e丙",
)


def flat(text: str) -> str:
    """Return the text without any blanks, also full-width ones."""
    return "".join(text.split())


def with_row(ledger: WeeklyLedger, place: int, **changes: Any) -> WeeklyLedger:
    rows = list(ledger.rows)
    rows[place] = replace(rows[place], **changes)
    return replace(ledger, rows=tuple(rows))


def fonts_of(reader: PdfReader) -> dict[str, Any]:
    return {
        str(font["/BaseFont"]): font
        for page in reader.pages
        for font in (ref.get_object() for ref in page["/Resources"]["/Font"].values())
    }


def titles(outline: list[Any]) -> list[Any]:
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]


def test_the_same_content_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "fonts"
    elsewhere.symlink_to(folder)
    assert draw(sample.ledger(), folder) == draw(sample.ledger(), elsewhere)


def test_the_first_page_says_what_a_leader_asks(read: Read) -> None:
    text = flat(read(sample.ledger()).pages[0].extract_text())
    said = (
        "澄江市中央生态环境保护督察反馈问题整改工作周台账",
        "第12期（第47周，2026年11月16日—22日）",
        "截至2026年11月22日18时",
        "正本，接第11期2026年11月22日签发",
        "合计2500000025",
        "24.2%（8/33）",
        "五、红灯3项",
        "编制：林一帆",
        "审核：苏敏",
        "签发：",
        "记录链18,432条，末条5d0e93fa",
    )
    assert [words for words in said if words not in text] == []


def test_rows_copy_out_whole_and_in_order(read: Read) -> None:
    ledger = sample.ledger()
    text = flat("".join(page.extract_text() for page in read(ledger).pages[2:]))
    places = [text.index(flat(_copied(row))) for row in ledger.rows]
    assert places == sorted(places)


def _copied(row: Row) -> str:
    head = f"{row.number}{row.problem}{''.join(row.units)}{row.deadline}{row.days}"
    rest = f"{row.deadline_note}3/5{row.progress}{row.difficulty}{row.next_step}"
    return f"{head}{rest}{row.lamp_word}{row.state}"


def test_every_font_is_ours_and_embedded(read: Read) -> None:
    fonts = fonts_of(read(sample.ledger()))
    assert fonts
    assert all("Noto" in name for name in fonts)
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())


def test_bookmarks_lead_by_aspect_and_by_unit(read: Read) -> None:
    reader = read(sample.ledger())
    outline = titles(reader.outline)
    assert outline[:3] == ["汇总", "与第11期相比的变化", "整改任务（按方面）"]
    assert outline[3][0] == "一、落实环保责任方面（8项）"
    assert outline[3][1][0] == "（一）部署推动不够有力"
    assert outline[4] == "整改任务（按牵头单位）"
    assert outline[5][0] == "白石县政府（5项）"
    last = reader.outline[5][-1][-1]
    assert "第" not in last.title
    assert reader.get_destination_page_number(last) == 4


def test_the_properties_name_the_office_and_nobody(read: Read) -> None:
    reader = read(sample.ledger())
    assert reader.metadata
    said = " ".join(str(value) for value in reader.metadata.values())
    assert "周台账 第12期" in str(reader.metadata.title)
    assert sample.ledger().checksum in said
    assert "林一帆" not in said
    assert str(reader.metadata["/CreationDate"]) == "D:20261122180000+08'00'"
    assert reader.trailer["/Root"]["/Lang"] == "zh-CN"


def test_every_page_says_which_it_is(read: Read) -> None:
    pages = read(sample.ledger()).pages
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"— {number} —" in text
        assert f"第{number}页，共{len(pages)}页" in text
        assert "澄整改台账〔2026〕12号" in text


def test_a_draft_is_marked_on_every_page_and_proves_nothing(read: Read) -> None:
    pages = read(sample.ledger(standing=Standing.DRAFT)).pages
    assert all("草　稿" in page.extract_text() for page in pages)
    first = pages[0].extract_text()
    assert "拟第12期" in first
    assert "草稿，未经审核签发" in first
    assert "内容校验" not in first


def test_a_reviewed_one_is_not_yet_an_original(read: Read) -> None:
    first = read(sample.ledger(standing=Standing.REVIEWED)).pages[0].extract_text()
    assert "已审核，未签发" in first
    assert "草　稿" not in first


def test_a_correction_names_what_it_replaces(read: Read) -> None:
    ledger = sample.ledger()
    ledger = replace(ledger, issue=replace(ledger.issue, replaces=11))
    assert "更正，替代第11期" in read(ledger).pages[0].extract_text()


def test_the_first_issue_has_nothing_to_compare_with(read: Read) -> None:
    ledger = sample.ledger()
    ledger = replace(ledger, issue=replace(ledger.issue, previous=None), changes=(), trend=())
    pages = read(ledger).pages
    assert "首期" in pages[0].extract_text()
    assert "本期变化" in pages[1].extract_text()


@pytest.mark.parametrize("character", ["𠮷", "☑"])
def test_a_missing_glyph_names_row_and_character(folder: Path, character: str) -> None:
    ledger = with_row(sample.ledger(), 6, progress=f"已完成{character}项")
    with pytest.raises(MissingGlyph) as caught:
        draw(ledger, folder)
    assert (caught.value.row, caught.value.character) == ("第7项", character)


def test_a_missing_glyph_on_the_first_page_says_so(folder: Path) -> None:
    with pytest.raises(MissingGlyph) as caught:
        draw(replace(sample.ledger(), sentences=("本周☑",)), folder)
    assert caught.value.row == "首页"


def test_an_unbalanced_ledger_is_not_drawn(folder: Path) -> None:
    ledger = replace(sample.ledger(), total=BalanceLine("合计"))
    with pytest.raises(Unbalanced):
        draw(ledger, folder)


@pytest.mark.parametrize("words", EVIL)
def test_whatever_was_typed_is_printed_as_typed(read: Read, words: str) -> None:
    ledger = with_row(sample.ledger(), 0, progress=words, problem=words, next_step=words)
    text = flat("".join(page.extract_text() for page in read(ledger).pages))
    typed = flat("".join(sign for sign in words if sign.isprintable()))
    assert text.count(typed) >= 3


def test_a_row_longer_than_a_page_goes_on_with_a_mark(read: Read) -> None:
    long = "".join(f"第{n}处点位已整改。" for n in range(1, 400))
    pages = read(with_row(sample.ledger(), 0, progress=long)).pages[2:]
    texts = [flat(page.extract_text()) for page in pages]
    assert "第1项未完，转下页" in texts[0]
    assert "1（续）" in texts[1]
    whole = "".join(texts)
    assert [n for n in range(1, 400) if f"第{n}处" not in whole] == []


def test_rows_that_fit_a_page_are_never_torn(read: Read) -> None:
    for page in read(sample.ledger(60)).pages[2:]:
        assert "未完" not in page.extract_text()


def test_sections_and_groups_say_that_they_go_on(read: Read) -> None:
    texts = [flat(page.extract_text()) for page in read(sample.ledger(120)).pages[2:]]
    assert sum("方面（续）" in text for text in texts) >= 5
    assert all("本期进展（第47周）" in text for text in texts)


def test_three_hundred_rows_are_drawn_once_each(read: Read) -> None:
    ledger = sample.ledger(300)
    ledger = replace(ledger, rows=tuple(replace(r, state=f"态{r.number}止") for r in ledger.rows))
    text = flat("".join(page.extract_text() for page in read(ledger).pages))
    assert [n for n in range(1, 301) if text.count(f"态{n}止") != 1] == []


def test_more_units_than_fit_are_summed_and_given_in_full_after(read: Read) -> None:
    ledger = sample.ledger()
    lines = tuple(BalanceLine(f"第{n:02}街道", open_last=1, closed=1) for n in range(1, 60))
    total = replace(ledger.total, open_last=ledger.total.open_last + 59, closed=59)
    pages = read(replace(ledger, balance=(*lines, *ledger.balance), total=total)).pages
    assert "逐家见下页" in pages[0].extract_text()
    assert "其余" in pages[0].extract_text()
    full = flat(pages[1].extract_text() + pages[2].extract_text())
    assert all(f"{line.unit}10001000" in full for line in lines)
    assert "合计84" in full


def test_units_that_have_nothing_left_are_one_line(read: Read) -> None:
    ledger = sample.ledger()
    idle = (BalanceLine("市委编办"), BalanceLine("市司法局"))
    pages = read(replace(ledger, balance=(*ledger.balance, *idle))).pages
    assert "另2家（已全部销号）" in pages[0].extract_text()
    assert "逐家见下页" not in pages[0].extract_text()


def test_a_long_red_list_says_how_many_more(read: Read) -> None:
    ledger = sample.ledger()
    rows = tuple(replace(r, lamp=Lamp.RED) if r.is_open else r for r in ledger.rows)
    text = read(replace(ledger, rows=rows)).pages[0].extract_text()
    assert "五、红灯25项" in text
    assert "其余17项见任务表" in text


def test_without_measures_there_is_no_column_for_them(read: Read) -> None:
    ledger = sample.ledger()
    rows = tuple(replace(r, measures_done=None, measures_total=None) for r in ledger.rows)
    texts = [page.extract_text() for page in read(replace(ledger, rows=rows)).pages]
    assert not any("措施" in text for text in texts[2:])


def test_a_plan_that_is_met_puts_the_labels_apart(read: Read) -> None:
    ledger = sample.ledger()
    ahead = tuple(
        replace(point, closed=point.planned + 5) if point.closed is not None else point
        for point in ledger.trend
    )
    text = read(replace(ledger, trend=ahead)).pages[0].extract_text()
    assert "实际16" in text
    assert "计划11" in text


def test_the_plan_ends_with_the_year(read: Read) -> None:
    ledger = sample.ledger()
    last = replace(ledger.trend[-1], day=date(2026, 12, 31), closed=20)
    text = read(replace(ledger, trend=(*ledger.trend[:-1], last))).pages[0].extract_text()
    assert "年底计划27" in text
    assert "实际" not in text


def test_tasks_that_never_reported_are_a_part_of_their_own(read: Read) -> None:
    ledger = sample.ledger()
    assert "尚未报告" not in read(ledger).pages[0].extract_text()
    first = replace(ledger.aspects[0], on_pace=ledger.aspects[0].on_pace - 2, silent=2)
    text = read(replace(ledger, aspects=(first, *ledger.aspects[1:]))).pages[0].extract_text()
    assert "尚未报告2" in text
