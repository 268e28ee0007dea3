"""The page of a document that is being read, or could not be: what happens, since when."""

from dataclasses import dataclass
from typing import Final

from flask import make_response, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.intake.forms import DeedForm
from app.intake.models import IntakeDocument
from app.intake.vocabulary import ImportState
from app.jobs.models import Job
from app.jobs.queries import job_or_none
from app.jobs.vocabulary import JobState
from app.wording import N_

PAUSE: Final = "2"
"""Seconds after which the page of a document that is being read asks again."""
LONG: Final = 120
"""Seconds after which somebody should look whether the worker runs at all."""
ENDED: Final = N_("后台多次尝试没有读成，请放弃后重新上传；再不行请联系系统管理员")


@dataclass(frozen=True)
class Waiting:
    """How far the reading is, in words."""

    failure: str | None
    doing: str
    percent: int
    seconds: int
    is_long: bool


def waiting(document: IntakeDocument) -> ResponseReturnValue:
    """While the worker reads, the page comes again by itself; it can be left and found again."""
    state = _state_of(document, job_or_none(document.job_id) if document.job_id else None)
    page = render_template("intake/reading.html", document=document, waiting=state, form=DeedForm())
    answer = make_response(page)
    if state.failure is None:
        here = url_for("intake.review", import_id=document.id)
        answer.headers["Refresh"] = f"{PAUSE}; url={here}"
    return answer


def _state_of(document: IntakeDocument, job: Job | None) -> Waiting:
    seconds = int((clock.now() - document.uploaded_at).total_seconds())
    queued = job is None or job.state is JobState.WAITING
    return Waiting(
        failure=_failure(document, job),
        doing=_("排队等候后台读取")
        if queued or job is None
        else _(job.message or N_("正在读取文件")),
        percent=0 if job is None else job.percent,
        seconds=seconds,
        is_long=seconds > LONG,
    )


def _failure(document: IntakeDocument, job: Job | None) -> str | None:
    """Why nothing comes any more: the file, or the work itself."""
    if document.state is ImportState.FAILED:
        return document.failure
    return ENDED if job is not None and job.state is JobState.FAILED else None
