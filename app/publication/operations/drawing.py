"""The notice on paper: drawn once, when it is opened, and kept as it was."""

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from app.extensions import settings
from app.files.models import Blob
from app.files.operations import put
from app.publication.vocabulary import FIELDS
from app.wording import N_, Refusal
from reports.fonts import MissingGlyph, fonts
from reports.letter import Letter, Paragraph, draw, write_docx

HEADING = 1
OBJECT = "首日和末日都计入。期内对整改情况有异议的，可在公示网页提出，也可来信来电。"


def drawn(content: Mapping[str, Any]) -> tuple[Blob, Blob]:
    """Return the notice as PDF and as .docx."""
    letter = Letter(
        head=content["office"],
        number=content["number"],
        title=content["title"],
        recipients=(),
        paragraphs=tuple(_paragraphs(content)),
        signed_on=date.fromisoformat(content["issued_on"]),
    )
    try:
        paper = draw(letter, fonts(settings().font_folder))
    except MissingGlyph as error:
        raise Refusal(
            N_("公示稿里的“%(character)s”字库中没有，印不出来，请换一个写法。"),
            character=error.character,
        ) from error
    return put(BytesIO(paper), "notice.pdf"), put(BytesIO(write_docx(letter)), "notice.docx")


def _paragraphs(content: Mapping[str, Any]) -> Iterator[Paragraph]:
    yield Paragraph(content["lead"])
    for name, text in content["rows"]:
        yield Paragraph(FIELDS[name], HEADING)
        yield from (Paragraph(line) for line in text.splitlines() if line.strip())
    yield Paragraph("公示期和异议", HEADING)
    yield Paragraph(f"{content['window']}。{OBJECT}")
    yield Paragraph(content["contact"])
