from dataclasses import replace

import pytest

from app.access.actions import ProcedureAction
from app.access.policy import permits
from app.closeout.operations import set_criteria
from app.closeout.operations.procedures import as_draft, discard, edit, publish, start_version
from app.database import db
from app.inspections.models import Procedure
from app.inspections.operations import built_in_procedure, delivered_procedure
from app.inspections.queries import procedures_for
from app.tasks.drafts import ReportDraft
from app.tasks.operations import hand_over, open_task, report_progress
from app.tasks.vocabulary import Pace
from app.wording import Moved, Refusal


@pytest.fixture
def draft(city):
    new = start_version(delivered_procedure("works"), "本市工程类程序", city.office)
    db.session.flush()
    return new


def test_a_copy_of_what_comes_with_the_program_is_a_draft_of_the_offices_own(city, draft):
    assert (draft.version_no, draft.published_at) == (1, None)
    assert draft.government_id == city.government.id
    assert as_draft(draft).steps == as_draft(delivered_procedure("works")).steps


def test_a_published_version_is_never_changed(city, draft):
    publish(draft, city.office)
    with pytest.raises(Moved, match="已经发布"):
        edit(draft, replace(as_draft(draft), name="改名"), city.office)
    with pytest.raises(Moved, match="已经发布"):
        discard(draft, city.office)
    second = start_version(draft, "", city.office)
    assert (second.code, second.version_no, second.name) == (draft.code, 2, draft.name)
    with pytest.raises(Moved, match="已有一版草稿"):
        start_version(draft, "", city.office)


def test_a_draft_is_kept_while_it_cannot_be_published(city, draft):
    version, steps = draft.version, as_draft(draft).steps
    edit(draft, replace(as_draft(draft), steps=steps[2:]), city.office)
    db.session.flush()
    assert len(draft.steps) == len(steps) - 2
    assert draft.version > version
    with pytest.raises(Refusal, match="还有1处不合要求"):
        publish(draft, city.office)


def test_a_task_keeps_the_version_of_its_hand_over(city, draft):
    publish(draft, city.office)
    city.list.procedure_code = draft.code
    first = city.task("1")
    second = start_version(draft, "", city.office)
    before = city.task("2")
    publish(second, city.office)
    after = city.task("3")
    assert [one.procedure_id for one in (first, before, after)] == [draft.id, draft.id, second.id]


def test_a_task_may_follow_another_procedure_until_it_is_handed_over(city):
    task = open_task(city.list, city.draft("1"), city.office)
    chosen = delivered_procedure("non-works")
    set_criteria(task, ["河水无异味", "河水无异味", "岸坡无垃圾"], chosen, city.office)
    hand_over(task, city.office)
    assert task.procedure_id == chosen.id
    set_criteria(task, ["河水无异味"], None, city.office)
    with pytest.raises(Moved, match="不能再换"):
        set_criteria(task, [], built_in_procedure(), city.office)
    report_progress(task, ReportDraft("开工", 10, Pace.ON_SCHEDULE), city.worker)
    with pytest.raises(Moved, match="已经报过进展"):
        set_criteria(task, ["放宽"], None, city.office)


def test_query_and_policy_agree_on_who_reads_which_procedure(city, draft):
    everything = db.session.query(Procedure).all()
    for name in ("office", "leader", "worker", "outsider", "administrator"):
        actor = getattr(city, name)
        listed = {one.id for one in procedures_for(actor)}
        read = {one.id for one in everything if permits(actor, ProcedureAction.READ, one)}
        assert listed == read, name
    assert draft.id in {one.id for one in procedures_for(city.office)}
