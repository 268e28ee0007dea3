"""Takes a picture of each page of the demonstration: `python -m benchmarks.screens FOLDER [NAME…]`.

The clock stands at one moment and the city is always the same, so the pictures only change when
the pages do.
"""

import io
import logging
import os
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shutil import which
from typing import Any

from flask import Flask
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from sqlalchemy import select
from werkzeug.serving import make_server

from app import clock, create_app
from app.access.actor import CHECKS_THE_WORK
from app.access.roles import Role
from app.database import db
from app.demo.drafts.dates import Dates
from app.demo.operations import Account, load
from app.demo.parsing import read_city
from app.demo.snapshot.document import as_text
from app.inspections.vocabulary import StepKind
from app.intake.models import IntakeCase
from app.ledgers.models import LedgerIssue
from app.maintenance.operations import migrate
from app.petitions.models import PetitionCase
from app.tasks.models import Task, TaskUnit
from app.tasks.vocabulary import TaskState
from app.units.models import Unit
from benchmarks.shots import CHECKER, OFFICE, SHOTS, UNIT, Shot
from config import Config

MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=clock.LOCAL)
PASSWORD = "only-for-screenshots"
DESK, PHONE = {"width": 1366, "height": 768}, {"width": 375, "height": 812}
COLOURS, LONGEST = 256, 1600
CHINESE = {**os.environ, "LANG": "zh_CN.UTF-8", "LANGUAGE": "zh_CN"}


def demonstration(folder: Path) -> tuple[Flask, tuple[Account, ...]]:
    """Build the city in a folder; return the application and one account for each role."""
    url = f"sqlite:///{folder / 'screens.db'}"
    app = create_app(Config("screens", url, folder, http_only=True))
    with clock.set_to(MOMENT), app.app_context():
        migrate()
        shown = load(lambda: PASSWORD)
        db.session.commit()
    return app, shown


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Serve the application at a free port; every request happens at the same moment."""
    answer = app.wsgi_app

    def at_the_moment(*request: Any) -> Any:
        with clock.set_to(MOMENT):
            return answer(*request)

    app.wsgi_app = at_the_moment  # type: ignore[method-assign]  # as Flask documents
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()


def addresses(app: Flask, units: dict[Role, str]) -> dict[str, str]:
    """Return the keys of what the pictures show, by the words of SHOTS."""
    own = Task.counting_unit.has(Unit.short_name == units[UNIT])
    checker = TaskUnit.unit.has(Unit.short_name == units[CHECKER])
    checks = checker & TaskUnit.part.in_(sorted(CHECKS_THE_WORK))
    at = {
        "working": (Task.state == TaskState.IN_RECTIFICATION) & own,
        "checked": Task.step.has(kind=StepKind.VERIFICATION) & Task.links.any(checks),
        "accepted": Task.step.has(kind=StepKind.CLOSE_OUT),
        "closed": Task.state == TaskState.CLOSED,
    }
    issued = select(LedgerIssue.public_id).where(LedgerIssue.issued_at.is_not(None))
    with app.app_context():
        keys = {
            word: str(db.session.scalar(select(Task.id).where(where).order_by(Task.id).limit(1)))
            for word, where in at.items()
        }
        latest = db.session.scalar(issued.order_by(LedgerIssue.id.desc()).limit(1))
        doubtful = db.session.scalars(select(IntakeCase).where(IntakeCase.is_doubtful)).first()
        case = db.session.scalars(select(PetitionCase).where(PetitionCase.priority)).one()
        assert doubtful is not None
        keys["batch"] = str(doubtful.document_id)
    return keys | {"ledger": latest or "", "case": case.token}


def upload(context: BrowserContext, address: str) -> str:
    """Upload a short list with a unit that nobody knows, for the review; return its address."""
    text = as_text(read_city().tasks[3:9], Dates(MOMENT)).decode()
    text = re.sub(r"^(\d)\.", r"3\1.", text, flags=re.MULTILINE)  # numbers that are free
    paper = text.replace("市水务局", "市河务管理处").encode()
    page = context.new_page()
    page.goto(f"{address}/intake/new")
    page.set_input_files(
        "#file", {"name": "督察问题补充清单.txt", "mimeType": "text/plain", "buffer": paper}
    )
    page.click("main .btn-primary")
    page.wait_for_url(re.compile(r"/intake/\d+$"))
    return page.url.removeprefix(address)


def session(browser: Browser, address: str, login: str) -> Any:
    """Log somebody in once; what the browser keeps of it serves every picture of theirs."""
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}/login")
        page.fill("#login", login)
        page.fill("#password", PASSWORD)
        page.click("main .btn-primary")
        page.wait_for_url(f"{address}/")
        return context.storage_state()


def reader(browser: Browser, address: str, kept: Any, shot: Shot) -> BrowserContext:
    """Open a browser of its own for whoever reads."""
    context = browser.new_context(
        viewport=PHONE if shot.phone else DESK, locale="zh-CN", timezone_id="Asia/Shanghai",
        is_mobile=shot.phone, has_touch=shot.phone, storage_state=kept,
    )  # fmt: skip
    theme = "dark" if shot.dark else "light"
    context.add_cookies([{"name": "theme", "value": theme, "url": address}])
    return context


def take(context: BrowserContext, url: str, shot: Shot, file: Path) -> None:
    page = context.new_page()
    page.goto(url)
    if shot.deed:
        shot.deed(page)
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    taken = Image.open(io.BytesIO(page.screenshot(full_page=shot.whole, animations="disabled")))
    taken = taken.crop((0, 0, taken.width, min(taken.height, LONGEST)))
    taken = taken.convert("RGB").quantize(
        COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    taken.save(file, optimize=True)
    page.close()


def main(folder: Path, only: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        app, accounts = demonstration(Path(place))
        keys = addresses(app, {one.role: one.unit for one in accounts})
        with served(app) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=which("chromium"), args=["--no-sandbox"], env=CHINESE
            )
            kept = {one.role: session(browser, address, one.login) for one in accounts}
            with reader(browser, address, kept[OFFICE], SHOTS[0]) as clerk:
                keys["review"] = upload(clerk, address)
            for shot in SHOTS:
                if only and not re.search(only, shot.name):
                    continue
                known = kept[shot.role] if shot.role else None
                with reader(browser, address, known, shot) as context:
                    path = shot.path.format(**keys)
                    take(context, address + path, shot, folder / f"{shot.name}.png")
            browser.close()


if __name__ == "__main__":
    folder, *names = sys.argv[1:] or ["docs/screens"]
    main(Path(folder), "|".join(names))
