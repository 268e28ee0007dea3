"""The only module that asks what time it is; the demonstration and the tests may set it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Shanghai")

_set_to: ContextVar[datetime | None] = ContextVar("clock_set_to", default=None)


def now() -> datetime:
    """Return the present moment, in UTC."""
    return _set_to.get() or datetime.now(UTC)  # noqa: TID251  # this is the clock


def today() -> date:
    """Return today's business date: the day in Shanghai."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """Return an aware moment as wall-clock time in Shanghai."""
    return moment.astimezone(LOCAL)


def day_span(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the moments between which days lie in Shanghai: from the first up to the second."""
    begin, end = (datetime.combine(day, time(), LOCAL) for day in (first, last + timedelta(days=1)))
    return begin, end


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Let the clock stand at an aware moment inside the block."""
    token = _set_to.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _set_to.reset(token)
