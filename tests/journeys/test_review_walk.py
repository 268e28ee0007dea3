"""A list of 33 tasks is reviewed by keyboard, and found free of barriers on the way."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from benchmarks.walking import DOUBTS, Hands, open_list, review, upload
from config import ROOT

OFFICE = "liumingwei"
LIMIT = 300
AXE = ROOT / "vendor" / "axe.min.js"

pytestmark = pytest.mark.browser


@pytest.fixture
def clerk(app, people, travel, request) -> Page:
    """Somebody of the office before a list that has just been uploaded."""
    travel("2026-11-18 10:00")
    open_list(app, OFFICE)
    served = request.getfixturevalue("served")
    page = served.log_in(OFFICE)
    upload(page, served.address)
    return page


def barriers(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def test_a_review_of_33_tasks_takes_less_than_five_minutes(clerk: Page) -> None:
    hands: Hands = review(clerk)

    expect(clerk.get_by_role("status").first).to_contain_text("已入账33项")
    assert len(DOUBTS) // 2 <= hands.settled <= len(DOUBTS)
    assert hands.keys >= 33 + hands.settled
    assert hands.seconds < LIMIT


DEEDS: dict[str, Callable[[Page], None]] = {
    "split": lambda page: page.keyboard.press("s"),
    "measures": lambda page: page.locator("a[data-edit][aria-label*='措施']").first.click(),
    "units": lambda page: page.locator("a[data-edit][aria-label*='牵头单位']").first.click(),
    "nothing": lambda page: None,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_the_pages_of_a_review_have_no_barriers(clerk: Page, deed: str) -> None:
    here = clerk.url
    clerk.goto(f"{here}?show=all&row=1" if deed != "nothing" else here)
    DEEDS[deed](clerk)
    clerk.wait_for_load_state("networkidle")
    assert barriers(clerk) == []


def test_every_key_of_the_legend_does_what_it_says(clerk: Page) -> None:
    def press(key: str) -> None:
        with clerk.expect_navigation():
            clerk.keyboard.press(key)

    here = clerk.url
    clerk.goto(f"{here}?show=all&row=1")
    press("n")
    assert "row=2" in clerk.url
    press("p")
    assert "row=1" in clerk.url
    press("d")
    expect(clerk.get_by_role("button", name="恢复入账")).to_be_visible()
    press("u")
    expect(clerk.get_by_role("button", name="本项不入账")).to_be_visible()
    press("s")
    clerk.get_by_label("建立发展改革、自然资源、生态环境三部门联审会商制度").last.check()
    with clerk.expect_navigation():
        clerk.get_by_role("button", name="拆成两项").click()
    expect(clerk.get_by_role("link", name="全部34项")).to_be_visible()
    press("m")
    expect(clerk.get_by_role("link", name="全部33项")).to_be_visible()
    press("g")
    expect(clerk.get_by_role("status").first).to_contain_text("已采纳")
    clerk.goto(f"{here}?show=all&row=1")
    clerk.keyboard.press("j")
    expect(clerk.locator(".sure.focus")).to_have_count(1)
    press("e")
    expect(clerk.get_by_role("heading", name="改“方面”")).to_be_visible()
