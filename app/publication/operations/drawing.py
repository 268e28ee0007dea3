"""The notice on paper: drawn once, when it is opened, and kept as it was."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Any

from app.extensions import settings
from app.files.models import Blob
from app.files.operations import put
from app.publication.vocabulary import FIELDS
from app.wording import N_, Refusal
from reports.fonts import MissingGlyph, fonts
from reports.notice.content import Notice, Row
from reports.notice.document import draw
from reports.notice.word import document


def drawn(content: Mapping[str, Any]) -> tuple[Blob, Blob]:
    """Return the notice as PDF and as .docx."""
    notice = Notice(
        number=content["number"],
        title=content["title"],
        lead=content["lead"],
        rows=tuple(Row(FIELDS[name], text) for name, text in content["rows"]),
        window=content["window"],
        contact=content["contact"],
        office=content["office"],
        issued_on=date.fromisoformat(content["issued_on"]),
    )
    try:
        paper = draw(notice, fonts(settings().font_folder))
    except MissingGlyph as error:
        raise Refusal(
            N_("公示稿里的“%(character)s”字库中没有，印不出来，请换一个写法。"),
            character=error.character,
        ) from error
    return put(BytesIO(paper), "notice.pdf"), put(BytesIO(document(notice)), "notice.docx")
