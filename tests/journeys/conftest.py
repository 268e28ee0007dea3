"""A city with people who can log in, a served application, and a browser."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from app import clock
from app.database import db
from app.demo.operations.cast import assemble
from app.demo.parsing import read_city
from app.inspections.operations import built_in_procedure
from tests.engines import chromium

BEFORE = datetime(2026, 11, 1, 9, tzinfo=clock.LOCAL)
PASSWORD = "qinghe-Dawn-38-lotus"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
         "--disable-background-networking", "--disable-component-update",
         "--disable-dev-shm-usage")  # fmt: skip


@dataclass(frozen=True)
class Served:
    """The address of a running application, and how to open a page of it as somebody."""

    address: str
    browser: Browser

    def log_in(self, login: str) -> Page:
        page = self.browser.new_context(
            viewport={"width": 1366, "height": 768}, locale="zh-CN", accept_downloads=True
        ).new_page()
        page.goto(self.address)
        page.get_by_label("账号").fill(login)
        page.get_by_label("口令").fill(PASSWORD)
        page.get_by_role("button", name="登录").click()
        page.get_by_role("button", name="退出").wait_for()
        return page


@pytest.fixture
def people(app) -> None:
    """The demonstration's units and people, without its list: the journey makes its own."""
    city = read_city()
    with app.app_context():
        with clock.set_to(BEFORE):
            assemble(city.units, city.people, lambda _login: PASSWORD)
        built_in_procedure()
        db.session.commit()


@contextmanager
def _untraced() -> Iterator[None]:
    """Measure no coverage of this thread, where Playwright switches greenlets; the server's counts.

    With coverage following greenlets, whole runs stood still in the callback of a weak reference.
    """
    tracer = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


@pytest.fixture
def served(app, people) -> Iterator[Served]:
    """Serve the application from a thread of this process, so that it shares the test's clock.

    The browser is started last and stopped first: while its event loop runs, this thread cannot
    open an application context.
    """
    app.config["WTF_CSRF_ENABLED"] = True
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    with _untraced(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(QUIET))
        yield Served(f"http://127.0.0.1:{server.port}", browser)
        browser.close()
    server.shutdown()
    thread.join()
