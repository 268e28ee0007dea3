"""Setting points, drafting, announcing, objecting, deciding, publishing. Nothing here commits."""

from datetime import date
from typing import Any

from app import clock
from app.access.actions import AssessmentAction
from app.access.actor import Actor
from app.assessment import queries
from app.assessment.drafts import PointDraft, Points
from app.assessment.models import (
    Assessment,
    AssessmentLine,
    AssessmentObjection,
    AssessmentRules,
)
from app.assessment.workflow import ASSESSMENT_WORKFLOW
from app.audit.operations import record
from app.database import db
from app.inspections.models import RectificationList
from app.inspections.operations import next_number
from app.inspections.vocabulary import DocumentKind
from app.wording import N_, Moved, Refusal


def set_points(subject: RectificationList, points: Points, actor: Actor) -> AssessmentRules:
    """Store the points of a list as its next version; assessments begun before keep theirs."""
    last = queries.latest_rules(subject.id)
    rules = AssessmentRules(
        list_id=subject.id,
        version_no=last.version_no + 1 if last else 1,
        base=points.base,
        ahead_days=points.ahead_days,
        worth={kind.value: worth for kind, worth in points.worth.items()},
        set_by_name=actor.name,
        set_at=clock.now(),
    )
    db.session.add(rules)
    before = {"worth": last.worth, "base": last.base} if last else None
    after = {"worth": rules.worth, "base": rules.base, "ahead_days": rules.ahead_days}
    record(actor, AssessmentAction.SET_POINTS, rules, before=before, after=after)
    return rules


def draft(subject: RectificationList, first_day: date, last_day: date, actor: Actor) -> Assessment:
    """Work out the points between two days; drafted again, they are worked out anew."""
    if last_day >= clock.today():
        raise Refusal(N_("考核期还没有结束，最后一天要早于今天。"))
    found = queries.assessment_between(subject.id, first_day, last_day)
    if found is None:
        rules = queries.latest_rules(subject.id) or set_points(subject, Points(), actor)
        found = Assessment(
            rectification_list=subject,
            rules=rules,
            first_day=first_day,
            last_day=last_day,
            units=[],
        )
        db.session.add(found)
    return redraft(found, actor)


def redraft(assessment: Assessment, actor: Actor) -> Assessment:
    """Work out a draft's points from what is recorded now, by the newest points of the list."""
    subject, days = assessment.rectification_list, (assessment.first_day, assessment.last_day)
    assessment.rules = queries.latest_rules(assessment.list_id) or assessment.rules
    points = assessment.rules.points
    assessment.lines = [
        _line(one, points)
        for one in queries.facts(subject, *days, points)
        if points.worth[one.kind]
    ]
    units = queries.counting_units(subject, *days)
    assessment.units = sorted({*units, *(line.unit_id for line in assessment.lines)})
    _move(assessment, AssessmentAction.DRAFT, actor)
    return assessment


def _line(one: PointDraft, points: Points) -> AssessmentLine:
    return AssessmentLine(**vars(one), points=points.worth[one.kind], struck=False)


def announce(assessment: Assessment, actor: Actor) -> None:
    """Show it to the units; from now on its points stay as they are, but for objections."""
    if not assessment.units:
        raise Refusal(N_("这段时间没有单位承担任务，不能考核。"))
    _move(assessment, AssessmentAction.ANNOUNCE, actor, announced_at=clock.now())


def object_to(line: AssessmentLine, text: str, actor: Actor) -> AssessmentObjection:
    """Object to one line for the unit that it is about; once."""
    ASSESSMENT_WORKFLOW.after(line.assessment.state, AssessmentAction.OBJECT)
    if line.objection is not None:
        raise Moved(N_("这一条已经提过异议。"))
    raised = AssessmentObjection(
        line=line, text=text, raised_by_name=actor.name, raised_at=clock.now()
    )
    db.session.add(raised)
    record(actor, AssessmentAction.OBJECT, line, reason=text)
    return raised


def decide(line: AssessmentLine, answer: str, actor: Actor, *, upheld: bool) -> None:
    """Decide an objection: upheld, the line does not count any more; otherwise it stands."""
    ASSESSMENT_WORKFLOW.after(line.assessment.state, AssessmentAction.DECIDE)
    raised = line.objection
    if raised is None or raised.upheld is not None:
        raise Moved(N_("这条异议已经答复过。"))
    raised.upheld, raised.answer = upheld, answer
    raised.decided_by_name, raised.decided_at = actor.name, clock.now()
    line.struck = upheld
    record(actor, AssessmentAction.DECIDE, line, after={"struck": upheld}, reason=answer)


def publish(assessment: Assessment, actor: Actor) -> None:
    """Number the circular; nothing about it changes any more."""
    waiting = queries.count_open_objections(assessment)
    if waiting:
        raise Refusal(N_("还有%(count)s条异议没有答复，答复后才能通报。"), count=waiting)
    year = assessment.last_day.year
    number = next_number(assessment.list_id, DocumentKind.ASSESSMENT, year)
    facts = {"number": number, "published_at": clock.now()}
    _move(assessment, AssessmentAction.PUBLISH, actor, **facts)


def _move(assessment: Assessment, action: AssessmentAction, actor: Actor, **facts: Any) -> None:
    """Change an assessment by the table and write down who did it. Alone in setting `state`."""
    assessment.state = ASSESSMENT_WORKFLOW.after(assessment.state, action)
    for name, value in facts.items():
        setattr(assessment, name, value)
    told = {"items": len(assessment.lines), "units": len(assessment.units), **facts}
    record(actor, action, assessment, after=told)
