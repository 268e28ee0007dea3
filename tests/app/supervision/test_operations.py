"""A letter is written, issued by another person, answered and accepted; what went out stays."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from app.access.actions import LetterAction as Do
from app.access.policy import permits
from app.database import db
from app.files.operations import open_blob
from app.inspections.vocabulary import DocumentKind
from app.jobs.operations import register_handlers
from app.supervision import operations, queries
from app.supervision.drafts import Demand, LetterDraft, RulesDraft
from app.supervision.queries import LetterFilter
from app.supervision.vocabulary import LetterState, ReplyState, Urgency
from app.supervision.workflow import LETTER_WORKFLOW, REPLY_WORKFLOW
from app.tasks.queries import events_of
from app.tasks.vocabulary import EventKind
from app.wording import Refusal
from app.workflow import IllegalAction

TODAY = date(2026, 11, 20)


@pytest.fixture
def task(city, travel):
    travel("2026-11-20 10:00")
    return city.task("1")


def draft(city, task, **changes):
    said = LetterDraft(
        kind=DocumentKind.SUPERVISION_LETTER,
        title="关于督办第1项的函",
        opening="第1项逾期。",
        problems=("进度滞后。",),
        demands=(Demand("报送计划。", date(2026, 11, 27)),),
        reply_due_on=date(2026, 12, 2),
        task_ids=(task.id,),
        recipient_ids=(city.water.id,),
        copy_ids=(city.housing.id,),
        urgency=Urgency.MOST_URGENT,
    )
    return replace(said, **changes)


def issued(city, task, **changes):
    letter = operations.open_letter(city.list, draft(city, task, **changes), city.office)
    db.session.flush()
    operations.issue(letter, city.leader)
    db.session.flush()
    return letter


@pytest.mark.parametrize(("flow", "states"), [
    (LETTER_WORKFLOW, LetterState), (REPLY_WORKFLOW, ReplyState),
])  # fmt: skip
def test_every_pair_of_state_and_action_is_legal_or_refused(flow, states):
    for state, action in product(states, Do):
        if (state, action) in flow.moves:
            assert flow.after(state, action) is flow.moves[state, action]
        else:
            with pytest.raises(IllegalAction):
                flow.after(state, action)
    sent = {LetterState.ISSUED, LetterState.ENDED, LetterState.WITHDRAWN}
    assert not any((state, Do.DRAFT) in LETTER_WORKFLOW.moves for state in sent)


def test_another_person_issues_it_and_every_task_tells(city, task):
    letter = operations.open_letter(city.list, draft(city, task), city.office)
    for deed in (operations.review, operations.issue):
        with pytest.raises(Refusal, match="由另一人办理"):
            deed(letter, city.office)
    operations.issue(letter, city.leader)
    db.session.flush()
    assert letter.document_number == "清整改办督〔2026〕1号"
    assert events_of(task.id)[0].kind is EventKind.URGED
    with pytest.raises(IllegalAction):
        operations.rewrite(letter, draft(city, task, title="改"), city.office)


def test_numbers_have_no_gaps_when_an_issue_is_rolled_back(city, task):
    assert issued(city, task).number == 1
    nested = db.session.begin_nested()
    issued(city, task)
    nested.rollback()
    assert issued(city, task).number == 2
    assert issued(city, task, kind=DocumentKind.REMINDER).number == 1


def test_the_file_stays_when_names_change_and_a_correction_names_it(city, task):
    letter = issued(city, task)
    with open_blob(letter.pdf) as file:
        before = file.read()
    city.office_unit.name = "清江市新整改办"
    city.list.document_prefix = "新"
    correction = operations.correct(letter, city.office)
    db.session.flush()
    with open_blob(letter.pdf) as file:
        assert file.read() == before
    assert letter.document_number in correction.opening
    assert operations.printed(correction).startswith(b"%PDF")


def test_a_reply_is_asked_for_again_then_accepted_and_the_letter_ends(city, task):
    letter = issued(city, task)
    first = operations.reply(letter, "已安排", (), city.worker)
    operations.ask_again(first, "没有写完成日期", city.office)
    assert letter.days_late(city.water.id, date(2026, 12, 5)) == 3
    second = operations.reply(letter, "12月10日完成", (), city.colleague)
    assert letter.days_late(city.water.id, date(2026, 12, 5)) == 0
    with pytest.raises(Refusal):
        operations.accept(first, city.office)
    operations.accept(second, city.office)
    assert [one.text for one in letter.replies] == ["已安排", "12月10日完成"]
    assert letter.state is LetterState.ENDED
    with pytest.raises(IllegalAction):
        operations.reply(letter, "又", (), city.worker)


def test_who_sees_a_letter_is_told_alike_by_query_and_policy(city, task):
    letter = operations.open_letter(city.list, draft(city, task), city.office)
    db.session.flush()
    sees = {"office", "leader"}
    people = ("office", "leader", "worker", "colleague", "checker", "outsider", "auditor")
    for wanted in (sees, sees | {"worker", "colleague"}):
        for name in people:
            actor = getattr(city, name)
            shown = bool(queries.letters_for(actor, LetterFilter(), TODAY))
            assert shown is permits(actor, Do.READ, letter) is (name in wanted), name
        if letter.state is LetterState.DRAFT:
            operations.issue(letter, city.leader)
            db.session.flush()


def test_a_recipient_does_not_know_how_another_one_stands(city, task):
    both = (city.water.id, city.county_water.id)
    letter = issued(city, task, recipient_ids=both, copy_ids=())
    known = {
        name: [one.unit_id for one in queries.known_addressees(letter, getattr(city, name))]
        for name in ("office", "worker", "outsider", "checker")
    }
    assert known == {"office": list(both), "worker": [both[0]], "outsider": [both[1]],
                     "checker": []}  # fmt: skip


def test_cards_are_counted_from_what_was_issued_and_corrected_ones_once(city, task):
    register_handlers(operations.HANDLERS)
    operations.set_rules(city.list, RulesDraft(None, None, 2, {}), city.office)
    card = issued(city, task, kind=DocumentKind.YELLOW_CARD)
    issued(city, task, kind=DocumentKind.YELLOW_CARD)
    operations.open_letter(city.list, draft(city, task, kind=DocumentKind.RED_CARD), city.office)
    db.session.flush()
    tally = queries.cards_of(city.list.id, 2026)[city.water.id]
    assert (tally.yellow, tally.red, tally.counted_red) == (2, 0, 1)
    correction = operations.correct(card, city.office)
    operations.issue(correction, city.leader)
    db.session.flush()
    assert queries.cards_of(city.list.id, 2026)[city.water.id].yellow == 2
    assert queries.cards_of(city.list.id, 2025) == {}


def test_rules_prepare_one_draft_a_matter_and_send_nothing(city, task, travel):
    register_handlers(operations.HANDLERS)
    operations.set_rules(city.list, RulesDraft(10, None, None, {}), city.office)
    assert operations.draft_by_rules(city.list, date(2030, 12, 31)) == []
    day = date(2031, 1, 15)
    (letter,) = operations.draft_by_rules(city.list, day)
    db.session.flush()
    assert letter.state is LetterState.DRAFT
    assert "已逾期15天" in letter.opening
    assert letter.recipients == [city.water]
    assert operations.draft_by_rules(city.list, day) == []
    operations.withdraw(letter, city.office)
    db.session.flush()
    assert len(operations.draft_by_rules(city.list, day)) == 1
