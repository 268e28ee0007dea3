"""The same notice as a document that an office can edit, in the faces that its machines have."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from reports.breaking import clean
from reports.notice.content import Notice

SONG, FANG, HEI = "方正小标宋简体", "仿宋_GB2312", "黑体"
PITCHES = {16: 28.95, 22: 36}
"""Distance of lines by the size of type."""
MARGINS = {"top": 37, "bottom": 35, "left": 28, "right": 26}


def document(notice: Notice) -> bytes:
    """Return the notice as .docx; its properties name the office and nobody."""
    paper = Document()
    _set_page(paper.sections[0])
    _describe(paper.core_properties, notice)
    _add(paper, notice.number, FANG, align=WD_ALIGN_PARAGRAPH.RIGHT)
    _add(paper, notice.title, SONG, size=22, align=WD_ALIGN_PARAGRAPH.CENTER)
    for kind, text in notice.paragraphs():
        _add(paper, text, HEI if kind == "heading" else FANG, indent=2)
    for text in (notice.office, notice.day):
        _add(paper, text, FANG, align=WD_ALIGN_PARAGRAPH.RIGHT)
    target = BytesIO()
    paper.save(target)
    return target.getvalue()


def _set_page(section: Any) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    for side, length in MARGINS.items():
        setattr(section, f"{side}_margin", Mm(length))


def _describe(properties: Any, notice: Notice) -> None:
    properties.title, properties.subject = clean(notice.title), clean(notice.number)
    properties.author = properties.last_modified_by = clean(notice.office)
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(notice.issued_on, time())


def _add(paper: Any, text: str, face: str, **how: Any) -> None:
    size = how.get("size", 16)
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(clean(text))
    run.font.name, run.font.size = face, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)  # noqa: SLF001  # the library has no door for Chinese faces
    form = paragraph.paragraph_format
    form.space_before = form.space_after = Pt(0)
    form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.line_spacing = Pt(PITCHES[size])
    form.first_line_indent = Pt(size * how.get("indent", 0))
    if "align" in how:
        form.alignment = how["align"]
