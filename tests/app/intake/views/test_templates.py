"""Templates are offered where documents are taken in, to those who take them in."""

from io import BytesIO

import openpyxl
import pytest

from app.access.roles import Role


@pytest.mark.parametrize(
    ("path", "sheet"),
    [("/intake/templates/tasks.xlsx", "整改任务"), ("/intake/templates/cases.xlsx", "信访件")],
)
def test_an_office_downloads_the_templates_and_nobody_else(doors, log_in, path, sheet):
    client = log_in(doors.people[Role.OFFICE])
    for page in ("/intake/", "/intake/new"):
        assert path in client.get(page).text
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    book = openpyxl.load_workbook(BytesIO(answer.data))
    assert book.sheetnames == [sheet, "填写说明"]
    assert "清江市水务局" in [cell.value for cell in book["填写说明"]["C"]]
    for role in (Role.UNIT, Role.LEADER, Role.AUDITOR):
        assert log_in(doors.people[role]).get(path).status_code == 404
