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
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.closeout.queries import open_application
from app.deadlines.windows import DayCount
from app.demo.drafts.life import Life, Matter, Path, Responsible, Review, SiteVisit, Sponsor
from app.demo.operations.telling import OFFICER, Act, Stage
from app.engagements import operations as engagements
from app.engagements.drafts import Conclusion, Demand, PersonDraft, ReviewDraft, VisitDraft
from app.engagements.models import TaskPerson
from app.engagements.vocabulary import PersonRole
from app.files.vocabulary import MediaType
from app.publication.drafts import NoticeDraft
from app.publication.operations import end_publicity, open_publicity
from app.publication.parsing import seen, spans
from app.publication.queries import publicity_of_application
from app.tasks.operations import answer
from app.tasks.queries import evidence_of, instructions_of

NATURAL_DAYS = 7
FIRST_WEEK, ASSESSED = -11, (-8, -5)
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SUNDAY = 0, 1, 2, 3, 6


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
    for path in life.paths:
        yield from _path(stage, path)
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


def _path(stage: Stage, path: Path) -> Iterator[Act]:
    """Publish what was accepted on Wednesday; confirm the end a week later, file it afterwards."""
    if path.publicity is None:
        return
    yield Act(
        stage.dates.moment(path.publicity, WEDNESDAY, time(16, 45)),
        partial(_publish, stage, path.task),
    )
    if path.publicity < -1:
        over = stage.dates.moment(path.publicity + 1, THURSDAY, time(8, 40))
        yield Act(over, partial(_confirm_end, stage, path.task))
    if path.filed is not None:
        at = stage.dates.moment(path.filed, TUESDAY, time(10, 20))
        yield Act(at, partial(_file, stage, path.task))


def _publish(stage: Stage, number: str) -> None:
    task, lines = stage.tasks[number], stage.lines(number)
    report = task.latest_report
    assert report is not None
    draft = NoticeDraft(
        first=clock.today() + timedelta(days=1),
        length=NATURAL_DAYS,
        kind=DayCount.NATURAL,
        title=f"关于第二轮中央生态环境保护督察反馈问题第{number}项整改完成情况的公示",
        lead=f"第{number}项整改任务经{lines.lead}整改、{lines.supervising[0]}核查验收，已完成整改，现予公示。",
        fields={"problem": task.problem, "target": task.target or "", "progress": report.text},
        contact="来信：望渚市整改办（市政府大院3号楼）　来电：0000-1234567",
        evidence_ids=[
            piece.id for piece in evidence_of(task.id) if MediaType(piece.blob.media_type).drawn
        ],
    )
    released = seen(spans(draft.texts()))
    open_publicity(task, draft, released, stage.cast.actor(OFFICER))


def _confirm_end(stage: Stage, number: str) -> None:
    application = open_application(stage.tasks[number].id)
    assert application is not None
    publicity = publicity_of_application(application.id)
    assert publicity is not None
    end_publicity(publicity, "公示期满，没有收到异议。", stage.cast.actor(OFFICER))


def _file(stage: Stage, number: str) -> None:
    said = Finding("销号材料已报省整改办备案。", clock.today())
    closeout.file(stage.tasks[number], said, stage.cast.actor(OFFICER))


def _assess(stage: Stage) -> None:
    """Four weeks of the list, announced: units may object."""
    officer = stage.cast.actor(OFFICER)
    first, last = (stage.dates.sunday(week) for week in ASSESSED)
    drafted = assessment.draft(stage.subject, first - timedelta(days=SUNDAY), last, officer)
    assessment.announce(drafted, officer)
