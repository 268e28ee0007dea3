"""Leaders on site, a joint review, accountability, last month's assessment."""

from collections.abc import Iterator, Sequence
from datetime import time, timedelta
from functools import partial

from app import clock
from app.access.roles import Role
from app.accountability import operations as accountability
from app.accountability.drafts import Conclusion as Decision
from app.accountability.drafts import MatterDraft
from app.accountability.models import Matter as KeptMatter
from app.accountability.vocabulary import Manner, Rank
from app.assessment import operations as assessment
from app.demo.drafts.life import Life, Matter, Responsible, Review, SiteVisit, Sponsor
from app.demo.operations.telling import OFFICER, Act, Stage
from app.engagements import operations as engagements
from app.engagements.drafts import Conclusion, Demand, PersonDraft, ReviewDraft, VisitDraft
from app.engagements.models import TaskPerson
from app.engagements.vocabulary import PersonRole
from app.tasks.operations import answer
from app.tasks.queries import instructions_of

FIRST_WEEK, ASSESSED = -11, (-8, -5)
MONDAY, TUESDAY, WEDNESDAY, SUNDAY = 0, 1, 2, 6


def life_acts(stage: Stage, life: Life) -> Iterator[Act]:
    """Yield what leaders, reviewers and the discipline body do."""
    for sponsor in life.sponsors:
        yield from _sponsoring(stage, sponsor)
    for person in life.responsible:
        at = stage.dates.moment(FIRST_WEEK, TUESDAY, time(10))
        yield Act(at, partial(_name_responsible, stage, person))
    yield from _review(stage, life.review)
    for matter in life.matters:
        yield from _matter(stage, matter)
    at = stage.dates.moment(-1, WEDNESDAY, time(9, 30))
    yield Act(at, partial(_assess, stage))


def _sponsoring(stage: Stage, sponsor: Sponsor) -> Iterator[Act]:
    who = stage.cast.people[sponsor.login]
    named: list[TaskPerson] = []

    def name() -> None:
        draft = PersonDraft(
            PersonRole.SPONSOR, who.name, who.post, None, who.id, sponsor.every_days
        )
        officer = stage.cast.actor(OFFICER)
        named.append(engagements.name_person(stage.tasks[sponsor.task], draft, officer))

    yield Act(stage.dates.moment(FIRST_WEEK, TUESDAY, time(9, 40)), name)
    for visit in sponsor.visits:
        at = stage.dates.moment(visit.week, WEDNESDAY, time(16))
        yield Act(at, partial(_visit, stage, named, sponsor.login, visit))


def _visit(stage: Stage, named: Sequence[TaskPerson], login: str, visit: SiteVisit) -> None:
    draft = VisitDraft(clock.today(), visit.place, visit.seen, visit.demands)
    engagements.visit(named[0], draft, stage.cast.actor(login))


def _name_responsible(stage: Stage, person: Responsible) -> None:
    draft = PersonDraft(PersonRole.RESPONSIBLE, person.name, person.post)
    engagements.name_person(stage.tasks[person.task], draft, stage.cast.actor(OFFICER))


def _review(stage: Stage, said: Review) -> Iterator[Act]:
    yield Act(stage.dates.moment(said.week, TUESDAY, time(15)), partial(_hold, stage, said))
    for item in said.items:
        if item.answer:
            at = stage.dates.moment(said.week + 1, TUESDAY, time(11))
            yield Act(at, partial(_answer, stage, item.task, item.unit, item.answer))


def _hold(stage: Stage, said: Review) -> None:
    officer, today = stage.cast.actor(OFFICER), clock.today()
    tasks = [stage.tasks[item.task] for item in said.items]
    draft = ReviewDraft(said.title, today, said.chair, tuple(task.id for task in tasks))
    review = engagements.plan_review(stage.subject, draft, officer)
    conclusions = [
        Conclusion(
            stage.tasks[item.task].id,
            item.conclusion,
            (Demand(_unit(stage, item.unit), item.demand, today + timedelta(days=item.days)),),
        )
        for item in said.items
    ]
    engagements.conclude(review, said.present, conclusions, officer)


def _unit(stage: Stage, short: str) -> int:
    return stage.cast.units[short].id


def _answer(stage: Stage, number: str, unit: str, text: str) -> None:
    given = instructions_of(stage.tasks[number].id)[0]
    answer(given, text, stage.cast.of(unit, Role.UNIT))


def _matter(stage: Stage, said: Matter) -> Iterator[Act]:
    kept: list[KeptMatter] = []

    def transfer() -> None:
        task = stage.tasks[said.task]
        draft = MatterDraft(said.number, said.title, said.body, clock.today(), task.id)
        kept.append(accountability.transfer(stage.subject, draft, stage.cast.actor(OFFICER)))

    yield Act(stage.dates.moment(FIRST_WEEK, WEDNESDAY, time(14)), transfer)
    if said.concluded is not None:
        at = stage.dates.moment(said.concluded, TUESDAY, time(17))
        yield Act(at, partial(_conclude, stage, kept, said))


def _conclude(stage: Stage, kept: Sequence[KeptMatter], said: Matter) -> None:
    accountability.conclude(kept[0], _decision(said), stage.cast.actor(OFFICER))


def _decision(said: Matter) -> Decision:
    counts = {
        (Rank(rank), Manner(manner)): persons
        for rank, row in (said.counts or {}).items()
        for manner, persons in row.items()
    }
    return Decision(clock.today(), sum(counts.values()), counts, said.document)


def _assess(stage: Stage) -> None:
    """Four weeks of the list, announced: units may object."""
    officer = stage.cast.actor(OFFICER)
    first, last = (stage.dates.sunday(week) for week in ASSESSED)
    drafted = assessment.draft(stage.subject, first - timedelta(days=SUNDAY), last, officer)
    assessment.announce(drafted, officer)
