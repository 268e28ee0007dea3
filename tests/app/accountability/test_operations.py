"""Matters are handed over, decided once, and their persons add up at every margin."""

from datetime import date
from itertools import product

import pytest
from sqlalchemy import select

from app.access.actions import AccountabilityAction as Do
from app.accountability import operations, queries
from app.accountability.drafts import Conclusion, MatterDraft
from app.accountability.operations import Disagreement
from app.accountability.vocabulary import Manner, MatterState, Rank
from app.accountability.workflow import MATTER_WORKFLOW
from app.audit.models import AuditEntry
from app.database import db
from app.wording import Refusal
from app.workflow import IllegalAction

DAY = date(2026, 11, 10)
COUNTS = {
    (Rank.BUREAU, Manner.PARTY): 5,
    (Rank.BUREAU, Manner.ADMONISHED): 3,
    (Rank.COUNTY, Manner.PARTY): 30,
    (Rank.COUNTY, Manner.CIRCULATED): 21,
    (Rank.TOWNSHIP, Manner.OTHER): 59,
}
LEGAL = {
    (MatterState.TRANSFERRED, Do.EDIT): MatterState.TRANSFERRED,
    (MatterState.TRANSFERRED, Do.CONCLUDE): MatterState.CONCLUDED,
    (MatterState.CONCLUDED, Do.CONCLUDE): MatterState.CONCLUDED,
}


@pytest.fixture(autouse=True)
def november(travel):
    travel("2026-11-20 10:00")


@pytest.fixture
def matter(city):
    draft = MatterDraft("1", "污水厂长期超标监管失职", "清江市纪委监委", DAY)
    return operations.transfer(city.list, draft, city.office)


def decided(persons=118, counts=None, **more):
    return Conclusion(DAY, persons, COUNTS if counts is None else counts, **more)


@pytest.mark.parametrize(("state", "action"), list(product(MatterState, Do)))
def test_every_pair_of_state_and_action_is_legal_or_refused(state, action):
    if (state, action) in LEGAL:
        assert MATTER_WORKFLOW.after(state, action) is LEGAL[state, action]
    else:
        with pytest.raises(IllegalAction):
            MATTER_WORKFLOW.after(state, action)


def test_ranks_and_manners_add_up_to_the_total(city, matter):
    operations.conclude(matter, decided(), city.office)
    operations.transfer(city.list, MatterDraft("2", "另一件", "纪委", DAY), city.office)
    found = queries.matters_for(city.office)
    totals = queries.totals(found)
    assert [totals[rank, None] for rank in Rank] == [8, 51, 59]
    assert totals.persons == 118 == sum(totals[None, manner] for manner in Manner)
    assert totals[Rank.COUNTY, Manner.CIRCULATED] == 21


def test_counts_that_do_not_add_up_are_refused_and_nothing_changes(city, matter):
    with pytest.raises(Disagreement, match="相加为118人，合计填的是117人"):
        operations.conclude(matter, decided(117), city.office)
    assert matter.state is MatterState.TRANSFERRED
    assert matter.counts == []


def test_nobody_held_accountable_is_a_conclusion_too(city, matter):
    operations.conclude(matter, decided(0, {}), city.office)
    assert matter.state is MatterState.CONCLUDED
    assert queries.totals([matter]).persons == 0


def test_a_conclusion_is_changed_only_with_a_reason_and_the_old_one_stays_in_the_trail(
    city, matter
):
    operations.conclude(matter, decided(), city.office)
    fewer = {(Rank.BUREAU, Manner.PARTY): 4}
    with pytest.raises(Refusal, match="请写明理由"):
        operations.conclude(matter, decided(4, fewer), city.office)
    operations.conclude(matter, decided(4, fewer, reason="文件更正"), city.office)
    assert queries.totals([matter]).persons == 4
    entry = db.session.scalars(select(AuditEntry).order_by(AuditEntry.position.desc())).first()
    assert entry.before["persons"] == 118
    assert entry.reason == "文件更正"


def test_a_number_stands_once_in_a_list(city, matter):
    with pytest.raises(Refusal, match="已有编号为1的问责事项"):
        operations.transfer(city.list, MatterDraft("1", "又一件", "纪委", DAY), city.office)


@pytest.mark.parametrize("day", [date(2026, 11, 9), date(2026, 11, 21)])
def test_a_conclusion_lies_between_the_handing_over_and_today(city, matter, day):
    with pytest.raises(Refusal, match="日期不能"):
        operations.conclude(matter, Conclusion(day, 118, COUNTS), city.office)


def test_a_unit_sees_nothing_of_it(city, matter):
    assert queries.matters_for(city.worker) == []
    assert queries.matters_for(city.leader) == [matter]
