"""Steps 1 to 4 of the line, walked in a real browser by the people who do them."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from app import clock
from app.demo.drafts.dates import Dates
from app.demo.parsing import read_city
from app.demo.snapshot.document import as_docx
from tests.factories.city import picture

OFFICE, LEADER = "liumingwei", "fuboqian"

pytestmark = pytest.mark.browser


def person_of(unit: str, role: str) -> str:
    return next(
        person.login
        for person in read_city().people
        if person.unit == unit and role in person.roles
    )


def document(folder: Path) -> Path:
    """The city's list, with one unit called by a name that nobody knows."""
    first, *rest = read_city().tasks
    tasks = (replace(first, supervising=("市生态环保厅",)), *rest)
    file = folder / "整改清单.docx"
    file.write_bytes(as_docx(tasks, Dates(clock.now())))
    return file


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=False).first.click()
    page.wait_for_load_state()


def take_the_document_in(page: Page, file: Path) -> None:
    page.get_by_role("link", name="督察与清单").first.click()
    page.get_by_role("link", name="建立督察").first.click()
    page.get_by_label("名称").fill("第二轮中央生态环境保护督察")
    page.get_by_label("轮次").fill("2")
    page.get_by_label("督察组").fill("第三督察组")
    for label, day in (("进驻", "2026-03-01"), ("离开", "2026-03-31"), ("反馈", "2026-06-16")):
        page.get_by_label(label).fill(day)
    press(page, "建立督察")
    page.get_by_label("清单名称").fill("第二轮督察整改清单")
    page.get_by_label("清单代号").fill("J2")
    page.get_by_label("发文字头").fill("市整改台账")
    press(page, "建立清单")
    page.get_by_role("link", name="导入核对").first.click()
    page.get_by_role("link", name="上传").first.click()
    page.get_by_label("清单文件").set_input_files(file)
    press(page, "上传")
    expect(page.get_by_role("heading", name="导入核对")).to_be_visible()


def settle_and_confirm(page: Page) -> None:
    """One unit is unknown: choose the directory's; then confirm all thirty-three."""
    expect(page.get_by_role("button", name="确认入账33项")).to_be_disabled()
    doubt = page.locator("form.field-doubt").first
    expect(doubt).to_contain_text("市生态环保厅")
    doubt.get_by_text("市生态环境局").first.click()
    doubt.get_by_role("button", name="采纳").click()
    page.wait_for_load_state()
    press(page, "确认入账33项")


def hand_over_everything(page: Page) -> None:
    page.get_by_role("link", name="整改任务").first.click()
    expect(page.locator("tbody tr.group")).to_have_count(4)
    page.get_by_label("全选待交办的任务").check()
    press(page, "交办")
    expect(page.get_by_role("status").first).to_contain_text("33项")


def do_the_work(page: Page, number: str, folder: Path) -> None:
    page.get_by_role("link", name="整改任务").first.click()
    page.locator(f"tr:has(td:text-is('{number}')) a").first.click()
    press(page, "签收")
    page.get_by_role("link", name="报本期进展").click()
    page.get_by_label("整体进度").fill("100")
    page.get_by_text("达到序时进度", exact=True).click()
    page.get_by_label("本期做了什么").fill("126个项目逐一复核，整改到位。")
    press(page, "提交本期进展")
    page.get_by_role("link", name="上传证据").first.click()
    photograph = folder / "现场.png"
    photograph.write_bytes(picture().getvalue())
    page.get_by_label("文件").set_input_files(photograph)
    press(page, "上传证据")
    expect(page.locator(".thumbs img")).to_have_count(1)
    page.get_by_role("link", name="申请销号").first.click()
    page.get_by_label("自查说明").fill("对照整改目标，126个项目全部补办手续，达到目标。")
    press(page, "申请销号")
    expect(page.locator("[aria-current=step]")).to_contain_text("现场核查")


def judge(page: Page, link: str, opinion: str, button: str) -> None:
    page.get_by_role("link", name=link).first.click()
    if page.get_by_label("到场人员").count():
        page.get_by_label("到场人员").fill("核查组3人")
        page.get_by_label("查看地点").fill("抽查的12个项目")
    page.get_by_label("意见").last.fill(opinion)
    press(page, button)


def read_the_ledger(page: Page, folder: Path) -> str:
    page.get_by_role("link", name="周台账").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="下载").first.click()
    file = folder / "台账.pdf"
    download.value.save_as(file)
    if shutil.which("pdftoppm"):
        subprocess.run(["pdftoppm", "-r", "40", "-png", file, folder / "page"], check=True)
        assert len(list(folder.glob("page-*.png"))) == len(PdfReader(file).pages)
    return "".join(page.extract_text() for page in PdfReader(file).pages)


def test_the_whole_line(served, travel, tmp_path):
    travel("2026-11-18 10:00")
    first = read_city().tasks[0]
    worker, outsider = person_of(first.lead, "unit"), person_of("霜岭县政府", "unit")

    office = served.log_in(OFFICE)
    take_the_document_in(office, document(tmp_path))
    settle_and_confirm(office)
    hand_over_everything(office)

    unit = served.log_in(worker)
    do_the_work(unit, first.number, tmp_path)
    record = unit.url

    stranger = served.log_in(outsider)
    assert stranger.goto(record).status == 404
    assert first.problem[:12] not in stranger.goto(f"{served.address}/tasks/").text()

    checker = served.log_in(person_of("市生态环境局", "supervisor"))
    checker.goto(record)
    judge(checker, "填写核查意见", "抽查12个项目，均已补办。", "核查合格")
    judge(checker, "填写验收意见", "同意通过验收。", "通过验收")

    office.goto(record)
    judge(office, "办理销号", "予以销号。", "办理销号")
    expect(office.get_by_role("link", name="更正")).to_have_count(0)

    travel("2026-11-22 18:30")
    office = served.log_in(OFFICE)  # the session of Wednesday has ended
    office.goto(f"{served.address}/ledgers/")
    for deed in ("草稿", "审核通过", "签发第1期"):
        press(office, deed)

    leader = served.log_in(LEADER)
    leader.get_by_role("link", name="总览").first.click()
    expect(leader.locator(".stats")).to_contain_text("1/33")
    ledger = read_the_ledger(leader, tmp_path)
    assert "第1期" in ledger
    assert first.problem[:6] in ledger.replace("\n", "")
