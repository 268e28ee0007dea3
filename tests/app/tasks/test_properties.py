"""Random histories of three tiers: what holds after every deed, in whatever order."""

from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Part
from app.access.policy import permits
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.deadlines.phrases import read_deadline
from app.metrics.queries import PARTS, figures
from app.metrics.vocabulary import Figure
from app.tasks import operations, queries
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task, TaskEvent
from app.tasks.operations import Deed
from app.tasks.operations.moving import PROJECTED
from app.tasks.queries import Scope, TaskFilter
from app.tasks.vocabulary import LinkKind, Pace, TaskState
from app.wording import Refusal
from tests.factories.province import Province, Seat, small_province

DEADLINES = ("2029年6月底前", "2029年12月底前", "2030年6月底前", "立行立改", "长期坚持")
STRUCK = (TaskState.CLOSED, TaskState.MERGED)
ENDING = (TaskState.CLOSING, *STRUCK)
NUMBERS = st.integers(0, 11)


@dataclass
class History:
    """Deeds by name; each takes any task, any other, any seat, any deadline, and may be refused.

    It begins with a task down through the three tiers, one alone, one given to a government.
    """

    province: Province
    tasks: list[Task] = field(default_factory=list)
    seats: dict[int, Seat] = field(default_factory=dict)
    opened: int = 0

    def __post_init__(self) -> None:
        self.seats = {seat.list.id: seat for seat in self.province.seats}
        p, y, d, x = self.province.seats
        top = p.task("甲", deadline=read_deadline("2030年6月底前"))
        middle = y.child(top, p.office, "乙", deadline=read_deadline("2029年12月底前"))
        low = [
            one.child(middle, y.office, "丙", deadline=read_deadline("立行立改")) for one in (d, x)
        ]
        self.tasks = [top, middle, *low, d.task("戊")]
        self.give_to_government(None, None, d, None)
        self.hand_over(self.tasks[-1])

    def of(self, task: Task) -> Seat:
        return self.seats[task.list_id]

    def number(self) -> str:
        self.opened += 1
        return str(self.opened)

    def decompose(self, task, _other, seat, deadline):
        draft = seat.draft(self.number(), deadline=deadline)
        self.tasks.append(operations.decompose(task, seat.list, draft, self.of(task).office))

    def give_to_government(self, _task, _other, seat, _deadline):
        """A task of the city, led by the government of another seat: its office receives it."""
        own = self.province.city
        parts = ((Part.LEAD, seat.government.id), (Part.SUPERVISING, own.housing.id))
        draft = own.draft(self.number(), parts=parts, counting_unit_id=seat.government.id)
        self.tasks.append(operations.open_task(own.list, draft, own.office))

    def hand_over(self, task, *_more):
        operations.hand_over(task, self.of(task).office)

    def report(self, task, _other, _seat, _deadline):
        draft = ReportDraft("又做了一处", 60, Pace.ON_SCHEDULE, reason="更正")
        if task.latest_report_id is None:
            draft = ReportDraft("做了一处", 50, Pace.BEHIND)
        operations.report_progress(task, draft, self.of(task).worker)

    def apply(self, task, *more):
        if task.latest_report_id is None:
            self.report(task, *more)
        closeout.apply(task, "自查完成，达到目标。", self.of(task).worker)

    def go_on(self, task, *_more):
        """The next step to close-out, whichever it is."""
        seat, finding = self.of(task), Finding("合格", clock.today())
        deeds = ((closeout.verify, seat.checker), (closeout.accept, seat.checker),
                 (closeout.close, seat.office))  # fmt: skip
        for deed, actor in deeds:
            if permits(actor, TaskAction.READ, task) and task.state is TaskState.CLOSING:
                try:
                    deed(task, finding, actor)
                except Refusal:
                    continue
                return

    def to_the_end(self, task, *more):
        self.apply(task, *more)
        for _step in range(3):
            self.go_on(task)

    def give_back(self, task, *_more):
        closeout.give_back(task, Finding("不合格", clock.today()), self.of(task).checker)

    def merge(self, task, other, *_more):
        operations.merge(task, other, "合办", self.of(task).office)

    def follow(self, task, other, *_more):
        operations.link(task, other, LinkKind.SAME_DEADLINE_AS, "同时限", self.of(task).office)

    def relate(self, task, other, *_more):
        operations.link(task, other, LinkKind.CARRIED_OVER_FROM, "承接", self.of(task).office)

    def unlink(self, task, *_more):
        for tie in queries.links_of(task.id):
            operations.unlink(tie, "写错", self.of(task).office)

    def set_deadline(self, task, _other, _seat, deadline):
        changes = {"due_on": deadline.due_on, "immediate": deadline.immediate}
        operations.move(task, Deed(TaskAction.SET_DEADLINE, changes=changes), self.of(task).office)

    def replay(self, deeds) -> None:
        """Do each deed whole or not at all; after each one the past is what it was."""
        for name, task, other, seat, deadline in deeds:
            told = past()
            chosen = [self.tasks[place % len(self.tasks)] for place in (task, other)]
            known = list(self.tasks)
            try:
                with db.session.begin_nested():
                    getattr(self, name)(
                        *chosen,
                        self.province.seats[seat % 4],
                        read_deadline(DEADLINES[deadline % len(DEADLINES)]),
                    )
            except Refusal:
                self.tasks = known
            assert past()[: len(told)] == told, "an entry of the history changed"
            tiers_are_in_order()


