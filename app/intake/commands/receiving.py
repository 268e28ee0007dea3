"""`flask --app app intake receive FILE`: as uploading, and confirming if nothing is open."""

from pathlib import Path
from typing import Any

import click
from flask.cli import with_appcontext
from flask_babel import gettext

from app.access.actions import IntakeAction
from app.access.actor import Actor
from app.accounts.commands import act_as, as_user, in_words
from app.database import db
from app.inspections.queries import list_with_code
from app.intake import operations
from app.intake.models import IntakeDocument
from app.intake.operations import revision
from app.intake.snapshot.problems import Problem, problems_of
from app.intake.vocabulary import Decision, ImportState
from app.wording import N_, Refusal

OPEN_FINDINGS = 3
QUOTED = 60


@click.command("receive")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option("--list", "code", metavar="代号", required=True, help="导入到哪个整改清单。")
@click.option("--year", type=click.IntRange(1990, 2100), help="时限没有写年份时按这一年。")
@click.option("--confirm", is_flag=True, help="没有存疑时直接入账；有存疑则什么都不存，以3退出。")
@click.option("--accept-certain", is_flag=True, help="与--confirm同用：存疑的项不入账，并列出。")
@as_user
@with_appcontext
@in_words
def receive(  # noqa: PLR0913  # one parameter an option
    file: Path, code: str, year: int | None, *, confirm: bool, accept_certain: bool, login: str
) -> None:
    """导入清单文件，留待核对；加--confirm则没有存疑时直接入账。"""
    document = _received(file, code, year, login)
    if confirm and document.state is ImportState.REVIEW:
        _confirm(document, login, accept_certain=accept_certain)
    db.session.commit()
    click.echo(f"{document.filename}　{len(document.rows)}项　{gettext(document.state.label)}")


def _received(file: Path, code: str, year: int | None, login: str) -> IntakeDocument:
    subject = list_with_code(code)
    if subject is None:
        raise Refusal(N_("没有代号为“%(code)s”的整改清单。"), code=code)
    actor = act_as(login, IntakeAction.RECEIVE, subject)
    if not file.is_file():
        raise Refusal(N_("没有文件“%(file)s”。"), file=str(file))
    with file.open("rb") as stream:
        return operations.receive(stream, file.name, subject, actor, year)


def _confirm(document: IntakeDocument, login: str, *, accept_certain: bool) -> None:
    actor = act_as(login, IntakeAction.CONFIRM, document)
    left_out = _leave_out(document, login) if accept_certain else []
    found = operations.open_findings(document)
    if found:
        told = _told(document)
        db.session.rollback()
        for line in told:
            click.echo(line, err=True)
        click.echo(gettext("有%(count)s处存疑，什么都没有存", count=len(found)), err=True)
        raise SystemExit(OPEN_FINDINGS)
    operations.confirm(document, actor)
    for line in left_out:
        click.echo(line, err=True)


def _leave_out(document: IntakeDocument, login: str) -> list[str]:
    """Drop what is doubtful, and say what that was."""
    actor = act_as(login, IntakeAction.CORRECT, document)
    said: list[str] = []
    left_out = gettext("未入账")
    if operations.is_revising(document):
        revision.accept_unchallenged(document, actor)
        revision.keep_unlisted(document, actor)
        said += _unmatched(document, actor)
    for row in [row for row in document.rows if row.doubts]:
        reasons = "；".join(_words(doubt) for doubt in row.doubts)
        said.append(f"{left_out}　{row.number or row.position}　{reasons}")
        operations.decide(row, Decision.DROPPED, actor)
    lines = [line["number"] for line in document.unexplained]
    if lines:
        said += [f"{left_out}　{line['number']}　{line['text']}" for line in document.unexplained]
        operations.set_lines_aside(document, lines, actor)
    return said


def _unmatched(document: IntakeDocument, actor: Actor) -> list[str]:
    """Drop rows of which it is not certain which task of the list they are."""
    said = []
    left_out = gettext("未入账")
    for one in operations.revision_of(document).compared:
        if one.match.is_open or one.taken:
            row = one.match.row
            text = gettext(revision.ASKED, number=row.number or row.position)
            said.append(f"{left_out}　{row.number or row.position}　{text}")
            operations.decide(row, Decision.DROPPED, actor)
    return said


def _told(document: IntakeDocument) -> list[str]:
    """Everything that has to be settled: cell by cell, then beside what stands in the list."""
    told = [_cell(problem) for problem in problems_of(document)]
    if operations.is_revising(document):
        asked = revision.open_questions(operations.revision_of(document))
        told += [f"{place}　{_words(question)}" for place, question in asked]
    return told


def _cell(problem: Problem) -> str:
    """Where it stands, what is wrong, what stands there, what is expected."""
    place, at = problem.cell.place
    said = gettext("写的是“%(text)s”", text=problem.cell.text[:QUOTED])
    wanted = gettext("应当是：%(words)s", words=gettext(problem.expected))
    parts = [gettext(place, **at), gettext(problem.message, **problem.values)]
    parts += [said] if problem.cell.text else []
    return "　".join(parts + ([wanted] if problem.expected else []))


def _words(finding: dict[str, Any]) -> str:
    if "message" not in finding:
        return str(gettext("这一行没有对应到任何字段：%(text)s", text=finding["text"]))
    message, values = finding["message"], finding["values"]
    return str(gettext(message, **values))
