"""All evidence of a task by kind and step, and one piece in place: picture, page, particulars."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.files.operations import pages_of
from app.files.views import send_blob, send_page, send_thumbnail
from app.files.vocabulary import MediaType
from app.inspections.vocabulary import StepKind
from app.tasks import queries
from app.tasks.forms import evidence_wanted
from app.tasks.models import Evidence
from app.tasks.views import fetch, tasks
from app.tasks.views.dossier import pictures
from app.tasks.vocabulary import EvidenceKind
from app.tasks.workflow import possible
from app.web.formatting import translated
from app.web.guard import authorize, may, requires
from app.wording import Refusal


@dataclass(frozen=True)
class Choice:
    """One value of a filter with how many pieces it leaves."""

    label: str
    href: str
    count: int
    current: bool


@tasks.get("/<int:task_id>/evidence/all")
@requires(TaskAction.READ)
def all_evidence(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.READ, subject)
    whole = queries.present(queries.evidence_of(task_id))
    wanted = evidence_wanted(request.args)
    return render_template(
        "tasks/evidence.html",
        task=subject,
        headline=subject.headline,
        pictures=pictures(_chosen(whole, *wanted)),
        total=len(whole),
        kinds=list(_kinds(task_id, whole, wanted)),
        steps=list(_steps(task_id, whole, wanted)),
        attaches=may(TaskAction.ATTACH_EVIDENCE, subject)
        and possible(subject.state, None, TaskAction.ATTACH_EVIDENCE),
    )


def _chosen(
    evidence: Sequence[Evidence], kind: EvidenceKind | None, step: StepKind | None
) -> list[Evidence]:
    return [
        piece
        for piece in evidence
        if (kind is None or piece.kind is kind) and (step is None or piece.step is step)
    ]


Wanted = tuple[EvidenceKind | None, StepKind | None]


def _kinds(task_id: int, evidence: Sequence[Evidence], wanted: Wanted) -> Iterator[Choice]:
    kind, step = wanted
    counts = Counter(piece.kind for piece in evidence)
    yield _choice(task_id, _("全部"), len(evidence), (None, step), wanted)
    for each in EvidenceKind:
        if counts[each] or each is kind:
            yield _choice(task_id, translated(each), counts[each], (each, step), wanted)


def _steps(task_id: int, evidence: Sequence[Evidence], wanted: Wanted) -> Iterator[Choice]:
    kind, step = wanted
    counts = Counter(piece.step for piece in evidence)
    yield _choice(task_id, _("全部"), len(evidence), (kind, None), wanted)
    for each in StepKind:
        if counts[each] or each is step:
            yield _choice(task_id, translated(each), counts[each], (kind, each), wanted)


def _choice(task_id: int, label: str, count: int, to: Wanted, wanted: Wanted) -> Choice:
    href = url_for("tasks.all_evidence", task_id=task_id, kind=to[0], step=to[1])
    return Choice(label, href, count, to == wanted)


@tasks.get("/evidence/<token>/view")
@requires(TaskAction.READ)
def view_evidence(token: str) -> ResponseReturnValue:
    piece = _fetch(token)
    subject = fetch(piece.task_id)
    whole = queries.evidence_of(piece.task_id)
    return render_template(
        "tasks/evidence_page.html",
        task=subject,
        headline=subject.headline,
        piece=piece,
        picture=piece.blob.picture,
        media=MediaType(piece.blob.media_type),
        versions=_versions(whole, piece),
        replaces=may(TaskAction.ATTACH_EVIDENCE, subject)
        and possible(subject.state, None, TaskAction.ATTACH_EVIDENCE),
        **_beside(whole, piece),
        **_page(piece),
    )


def _beside(whole: Sequence[Evidence], piece: Evidence) -> dict[str, Any]:
    """The pieces before and after this one, as the page of all evidence has them."""
    shown = queries.present(whole)
    at = next((place for place, one in enumerate(shown) if one.id == piece.id), None)
    if at is None:
        return {"before": None, "after": None, "place": None, "total": len(shown)}
    return {
        "before": shown[at - 1] if at else None,
        "after": shown[at + 1] if at + 1 < len(shown) else None,
        "place": at + 1,
        "total": len(shown),
    }


def _versions(whole: Sequence[Evidence], piece: Evidence) -> list[Evidence]:
    """Every version of a piece, newest first."""
    by_key = {one.id: one for one in whole}
    later = {one.supersedes_id: one for one in whole if one.supersedes_id}
    newest = piece
    while newest.id in later:
        newest = later[newest.id]
    found = [newest]
    while found[-1].supersedes_id:
        found.append(by_key[found[-1].supersedes_id])
    return found


def _page(piece: Evidence) -> dict[str, Any]:
    """Which page of a PDF is shown; one that cannot be drawn says so, and can be downloaded."""
    try:
        pages = pages_of(piece.blob)
    except Refusal as refusal:
        return {"pages": 0, "page": 0, "trouble": translated(refusal)}
    asked = request.args.get("page", 1, type=int)
    return {"pages": pages, "page": min(max(asked, 1), max(pages, 1)), "trouble": ""}


@tasks.get("/evidence/<token>")
@requires(TaskAction.READ)
def open_evidence(token: str) -> ResponseReturnValue:
    piece = _fetch(token)
    return send_blob(piece.blob, piece.filename, download="download" in request.args)


@tasks.get("/evidence/<token>/thumbnail")
@requires(TaskAction.READ)
def evidence_thumbnail(token: str) -> ResponseReturnValue:
    return send_thumbnail(_fetch(token).blob)


@tasks.get("/evidence/<token>/pages/<int:number>")
@requires(TaskAction.READ)
def evidence_page(token: str, number: int) -> ResponseReturnValue:
    return send_page(_fetch(token).blob, number)


def _fetch(token: str) -> Evidence:
    piece = queries.evidence_with_token(token) or abort(404)
    authorize(TaskAction.READ, queries.task_or_none(piece.task_id))
    return piece
