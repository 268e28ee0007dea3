"""Points rest on facts; units object; what was published stays."""

from datetime import date
from itertools import product

import pytest

from app.access.actions import AssessmentAction as Do
from app.access.policy import permits
from app.assessment import operations, queries
from app.assessment.drafts import Points
from app.assessment.vocabulary import USUAL, AssessmentState, PointKind
from app.assessment.workflow import ASSESSMENT_WORKFLOW
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.deadlines.phrases import read_deadline
from app.tasks import operations as tasks
from app.tasks.drafts import ReportDraft
from app.tasks.vocabulary import Pace
from app.wording import Moved, Refusal
from app.workflow import IllegalAction

DAYS = (date(2026, 11, 1), date(2026, 11, 15))
LEGAL = {
    (AssessmentState.DRAFT, Do.DRAFT): AssessmentState.DRAFT,
    (AssessmentState.DRAFT, Do.ANNOUNCE): AssessmentState.ANNOUNCED,
    (AssessmentState.ANNOUNCED, Do.OBJECT): AssessmentState.ANNOUNCED,
    (AssessmentState.ANNOUNCED, Do.DECIDE): AssessmentState.ANNOUNCED,
    (AssessmentState.ANNOUNCED, Do.PUBLISH): AssessmentState.PUBLISHED,
}


@pytest.fixture
def story(city, travel):
    """Two tasks of the water bureau: one is returned once, the other never reported."""
    travel("2026-11-02 10:00")
    deadline = read_deadline("2026年12月1日前")
    first, _second = city.task("1", deadline=deadline), city.task("2", deadline=deadline)
    tasks.report_progress(first, ReportDraft("已改", 90, Pace.ON_SCHEDULE), city.worker)
    closeout.apply(first, "已完成", city.worker)
    travel("2026-11-04 10:00")
    closeout.give_back(first, Finding("泵站没有通水", date(2026, 11, 4)), city.checker)
    travel("2026-11-20 10:00")
    return city


@pytest.fixture
def drafted(story):
    return operations.draft(story.list, *DAYS, story.office)


@pytest.mark.parametrize(("state", "action"), list(product(AssessmentState, Do)))
def test_every_pair_of_state_and_action_is_legal_or_refused(state, action):
    if (state, action) in LEGAL:
        assert ASSESSMENT_WORKFLOW.after(state, action) is LEGAL[state, action]
    else:
        with pytest.raises(IllegalAction):
            ASSESSMENT_WORKFLOW.after(state, action)


def test_every_point_leads_to_its_event_or_period(story, drafted):
    returned = next(one for one in drafted.lines if one.kind is PointKind.RETURNED)
    assert returned.event.note == "泵站没有通水"
    assert all((one.event_id is None) != (one.period_id is None) for one in drafted.lines)
    (score,) = queries.scores(drafted, story.office)
    assert score.unit.id == story.water.id
    assert score.points == 100 + sum(USUAL[one.kind] for one in drafted.lines)


def test_a_period_without_a_report_takes_points_for_each_task_once(story, drafted):
    missing = [one for one in drafted.lines if one.kind is PointKind.MISSING]
    assert [one.task.number for one in missing] == ["2"]
    assert {one.period.last_day for one in missing} == {date(2026, 11, 8)}


def test_a_draft_follows_new_points_and_an_announced_one_does_not(story, drafted):
    worth = dict(USUAL) | {PointKind.RETURNED: -9}
    operations.set_points(story.list, Points(worth=worth), story.office)
    operations.redraft(drafted, story.office)
    assert -9 in {one.points for one in drafted.lines}
    operations.announce(drafted, story.office)
    with pytest.raises(IllegalAction):
        operations.redraft(drafted, story.office)


def test_an_objection_that_is_upheld_takes_the_line_out_and_blocks_nothing_more(story, drafted):
    operations.announce(drafted, story.office)
    line = next(one for one in drafted.lines if one.kind is PointKind.RETURNED)
    before = queries.scores(drafted, story.office)[0].points
    operations.object_to(line, "泵站当日已通水", story.worker)
    with pytest.raises(Moved):
        operations.object_to(line, "再提一次", story.worker)
    with pytest.raises(Refusal, match="还有1条异议没有答复"):
        operations.publish(drafted, story.office)
    operations.decide(line, "属实", story.office, upheld=True)
    assert queries.scores(drafted, story.office)[0].points == before - line.points
    operations.publish(drafted, story.office)
    assert (drafted.state, drafted.number) == (AssessmentState.PUBLISHED, 1)


def test_a_unit_sees_nothing_of_a_draft_and_others_never_see_its_lines(story, drafted):
    assert not permits(story.worker, Do.READ, drafted)
    assert queries.assessments_for(story.worker) == []
    operations.announce(drafted, story.office)
    assert permits(story.worker, Do.READ, drafted)
    assert queries.assessments_for(story.worker) == [drafted]
    for other in (story.outsider, story.checker):
        assert not permits(other, Do.READ, drafted)
        assert queries.assessments_for(other) == []
        assert queries.scores(drafted, other) == []


def test_a_period_that_is_not_over_is_not_assessed(story):
    with pytest.raises(Refusal, match="还没有结束"):
        operations.draft(story.list, DAYS[0], date(2026, 11, 20), story.office)
