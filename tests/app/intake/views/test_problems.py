"""Errors by cell; rows in error go out, come back mended, and replace those they came from."""

from io import BytesIO

import openpyxl
import pytest
import xlsxwriter

from app.audit.models import AuditEntry
from app.database import db
from app.inspections.queries import list_with_code
from app.intake.models import IntakeCase, IntakeDocument, IntakeRow
from app.petitions.models import PetitionCase
from app.tasks.queries import tasks_of_list

HEAD = ("编号", "方面", "类别", "问题", "责任单位", "督导单位", "整改时限", "整改措施")
CHECKED = "清江市住建局"
ROWS = (
    ("1", "水环境方面", "污水", "河岸垃圾堆放。", "清江市水务局", CHECKED, "2026年底前", "清运"),
    ("2", "水环境方面", "污水", "", "市渔政局", CHECKED, "202312底前", "巡河"),
    ("3", "水环境方面", "污水", "山塘淤积。", "各县（市、区）政府", CHECKED, "2026年6月底", "清淤"),
)  # fmt: skip
CASE_HEAD = (
    "序号", "受理编号", "交办问题基本情况", "行政区域", "调查核实情况", "是否属实",
    "处理和整改情况", "办结情况",
)  # fmt: skip
CASE_ROWS = (
    ("1", "D2QJ202609100017", "面馆油烟直排。", "白石县", "净化器停用。", "属实", "责令整改1家。",
     "已办结"),
    ("2", "D2QJ202609100018", "夜间排水发黄。", "白石县", "雨水沟积水。", "说不清", "清沟。",
     "阶段性办结"),
)  # fmt: skip


def book(head, rows, sheet="清单"):
    stream = BytesIO()
    made = xlsxwriter.Workbook(stream)
    page = made.add_worksheet(sheet)
    page.write_string(0, 0, "清江市整改任务清单" if head is HEAD else "第3批交办件")
    for place, row in enumerate((head, *rows), start=1):
        for column, value in enumerate(row):
            page.write_string(place, column, value)
    made.close()
    stream.seek(0)
    return stream


def upload(client, stream, name="清单.xlsx"):
    with client.application.app_context():
        key = list_with_code("C2").id
    answer = client.post("/intake/new", data={"list": key, "file": (stream, name), "year": ""})
    assert answer.status_code == 302
    return answer.location


def wrong_rows(client, here):
    answer = client.post(f"{here}/wrong-rows")
    assert answer.status_code == 200
    return openpyxl.load_workbook(BytesIO(answer.data))


def columns(sheet):
    return {cell.value: place for place, cell in enumerate(sheet[1], start=1)}


def bring(client, here, made, name="改好.xlsx"):
    stream = BytesIO()
    made.save(stream)
    stream.seek(0)
    data = {"file": (stream, name)}
    return client.post(f"{here}/mended", data=data, follow_redirects=True)


def mend(made):
    sheet = made.worksheets[0]
    at = columns(sheet)
    for row in range(2, sheet.max_row + 1):
        number = sheet.cell(row, at["编号"]).value
        fixed = {
            "2": {
                "问题": "渔网遍布河面。",
                "责任单位": "清江市水务局",
                "整改时限": "2026年9月30日前",
            },
            "3": {"责任单位": "白石县人民政府、清江市水务局"},
        }[number]  # fmt: skip
        for label, value in fixed.items():
            sheet.cell(row, at[label]).value = value
    return made


def test_every_error_names_its_cell_what_stands_there_and_what_is_expected(enter):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    assert f"{here}/problems" in client.get(here).text
    page = client.get(f"{here}/problems").text
    for told in (
        "工作表“清单”第4行D列（问题）", "（空白）", "问题的全文",
        "工作表“清单”第4行E列（责任单位）", "市渔政局", "单位名录里的名称",
        "工作表“清单”第4行G列（整改时限）", "202312底前", "日期，例如2026年11月30日",
        "工作表“清单”第5行E列（责任单位）", "逐个点名的单位", "4处，涉及2项",
    ):  # fmt: skip
        assert told in page, told
    assert page.index("第4行D列") < page.index("第4行E列") < page.index("第5行E列")
    client.post(f"{here}/confirm")
    with client.application.app_context():
        assert tasks_of_list(list_with_code("C2").id) == []


