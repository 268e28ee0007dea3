"""Where the page goes after a deed, and whether the deed was meant for what stands there now."""

from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.intake.models import IntakeDocument, IntakeRow
from app.wording import N_, Moved

CHANGED = N_("这条记录刚被别人改过。您填写的内容在下面，请对照新内容后再提交。")


def same_version(row: IntakeRow, version: str | None) -> None:
    """Refuse what was meant for an earlier version of the row."""
    if version and version != str(row.version):
        raise Moved(CHANGED)


def back_to(
    document: IntakeDocument, row: IntakeRow | int | None = None, **more: Any
) -> ResponseReturnValue:
    """Go on at the row; among the doubtful ones at the next, where it is settled."""
    position = row.position if isinstance(row, IntakeRow) else row
    show = request.args.get("show") or None
    here = url_for("intake.review", import_id=document.id, row=position, show=show, **more)
    return redirect(here)
