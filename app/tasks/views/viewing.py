"""One piece of evidence in place: the picture or page, what is known of it, its versions."""

from collections.abc import Sequence
from typing import Any

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from app.access.actions import TaskAction
from app.files.operations import pages_of
from app.files.views import send_blob, send_page, send_thumbnail
from app.files.vocabulary import MediaType
from app.tasks import queries
from app.tasks.models import Evidence
from app.tasks.operations import replaceable
from app.tasks.views import fetch, tasks
from app.tasks.views.gallery import attaches
from app.web.formatting import translated
from app.web.guard import authorize, current_actor, requires
from app.wording import Refusal


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
        site=queries.site_of(piece.id),
        replaces=attaches(subject) and replaceable(subject, piece, current_actor()),
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