def test_rows_in_error_come_back_mended(app, enter):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    made = wrong_rows(client, here)
    sheet = made.worksheets[0]
    at = columns(sheet)
    assert [cell.value for cell in sheet[1]][:4] == ["错误说明", "原表位置", "编号", "其他编号"]
    assert [sheet.cell(row, at["编号"]).value for row in (2, 3)] == ["2", "3"]
    note = sheet.cell(2, at["错误说明"]).value
    assert "问题：没有写明问题内容，请填写（应填：问题的全文）" in note
    assert sheet.cell(2, at["原表位置"]).value.startswith("工作表“清单”第4行")
    assert sheet.cell(2, at["整改时限"]).value == "202312底前"
    fills = [sheet.cell(2, at[label]).fill.fgColor.rgb for label in ("问题", "整改措施")]
    assert fills[0] != fills[1]
    page = bring(client, here, mend(made)).text
    assert "已用改好的表替换2项" in page
    assert "没有问题" in page
    client.post(f"{here}/confirm")
    with app.app_context():
        one, two, three = tasks_of_list(list_with_code("C2").id)
        assert (one.problem, two.problem, three.problem) == (
            "河岸垃圾堆放。", "渔网遍布河面。", "山塘淤积。",
        )  # fmt: skip
        assert [link.unit.name for link in three.links][:2] == ["白石县人民政府", "清江市水务局"]
        assert two.due_on.isoformat() == "2026-09-30"
        assert two.source["filename"] == "清单.xlsx"
        done = db.session.query(AuditEntry).filter_by(action="intake:correct").all()
        assert done[-1].after["mended"] == [2, 3]
        assert db.session.query(AuditEntry).filter_by(action="intake:export").count() == 1


def test_what_is_still_wrong_stays_and_the_rest_is_not_touched(app, enter):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    with app.app_context():
        first = db.session.query(IntakeRow).filter_by(position=1).one().id
    client.post(f"/intake/rows/{first}/accept")
    made = wrong_rows(client, here)
    sheet = made.worksheets[0]
    sheet.cell(2, columns(sheet)["问题"]).value = "渔网遍布河面。"
    page = bring(client, here, made).text
    assert "3处，涉及2项" in page
    with app.app_context():
        rows = db.session.query(IntakeRow).order_by(IntakeRow.position).all()
        assert [row.decision.value for row in rows] == ["accepted", "open", "open"]


def _without_place(sheet, at):
    sheet.cell(2, at["原表位置"]).value = None


def _twice(sheet, at):
    sheet.cell(3, at["原表位置"]).value = sheet.cell(2, at["原表位置"]).value


def _other_import(sheet, at):
    sheet.cell(2, at["原表位置"]).value = "工作表“清单”第4行〔999999-1-1〕"


def _without_column(sheet, at):
    sheet.delete_cols(at["整改目标"])


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_without_place, "不知道替换哪一行"),
        (_twice, "出现了两次"),
        (_other_import, "来自另一次导入"),
        (_without_column, "表头缺少“整改目标”一列"),
    ],
)
def test_a_mended_file_that_does_not_belong_here_is_refused(app, enter, spoil, told):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    made = mend(wrong_rows(client, here))
    spoil(made.worksheets[0], columns(made.worksheets[0]))
    answer = bring(client, here, made)
    assert answer.status_code in (409, 422)
    assert told in answer.text
    with app.app_context():
        assert db.session.query(IntakeRow).filter_by(position=2).one().doubts


def test_the_first_document_is_no_mended_one(enter):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    answer = client.post(f"{here}/mended", data={"file": (book(HEAD, ROWS), "清单.xlsx")})
    assert (answer.status_code, "没有“原表位置”一列" in answer.text) == (422, True)
    assert client.post(f"{here}/mended", data={}).status_code == 422


def test_a_row_that_was_changed_meanwhile_is_not_overwritten(app, enter):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    made = mend(wrong_rows(client, here))
    with app.app_context():
        key = db.session.query(IntakeRow).filter_by(position=2).one().id
    client.post(f"/intake/rows/{key}/fields/problem", data={"typed": "另一种说法。"})
    answer = bring(client, here, made)
    assert (answer.status_code, "下载以后又改过" in answer.text) == (409, True)


def test_rows_in_error_can_be_left_out(app, enter):
    client = enter("office")
    here = upload(client, book(HEAD, ROWS))
    page = client.post(f"{here}/leave-out", follow_redirects=True).text
    assert "有问题的2项不入账" in page
    assert "没有问题" in client.get(f"{here}/problems").text
    client.post(f"{here}/confirm")
    with app.app_context():
        assert [task.number for task in tasks_of_list(list_with_code("C2").id)] == ["1"]


