"""Opening, objecting, examining, ending: the clock is stopped and runs on, nothing is half done."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from PIL import Image

from app.closeout import queries as closeout
from app.closeout.vocabulary import Outcome
from app.database import db
from app.files.operations import open_blob, put
from app.inspections.vocabulary import StepKind
from app.publication import operations, queries
from app.publication.drafts import Examination, Upload
from app.publication.operations import Unreleased
from app.publication.operations.objecting import TooMany
from app.publication.parsing import seen, spans
from app.publication.vocabulary import Ruling, Standing
from app.tasks.operations import attach_evidence
from app.tasks.queries import events_of, waiting_for
from app.tasks.views.steps import step_line
from app.tasks.vocabulary import EventKind, TaskState
from app.wording import Moved, Refusal
from tests.factories.city import petition_clerk, picture
from tests.factories.publishing import accepted_task, notice, objection, publicity

DISMISSED = Examination(Ruling.DISMISSED, "经现场核查，北段没有溢流。")
UPHELD = Examination(Ruling.UPHELD, "北段确有溢流，退回整改。")


@pytest.fixture
def shown(travel, city):
    travel("2026-11-16 09:00")
    return publicity(city)


def standing(subject):
    db.session.flush()
    db.session.expire(subject)
    return queries.line_of(subject)


def test_opening_freezes_the_notice_and_computes_the_last_day(shown):
    line = standing(shown)
    assert (line.standing, line.last, line.left) == (Standing.RUNNING, date(2026, 11, 27), 9)
    assert shown.content["number"] == "清整改公示〔2026〕1号"
    assert shown.content["last_day"] == "2026-11-27"
    assert [name for name, _text in shown.content["rows"]] == ["problem", "progress"]
    assert events_of(shown.task_id)[0].kind is EventKind.PUBLISHED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"length": 9}, "不能短于"),
        ({"first": date(2026, 11, 13)}, "不能早于今天"),
        ({"first": date(2026, 12, 28)}, "还没有载入放假安排"),
    ],
)
def test_a_window_that_would_not_do_is_refused(travel, city, change, said):
    travel("2026-11-16 09:00")
    with pytest.raises(Refusal, match=said):
        operations.open_publicity(accepted_task(city), replace(notice(), **change), "", city.office)


def test_a_longer_window_is_allowed_and_an_application_is_published_once(travel, city):
    travel("2026-11-16 09:00")
    task = accepted_task(city)
    longer = operations.open_publicity(task, notice(length=12), "", city.office)
    assert queries.line_of(longer).last == date(2026, 12, 1)
    with pytest.raises(Moved, match="已经公示"):
        operations.open_publicity(task, notice(), "", city.office)


def test_personal_data_goes_out_only_when_exactly_that_was_released(travel, city):
    travel("2026-11-16 09:00")
    task = accepted_task(city)
    draft = notice(lead="已回访居民王某某，电话13800001111，认可整改。")
    found = spans(draft.texts())
    assert {one.kind for one in found} == {"phone", "name"}
    for released in ("", "ffff"):
        with pytest.raises(Unreleased):
            operations.open_publicity(task, draft, released, city.office)
    opened = operations.open_publicity(task, draft, seen(found), city.office)
    assert opened.content["released"] == {"by": "office", "found": len(found)}


def test_photographs_are_published_as_copies_that_tell_nothing(travel, city):
    travel("2026-11-16 09:00")
    task = accepted_task(city)
    raw = BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "相机甲"
    exif[0x8825] = {1: "N", 2: (43.0, 52.0, 1.0)}
    Image.new("RGB", (40, 30), (9, 90, 120)).save(
        raw, "JPEG", exif=exif, comment=b"taken by somebody"
    )
    raw.seek(0)
    blob = put(raw, "site.jpg")
    evidence = attach_evidence(task, blob, "site.jpg", "整改后", city.worker)
    db.session.flush()
    draft = notice(evidence_ids=(evidence.id,))
    (photo,) = operations.open_publicity(task, draft, "", city.office).photos
    assert photo.blob.sha256 != blob.sha256
    with open_blob(photo.blob) as stream, Image.open(stream) as copy:
        assert not copy.getexif()
        assert "comment" not in copy.info


def test_an_objection_stops_the_clock_and_a_dismissed_one_lets_it_run_on(travel, city, shown):
    travel("2026-11-18 10:00")
    first = objection(shown)
    assert standing(shown).standing is Standing.STOPPED
    assert events_of(shown.task_id)[0].kind is EventKind.OBJECTED
    travel("2026-11-20 10:00")
    operations.word(first, "反映北段雨天溢流。", "", petition_clerk(city))
    operations.examine(first, DISMISSED, "", city.office)
    line = standing(shown)
    assert (line.standing, line.last, line.left) == (Standing.RUNNING, date(2026, 12, 2), 8)
    travel("2026-12-03 10:00")
    assert standing(shown).standing is Standing.OVER
    operations.end_publicity(shown, "公示期满，异议1件，不成立。", city.office)
    assert shown.task.step.kind is StepKind.CLOSE_OUT
    assert standing(shown).standing is Standing.ENDED


def test_an_upheld_objection_sends_the_task_back(travel, city, shown):
    travel("2026-11-18 10:00")
    one, other = objection(shown, "r1"), objection(shown, "r2", text="南段也没有改。")
    clerk = petition_clerk(city)
    for each in (one, other):
        operations.word(each, "反映仍有溢流。", "", clerk)
    operations.examine(one, UPHELD, "", city.office)
    assert shown.task.state is TaskState.IN_RECTIFICATION
    assert closeout.applications_of(shown.task_id)[0].outcome is Outcome.RETURNED
    assert standing(shown).standing is Standing.WITHDRAWN
    operations.examine(other, DISMISSED, "", city.office)  # still answered
    with pytest.raises(Moved):
        operations.examine(other, DISMISSED, "", city.office)


def test_nothing_ends_before_its_time_or_with_an_objection_open(travel, city, shown):
    with pytest.raises(Moved):
        operations.end_publicity(shown, "期满。", city.office)
    objection(shown)
    travel("2026-12-30 10:00")
    db.session.flush()
    db.session.expire(shown)
    with pytest.raises(Moved):
        operations.end_publicity(shown, "期满。", city.office)
    with pytest.raises(Refusal, match="摘要"):
        operations.examine(shown.objections[0], DISMISSED, "", city.office)


def test_without_objections_their_step_is_left_out(travel, city, shown):
    travel("2026-11-30 09:00")
    operations.end_publicity(shown, "公示期满，未收到异议。", city.office)
    assert shown.task.step.kind is StepKind.CLOSE_OUT
    kinds = [one.step.kind for one in closeout.open_application(shown.task_id).records]
    assert kinds[-1] is StepKind.PUBLICITY


def test_the_same_form_twice_is_one_objection_and_an_address_has_its_limit(shown):
    assert objection(shown, "r1") is objection(shown, "r1")
    for place in range(2, 6):
        objection(shown, f"r{place}")
    with pytest.raises(TooMany):
        objection(shown, "r6")
    objection(shown, "r6", address="10.0.0.2")


def test_files_are_checked_and_stored_sealed(shown):
    with pytest.raises(Refusal):
        objection(shown, files=(Upload("a.jpg", BytesIO(b"%PDF-1.4 nothing")),))
    db.session.rollback()


def test_a_file_of_an_objection_opens_with_a_reason(city, shown):
    sent = objection(shown, files=(Upload("北段 欧阳.png", picture()),))
    db.session.flush()
    name, stream = operations.opened_file(sent, 0, "审查异议", petition_clerk(city))
    assert (name, stream.read(4)) == ("北段 欧阳.png", b"\x89PNG")
    assert sent.files[0].blob.key_id is not None


def test_a_code_is_found_however_it_is_typed(shown):
    sent = objection(shown, "r1")
    code = operations.query_code("r1")
    assert queries.objection_with_code(operations.code_hash(code.lower().replace("-", " "))) is sent
    assert queries.objection_with_code(operations.code_hash("0000-0000-0000")) is None


def test_a_window_has_days_of_its_own_and_the_line_shows_the_step_as_running(travel, shown):
    assert waiting_for(shown.task).until is None
    line = step_line(shown.task, events_of(shown.task_id))
    assert [one.standing for one in line] == ["past"] * 4 + ["now", "", ""]


def test_where_several_sign_the_step_waits_for_all_of_them(travel, city):
    travel("2026-11-16 09:00")
    task = accepted_task(city)
    task.procedure.step(StepKind.OBJECTION).cosigners = ["leader"]
    shown = operations.open_publicity(task, notice(), "", city.office)
    sent = objection(shown)
    operations.word(sent, "反映北段雨天溢流。", "", petition_clerk(city))
    operations.examine(sent, DISMISSED, "", city.office)
    travel("2026-12-02 09:00")
    standing(shown)
    operations.end_publicity(shown, "公示期满。", city.office)
    assert task.step.kind is StepKind.OBJECTION
    with pytest.raises(Refusal):
        operations.end_publicity(shown, "公示期满。", city.office)
    operations.end_publicity(shown, "同意。", city.leader)
    assert task.step.kind is StepKind.CLOSE_OUT


def test_the_paper_says_what_the_page_says_and_names_no_person(shown):
    with open_blob(shown.paper) as stream, pypdfium2.PdfDocument(stream) as paper:
        text = "".join("".join(p.get_textpage().get_text_range().split()) for p in paper)
        properties = str(paper.get_metadata_dict())
    with open_blob(shown.document) as stream:
        written = "".join(one.text for one in Document(stream).paragraphs)
    for said in (
        "清整改公示〔2026〕1号",
        "管网混接",
        "2026年11月16日至2026年11月27日",
        "0000-1234567",
    ):
        assert said in text
        assert said in written
    assert "office" not in text + properties
