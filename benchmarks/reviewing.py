"""The review of a long list, page by page and deed by deed: `python -m benchmarks.reviewing`."""

import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from statistics import median

from flask import Flask
from flask.testing import FlaskClient

from app import clock
from app.access.roles import Role
from app.accounts.queries import person_with_login
from app.database import db
from app.demo.drafts.dates import Dates
from app.demo.parsing import read_city
from app.demo.snapshot.document import as_text
from app.inspections.queries import list_with_code
from app.intake import operations, queries
from benchmarks import pages
from benchmarks.paper import put_section, table
from benchmarks.screens import MOMENT, OFFICE, demonstration
from benchmarks.timing import machine, timed
from benchmarks.walking import open_list

ROWS, TURNS = 300, 9


@dataclass(frozen=True)
class Review:
    """An import of many rows, and a browser of somebody who reviews it."""

    app: Flask
    client: FlaskClient
    import_id: int

    @property
    def address(self) -> str:
        return f"/intake/{self.import_id}"

    def doubtful(self) -> list[int]:
        """Keys of the rows that ask for a ruling on a month."""
        with self.app.app_context():
            rows = queries.row_outlines(self.import_id)
            return [row.id for row in rows if any("deadline" in asked for asked in row.asked)]


def long_paper() -> bytes:
    """The demonstration's tasks again and again under numbers of their own, many doubtful."""
    tasks = read_city().tasks
    copies = (tasks[place * len(tasks) // ROWS] for place in range(ROWS))
    numbered = (replace(task, number=str(number)) for number, task in enumerate(copies, start=1))
    text = as_text(tuple(numbered), Dates(clock.now())).decode()
    text = re.sub("督导单位：市水务局", "督导单位：市河湖处", text)
    return text.replace("10月底前", "10月前").encode()


def opened(app: Flask, login: str) -> Review:
    open_list(app, login)
    with app.app_context():
        person, subject = person_with_login(login), list_with_code("W1")
        assert person is not None
        assert subject is not None
        actor = person.actor(clock.today(), "")
        document = operations.receive(BytesIO(long_paper()), "long.txt", subject, actor)
        db.session.commit()
        key = document.id
    app.config["WTF_CSRF_ENABLED"] = False
    return Review(app, pages.reader(app, Role.OFFICE), key)


def deeds(review: Review) -> Iterator[tuple[str, Callable[[], object]]]:
    """What a person does again and again; each up to the redirect."""

    def send(path: str, **data: object) -> None:
        answer = review.client.post(path, data=data)
        assert answer.status_code == 302, (path, answer.status_code)  # noqa: PLR2004  # HTTP Found

    rows = iter(review.doubtful())

    def settle() -> None:
        send(f"/intake/rows/{next(rows)}/settle", field="deadline", about="", chosen="0")

    def split() -> None:
        send(f"/intake/rows/{next(rows)}/split", at="measure:1")

    def take_back() -> None:
        send(f"{review.address}/back")

    def look() -> None:
        assert review.client.get(f"{review.address}?show=all&row=150").data

    yield "open a row", look
    yield "settle a doubt", settle
    yield "split a row", split
    yield "take a step back", take_back


def told(review: Review) -> str:
    rows = []
    for name, deed in deeds(review):
        deed()
        seconds = [timed(deed) for _turn in range(TURNS)]
        before = pages.asked
        deed()
        rows.append((name, f"{median(seconds) * 1000:.0f} ms", f"{max(seconds) * 1000:.0f} ms",
                     str(pages.asked - before)))  # fmt: skip
    size = len(review.client.get(f"{review.address}?show=all&row=150").data)
    return f"""`python -m benchmarks.reviewing`: {ROWS} rows of the demonstration's tasks; a page
reads one of them whole and outlines of the others. A deed is measured up to its redirect.
Machine: {machine()}. A page is {size / 1024:.0f} KiB.

{table(("What", "Usual", "Slowest", "Queries"), rows)}"""


def main() -> None:
    with tempfile.TemporaryDirectory() as place, clock.set_to(MOMENT):
        app, accounts = demonstration(Path(place))
        login = next(one.login for one in accounts if one.role == OFFICE)
        text = told(opened(app, login))
    put_section("Reviewing a long list", text)
    print(text)


if __name__ == "__main__":
    main()
