"""What the page of one task shows, put together from what is known of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from app.access.actor import TAKES_PART, Part
from app.files.vocabulary import MediaType
from app.tasks.models import Evidence, ProgressReport, Task, TaskEvent
from app.tasks.views.parts import Row, basis_of, figures, kept_of
from app.tasks.views.ties import told_of_ties
from app.tasks.vocabulary import FIELDS, PARTS, EventKind
from app.web.formatting import short_date, signed, translated

# Deeds of the procedure stand as full dots on the timeline, everything else as rings.
DEEDS = frozenset({
    EventKind.HANDED_OVER, EventKind.SIGNED, EventKind.APPLIED, EventKind.VERIFIED,
    EventKind.ACCEPTED, EventKind.RETURNED, EventKind.CLOSED, EventKind.SIGNED_OFF,
    EventKind.PUBLISHED, EventKind.EXAMINED, EventKind.FILED, EventKind.LOOKED_BACK,
    EventKind.RELAPSED,
})  # fmt: skip
LONGEST_NOTE = 80


@dataclass(frozen=True)
class Entry:
    """One line of the timeline."""

    moment: datetime
    title: str
    who: str
    text: str
    deed: bool


@dataclass(frozen=True)
class Picture:
    """One piece of evidence as a thumbnail."""

    href: str
    caption: str
    note: str
    picture: str
    kind: str


@dataclass(frozen=True)
class Share:
    """One unit's part in a task; `signs` if the part is signed for."""

    part: str
    unit: str
    signed_at: datetime | None
    signs: bool


def changes(
    report: ProgressReport | None, before: ProgressReport | None, evidence: Sequence[Evidence]
) -> list[Row]:
    """What the newest report says, beside the last one of an earlier period."""
    if report is None:
        return []
    now, was = kept_of(report), kept_of(before)
    count, gathered = _gathered(evidence, report), _gathered(evidence, before)
    return [
        Row(
            str(_("整体进度（%）")),
            str(before.percent) if before else "",
            str(report.percent),
            signed(report.percent - before.percent) if before else "",
            "100",
            basis_of(now),
        ),
        *figures(now, was),
        Row(
            str(_("证据（份）")),
            str(gathered) if before else "",
            str(count),
            signed(count - gathered),
            note=str(_("本期无新增")) if before and count == gathered else "",
        ),
        Row(
            str(_("序时进度")),
            translated(before.pace) if before else "",
            translated(report.pace),
        ),
    ]


def _gathered(evidence: Sequence[Evidence], report: ProgressReport | None) -> int:
    """How many pieces there were at the cut-off of a report's period."""
    if report is None:
        return 0
    return sum(
        piece.supersedes_id is None and piece.uploaded_at <= report.period.cutoff_at
        for piece in evidence
    )


def entries(events: Sequence[TaskEvent]) -> list[Entry]:
    return [
        Entry(
            event.recorded_at, event.kind.label, event.actor_name, _told(event), event.kind in DEEDS
        )
        for event in events
    ]


def _told(event: TaskEvent) -> str:
    """What is said of an event besides its name."""
    told = [told_of_ties(event)]
    if event.kind is EventKind.PROGRESS:
        told.append(_moved(event))
    if event.kind is EventKind.AMENDED:
        told += _amended(event)
    if event.kind is EventKind.EVIDENCE and not event.note:
        told.append(str(event.after.get("filename", "")))
    if event.note:
        long = len(event.note) > LONGEST_NOTE
        told.append(f"{event.note[:LONGEST_NOTE]}……" if long else event.note)
    return str(_("；")).join(part for part in told if part)


def _amended(event: TaskEvent) -> Iterator[str]:
    """Each field that an edition changed; short ones with what stood and what stands."""
    before = event.before.get("fields", {})
    for name, value in event.after.get("fields", {}).items():
        old, new = (_wording(one) for one in (before.get(name), value))
        label = _(FIELDS.get(name, name))
        if new and len(old) + len(new) <= LONGEST_NOTE:
            yield str(_("%(label)s“%(old)s”改为“%(new)s”", label=label, old=old, new=new))
        else:
            yield str(_("改%(label)s", label=label))


def _wording(value: Any) -> str:
    """A text, or the wording of a deadline; nothing for what takes more than a line."""
    if isinstance(value, dict):
        return str(value.get("deadline_wording", ""))
    return value if isinstance(value, str) else ""


def _moved(event: TaskEvent) -> str:
    before, now = event.after.get("percent_before"), event.after.get("percent")
    if before in (None, now):
        return f"{now}%"
    return str(_("%(before)s%%至%(now)s%%", before=before, now=now))


def pictures(evidence: Sequence[Evidence]) -> list[Picture]:
    return [_picture(piece) for piece in evidence]


def _picture(piece: Evidence) -> Picture:
    kind = MediaType(piece.blob.media_type)
    return Picture(
        href=url_for("tasks.view_evidence", token=piece.token),
        caption=piece.caption or piece.filename,
        note=f"{short_date(piece.uploaded_at)}　{translated(piece.kind)}",
        picture=url_for("tasks.evidence_thumbnail", token=piece.token) if kind.drawn else "",
        kind=kind.label,
    )


def shares(task: Task) -> list[Share]:
    """Every unit's present part, in the order of the parts."""
    order = list(Part)
    links = sorted(task.present_links, key=lambda link: order.index(link.part))
    return [
        Share(PARTS[link.part], link.unit.label, link.signed_at, link.part in TAKES_PART)
        for link in links
    ]
