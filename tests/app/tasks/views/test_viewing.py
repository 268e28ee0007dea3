"""Evidence in place: by kind and step, several versions, page by page, with its checksum."""

from io import BytesIO

from app.database import db
from app.tasks import queries
from app.tasks.models import Site
from app.tasks.vocabulary import EvidenceKind
from tests.app.files.parsing.test_contents import pdf
from tests.factories.city import picture


def _send(client, task_id, files, **said):
    address = f"/tasks/{task_id}/evidence"
    return client.post(address, data={"files": files, **said})


def test_one_bad_file_among_several_does_not_lose_the_others(app, desk):
    worker = desk.client("worker")
    files = [(picture(1), "一.png"), (BytesIO(b"MZ"), "程序.exe"), (picture(2), "二.png")]
    answer = _send(worker, desk.working, files, kind="photo_after", caption="竣工")
    assert answer.status_code == 422
    assert "已上传2份证据" in answer.text
    assert "程序.exe" in answer.text
    assert 'value="竣工"' in answer.text
    with app.app_context():
        kinds = [piece.kind for piece in queries.evidence_of(desk.working)]
    assert kinds == [EvidenceKind.PHOTO_AFTER] * 2


def test_a_new_version_takes_the_place_of_the_old_one_which_stays_in_reach(app, desk):
    worker = desk.client("worker")
    _send(worker, desk.working, [(picture(1), "旧.png")], kind="test_report", caption="水质报告")
    with app.app_context():
        (old,) = queries.evidence_of(desk.working)
        token = old.token
    assert "水质报告" in worker.get(f"/tasks/{desk.working}/evidence?replaces={token}").text
    _send(worker, desk.working, [(picture(2), "新.png")], caption="水质报告二", replaces=token)
    with app.app_context():
        new, old = queries.evidence_of(desk.working)
        assert (new.supersedes_id, new.kind) == (old.id, EvidenceKind.TEST_REPORT)
        fresh = new.token
    shown = worker.get(f"/tasks/{desk.working}/evidence/all").text
    assert fresh in shown
    assert token not in shown
    assert "这是旧版" in worker.get(f"/tasks/evidence/{token}/view").text
    assert token in worker.get(f"/tasks/evidence/{fresh}/view").text
    refused = _send(worker, desk.working, [(picture(3), "再.png")], replaces=token)
    assert "已经有新版" in refused.text


def test_evidence_is_chosen_by_kind_and_step_and_turned_over(app, desk):
    worker = desk.client("worker")
    _send(worker, desk.working, [(picture(1), "前.png")], kind="photo_before")
    _send(
        worker, desk.working, [(BytesIO(pdf()), "报告.pdf")], kind="test_report", step="self_check"
    )
    everything = f"/tasks/{desk.working}/evidence/all"
    assert "前.png" not in worker.get(f"{everything}?kind=test_report").text
    assert "报告.pdf" in worker.get(f"{everything}?step=self_check").text
    assert "没有这样的证据" in worker.get(f"{everything}?kind=contract").text
    with app.app_context():
        report, photo = queries.evidence_of(desk.working)
        token, checksum, before = report.token, report.blob.sha256, photo.token
    page = worker.get(f"/tasks/evidence/{token}/view").text
    assert checksum in page
    assert before in page
    drawn = worker.get(f"/tasks/evidence/{token}/pages/1")
    assert (drawn.status_code, drawn.mimetype) == (200, "image/jpeg")
    assert worker.get(f"/tasks/evidence/{token}/pages/2").status_code == 404
    assert desk.client("outsider").get(f"/tasks/evidence/{token}/pages/1").status_code == 404


def test_a_new_version_is_offered_to_the_unit_whose_piece_it_is(app, desk):
    _send(desk.client("worker"), desk.closing, [(picture(1), "一.png")])
    with app.app_context():
        token = queries.evidence_of(desk.closing)[0].token
    view = f"/tasks/evidence/{token}/view"
    assert "上传新版" in desk.client("worker").get(view).text
    assert "上传新版" not in desk.client("checker").get(view).text


def test_a_piece_of_another_task_is_no_earlier_version(app, desk):
    worker = desk.client("worker")
    _send(worker, desk.working, [(picture(1), "一.png")], caption="别处的说明")
    with app.app_context():
        token = queries.evidence_of(desk.working)[0].token
    for answer in (
        worker.get(f"/tasks/{desk.quiet}/evidence?replaces={token}"),
        _send(worker, desk.quiet, [(picture(2), "二.png")], replaces=token),
        worker.post(f"/tasks/{desk.quiet}/evidence", data={"replaces": token}),
    ):
        assert answer.status_code == 404
        assert "别处的说明" not in answer.text


def test_evidence_is_chosen_by_its_site(app, desk):
    with app.app_context():
        site = Site(task_id=desk.working, position=1, name="东门桥", units=[])
        db.session.add(site)
        db.session.commit()
        key = site.id
    worker = desk.client("worker")
    _send(worker, desk.working, [(picture(1), "桥.png")], site=str(key))
    _send(worker, desk.working, [(picture(2), "别处.png")])
    page = worker.get(f"/tasks/{desk.working}/evidence/all?site={key}").text
    assert "桥.png" in page
    assert "别处.png" not in page
    assert "东门桥" in page
    refused = _send(worker, desk.working, [(picture(3), "三.png")], site="99")
    assert refused.status_code == 422
