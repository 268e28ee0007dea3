from io import BytesIO

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app import clock
from app.database import db
from app.inspections.queries import list_with_code
from app.intake.models import IntakeDocument, IntakeRow
from app.intake.operations import receiving
from app.intake.views import documents
from app.jobs.commands import work_once
from app.jobs.models import Job
from app.jobs.vocabulary import JobState
from app.tasks.queries import tasks_of_list
from tests.app.intake.conftest import Enter
from tests.app.intake.papers import DOUBTFUL, PLAN


def upload(app: Flask, client: FlaskClient, text: str, name: str = "list.txt") -> object:
    with app.app_context():
        subject = list_with_code("C2")
        assert subject is not None
        list_id = subject.id
    data = {"list": str(list_id), "file": (BytesIO(text.encode()), name), "year": ""}
    return client.post("/intake/new", data=data)


def rows(app: Flask) -> list[IntakeRow]:
    with app.app_context():
        return list(db.session.query(IntakeRow).order_by(IntakeRow.position))


def test_an_office_uploads_reviews_and_confirms(app: Flask, enter: Enter) -> None:
    client = enter("office")
    page = client.get("/intake/new").get_data(as_text=True)
    assert "整改清单" in page
    answer = upload(app, client, PLAN)
    assert answer.status_code == 302

    review = client.get(answer.location).get_data(as_text=True)
    assert "确认入账3项" in review
    assert "没有存疑" in review
    assert "老城区污水管网混接" in review
    assert "一行不丢" in review

    confirmed = client.post(f"{answer.location}/confirm", follow_redirects=False)
    assert confirmed.status_code == 302
    with app.app_context():
        subject = list_with_code("C2")
        assert subject is not None
        assert len(tasks_of_list(subject.id)) == 3
    assert "已入账" in client.get("/intake/").get_data(as_text=True)
    assert "整批撤回" in client.get(answer.location).get_data(as_text=True)
    assert client.post(f"{answer.location}/undo").status_code == 302


def test_doubts_stand_first_and_are_settled_on_the_page(  # one sitting
    app: Flask, enter: Enter
) -> None:
    client = enter("office")
    here = upload(app, client, DOUBTFUL).location
    page = client.get(here).get_data(as_text=True)
    assert "“市渔政局”不在单位名录里" in page
    assert "4处存疑" in page

    assert client.post(f"{here}/confirm").status_code == 302
    assert "处理完才能入账" in client.get(here).get_data(as_text=True)

    first = rows(app)[0]
    settle = f"/intake/rows/{first.id}/settle"
    wrong = {"field": "units", "about": "responsible:市渔政局", "typed": "没有的局"}
    client.post(settle, data=wrong)
    assert "单位名录里没有" in client.get(here).get_data(as_text=True)
    client.post(settle, data={**wrong, "typed": "清江市水务局"})
    client.post(settle, data={"field": "deadline", "about": "", "chosen": "0"})
    assert client.post(settle, data={}).status_code == 422
    assert "2处存疑" in client.get(f"{here}?show=doubts").get_data(as_text=True)

    second = rows(app)[1]
    assert client.post(f"/intake/rows/{second.id}/drop").status_code == 302
    assert "恢复入账" in client.get(f"{here}?row=2").get_data(as_text=True)
    assert client.post(f"/intake/rows/{second.id}/paint").status_code == 404
    assert client.post(f"{here}/certain").status_code == 302
    assert client.post(f"{here}/confirm").location.startswith("/tasks")


def test_a_field_is_corrected_on_a_page_of_its_own(app: Flask, enter: Enter) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location
    row = rows(app)[0]
    for name in ("problem", "deadline", "responsible", "number", "target"):
        assert client.get(f"/intake/rows/{row.id}/fields/{name}").status_code == 200
    assert client.get(f"/intake/rows/{row.id}/fields/source").status_code == 404

    address = f"/intake/rows/{row.id}/fields/deadline"
    assert client.post(address, data={"typed": "2026年13月"}).status_code == 422
    assert client.post(address, data={"typed": "2027-01-31"}).status_code == 302
    assert "2027年1月31日" in client.get(f"{here}?row=1").get_data(as_text=True)
    units = f"/intake/rows/{row.id}/fields/supervising"
    assert client.post(units, data={"typed": "清江市水务局"}).status_code == 302
    long = {"typed": "长" * 20_001}
    assert client.post(f"/intake/rows/{row.id}/fields/problem", data=long).status_code == 422


def test_of_two_people_correcting_one_row_the_second_is_told(app: Flask, enter: Enter) -> None:
    client = enter("office")
    upload(app, client, PLAN)
    row = rows(app)[0]
    address = f"/intake/rows/{row.id}/fields/problem"
    assert f'value="{row.version}"' in client.get(address).get_data(as_text=True)
    first = {"typed": "先改的问题", "version": row.version}
    assert client.post(address, data=first).status_code == 302
    second = client.post(address, data={"typed": "后改的问题", "version": row.version})
    assert second.status_code == 409
    assert "后改的问题" in second.get_data(as_text=True)
    assert rows(app)[0].fields["problem"]["value"] == "先改的问题"


def test_lines_that_nothing_explains_are_set_aside(app: Flask, enter: Enter) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location
    with app.app_context():
        document = db.session.query(IntakeDocument).one()
        document.lines = [{**document.lines[0], "state": "unexplained"}, *document.lines[1:]]
        number = document.lines[0]["number"]
        db.session.commit()
    page = client.get(f"{here}?show=unexplained").get_data(as_text=True)
    assert "所选的行不入账" in page
    assert client.post(f"{here}/lines", data={"line": number}).status_code == 302
    assert "人工确认不入账" in client.get(f"{here}?show=ignored").get_data(as_text=True)