WAYS = [name for name in vars(History) if name[0] != "_" and callable(vars(History)[name])]
DEEDS = [name for name in WAYS if name not in ("of", "number", "replay")]


def past() -> list[tuple]:
    columns = list(inspect(TaskEvent).columns)
    return [tuple(row) for row in db.session.execute(select(*columns).order_by(TaskEvent.id))]


def tiers_are_in_order() -> None:
    """No parent ends before a child, none is due before a child, three tiers at most."""
    for child in db.session.scalars(select(Task).where(Task.parent_id.is_not(None))):
        parent = child.parent
        assert queries.tier_of(child) <= 3
        assert child.state in STRUCK or parent.state not in ENDING
        assert child.state is TaskState.DRAFT or parent.state is not TaskState.DRAFT
        if child.state not in STRUCK and parent.due_on and not child.immediate:
            assert child.due_on
            assert child.due_on <= parent.due_on


def rows_are_projections() -> None:
    for task in db.session.scalars(select(Task)):
        last = queries.events_of(task.id)[0]
        for column in PROJECTED:
            assert getattr(task, column) == getattr(last, column), column


def query_and_policy_agree(history: History) -> None:
    lists = tuple(seat.list for seat in history.province.seats)
    for actor in history.province.people:
        scope = Scope(lists, clock.today(), actor=actor, drafts=True, below=True)
        seen = {line.task.id for line in queries.page(scope, TaskFilter(), limit=1000)}
        allowed = {one.id for one in history.tasks if permits(actor, TaskAction.READ, one)}
        assert seen == allowed, actor.name


def sums_agree(history: History) -> None:
    """Whatever is joined, for whomever: nothing twice, nothing lost, rows and sums alike."""
    lists = [seat.list for seat in history.province.seats]
    p, y, d, _x = lists
    for some in ([y], [y, d], [p, d]):
        _one_sum(Scope(tuple(some), clock.today()))
    for actor in (None, *(seat.office for seat in history.province.seats[:3])):
        _one_sum(Scope(tuple(lists), clock.today(), actor=actor))


def _one_sum(scope: Scope) -> None:
    counted = figures(scope)
    rows = [line.task for line in queries.page(scope, TaskFilter(), limit=1000)]
    total = counted[Figure.TOTAL]
    assert total == len(rows) == queries.count(scope, TaskFilter(books="all"))
    assert total == sum(counted[part] for part in PARTS)
    assert total == sum(counted.of_unit(unit)[Figure.TOTAL] for unit in counted.unit_ids)
    both = Scope(scope.lists, scope.day, actor=scope.actor, below=True)
    every = {line.task.id: line for line in queries.page(both, TaskFilter(), limit=1000)}
    assert {key for key, line in every.items() if line.counted} == {task.id for task in rows}
    for line in every.values():
        above = [one.id for one in _above(line.task) if one.id in every]
        assert line.counted is not bool(above), "counted where nothing above is, and only there"


def _above(task: Task) -> list[Task]:
    return [task.parent, *_above(task.parent)] if task.parent else []


histories = st.lists(
    st.tuples(st.sampled_from(DEEDS), NUMBERS, NUMBERS, NUMBERS, NUMBERS),
    min_size=4, max_size=14,
)  # fmt: skip


@settings(
    max_examples=14,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.generate],
)
@given(deeds=histories)
def test_three_tiers_stay_in_order_whatever_happens(make_app, deeds):
    """On the embedded engine alone; each history in a session of its own, taken back."""
    with make_app("sqlite").app_context():
        history = History(small_province())
        history.replay(deeds)
        rows_are_projections()
        query_and_policy_agree(history)
        sums_agree(history)
        db.session.rollback()
