"""How a publicity reads: its window and what is left of it, the same on every page."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.publication.models import Objection
from app.publication.parsing import Span
from app.publication.queries import Line, examine_until
from app.publication.vocabulary import FIELDS, FINDS, Standing
from app.web.formatting import cn_date, translated

TONES = {Standing.RUNNING: "step", Standing.STOPPED: "strong", Standing.OVER: "strong",
         Standing.ENDED: "closed", Standing.WITHDRAWN: "closed"}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """One publicity in words."""

    line: Line
    number: str
    title: str
    office: str
    issued_on: date
    window: str
    state: str
    tone: str
    left: str
    paper_last: date
    """The last day as the paper names it: before any objection."""


def row(line: Line) -> Row:
    content = line.publicity.content
    return Row(
        line=line,
        number=content["number"],
        title=content["title"],
        office=content["office"],
        issued_on=date.fromisoformat(content["issued_on"]),
        window=window(line),
        state=line.standing.label,
        tone=TONES.get(line.standing, ""),
        left=left(line),
        paper_last=date.fromisoformat(content["last_day"]),
    )


def length(line: Line) -> str:
    """Return 10个工作日."""
    publicity = line.publicity
    return str(_("%(count)s个%(kind)s", count=publicity.length, kind=translated(publicity.kind)))


def window(line: Line) -> str:
    """Return 2026年11月16日至2026年11月27日; while the clock stands, only its beginning."""
    first = cn_date(line.publicity.first_day)
    if line.last is None:
        return str(_("%(first)s起", first=first))
    return str(_("%(first)s至%(last)s", first=first, last=cn_date(line.last)))


def left(line: Line) -> str:
    """Return what still has to run, in the window's own days."""
    kind = translated(line.publicity.kind)
    if line.standing is Standing.STOPPED:
        return str(_("停止计时，还剩%(count)s个%(kind)s", count=line.left, kind=kind))
    if line.standing is not Standing.RUNNING:
        return ""
    if line.left < 1:
        return str(_("今天是最后一天"))
    return str(_("还有%(count)s个%(kind)s", count=line.left, kind=kind))


def rows_of(line: Line) -> list[tuple[str, str]]:
    """Return what is published, each text under its name."""
    return [(FIELDS[name], text) for name, text in line.publicity.content["rows"]]


def due(objection: Objection) -> date:
    return examine_until(objection)


def told(found: list[Span]) -> list[tuple[str, str]]:
    """Return the spans to look at: what each may be, and its text."""
    return [(FINDS.get(one.kind, one.kind), one.text) for one in found]
