"""Loads the demonstration city through the application's own operations, day by day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from app import clock
from app.access.roles import Role
from app.demo.drafts.city import City
from app.demo.drafts.dates import Dates
from app.demo.operations.batches import batch_acts
from app.demo.operations.cast import assemble
from app.demo.operations.ledgers import ledger_acts
from app.demo.operations.life import life_acts
from app.demo.operations.opening import open_list
from app.demo.operations.telling import Stage, acts
from app.demo.parsing import read_city, read_life

SHOWN = (
    "liumingwei", "jianwenqing", "shiyanqiu", "zhuoranzhi", "fuboqian", "zhusiqi", "shaoyiming",
    "ruanwenlan",
)  # fmt: skip
"""One account for each role is printed; the others exist and nobody knows their passwords."""


@dataclass(frozen=True)
class Account:
    role: Role
    login: str
    name: str
    unit: str
    password: str


def load(make_password: Callable[[], str]) -> tuple[Account, ...]:
    """Create the city and its twelve weeks; return one account for each role."""
    city, dates = read_city(), Dates(clock.now())
    passwords = {person.login: make_password() for person in city.people}
    with clock.set_to(dates.moment(-13, 0, time(9))):
        cast = assemble(city.units, city.people, passwords.__getitem__)
    life = read_life()
    tasks = open_list(city, dates, cast, life.paths)
    stage = Stage(city, dates, cast, tasks)
    told = [
        *acts(stage), *ledger_acts(stage), *batch_acts(stage), *life_acts(stage, life),
    ]  # fmt: skip
    for act in sorted(told, key=lambda act: act.at):
        with clock.set_to(act.at):
            act.do()
    return _shown(city, passwords)


def _shown(city: City, passwords: dict[str, str]) -> tuple[Account, ...]:
    people = {person.login: person for person in city.people}
    return tuple(
        Account(
            role=Role(people[login].roles[0]),
            login=login,
            name=people[login].name,
            unit=people[login].unit,
            password=passwords[login],
        )
        for login in SHOWN
    )
