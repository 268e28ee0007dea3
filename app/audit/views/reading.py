"""Turns an entry into what a person reads: labels for words, before beside after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.audit import queries
from app.audit.models import AuditEntry
from app.audit.vocabulary import ACTION_LABELS, FIELDS, SUBJECTS
from app.web.formatting import cn_date
from app.wording import N_

OTHER_DEED, OTHER_SUBJECT, OTHER_CONTENT = N_("其他事项"), N_("其他"), N_("其他内容")

DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Change:
    """One field, as it was and as it is."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """One entry of the trail, ready to be shown."""

    entry: AuditEntry
    action: str
    subject: str
    changes: tuple[Change, ...]


def line(entry: AuditEntry) -> Line:
    kind = SUBJECTS.get(entry.subject_kind or "")
    return Line(
        entry=entry,
        action=_(ACTION_LABELS.get(entry.action, "") or OTHER_DEED),
        subject=f"{_(kind or OTHER_SUBJECT)} {entry.subject_id}" if entry.subject_id else "",
        changes=tuple(_changes(entry)),
    )


def _changes(entry: AuditEntry) -> Iterator[Change]:
    """Say what changed; what only stood there before and after is left out."""
    before, after = entry.before or {}, entry.after or {}
    kind = entry.subject_kind or ""
    for field in dict.fromkeys([*before, *after]):
        old, new = before.get(field), after.get(field)
        if old != new:
            label = _(FIELDS.get(field, "") or OTHER_CONTENT)
            yield Change(label, _text(kind, field, old), _text(kind, field, new))


def _text(kind: str, field: str, value: Any) -> str:
    if value is None or value == "":
        return str(_("无"))
    if isinstance(value, bool):
        return str(_("是") if value else _("否"))
    if isinstance(value, list):
        return str(_("、")).join(_text(kind, field, part) for part in value)
    if isinstance(value, dict):
        return _nested(kind, value)
    return _word(kind, field, str(value))


def _nested(kind: str, value: dict[str, Any]) -> str:
    if set(value) == {"keyed"}:
        return str(_("（不显示）"))
    return str(_("、")).join(_text(kind, name, part) for name, part in value.items())


def _word(kind: str, field: str, value: str) -> str:
    label = queries.words().get((kind, field, value))
    if label := label or queries.words_of_any_table().get((field, value)):
        return str(_(label))
    return cn_date(date.fromisoformat(value)) if DAY.fullmatch(value) else value
