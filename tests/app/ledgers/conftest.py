"""Two weeks of a small list: what happened, and when it was counted."""

from collections.abc import Callable
from datetime import date

import pytest

from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.deadlines.phrases import read_deadline
from app.inspections.models import Period
from app.inspections.queries import period_ending
from app.ledgers import operations
from app.ledgers.models import LedgerIssue
from app.tasks import operations as tasks
from app.tasks.drafts import ReportDraft
from app.tasks.models import Task
from app.tasks.vocabulary import Pace
from tests.factories.city import City, small_city

W45, W46, W47 = date(2026, 11, 8), date(2026, 11, 15), date(2026, 11, 22)
Travel = Callable[[str], None]


class Story:
    """A city whose tasks were handed over in week 45, and what may happen to them next."""

    def __init__(self, travel: Travel) -> None:
        self.travel = travel
        travel("2026-11-03 10:00")
        self.city: City = small_city()
        self.first = self.city.task("1")
        self.second = self.city.task("2", deadline=read_deadline("2026年11月10日前"))
        self.third = self.city.task("3", deadline=read_deadline("长期坚持"), category="河道治理")
        db.session.commit()

    def report(self, task: Task, percent: int, pace: Pace = Pace.ON_SCHEDULE) -> None:
        draft = ReportDraft(
            text=f"完成{percent}处",
            percent=percent,
            pace=pace,
            difficulties="占地",
            next_step="铺管",
        )
        tasks.report_progress(task, draft, self.city.worker)
        db.session.commit()

    def close(self, task: Task) -> None:
        """Walk a task that has reported through the whole procedure on one day."""
        finding = Finding("已看现场，达到目标。", date(2026, 11, 12))
        closeout.apply(task, "已对照目标完成。", self.city.worker)
        closeout.verify(task, finding, self.city.checker)
        closeout.accept(task, finding, self.city.checker)
        closeout.close(task, finding, self.city.office)
        db.session.commit()

    def prepare(self, last_day: date) -> LedgerIssue:
        found = operations.prepare(self.city.list, last_day, self.city.office)
        db.session.commit()
        return found

    def issue(self, last_day: date) -> LedgerIssue:
        """Take the period's ledger all the way."""
        found = self.prepare(last_day)
        operations.review(found, self.city.office)
        operations.issue(found, self.city.office)
        db.session.commit()
        return found

    def period(self, last_day: date) -> Period:
        found = period_ending(self.city.list.id, last_day)
        assert found is not None
        return found


@pytest.fixture
def story(room: None, travel: Travel) -> Story:
    return Story(travel)


@pytest.fixture
def second_week(story: Story) -> Story:
    """Week 45 is issued; in week 46 one is closed, one becomes overdue, one says nothing."""
    story.travel("2026-11-08 19:00")
    story.issue(W45)
    story.travel("2026-11-12 10:00")
    story.report(story.first, 60)
    story.report(story.second, 40, Pace.BEHIND)
    story.close(story.first)
    story.travel("2026-11-15 19:00")
    return story
