"""Every field that was read can be changed on a page of its own; names are remembered."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.access.actor import Part
from app.database import db
from app.intake.models import IntakeRow
from tests.app.intake.conftest import Enter
from tests.app.intake.papers import DOUBTFUL, PLAN
from tests.app.intake.test_views import rows, upload

FULL = PLAN.replace(
    "整改目标:管网混接全部改造。\n",
    "整改目标:管网混接率降到5%以下。\n责任人:周某某\n整改进展:已完成摸底。\n存在困难:资金不足。\n",
)


@pytest.fixture
def office(enter: Enter) -> FlaskClient:
    return enter("office")


def field_of(app: Flask, name: str) -> object:
    return rows(app)[0].fields[name]["value"]


def edit(app: Flask, client: FlaskClient, name: str, **data: object) -> int:
    row = rows(app)[0]
    address = f"/intake/rows/{row.id}/fields/{name}"
    page = client.get(address)
    assert page.status_code == 200
    assert f'value="{row.version}"' in page.text
    return client.post(address, data={"version": row.version, **data}).status_code


def test_everything_that_was_read_is_shown_and_can_be_changed(
    app: Flask, office: FlaskClient
) -> None:
    here = upload(app, office, FULL).location
    page = office.get(f"{here}?show=all&row=1").text
    for said in ("周某某", "已完成摸底。", "资金不足。", "不高于", "排查管网"):
        assert said in page, said
    assert edit(app, office, "progress", typed="已完成一半。") == 302
    assert edit(app, office, "status", typed="behind_schedule") == 302
    assert edit(app, office, "status", typed="nonsense") == 422
    assert edit(app, office, "people", kept="") == 422
    assert edit(app, office, "people") == 302
    assert edit(app, office, "other_numbers", province="23", city=" ") == 302
    assert field_of(app, "other_numbers") == [{"level": "province", "number": "23"}]
    assert (field_of(app, "people"), field_of(app, "status")) == ([], "behind_schedule")
    page = office.get(f"{here}?show=all&row=1").text
    for said in ("已完成一半。", "省编号23", "未达到序时进度"):
        assert said in page, said


def measures(*given: tuple[str, str, str, str]) -> dict[str, str]:
    names = ("text", "units", "deadline", "was")
    return {
        f"measures-{place}-{name}": value
        for place, one in enumerate(given)
        for name, value in zip(names, one, strict=True)
    }


def test_measures_are_changed_added_and_removed(app: Flask, office: FlaskClient) -> None:
    upload(app, office, PLAN)
    sent = measures(
        ("", "", "2025-06-30", "0"),
        ("改造12处混接点。", "市水务局、市住建局", "2027年3月底前", "1"),
        ("建立巡查制度。", "", "", ""),
    )
    assert edit(app, office, "measures", **sent) == 302
    first, second = field_of(app, "measures")
    assert (first["text"], first["units"]) == ("改造12处混接点。", ["市水务局", "市住建局"])
    assert first["deadline"]["due_on"] == "2027-03-31"
    assert (second["text"], second["deadline"]) == ("建立巡查制度。", None)

    row = rows(app)[0]
    address = f"/intake/rows/{row.id}/fields/measures"
    more = office.post(address, data={**sent, "more": "1"})
    assert "measures-3-text" in more.text
    wrong = office.post(address, data=measures(("采购。", "", "2027年13月", "")))
    assert wrong.status_code == 422
    assert "不是日期" in wrong.text
    assert "采购。" in wrong.text


def test_a_deadline_that_was_not_touched_keeps_its_wording_and_its_doubt(
    app: Flask, office: FlaskClient
) -> None:
    upload(app, office, PLAN.replace("2025年6月底前完成", "2027年6月前完成"))
    assert rows(app)[0].asked != []
    sent = measures(("改造。", "", "", ""), ("排查全部管网。", "", "2027-06-30", "0"))
    assert edit(app, office, "measures", **sent) == 302
    row = rows(app)[0]
    assert row.fields["measures"]["value"][1]["deadline"]["raw"] == "2027年6月前"
    assert [doubt["about"] for doubt in row.fields["measures"]["doubts"]] == ["1"]


def test_units_are_typed_with_a_list_to_complete_from(app: Flask, office: FlaskClient) -> None:
    upload(app, office, PLAN)
    row = rows(app)[0]
    page = office.get(f"/intake/rows/{row.id}/fields/{Part.COOPERATING.value}").text
    assert "顿号" in page
    assert edit(app, office, "cooperating", typed="市水务局、渔业处") == 302
    assert rows(app)[0].asked == ["unit:市渔业处"]


def settle(client: FlaskClient, row: IntakeRow, **data: object) -> str:
    sent = {"field": "units", "about": "responsible:市渔政局", "version": row.version, **data}
    answer = client.post(f"/intake/rows/{row.id}/settle?show=doubts", data=sent)
    return client.get(answer.location).text


def test_what_was_typed_leads_to_suggestions_then_to_a_remembered_name(
    app: Flask, office: FlaskClient
) -> None:
    here = upload(app, office, DOUBTFUL).location
    page = settle(office, rows(app)[0], typed="水务处")
    assert "单位名录里没有“水务处”" in page
    assert "与“水务处”相近的" in page
    assert "清江市水务局" in page
    assert '<datalist id="unit-names">' in page
    assert "swj" in page
    assert "sswj" in page
    assert "2处存疑" not in settle(office, rows(app)[0], typed="swj")

    assert "市渔政局" in office.get("/intake/names").text
    again = upload(app, office, DOUBTFUL.replace("1.老城区", "1.新城区"), "again.txt").location
    page = office.get(f"{again}?show=all&row=1").text
    assert "“市渔政局”上次认作清江市水务局" in page
    forget = office.get("/intake/names").text.partition('action="/intake/names/')[2]
    key = forget.partition("/forget")[0]
    assert office.post(f"/intake/names/{key}/forget").status_code == 302
    assert "还没有记住的名称" in office.get("/intake/names").text
    assert office.post(f"/intake/names/{key}/forget").status_code == 404
    assert office.post(f"{here}/back").status_code == 302


def test_of_two_people_deciding_on_one_row_the_second_is_told(
    app: Flask, office: FlaskClient
) -> None:
    upload(app, office, DOUBTFUL)
    first = rows(app)[0]
    settle(office, first, typed="市水务局")
    for address in ("settle", "drop", "split", "merge"):
        sent = {"version": first.version, "field": "deadline", "chosen": "0", "at": "line:6"}
        assert office.post(f"/intake/rows/{first.id}/{address}", data=sent).status_code == 409
    with app.app_context():
        assert db.session.query(IntakeRow).count() == 3


def test_rows_are_cut_merged_and_added_on_the_page(app: Flask, office: FlaskClient) -> None:
    here = upload(app, office, PLAN).location
    first = rows(app)[0]
    page = office.get(f"/intake/rows/{first.id}/split").text
    for said in ("从原文这一行起", "从这条措施起", "雨天溢流频繁。"):
        assert said in page, said
    address = f"/intake/rows/{first.id}/split"
    assert office.post(address, data={"at": "line:99"}).status_code == 422
    assert "row=2" in office.post(address, data={"at": "measure:1"}).location
    assert len(rows(app)) == 4
    assert office.post(f"/intake/rows/{rows(app)[1].id}/merge").status_code == 302
    assert len(rows(app)) == 3
    assert "row=4" in office.post(f"{here}/rows", data={"after": "3"}).location
    added = rows(app)[3]
    assert "没有可以拆开的地方" in office.get(f"/intake/rows/{added.id}/split").text
    assert "手工新增" in office.get(f"{here}?show=all&row=4").text
    assert "由所选的行新增一项" in office.get(f"{here}?show=ignored").text
    for _step in range(3):
        assert office.post(f"{here}/back?row=1&show=all").status_code == 302
    assert office.post(f"{here}/back").status_code == 409
    assert [row.number for row in rows(app)] == ["1", "2", "3"]
