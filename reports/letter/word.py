"""The same letter as a .docx for whoever edits it further, on the same page."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from reports.breaking import clean
from reports.letter.content import Letter
from reports.letter.page import LONGEST_HEAD, PITCH

SONG, FANGSONG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
FACES = {0: FANGSONG, 1: HEI, 2: KAI, 3: FANGSONG}
RED = RGBColor(0xC7, 0, 0x12)
SIZE, TITLE_SIZE, COPY_SIZE = 16.0, 22.0, 14.0
HEAD_WIDTH = 470.0
UNCHANGING = (1980, 1, 1, 0, 0, 0)


def write_docx(letter: Letter) -> bytes:
    """Return the letter as a .docx; fonts by their usual names, which the reader's machine has."""
    word = _page()
    size = min(LONGEST_HEAD, HEAD_WIDTH / max(len(letter.head), 1))
    head = _add(word, letter.head, (SONG, size), WD_ALIGN_PARAGRAPH.CENTER)
    head.runs[0].font.color.rgb = RED
    _red_lines(head)
    line = _add(word, letter.urgency, (HEI, SIZE))
    line.paragraph_format.tab_stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run().add_tab()
    _run(line, letter.number, (FANGSONG, SIZE))
    _add(word, "", (FANGSONG, SIZE))
    for part in letter.title.split("\n"):
        _add(word, part, (SONG, TITLE_SIZE), WD_ALIGN_PARAGRAPH.CENTER)
    _add(word, "", (FANGSONG, SIZE))
    _text(word, letter)
    _closing(word, letter)
    return _unchanging(word, letter)


def _page() -> WordDocument:
    word = Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    return word


def _text(word: WordDocument, letter: Letter) -> None:
    if letter.recipients:
        _add(word, letter.addressed, (FANGSONG, SIZE))
    for level, text in letter.body:
        _indented(word, text, FACES[level])


def _closing(word: WordDocument, letter: Letter) -> None:
    for place, name in enumerate(letter.attached):
        if place == 0:
            _add(word, "", (FANGSONG, SIZE))
        _indented(word, name, FANGSONG)
    for _row in range(2):
        _add(word, "", (FANGSONG, SIZE))
    _add(word, letter.head, (FANGSONG, SIZE), WD_ALIGN_PARAGRAPH.RIGHT)
    day = _add(word, letter.day, (FANGSONG, SIZE), WD_ALIGN_PARAGRAPH.RIGHT)
    day.paragraph_format.right_indent = Pt(4 * SIZE)
    if letter.contact:
        _indented(word, f"（{letter.contact}）", FANGSONG)
    if letter.copies:
        _add(word, letter.copied, (FANGSONG, COPY_SIZE))


def _indented(word: WordDocument, text: str, face: str) -> None:
    _add(word, text, (face, SIZE)).paragraph_format.first_line_indent = Pt(2 * SIZE)


def _add(
    word: WordDocument,
    text: str,
    font: tuple[str, float],
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT,
) -> WordParagraph:
    paragraph = word.add_paragraph()
    paragraph.alignment = align
    spacing = paragraph.paragraph_format
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    spacing.line_spacing = Pt(max(PITCH, font[1] * 1.3))
    _run(paragraph, text, font)
    return paragraph


def _run(paragraph: WordParagraph, text: str, font: tuple[str, float]) -> None:
    run = paragraph.add_run(clean(text))
    run.font.name = font[0]
    run.font.size = Pt(font[1])
    fonts = run._element.get_or_add_rPr().get_or_add_rFonts()  # noqa: SLF001  # no public way
    fonts.set(qn("w:eastAsia"), font[0])


def _red_lines(paragraph: WordParagraph) -> None:
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    said = {"val": "thickThinSmallGap", "sz": "24", "space": "8", "color": "C70012"}
    for name, value in said.items():
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001  # no public way


def _unchanging(word: WordDocument, letter: Letter) -> bytes:
    """Pack the parts with one time for all, so that the same letter has the same bytes."""
    said = word.core_properties
    said.title, said.author = clean(letter.title.replace("\n", "")), clean(letter.head)
    packed, target = BytesIO(), BytesIO()
    word.save(packed)
    with ZipFile(packed) as source, ZipFile(target, "w", ZIP_DEFLATED) as copy:
        for name in source.namelist():
            copy.writestr(ZipInfo(name, UNCHANGING), source.read(name), ZIP_DEFLATED)
    return target.getvalue()
