"""Saved pages: the content is read, what stands around it is not."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from app.intake.parsing.document import parse_file
from app.intake.parsing.errors import UnreadableFile
from app.intake.parsing.reading.html import read_html

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>公示</title>
<style>p {{}}</style><script>var x = "1.脚本里的任务";</script></head><body>
<div class="nav"><a href="/">首页</a><a href="/x">政务公开</a></div>
<div class="breadcrumb">当前位置：首页 &gt; 公示</div>
<h1>清江市整改清单</h1>
<div class="TRS_Editor">{body}<p style="display:none">隐藏的话</p><!-- 批注 --></div>
<div class="footer">版权所有 清江市</div></body></html>"""
TASKS = """<p>1.老城区管网混接。<br>责任单位：市水务局<br>整改时限：2026年12月底前</p>
<p>2.渣土车冒黑烟
问题突出。</p><p>责任单位：市公安局</p><p>整改时限：立行立改</p>"""
TABLE = """<table>
<tr><th>序号</th><th>类别</th><th>问题描述</th><th>责任单位</th><th>整改时限</th></tr>
<tr><td>1</td><td rowspan="2">水环境</td><td>管网混接<br>严重</td><td>市水务局</td>
<td>2026年底</td></tr>
<tr><td>2</td><td>河道淤积</td><td>市水务局</td><td>2026年6月底</td></tr></table>"""


def texts(page: str, encoding: str = "utf-8") -> list[str]:
    return [line.raw for line in read_html(page.encode(encoding, "xmlcharrefreplace")).lines]


def test_only_the_content_is_read_and_the_heading_comes_first() -> None:
    found = texts(PAGE.format(charset="utf-8", body=TASKS))
    assert found[0] == "清江市整改清单"
    assert found[1:4] == ["1.老城区管网混接。", "责任单位：市水务局", "整改时限：2026年12月底前"]
    assert found[4] == "2.渣土车冒黑烟问题突出。"
    for word in ("首页", "版权", "脚本", "隐藏", "批注"):
        assert not any(word in text for text in found)


@pytest.mark.parametrize(("charset", "encoding"), [("gb2312", "gb18030"), ("big5", "big5hkscs")])
def test_a_page_is_read_in_the_encoding_that_it_declares(charset: str, encoding: str) -> None:
    body = "<p>1.市管局工作不力，市民有意</p><p>2.市政工程</p>"
    assert "1.市管局工作不力，市民有意" in texts(PAGE.format(charset=charset, body=body), encoding)


def test_a_table_keeps_its_merged_cells(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(charset="utf-8", body=TABLE), encoding="utf-8")
    document = parse_file(file)
    assert [(item.number, item.category, item.problem) for item in document.items] == [
        ("1", "水环境", "管网混接严重"),
        ("2", "水环境", "河道淤积"),
    ]
    coverage = document.coverage
    assert coverage["lines"] == sum(coverage[key] for key in ("mapped", "ignored", "unexplained"))


def test_tables_that_lay_out_a_page_are_no_tables() -> None:
    body = f"<table><tr><td><table><tr><td>{TASKS}</td></tr></table></td></tr></table>"
    assert "责任单位：市水务局" in texts(PAGE.format(charset="utf-8", body=body))
    assert not [b for b in read_html(body.encode()).blocks if hasattr(b, "cells")]


def test_the_numbers_of_an_ordered_list_are_read() -> None:
    body = "<ol start='3'><li>管网混接</li><li>河道淤积</li></ol>"
    found = texts(PAGE.format(charset="utf-8", body=body))
    assert found[1:] == ["3.管网混接", "4.河道淤积"]


def test_a_workbook_that_is_a_page_is_read_by_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "清单.xls"
    file.write_bytes(f"<html><meta charset=gbk><body>{TABLE}</body></html>".encode("gbk"))
    assert len(parse_file(file).items) == 2


def test_a_page_nested_without_end_is_read_and_an_empty_one_refused() -> None:
    deep = "<html><body>" + "<div>" * 1500 + "深处的话" + "</div>" * 1500 + "</body></html>"
    assert read_html(deep.encode()).lines
    with pytest.raises(UnreadableFile, match="没有文字"):
        read_html(b"<html><body><script>1</script></body></html>")


def test_a_page_inside_one_form_is_read_and_lists_of_links_are_not() -> None:
    links = "<a href=1>首页</a> | <a href=2>新闻中心</a> | <a href=3>政务公开</a>"
    found = texts(
        f'<html><meta charset="utf-8"><body><form id="aspnetForm"><div class="x1">{links}</div>'
        f"<table><tr><td>{links}</td></tr><tr><td>{TASKS}{TASKS}</td></tr></table></form>"
        '<form class="x2">检索<input></form></body></html>'
    )
    assert found[0] == "1.老城区管网混接。"
    assert not any("首页" in text or "检索" in text for text in found)


@pytest.mark.parametrize(
    "title",
    [
        '<div class="x1"><span class="wz-title">清江市整改公示</span></div>',
        '<div id="bt">清江市<br>整改公示</div>',
        '<meta name="ArticleTitle" content="清江市整改公示">',
    ],
)
def test_the_title_is_read_from_where_it_stands(title: str) -> None:
    page = f'<html><meta charset="utf-8"><body>{title}<div class="TRS_Editor">{TASKS}</div></body>'
    assert texts(page)[:2] == ["清江市整改公示", "1.老城区管网混接。"]


def test_an_item_of_a_list_keeps_its_own_number() -> None:
    body = "<ol><li>1.管网混接</li><li value='5'>河道淤积</li><li>渣土车</li></ol>"
    found = texts(PAGE.format(charset="utf-8", body=body))
    assert found[1:] == ["1.管网混接", "5.河道淤积", "6.渣土车"]


def test_a_page_saved_as_one_file_is_taken_out_of_its_envelope(tmp_path: Path) -> None:
    message = EmailMessage()
    message.set_content("看不到网页时显示的话")
    message.add_alternative(f"<html><body>{TASKS}</body></html>", subtype="html", cte="base64")
    whole = EmailMessage()
    whole["From"] = "<Saved by a browser>"
    whole.make_related()
    whole.attach(message)
    file = tmp_path / "page.mht"
    file.write_bytes(whole.as_bytes())

    assert [item.number for item in parse_file(file).items] == ["1", "2"]
    file.write_bytes(b"Content-Type: multipart/related; boundary=x\n\n--x--\n")
    with pytest.raises(UnreadableFile, match="已损坏"):
        parse_file(file)


def test_other_markup_is_refused_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "清单.xls"
    file.write_text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')
    with pytest.raises(UnreadableFile, match="XML文件"):
        parse_file(file)