def test_of_a_text_the_line_is_named(enter):
    client = enter("office")
    text = (
        "一、水环境方面\n（一）污水\n1.河岸垃圾堆放。\n责任单位:市渔政局\n"
        "督导单位:清江市住建局\n整改时限:2026年底前\n"
    )
    here = upload(client, BytesIO(text.encode()), "清单.txt")
    page = client.get(f"{here}/problems").text
    assert "第4行" in page
    assert "责任单位:市渔政局" in page


def opened(client, here):
    client.post(f"{here}/cases/open", data={"reason": "核对第3批交办件"})


def test_cases_in_error_need_the_right_and_a_reason(app, enter):
    client = enter("clerk")
    here = upload(client, book(CASE_HEAD, CASE_ROWS), "第3批.xlsx")
    assert client.get(f"{here}/problems").location == f"{here}/cases"
    assert client.post(f"{here}/wrong-rows").status_code == 409
    stranger = enter("office")
    assert stranger.post(f"{here}/wrong-rows").status_code == 404
    opened(client, here)
    page = client.get(f"{here}/problems").text
    assert "工作表“清单”第4行F列（是否属实）" in page
    assert "说不清" in page
    made = wrong_rows(client, here)
    sheet = made.worksheets[0]
    at = columns(sheet)
    assert sheet.max_row == 2
    sheet.cell(2, at["是否属实"]).value = "部分属实"
    assert "已用改好的表替换1项" in bring(client, here, made).text
    assert client.post(f"{here}/cases/confirm").status_code == 302
    with app.app_context():
        kept = db.session.query(PetitionCase).order_by(PetitionCase.id).all()
        assert [case.substantiated.value for case in kept] == ["yes", "partly"]
        assert db.session.query(IntakeCase).count() == 2
        assert db.session.query(IntakeDocument).one().kind == "cases"
        assert db.session.query(AuditEntry).filter_by(action="intake:export").count() == 1


def test_wrong_sheets_formulas_and_missing_columns_are_said_in_a_sentence(enter):
    stream = BytesIO()
    made = xlsxwriter.Workbook(stream)
    page = made.add_worksheet("清单")
    for place, row in enumerate((HEAD[:-2], ROWS[0][:-2])):
        page.write_row(place, 0, row)
    page.write_formula(1, 3, "=A9", None, "#REF!")
    other = made.add_worksheet("通讯录")
    for place, row in enumerate((("姓名", "电话"), ("钱某", "不详"))):
        other.write_row(place, 0, row)
    made.close()
    stream.seek(0)
    client = enter("office")
    here = upload(client, stream)
    page = client.get(f"{here}/problems").text
    assert "表头缺少“整改时限”一列" in page
    assert "公式没有算出结果" in page
    assert "工作表“清单”第2行D列（问题）" in page
    assert "这张工作表没有认出表头" in page
    assert "工作表“通讯录”第1行A列" in page


def test_rows_without_a_number_come_back_one_by_one(app, enter):
    """Two rows that have nothing in common but the lack of a number stay two rows."""
    client = enter("office")
    unnumbered = [row[1:] for row in ROWS if row[3]]
    here = upload(client, book(HEAD[1:], unnumbered))
    made = wrong_rows(client, here)
    sheet = made.worksheets[0]
    at = columns(sheet)
    assert sheet.max_row == 3
    assert "编号：没有编号，请填写" in sheet.cell(2, at["错误说明"]).value
    sheet.cell(3, at["责任单位"]).value = "白石县人民政府"
    page = bring(client, here, made).text
    assert "已用改好的表替换2项" in page
    assert "2处，涉及2项" in page


def test_rows_of_a_text_are_mended_in_excel_too(app, enter):
    client = enter("office")
    text = (
        "一、水环境方面\n（一）污水\n1.河岸垃圾堆放。\n责任单位:市渔政局\n"
        "督导单位:清江市住建局\n整改时限:2026年底前\n整改措施:（1）清运。（2）巡河。\n"
    )
    here = upload(client, BytesIO(text.encode()), "清单.txt")
    made = wrong_rows(client, here)
    sheet = made.worksheets[0]
    at = columns(sheet)
    assert sheet.cell(2, at["原表位置"]).value.startswith("第4行〔")
    sheet.cell(2, at["责任单位"]).value = "清江市水务局"
    assert "没有问题" in bring(client, here, made).text
    client.post(f"{here}/confirm")
    with app.app_context():
        (task,) = tasks_of_list(list_with_code("C2").id)
        assert [measure.text for measure in task.measures] == ["清运。", "巡河。"]
        assert task.source["texts"][-1]["place"].startswith("第")
        assert task.source["corrected"]["units"]["raw"] == "市渔政局；清江市住建局"
