"""The twelve weeks of work: reports, photos and the steps to close-out, each at its moment."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from io import BytesIO
from random import Random

from app import clock
from app.access.actor import Actor
from app.access.roles import Role
from app.closeout import operations as closeout
from app.closeout.drafts import Checked, Finding, Material
from app.closeout.queries import criteria_at
from app.closeout.vocabulary import Answer
from app.closeout.workflow import required_materials
from app.demo.drafts.city import City, CityTask, Picture, Report, Step
from app.demo.drafts.dates import Dates
from app.demo.operations.cast import Cast
from app.demo.snapshot.document import self_check
from app.demo.snapshot.pictures import draw
from app.files.operations import put
from app.inspections.models import RectificationList
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task
from app.tasks.operations import attach_evidence, report_progress, sign
from app.tasks.queries import evidence_of
from app.tasks.vocabulary import Pace

PACES = {"o": Pace.ON_SCHEDULE, "b": Pace.BEHIND, "a": Pace.AHEAD}
SELF_CHECK = "自查报告"
OFFICER = "liumingwei"
"""Who strikes tasks off: the head of the supervising section."""

WEDNESDAY, THURSDAY, FRIDAY = 2, 3, 4
DAYS = {"return": 0, "verify": 1, "accept": 2, "apply": 3, "close": 3}
"""A report of the same week stands before an application and after a return."""


@dataclass(frozen=True)
class Act:
    """Something that somebody does at a moment."""

    at: datetime
    do: Callable[[], object]


@dataclass(frozen=True)
class Stage:
    """Everything that the acts need: the story, its calendar, who plays, the tasks by number."""

    city: City
    dates: Dates
    cast: Cast
    tasks: Mapping[str, Task]

    @property
    def subject(self) -> RectificationList:
        return next(iter(self.tasks.values())).rectification_list

    def lines(self, number: str) -> CityTask:
        return self.city.tasks[int(number) - 1]


def acts(stage: Stage) -> Iterator[Act]:
    """Yield what is done, in no order."""
    for task in stage.city.tasks:
        for unit in dict.fromkeys((task.lead, *task.responsible, *task.cooperating)):
            yield _signing(stage, task, unit)
    applied = {(step.task, step.week) for step in stage.city.steps if step.step == "apply"}
    for report in stage.city.reports:
        yield _reporting(stage, report, by_wednesday=(report.task, report.week) in applied)
    for picture in stage.city.pictures:
        yield _photo(stage, picture)
    for step in stage.city.steps:
        yield _step(stage, step)


def _signing(stage: Stage, task: CityTask, unit: str) -> Act:
    at = _some_time(stage, f"sign/{task.number}/{unit}", -11, (0, 1))

    def do() -> None:
        sign(stage.tasks[task.number], stage.cast.of(unit, Role.UNIT))

    return Act(at, do)


def _reporting(stage: Stage, report: Report, *, by_wednesday: bool) -> Act:
    days = (WEDNESDAY, WEDNESDAY) if by_wednesday else (THURSDAY, FRIDAY)
    at = _some_time(stage, f"{report.task}/{report.week}", report.week, days)
    draft = ReportDraft(
        text=stage.dates.text(report.text),
        percent=report.percent,
        pace=PACES[report.pace],
        difficulties=report.difficulties,
        next_step=report.next_step,
    )

    def do() -> None:
        actor = stage.cast.of(stage.lines(report.task).lead, Role.UNIT)
        report_progress(stage.tasks[report.task], draft, actor)

    return Act(at, do)


def _photo(stage: Stage, picture: Picture) -> Act:
    """A photo comes in on one of the days before the week's report."""
    seed = f"{picture.task}/{picture.week}/{picture.scene}"
    at = _some_time(stage, seed, picture.week, (0, WEDNESDAY))

    def do() -> None:
        taken = clock.local(clock.now()) - timedelta(minutes=47)
        content = draw(picture.scene, picture.phase, seed, f"{taken:%Y.%m.%d %H:%M}")
        name = f"IMG_{taken:%Y%m%d_%H%M%S}.jpg"
        _attach(stage, picture.task, (content, name, picture.caption))

    return Act(at, do)


def _attach(stage: Stage, number: str, file: tuple[bytes, str, str]) -> None:
    content, name, caption = file
    actor = stage.cast.of(stage.lines(number).lead, Role.UNIT)
    attach_evidence(stage.tasks[number], put(BytesIO(content), name), name, caption, actor)


def _step(stage: Stage, step: Step) -> Act:
    at = _some_time(
        stage, f"{step.step}/{step.task}/{step.week}", step.week, (DAYS[step.step],) * 2
    )

    def do() -> None:
        task, lines = stage.tasks[step.task], stage.lines(step.task)
        if step.step == "apply":
            report = self_check(lines, step.text, stage.dates)
            _attach(stage, step.task, (report, f"第{step.task}项自查报告.docx", "自查报告"))
            actor = stage.cast.of(lines.lead, Role.UNIT)
            closeout.apply(task, step.text, actor, _materials(task))
            return
        judge = {
            "verify": closeout.verify,
            "accept": closeout.accept,
            "return": closeout.give_back,
            "close": closeout.close,
        }[step.step]
        checker = stage.cast.of(lines.supervising[0], Role.SUPERVISOR)
        actor = stage.cast.actor(OFFICER) if step.step == "close" else checker
        judge(task, _finding(task, step, actor), actor)

    return Act(at, do)


def _materials(task: Task) -> list[Material]:
    """The self-check report is what was handed in last; the rest lies at the unit."""
    report, *_older = evidence_of(task.id)
    wanted = required_materials(task.procedure) if task.procedure else ()
    return [
        Material(name, report.id)
        if name == SELF_CHECK
        else Material(name, note="原件存承办单位，核查时现场出示")
        for name in wanted
    ]


def _finding(task: Task, step: Step, actor: Actor) -> Finding:
    """What is said at a step; every criterion is answered, a verification says who was there."""
    assert task.step is not None
    answers = criteria_at(task, task.step) if step.step in ("verify", "accept") else ()
    checklist = tuple(Checked(name, Answer.MET) for name in answers)
    seen = (actor.name, "现场逐处查看") if step.step == "verify" else ("", "")
    return Finding(step.text, clock.today(), *seen, checklist)


def _some_time(stage: Stage, seed: str, week: int, days: tuple[int, int]) -> datetime:
    """Return a moment in office hours on one of the days, always the same one for a seed."""
    chance = Random(seed)  # noqa: S311  # the hour of a report is no secret
    at = time(chance.choice((9, 10, 11, 14, 15, 16)), chance.randrange(60), chance.randrange(60))
    return stage.dates.moment(week, chance.randint(*days), at)
