"""Pointers are shown to who judges, looked at side by side, judged with words, and stay on file."""

import re

import pytest

from app.database import db
from app.files.operations import put
from app.pointers.models import PointerJudgement
from app.tasks import operations
from app.tasks.drafts import ReportDraft
from app.tasks.models import TaskEvent
from app.tasks.vocabulary import EventKind, Pace
from tests.factories.pictures import brighter, saved, scene

COPIED = (
    "完成东门桥、学府路最后2处混错接点改造并通水，对点位逐一复核，管网巡查养护制度已经印发执行。"
)


@pytest.fixture
def copied(desk):
    """The same report and the same photo for two tasks."""
    for key in (desk.quiet, desk.working):
        draft = ReportDraft(
            COPIED, 80, Pace.ON_SCHEDULE, reason="更正" if key == desk.working else None
        )
        desk.do(
            lambda task, actor, draft=draft: operations.report_progress(task, draft, actor),
            key,
            "worker",
        )
    for key, photo in ((desk.quiet, scene()), (desk.working, brighter(scene()))):
        desk.do(
            lambda task, actor, photo=photo: operations.attach_evidence(
                task, put(saved(photo), "接点.jpg"), "接点.jpg", None, actor
            ),
            key, "worker",
        )  # fmt: skip
    return desk


def _pointer(page, word):
    box = page[page.index('id="pointers"') :]
    line = box[box.index(word) :]
    return re.search(r'href="([^"#]+)"', line)[1]


def test_who_judges_sees_the_pointers_and_who_is_pointed_at_does_not(copied):
    address = f"/tasks/{copied.working}"
    for name, sees in (("office", True), ("checker", True), ("worker", False), ("leader", False)):
        page = copied.client(name).get(address).text
        assert ("销号疑点" in page) is sees, name
    page = copied.client("checker").get(address).text
    assert "字与第2项" in page
    assert "与第2项的照片画面一致" in page


def test_both_sides_stand_beside_each_other(copied):
    checker = copied.client("checker")
    page = checker.get(f"/tasks/{copied.working}").text
    beside = checker.get(_pointer(page, "文字雷同")).text
    assert beside.count('<mark class="doubt">') >= 2
    beside = checker.get(_pointer(page, "照片相同")).text
    assert beside.count('class="view-picture"') == 2
    assert copied.client("worker").get(_pointer(page, "照片相同")).status_code == 404
    assert checker.get(f"/tasks/{copied.working}/pointers/{'0' * 16}").status_code == 404


def test_a_judgement_needs_words_and_stays_when_the_pointer_is_gone(app, copied):
    checker = copied.client("checker")
    address = _pointer(checker.get(f"/tasks/{copied.working}").text, "文字雷同")
    assert checker.post(address, data={"verdict": "real"}).status_code == 422
    said = {"verdict": "explained", "words": "两项同一标段，已核对施工记录"}
    assert checker.post(address, data=said).status_code == 302
    page = checker.get(f"/tasks/{copied.working}").text
    assert "已核对施工记录" in page
    assert "再判断" in page
    with app.app_context():
        event = db.session.query(TaskEvent).filter_by(kind=EventKind.POINTER_JUDGED).one()
        assert event.note == "文字雷同：已说明，不作问题。两项同一标段，已核对施工记录"
        assert "另一项任务" in db.session.query(PointerJudgement).one().told
    draft = ReportDraft("改造7处", 81, Pace.ON_SCHEDULE, reason="写错")
    copied.do(
        lambda task, actor: operations.report_progress(task, draft, actor), copied.working, "worker"
    )
    assert "已作的判断　1条" in checker.get(f"/tasks/{copied.working}").text
    assert "已核对施工记录" in copied.client("worker").get(f"/tasks/{copied.working}").text
