"""People are named for a task, leaders are on site by their rhythm, reviews end in instructions."""

from datetime import date
from itertools import product

import pytest

from app.access.actions import ReviewAction as Do
from app.engagements import operations, queries
from app.engagements.drafts import Conclusion, Demand, PersonDraft, ReviewDraft, VisitDraft
from app.engagements.vocabulary import PersonRole, ReviewState
from app.engagements.workflow import REVIEW_WORKFLOW
from app.tasks.queries import events_of, instructions_from
from app.tasks.vocabulary import EventKind, InstructionOrigin
from app.wording import Refusal
from app.workflow import IllegalAction

TODAY = date(2026, 11, 20)
SPONSOR = PersonDraft(PersonRole.SPONSOR, "沈副市长", "副市长", every_days=30)
LEGAL = {
    (ReviewState.PLANNED, Do.PLAN): ReviewState.PLANNED,
    (ReviewState.PLANNED, Do.CONCLUDE): ReviewState.CONCLUDED,
}


@pytest.fixture
def task(city, travel):
    travel("2026-10-01 10:00")
    task = city.task("1")
    operations.name_person(task, SPONSOR, city.office)
    travel("2026-11-20 10:00")
    return task


def standing(city):
    (one,) = queries.sponsorings(city.office, TODAY)
    return one


@pytest.mark.parametrize(("state", "action"), list(product(ReviewState, Do)))
def test_every_pair_of_state_and_action_is_legal_or_refused(state, action):
    if (state, action) in LEGAL:
        assert REVIEW_WORKFLOW.after(state, action) is LEGAL[state, action]
    else:
        with pytest.raises(IllegalAction):
            REVIEW_WORKFLOW.after(state, action)


def test_the_rhythm_runs_from_the_day_of_being_named_then_from_the_last_visit(city, task):
    one = standing(city)
    assert (one.next_on, one.days_late) == (date(2026, 10, 31), 20)
    seen = VisitDraft(date(2026, 11, 6), "城东泵站", "主干管已接通", "月底前接收")
    operations.visit(one.sponsor, seen, city.office)
    one = standing(city)
    assert (one.last_on, one.next_on, one.days_late) == (
        date(2026, 11, 6), date(2026, 12, 6), 0,
    )  # fmt: skip
    event = events_of(task.id)[0]
    assert (event.kind, event.effective_on) == (EventKind.VISITED, date(2026, 11, 6))
    assert "月底前接收" in event.note


def test_a_leader_records_only_visits_in_person(city, task):
    seen = VisitDraft(TODAY, "泵站", "已接通")
    with pytest.raises(Refusal, match="只能记录本人的到场"):
        operations.visit(standing(city).sponsor, seen, city.leader)
    own = PersonDraft(PersonRole.SPONSOR, "leader", person_id=city.leader.person_id, every_days=15)
    named = operations.name_person(task, own, city.office)
    assert operations.visit(named, seen, city.leader).visited_on == TODAY


def test_a_visit_lies_within_the_sponsorship(city, task):
    early = VisitDraft(date(2026, 9, 30), "泵站", "已接通")
    with pytest.raises(Refusal, match="不能早于包案的第一天"):
        operations.visit(standing(city).sponsor, early, city.office)
    operations.end_person(standing(city).sponsor, "调离", city.office)
    assert queries.sponsorings(city.office, TODAY) == []


def test_a_sponsor_needs_a_rhythm_and_others_have_none(city, task):
    with pytest.raises(Refusal, match="多少天到场一次"):
        operations.name_person(task, PersonDraft(PersonRole.SPONSOR, "某"), city.office)
    named = operations.name_person(
        task, PersonDraft(PersonRole.RESPONSIBLE, "某", every_days=9), city.office
    )
    assert named.every_days is None


def test_minutes_turn_conclusions_into_instructions_of_their_own_deadline(city, task):
    other = city.task("2")
    draft = ReviewDraft("第一次会审", TODAY, "市长", (task.id, other.id))
    review = operations.plan_review(city.list, draft, city.office)
    demand = Demand(city.water.id, "十二月十日前接收三处管道", date(2026, 12, 10))
    with pytest.raises(Refusal, match="第2项还没有写结论"):
        operations.conclude(review, "各局", [Conclusion(task.id, "抓紧")], city.office)
    conclusions = [Conclusion(task.id, "抓紧", (demand,)), Conclusion(other.id, "继续")]
    operations.conclude(review, "各局", conclusions, city.office)
    assert (review.state, review.number) == (ReviewState.CONCLUDED, 1)
    (given,) = instructions_from(InstructionOrigin.JOINT_REVIEW, review.id)
    assert (given.task_id, given.due_on) == (task.id, date(2026, 12, 10))
    kinds = {event.kind for event in events_of(task.id)}
    assert {EventKind.DISCUSSED, EventKind.INSTRUCTED} <= kinds
    with pytest.raises(IllegalAction):
        operations.conclude(review, "各局", conclusions, city.office)


def test_a_review_that_was_not_held_has_no_minutes(city, task):
    draft = ReviewDraft("明天的", date(2026, 11, 21), "市长", (task.id,))
    review = operations.plan_review(city.list, draft, city.office)
    with pytest.raises(Refusal, match="还没有召开"):
        operations.conclude(review, "各局", [Conclusion(task.id, "抓紧")], city.office)
