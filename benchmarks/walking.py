"""Reviews 33 tasks by keyboard, counting keys and clicks: `python -m benchmarks.walking`."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from time import monotonic

from flask import Flask
from playwright.sync_api import Locator, Page, sync_playwright

from app import clock
from app.accounts.queries import person_with_login
from app.database import db
from app.demo.drafts.dates import Dates
from app.demo.parsing import read_city
from app.demo.snapshot.document import as_text
from app.inspections.drafts import InspectionDraft, ListDraft
from app.inspections.operations import create_inspection, create_list
from app.inspections.vocabulary import InspectionLevel
from benchmarks.paper import put_section
from benchmarks.screens import CHINESE, DESK, MOMENT, OFFICE, demonstration, served, session

A_KEY = 1.2
"""Seconds that a key or a click takes somebody who knows the list."""
MARK = re.compile(r"^(?P<number>\d+)\.")
LINE = {
    "deadline": re.compile(r"^整改时限：.*$", re.MULTILINE),
    "supervising": re.compile(r"^督导单位：.*$", re.MULTILINE),
    "lead": re.compile(r"^牵头单位：.*$", re.MULTILINE),
}
DOUBTS = (
    (2, "supervising", "督导单位：市环境生态局"),
    (4, "supervising", "督导单位：市房建局"),
    (5, "supervising", "督导单位：各县（市、区）政府"),
    (7, "deadline", "整改时限：2027年5月前"),
    (9, "lead", "牵头单位：市河湖处"),
    (12, "deadline", "整改时限：2026年2月30日前"),
    (14, "supervising", "督导单位：各县（市、区）政府"),
    (16, "deadline", "整改时限：2027年8月前"),
    (18, "lead", "牵头单位：市河湖处"),
    (20, "supervising", "督导单位：市shuiwuju"),
    (23, "deadline", "整改时限：汛期前"),
    (25, "deadline", "整改时限：方案批复后3个月内"),
    (28, "deadline", "整改时限：2027年3月前"),
    (31, "supervising", "督导单位：县政府"),
)
"""What a list of this length leaves open: names, months, wildcards, a day that does not exist."""
TYPED = {
    "市河湖处": "sswj",
    "2026年2月30日": "2026-02-28",
    "市shuiwuju": "sswj",
    "市房建局": "szjj",
}
"""What somebody who knows the list answers; pinyin letters for units."""


def paper() -> bytes:
    """The demonstration's list with its doubts."""
    items = re.split(r"(?m)^(?=\d+\.)", as_text(read_city().tasks, Dates(clock.now())).decode())
    for number, line, text in DOUBTS:
        items[number] = LINE[line].sub(text, items[number], count=1)
    return "".join(items).encode()


def open_list(app: Flask, login: str) -> None:
    """An empty list, kept by the office of this person."""
    with app.app_context():
        person = person_with_login(login)
        assert person is not None
        actor = person.actor(clock.today(), "")
        draft = InspectionDraft(name="交叉督察", level=InspectionLevel.PROVINCIAL)
        lists = ListDraft(code="W1", name="交叉督察整改清单", document_prefix="市整改台账")
        create_list(create_inspection(draft, actor), lists, actor)
        db.session.commit()


@dataclass
class Hands:
    """Somebody's hands at the page: every key and click is counted."""

    page: Page
    keys: int = 0
    clicks: int = 0
    settled: int = 0
    said: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        return (self.keys + self.clicks) * A_KEY

    def press(self, key: str, *, leads_on: bool = False) -> None:
        self.keys += 1
        if leads_on:
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
        else:
            self.page.keyboard.press(key)

    def type_answer(self, text: str) -> None:
        self.press("e")
        self.keys += len(text)
        self.page.keyboard.type(text)
        self.press("Enter", leads_on=True)


def upload(page: Page, address: str, filename: str = "交叉督察整改清单.txt") -> None:
    page.goto(f"{address}/intake/new?list=W1")
    page.set_input_files("#file", {"name": filename, "mimeType": "text/plain", "buffer": paper()})
    page.click("main .btn-primary")
    page.wait_for_url(re.compile(r"/intake/\d+$"))


def review(page: Page) -> Hands:
    """Settle every doubt, look at every item, accept what is certain, confirm: by keys alone."""
    hands = Hands(page)
    while (doubt := page.locator("[data-doubt]").first).count():
        _settle(hands, doubt)
        hands.settled += 1
    hands.clicks += 1
    with page.expect_navigation():
        page.get_by_role("link", name=re.compile("^全部")).click()
    for _item in _items(page):
        hands.press("n", leads_on=True)
    for key in ("g", "Enter"):
        hands.press(key, leads_on=True)
    return hands


def _items(page: Page) -> Iterator[None]:
    while page.locator("[data-next]").count():
        yield


def _settle(hands: Hands, doubt: Locator) -> None:
    asked = doubt.locator(".why").inner_text()
    hands.said.append(asked)
    typed = next((answer for name, answer in TYPED.items() if name in asked), None)
    chosen = doubt.locator("input[name=chosen]:checked").count()
    if typed and not chosen:
        hands.type_answer(typed)
        return
    if not chosen:
        boxes = doubt.locator("input[type=checkbox][name=chosen]").count()
        for place in range(1, max(min(boxes, 4), 1) + 1):
            hands.press(str(place))
    everywhere = doubt.locator("[data-everywhere]").count()
    hands.press("x" if everywhere else "a", leads_on=True)


def told(hands: Hands, waited: float) -> str:
    return f"""`python -m benchmarks.walking`: the demonstration's list of 33 tasks, {len(DOUBTS)}
lines of it doubtful (names that the directory lacks, months without 底, wildcards, a day that does
not exist), reviewed in Chromium by keys; every item is looked at, then all are confirmed.
A key or a click counts {A_KEY} s. tests/journeys/test_review_walk.py holds the limit of 300 s.

| What | Count |
| --- | --- |
| doubts answered (the others were settled with them) | {hands.settled} |
| keys | {hands.keys} |
| clicks | {hands.clicks} |
| by hand, {A_KEY} s each | {hands.seconds:.0f} s |
| waited for pages on top | {waited:.0f} s |
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        app, accounts = demonstration(Path(place))
        login = next(one.login for one in accounts if one.role == OFFICE)
        with clock.set_to(MOMENT):
            open_list(app, login)
        with served(app) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=which("chromium"), args=["--no-sandbox"], env=CHINESE
            )
            kept = session(browser, address, login)
            page = browser.new_context(viewport=DESK, locale="zh-CN", storage_state=kept).new_page()
            upload(page, address)
            begun = monotonic()
            hands = review(page)
            waited = monotonic() - begun
            browser.close()
    put_section("A review by keyboard", told(hands, waited))
    print(told(hands, waited))


if __name__ == "__main__":
    main()