def test_a_bad_file_is_answered_beside_its_field(app: Flask, enter: Enter) -> None:
    client = enter("office")
    answer = upload(app, client, "", "empty.txt")

    assert answer.status_code == 422
    assert "空" in answer.get_data(as_text=True)
    with app.app_context():
        assert db.session.query(IntakeDocument).count() == 0
    assert client.post("/intake/new", data={}).status_code == 422


def test_the_same_file_again_is_refused_with_the_earlier_one_named(
    app: Flask, enter: Enter
) -> None:
    client = enter("office")
    upload(app, client, PLAN)
    again = upload(app, client, PLAN, "again.txt")

    assert again.status_code == 409
    assert "list.txt" in again.get_data(as_text=True)


def test_strangers_units_and_leaders_find_no_import(app: Flask, enter: Enter) -> None:
    here = upload(app, enter("office"), PLAN).location
    row = rows(app)[0]
    for login in ("worker", "leader", "administrator", "outsider"):
        client = enter(login)
        for address in ("/intake/", here, f"{here}/source", "/intake/new"):
            assert client.get(address).status_code == 404, (login, address)
        assert client.post(f"{here}/confirm").status_code == 404
        assert client.post(f"/intake/rows/{row.id}/drop").status_code == 404
    assert app.test_client().get(here).status_code in (302, 401)


def test_missing_imports_and_rows_are_not_found(enter: Enter) -> None:
    client = enter("office")

    assert client.get("/intake/99").status_code == 404
    assert client.post("/intake/rows/99/drop").status_code == 404


@pytest.fixture
def everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test client would leave the spool of a truly large upload open."""
    monkeypatch.setattr(receiving, "LARGE", 10)


def test_a_large_file_is_read_by_the_worker_while_the_page_waits(
    app: Flask, enter: Enter, everything_is_large: None
) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location

    waiting = client.get(here)
    page = waiting.get_data(as_text=True)
    for said in ("正在读取“list.txt”", "排队等候后台读取，已过", "可以离开本页"):
        assert said in page, said
    assert "url=" in waiting.headers["Refresh"]
    assert "后台正在读取" in client.get("/").get_data(as_text=True)
    assert "正在读取" in client.get("/intake/").get_data(as_text=True)
    with app.app_context():
        assert work_once("test")
    assert "确认入账3项" in client.get(here).get_data(as_text=True)


def test_what_the_worker_is_doing_stands_on_the_page(
    app: Flask, enter: Enter, everything_is_large: None
) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location
    with app.app_context():
        job = db.session.query(Job).one()
        job.state, job.percent, job.message = JobState.RUNNING, 80, "已读完，正在对照单位名录"
        job.worker, job.lease_until = "test", clock.now()
        db.session.commit()
    page = client.get(here).get_data(as_text=True)
    assert "已读完，正在对照单位名录，已过" in page
    assert 'aria-valuenow="80"' in page


def test_reading_that_was_given_up_is_told_and_can_be_left(
    app: Flask, enter: Enter, everything_is_large: None
) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location
    with app.app_context():
        job = db.session.query(Job).one()
        job.state, job.finished_at = JobState.FAILED, clock.now()
        db.session.commit()
    answer = client.get(here)
    assert "后台多次尝试没有读成" in answer.get_data(as_text=True)
    assert "Refresh" not in answer.headers
    assert client.post(f"{here}/abandon").status_code == 302


def test_a_large_file_that_cannot_be_read_says_so_on_its_page(
    app: Flask, enter: Enter, everything_is_large: None
) -> None:
    client = enter("office")
    here = upload(app, client, "\x01\x02\x03" * 99 + PLAN[:90]).location
    with app.app_context():
        assert work_once("test")
    page = client.get(here).get_data(as_text=True)
    assert "“list.txt”没有读成" in page
    assert "请" in page.partition("没有读成</b>")[2]
    assert "看原因" in client.get("/").get_data(as_text=True)
    assert client.post(f"{here}/abandon").status_code == 302


def test_a_document_given_up_meanwhile_is_not_read(
    app: Flask, enter: Enter, everything_is_large: None
) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location
    assert client.post(f"{here}/abandon").status_code == 302
    with app.app_context():
        assert work_once("test")
    assert rows(app) == []


def test_the_source_comes_back_as_it_was(app: Flask, enter: Enter) -> None:
    client = enter("office")
    here = upload(app, client, PLAN).location

    assert client.get(f"{here}/source").data == PLAN.encode()


def test_the_list_to_upload_to_may_come_with_the_address(enter: Enter) -> None:
    client = enter("office")

    assert "selected" in client.get("/intake/new?list=C2").get_data(as_text=True)
    assert client.get("/intake/new?list=none").status_code == 200


def test_the_list_of_imports_goes_on_by_pages(
    app: Flask, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = enter("office")
    assert "还没有导入过文件" in client.get("/intake/").get_data(as_text=True)
    monkeypatch.setattr(documents, "PAGE", 1)
    upload(app, client, PLAN, "first.txt")
    last = upload(app, client, DOUBTFUL, "second.txt").location.rpartition("/")[2]

    first = client.get("/intake/").get_data(as_text=True)
    assert "second.txt" in first
    assert "first.txt" not in first
    assert "first.txt" in client.get(f"/intake/?before={last}").get_data(as_text=True)
