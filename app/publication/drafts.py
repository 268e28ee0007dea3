"""What the office says when it opens a publicity, and what a member of the public objects."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import BinaryIO

from app.deadlines.windows import DayCount, Window
from app.publication.vocabulary import Ruling


@dataclass(frozen=True)
class NoticeDraft:
    """A notice before it is frozen: every text as it will be read by everybody."""

    first: date
    length: int
    kind: DayCount
    title: str
    lead: str
    fields: Mapping[str, str]
    """Texts by the names of FIELDS; an empty one is not published."""
    contact: str
    evidence_ids: Sequence[int] = ()
    """Photographs to publish as copies that tell nothing of camera and place."""

    @property
    def window(self) -> Window:
        return Window(self.first, self.length, self.kind)

    def texts(self) -> dict[str, str | None]:
        """Return everything that will be published in words, for the scan before release."""
        return {"title": self.title, "lead": self.lead, **self.fields}


@dataclass(frozen=True)
class Upload:
    """A file that came with an objection."""

    filename: str
    stream: BinaryIO


@dataclass(frozen=True)
class ObjectionDraft:
    """What somebody objects; name and telephone only if they want an answer."""

    text: str
    name: str = ""
    phone: str = ""
    files: Sequence[Upload] = field(default=())


@dataclass(frozen=True)
class Examination:
    """What the office found of an objection, and what it answers."""

    ruling: Ruling
    reply: str
