"""The pictures that are taken: who reads which page, on what, after doing what."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from app.access.roles import Role


@dataclass(frozen=True)
class Shot:
    """One picture: its name, who reads, the address, and what is done before it is taken."""

    name: str
    role: Role | None
    path: str
    phone: bool = False
    dark: bool = False
    whole: bool = True
    deed: Callable[[Page], None] | None = None


def fail_to_send(page: Page) -> None:
    page.fill("#percent", "120")
    page.click("form[data-keep] .btn-primary")
    page.wait_for_selector(".errsum")


def choose(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("j")


def give_a_reason(page: Page) -> None:
    if page.locator("#reason").count():
        page.fill("#reason", "核对第4批交办件")
        page.click("main form .btn-primary")
        page.wait_for_load_state("networkidle")


def open_a_case(page: Page) -> None:
    give_a_reason(page)
    page.click("tbody a")
    page.wait_for_load_state("networkidle")


def compare(page: Page) -> None:
    page.click(".doubts .acts a")
    page.wait_for_load_state("networkidle")


def look_at_one(page: Page) -> None:
    page.click(".thumbs a")
    page.wait_for_load_state("networkidle")


OFFICE, UNIT, CHECKER = Role.OFFICE, Role.UNIT, Role.SUPERVISOR
CLERK = Role.PETITION_CLERK
SHOTS = (
    Shot("login", None, "/login"),
    Shot("home-office", OFFICE, "/"),
    Shot("home-unit", UNIT, "/"),
    Shot("home-unit-phone", UNIT, "/", phone=True),
    Shot("home-supervisor", CHECKER, "/"),
    Shot("home-leader", Role.LEADER, "/"),
    Shot("tasks", OFFICE, "/tasks/", deed=choose),
    Shot("tasks-dark", OFFICE, "/tasks/", dark=True),
    Shot("tasks-filtered", OFFICE, "/tasks/?lamp=red"),
    Shot("tasks-nothing-found", OFFICE, "/tasks/?lamp=red&state=closed"),
    Shot("tasks-unit", UNIT, "/tasks/"),
    Shot("tasks-unit-phone", UNIT, "/tasks/", phone=True),
    Shot("task-unit", UNIT, "/tasks/{working}"),
    Shot("task-unit-phone", UNIT, "/tasks/{working}", phone=True),
    Shot("task-closing", CHECKER, "/tasks/{checked}"),
    Shot("task-closing-dark", CHECKER, "/tasks/{checked}", dark=True),
    Shot("task-closed", OFFICE, "/tasks/{closed}"),
    Shot("progress", UNIT, "/tasks/{working}/progress"),
    Shot("progress-phone", UNIT, "/tasks/{working}/progress", phone=True),
    Shot("progress-errors", UNIT, "/tasks/{working}/progress", deed=fail_to_send),
    Shot("evidence", UNIT, "/tasks/{working}/evidence"),
    Shot("evidence-phone", UNIT, "/tasks/{working}/evidence", phone=True),
    Shot("evidence-all", CHECKER, "/tasks/{checked}/evidence/all"),
    Shot("evidence-viewer", CHECKER, "/tasks/{checked}/evidence/all", deed=look_at_one),
    Shot(
        "evidence-viewer-phone", UNIT, "/tasks/{working}/evidence/all", phone=True, deed=look_at_one
    ),
    Shot("pointer", CHECKER, "/tasks/{checked}", deed=compare),
    Shot("pointer-phone", CHECKER, "/tasks/{checked}", phone=True, deed=compare),
    Shot("task-closing-phone", CHECKER, "/tasks/{checked}", phone=True),
    Shot("correction", OFFICE, "/tasks/{working}/correction"),
    Shot("apply", UNIT, "/tasks/{working}/close-out/apply"),
    Shot("apply-phone", UNIT, "/tasks/{working}/close-out/apply", phone=True),
    Shot("verify", CHECKER, "/tasks/{checked}/close-out/verify"),
    Shot("close", OFFICE, "/tasks/{accepted}/close-out/close"),
    Shot("inspections", OFFICE, "/inspections/"),
    Shot("inspection-form", OFFICE, "/inspections/new"),
    Shot("list-form", OFFICE, "/inspections/1/lists/new"),
    Shot("imports", OFFICE, "/intake/"),
    Shot("import-upload", OFFICE, "/intake/new"),
    Shot("import-review", OFFICE, "{review}", whole=False),
    Shot("import-problems", OFFICE, "{review}/problems"),
    Shot("import-problems-phone", OFFICE, "{review}/problems", phone=True),
    Shot("cases-export", CLERK, "/intake/exports/cases"),
    Shot("cases-review-closed", CLERK, "/intake/{batch}/cases"),
    Shot("cases-review", CLERK, "/intake/{batch}/cases", deed=give_a_reason),
    Shot("case-review", CLERK, "/intake/{batch}/cases", deed=open_a_case),
    Shot("petitions", CLERK, "/petitions/"),
    Shot("petitions-phone", CLERK, "/petitions/", phone=True),
    Shot("petition", CLERK, "/petitions/{case}"),
    Shot("petition-read", CLERK, "/petitions/{case}", deed=give_a_reason),
    Shot("overview", Role.LEADER, "/overview/"),
    Shot("overview-dark", Role.LEADER, "/overview/", dark=True),
    Shot("ledgers", OFFICE, "/ledgers/"),
    Shot("ledger", Role.LEADER, "/ledgers/{ledger}"),
    Shot("ledger-check", OFFICE, "/ledgers/verification"),
    Shot("audit", Role.AUDITOR, "/audit/"),
    Shot("units", Role.SYSTEM_ADMIN, "/units/"),
    Shot("unit", Role.SYSTEM_ADMIN, "/units/4"),
    Shot("people", Role.SECURITY_ADMIN, "/people"),
    Shot("person", Role.SECURITY_ADMIN, "/people/9"),
    Shot("password", UNIT, "/password"),
    Shot("not-found", UNIT, "/tasks/99999"),
)
