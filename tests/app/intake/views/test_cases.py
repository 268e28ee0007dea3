"""Cases of an import: sealed where they are staged, opened with a reason, recorded whole."""

from io import BytesIO

from sqlalchemy import select

from app.audit.models import AuditEntry
from app.database import Base, db
from app.intake.models import IntakeCase, IntakeDocument
from app.intake.vocabulary import Decision, ImportState
from app.petitions.models import PetitionCase
from app.petitions.vocabulary import CaseStatus, Channel, Verdict

SECRET = "13900001111"
TABLE = "\n".join(
    "\t".join(cells)
    for cells in (
        ("序号", "受理编号", "交办问题基本情况", "行政区域", "污染类型", "调查核实情况", "是否属实",
         "处理和整改情况", "是否办结", "责任人被处理情况"),
        ("1", "D2QJ202609100017", "临河里一家面馆油烟直排居民窗下。", "白石县", "大气、噪音",
         "净化器停用。", "属实", "责令整改1家，罚款0.6万元。", "已办结", "无"),
        ("2", "X2QJ202609100003*", f"举报人赵某某（电话{SECRET}）反映纸厂夜间排水发黄。", "白石县",
         "水", "雨水沟有积水。", "部分属实", "清沟，加密监测。", "阶段性办结", "约谈2人"),
    )
)  # fmt: skip


def upload(client, text=TABLE):
    data = {"list": "1", "file": (BytesIO(text.encode()), "第3批.txt"), "year": ""}
    with client.application.app_context():
        data["list"] = str(small_list_id())
    return client.post("/intake/new", data=data).location


def small_list_id():
    return db.session.scalar(select(Base.metadata.tables["rectification_list"].c.id))


def opened(client, here):
    answer = client.post(f"{here}/cases/open", data={"reason": "核对第3批交办件"})
    assert answer.status_code == 302
    return client.get(f"{here}/cases?show=all").get_data(as_text=True)


def everything_stored():
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            for value in row:
                yield value if isinstance(value, bytes) else str(value).encode()


def test_nothing_of_a_case_stands_open_in_the_database(app, enter):
    upload(enter("clerk"))
    with app.app_context():
        assert db.session.query(IntakeCase).count() == 2
        assert not any(SECRET.encode() in value for value in everything_stored())
        assert not any("面馆".encode() in value for value in everything_stored())


def test_an_office_without_the_right_sees_the_count_alone(enter):
    client = enter("office")
    here = upload(client)
    page = client.get(here, follow_redirects=True).get_data(as_text=True)
    assert "2件" in page
    assert "由信访经办人核对" in page
    assert "面馆" not in page
    assert client.post(f"{here}/cases/open", data={"reason": "看一看内容"}).status_code == 404
    assert client.get(f"{here}/source").status_code == 404


def test_a_clerk_gives_a_reason_corrects_and_confirms(app, enter):
    client = enter("clerk")
    here = upload(client)
    assert "面馆" not in client.get(f"{here}/cases").get_data(as_text=True)
    page = opened(client, here)
    assert "面馆" in page
    with app.app_context():
        assert db.session.query(AuditEntry).filter_by(action="intake:read-cases").count() == 1
        rows = [(row.id, row.version) for row in db.session.query(IntakeCase)]
    for key, _ in rows:
        assert client.get(f"/intake/cases/{key}").status_code == 200
    fixed = {
        "number": "D2QJ202609100017", "channel": "call", "area": "白石县",
        "pollution_types": "大气、噪声", "units": "", "substantiated": "yes",
        "status": "concluded", "content": "油烟扰民。", "version": str(rows[0][1]),
    }  # fmt: skip
    assert client.post(f"/intake/cases/{rows[0][0]}", data=fixed).status_code == 302
    assert client.post(f"/intake/cases/{rows[1][0]}/keep").status_code == 302
    assert client.post(f"{here}/cases/confirm").status_code == 302
    with app.app_context():
        first, second = db.session.query(PetitionCase).order_by(PetitionCase.id)
        assert (first.channel, first.substantiated) == (Channel.CALL, Verdict.YES)
        assert first.pollution_types == ["大气", "噪声"]
        assert (second.priority, second.status) == (True, CaseStatus.PHASE_CONCLUDED)
        assert not any(SECRET.encode() in value for value in everything_stored())
        assert db.session.query(IntakeDocument).one().state is ImportState.CONFIRMED

    assert client.post(f"{here}/undo").status_code == 302
    with app.app_context():
        assert db.session.query(PetitionCase).count() == 0


def test_a_number_that_is_recorded_already_is_asked_about(app, enter):
    client = enter("clerk")
    here = upload(client)
    opened(client, here)
    with app.app_context():
        keys = [row.id for row in db.session.query(IntakeCase)]
    for key in keys:
        client.post(f"/intake/cases/{key}/keep")
    client.post(f"{here}/cases/confirm")
    again = upload(client, TABLE.replace("净化器停用", "净化器已换"))
    page = opened(client, again)
    assert "这个受理编号已经入账" in page
    client.post(f"{again}/cases/confirm")
    with app.app_context():
        assert db.session.query(PetitionCase).count() == 2
    assert client.post(f"{again}/cases/drop-doubtful").status_code == 302
    answer = client.post(f"{again}/cases/confirm", follow_redirects=True)
    assert "没有要入账的信访件" in answer.get_data(as_text=True)


def test_a_reason_that_says_nothing_opens_nothing(enter):
    client = enter("clerk")
    here = upload(client)
    answer = client.post(f"{here}/cases/open", data={"reason": "看"})
    assert answer.status_code == 422
    assert "请写明查看的理由" in answer.get_data(as_text=True)


def test_who_comes_second_is_told(app, enter):
    client = enter("clerk")
    here = upload(client)
    opened(client, here)
    with app.app_context():
        key = db.session.query(IntakeCase).first().id
    data = {"channel": "", "substantiated": "", "status": "", "version": "99"}
    assert client.post(f"/intake/cases/{key}", data=data).status_code == 409


def test_without_an_open_reason_a_single_case_stays_closed(app, enter):
    client = enter("clerk")
    upload(client)
    with app.app_context():
        key = db.session.query(IntakeCase).first().id
    answer = client.get(f"/intake/cases/{key}")
    assert (answer.status_code, answer.location.endswith("/cases")) == (302, True)
    assert client.post(f"/intake/cases/{key}/drop").status_code == 409
    with app.app_context():
        assert db.session.get(IntakeCase, key).decision is Decision.OPEN
