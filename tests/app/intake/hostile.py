"""Files that were made to hurt whoever opens them, by name; small to keep, large when opened."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

import xlsxwriter
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from tests.app.intake.parsing.sheets import archive

W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S: Final = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ODS: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
MEBIBYTE: Final = 1024 * 1024
LAUGHS: Final = (
    '<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {chr(98 + step)} "{f"&{chr(97 + step)};" * 10}">' for step in range(9))
    + "]>"
)
SECRET: Final = '<!DOCTYPE a [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SENTENCE: Final = re.compile(r"[^\n]*[一-龥]{4}[^\n]*")
"""What a person may be told."""
OLD: Final = Path(__file__).parent / "parsing" / "reading" / "files" / "old.doc"


def word(body: str, head: str = "") -> bytes:
    content = f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    return archive({"word/document.xml": content.encode()})


def plain(text: str, times: int = 1, before: str = "") -> bytes:
    return (before + text * times).encode()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def workbook(rows: str, head: str = "", before: str = "", after: str = "") -> bytes:
    """A real workbook, its one sheet replaced."""
    sheet = f"{head}<worksheet {S}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"
    book = xlsxwriter.Workbook(made := io.BytesIO())
    book.add_worksheet("清单").set_column(0, 0, None, book.add_format({"bold": True}))
    book.close()
    with zipfile.ZipFile(made) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    return archive(members | {"xl/worksheets/sheet1.xml": sheet.encode()})


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def opened(rows: str, head: str = "") -> bytes:
    content = (
        f"{head}<office:document-content {ODS}><office:body><office:spreadsheet><table:table "
        f'table:name="清单">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    return archive(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": manifest.encode(),
            "content.xml": content.encode(),
        }
    )


def ods_cell(text: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def page(body: str, head: str = "<!DOCTYPE html>") -> bytes:
    return f"{head}<html><meta charset=utf-8><body>{body}</body></html>".encode()


def drawn() -> bytes:
    canvas = Canvas(made := io.BytesIO())
    for number in range(1, 4):
        canvas.drawString(80, 700, f"{number}. pipes of quarter {number}, unit: water works")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(drawn())))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(made := io.BytesIO())
    return made.getvalue()


def objects(*bodies: str) -> bytes:
    """A PDF of the given objects, the first of which is its root; readers mend the rest."""
    parts = [f"{number} 0 obj\n{body}\nendobj\n" for number, body in enumerate(bodies, start=1)]
    return ("%PDF-1.7\n" + "".join(parts) + "trailer <</Root 1 0 R>>\n%%EOF\n").encode()


def nested(levels: int) -> bytes:
    content = archive({"word/document.xml": b"\0" * MEBIBYTE})
    for level in range(levels):
        content = archive({f"word/{level}.zip": content, "word/document.xml": content})
    return content


def flagged(content: bytes) -> bytes:
    """Every member said to be under a password."""
    made = bytearray(content)
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = made.find(sign)
        while place >= 0:
            made[place + offset] |= 1
            place = made.find(sign, place + 4)
    return bytes(made)


def crowd() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", word(paragraph("甲")))
        for number in range(20_000):
            made.writestr(f"word/{number}", b"")
    return packed.getvalue()


def spread() -> bytes:
    """Many members of an ordinary size each, too much together."""
    return archive({f"word/{n}.xml": b" " * (6 * MEBIBYTE) for n in range(60)})


ROW: Final = '<row r="{0}" spans="1:3"><c r="A{0}" s="1"/><c r="B{0}" s="1"/></row>'
HEADER: Final = "".join(
    cell(f"{column}1", text)
    for column, text in zip("ABCD", ("序号", "问题", "责任单位", "整改时限"), strict=True)
)
FORMULAS: Final = "".join(
    cell(f"{column}2", text)
    for column, text in zip(
        "ABCD",
        ("1", "=cmd|' /C calc'!A0", "+市水务局", "@SUM(A1:A9)"),
        strict=True,
    )
)
RUNS: Final = (
    "1", "9", "一", "十", "(", "（", "[", "【", "“", "、", "，", "。", "；", "：", "-", "—",
    " ", "\t", "|", "*", "#", "年", "月", "2026年", "2026年12月底前", "市", "县", "局",
    "市水务局、", "A", "a.", "1.", "(1)", "①", "一是", "责任单位：", "整改时限：", "1,", "0.5%",
    "万元", "罚款1万元，", "X", "王", "第", "第1批", "1-", "ǒ", "系統(tǒng)", "《", "〔", "=",
    "\u3000", "?", "某", "@", "a@", "139", "住", "3栋", "不", "属实", "立案", "问责", "10%以上",
    "达到", "关于", "其中", "和", "及", "至", "/", ".", "…",
)  # fmt: skip
"""What the patterns of the reader repeat."""


def runs_in_a_plan(signs: Sequence[str], size: int = 20_000) -> bytes:
    """Endless runs, bare and behind the labels of a plan."""
    text = "整改任务清单\n"
    for number, sign in enumerate(signs, start=1):
        run = sign * (size // len(sign))
        text += f"{number}.问题{run}\n责任单位：{run}\n整改时限：{run}\n整改措施：{run}\n{run}\n"
    return text.encode()


def runs_in_cases(signs: Sequence[str], size: int = 20_000) -> bytes:
    """Endless runs in the columns of a table of cases."""
    text = "群众举报件清单\n序号|受理编号|反映问题|调查核实情况|是否属实|处理整改情况|问责情况\n"
    for number, sign in enumerate(signs, start=1):
        run = sign.replace("\t", " ").replace("|", "/") * (size // len(sign))
        text += f"{number}|D{number}|{run}|{run}|部分属实|{run}|{run}\n"
    return text.encode()


FILES: Final[Mapping[str, Callable[[], bytes]]] = {
    "one member of a high ratio": lambda: archive({"word/document.xml": b" " * (90 * MEBIBYTE)}),
    "members that are too large together": spread,
    "archive in archive": lambda: nested(6),
    "too many members": crowd,
    "small bomb within the limits": lambda: word(paragraph("甲" * 1_000_000)),
    "many paragraphs": lambda: word(paragraph("1.任务") * 30_000),
    "declared million of rows": lambda: workbook(
        f'<row r="1">{HEADER}</row>', before='<dimension ref="A1:XFD1048576"/>'
    ),
    "a million empty rows": lambda: workbook("".join(ROW.format(n) for n in range(1, 300_000))),
    "a cell in the last row and column": lambda: workbook(
        f'<row r="1">{HEADER}</row><row r="1048576">{cell("XFD1048576", "末")}</row>'
    ),
    "a cell beyond the last column": lambda: workbook(
        f'<row r="1">{HEADER}</row><row r="99999999">{cell("ZZZZZZ99999999", "末")}</row>'
    ),
    "everything is merged": lambda: workbook(
        f'<row r="1">{HEADER}</row>',
        after='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
    ),
    "many merged ranges": lambda: workbook(
        f'<row r="1">{HEADER}</row>',
        after="<mergeCells>" + '<mergeCell ref="A2:CV9999"/>' * 500 + "</mergeCells>",
    ),
    "merged ranges over a large sheet": lambda: workbook(
        "".join(f'<row r="{n}">{cell(f"CV{n}", "甲")}</row>' for n in range(1, 2_000)),
        after="<mergeCells>" + '<mergeCell ref="A1:CV2000"/>' * 500 + "</mergeCells>",
    ),
    "everything is hidden": lambda: workbook(
        f'<row r="1">{HEADER}</row>',
        before="<cols>" + '<col min="1" max="99999999" hidden="1"/>' * 999 + "</cols>",
    ),
    "ods of a million repeated rows": lambda: opened(
        '<table:table-row table:number-rows-repeated="1048576">'
        + ods_cell("甲", 1024)
        + "</table:table-row>"
    ),
    "ods of empty repeated rows": lambda: opened(
        f"<table:table-row>{ods_cell('甲')}</table:table-row><table:table-row "
        'table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
        f"<table:table-row>{ods_cell('乙')}</table:table-row>"
    ),
    "ods of absurd repeats": lambda: opened(
        '<table:table-row table:number-rows-repeated="99999999999999">'
        + ods_cell("甲", 4_000_000_000)
        + "</table:table-row>"
    ),
    "laughs in docx": lambda: word(paragraph("&j;"), LAUGHS),
    "laughs in xlsx": lambda: workbook(f'<row r="1">{cell("A1", "&j;")}</row>', LAUGHS),
    "laughs in ods": lambda: opened(
        f"<table:table-row>{ods_cell('&j;')}</table:table-row>", LAUGHS
    ),
    "laughs in html": lambda: page("<p>责任&j;</p>", LAUGHS),
    "laughs in text": lambda: plain(LAUGHS + "<a>责任&j;</a>"),
    "secret in docx": lambda: word(paragraph("&j;责任"), SECRET),
    "secret in xlsx": lambda: workbook(f'<row r="1">{cell("A1", "&j;")}</row>', SECRET),
    "secret in ods": lambda: opened(
        f"<table:table-row>{ods_cell('&j;')}</table:table-row>", SECRET
    ),
    "secret in html": lambda: page("<p>责任&j;</p>", SECRET),
    "nested xml": lambda: word(
        "<w:sdt><w:sdtContent>" * 20_000 + "</w:sdtContent></w:sdt>" * 20_000
    ),
    "nested tables": lambda: word(
        "<w:tbl><w:tr><w:tc>" * 80 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 80
    ),
    "nested html": lambda: page("<div>" * 100_000 + "深处" + "</div>" * 100_000),
    "nested named html": lambda: page("<div class='content nav'>" * 20_000 + "深处" * 9_000),
    "named html of much text": lambda: page(
        "<div class='content nav'>" * 200 + "管网混接" * 300_000 + "</div>" * 200
    ),
    "nested tables in html": lambda: page("<table><tr><td>1<td>" * 5_000 + "深处"),
    "one long list in html": lambda: page("<ol>" + "<li>管网混接" * 15_000 + "</ol>"),
    "wide spans in html": lambda: page(
        "<table>" + "<tr><td colspan=1000 rowspan=65534>甲<td>乙" * 3_000 + "</table>"
    ),
    "many attributes in html": lambda: page("<p " + "a=b " * 200_000 + ">甲</p>"),
    "nested pdf objects": lambda: objects("[" * 200_000 + "]" * 200_000),
    "pdf pages in a circle": lambda: objects(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 99999999>>"
    ),
    "pdf of a huge page": lambda: objects(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]/Contents 4 0 R>>",
        f"<</Length 400000>>\nstream\n{'0 0 m 9 9 l S ' * 100_000}\nendstream",
    ),
    "null bytes": lambda: b"\0" * (5 * MEBIBYTE),
    "null bytes in a text": lambda: plain("1.任务\0清单\n责任单位\0：市水务局\n", 2_000),
    "null bytes in html": lambda: page("<p>责任\0单位</p>" * 5_000),
    "five megabytes on one line": lambda: plain("管网混接雨天溢流", 220_000),
    "five megabytes of cells on one line": lambda: plain("管|", 1_300_000),
    "five megabytes of tabs": lambda: plain("管网\t", 750_000),
    "five megabytes of quotes": lambda: plain('"",', 1_200_000, '序号,问题,责任单位,整改时限\n1,"'),
    "five megabytes of short lines": lambda: plain("1.\n", 1_700_000),
    "five megabytes of one paragraph in docx": lambda: word(paragraph("管网混接，" * 330_000)),
    "five megabytes in one cell": lambda: workbook(
        f'<row r="1">{HEADER}</row><row r="2">{cell("B2", "管网混接，" * 330_000)}</row>'
    ),
    "truncated docx": lambda: word(paragraph("1.管网混接") * 900)[:-200],
    "truncated xlsx": lambda: workbook(f'<row r="1">{HEADER}</row>')[:-300],
    "truncated pdf": lambda: drawn()[:900],
    "truncated old word": lambda: OLD.read_bytes()[:9_000],
    "truncated utf-16": lambda: "整改任务清单".encode("utf-16")[:-1],
    "locked docx": lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
    "locked members": lambda: flagged(word(paragraph("甲"))),
    "locked pdf": locked_pdf,
    "old container of nothing": lambda: OLE + b"\xff" * 4_096,
    "old container in a circle": lambda: (
        OLD.read_bytes()[:76] + b"\0" * 436 + OLD.read_bytes()[512:]
    ),
    "picture": lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 100,
    "program": lambda: b"\x7fELF" + bytes(range(256)) * 40,
    "random bytes": lambda: bytes((n * n * 31 + n) % 251 for n in range(200_000)),
    "formulas": lambda: workbook(f'<row r="1">{HEADER}</row><row r="2">{FORMULAS}</row>'),
}
SAID: Final[Mapping[str, str]] = {
    "one member of a high ratio": "压缩炸弹",
    "members that are too large together": "压缩炸弹",
    "archive in archive": "已损坏",
    "too many members": "压缩炸弹",
    "a cell in the last row and column": "1048576行、16384列",
    "a cell beyond the last column": "超过可读的上限",
    "ods of a million repeated rows": "超过可读的上限",
    "ods of absurd repeats": "超过可读的上限",
    "laughs in docx": "已损坏",
    "laughs in xlsx": "已损坏",
    "laughs in ods": "已损坏",
    "secret in xlsx": "已损坏",
    "nested xml": "已损坏",
    "nested html": "没有文字",
    "nested named html": "没有文字",
    "nested pdf objects": "已损坏",
    "pdf pages in a circle": "已损坏",
    "pdf of a huge page": "扫描件",
    "null bytes": "类型不明",
    "null bytes in a text": "类型不明",
    "five megabytes of short lines": "超过250000行",
    "truncated docx": "已损坏",
    "truncated xlsx": "已损坏",
    "truncated pdf": "已损坏",
    "truncated old word": "已损坏",
    "truncated utf-16": "类型不明",
    "locked docx": "已加密",
    "locked members": "已加密",
    "locked pdf": "已加密",
    "old container of nothing": "已损坏",
    "picture": "图片",
    "program": "程序文件",
    "random bytes": "类型不明",
}
"""What a person is told; every other file is read, as far as there is anything to read."""
