"""What a worker holds of a job, and what a job says while it runs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Claim:
    """One attempt of one worker at one job; whoever finishes must still be the one who holds it."""

    job_id: int
    kind: str
    payload: Mapping[str, Any]
    worker: str
    attempt: int


@dataclass(frozen=True)
class Progress:
    """How far a job is, shown to whoever waits for it."""

    percent: int
    message: str


Handler = Callable[[Mapping[str, Any]], Iterator[Progress]]
"""A generator: it yields progress while it prepares and writes after its last yield.

What it writes is committed together with the end of the job. What it wrote before a yield is
rolled back there, so that progress can be stored while nothing is half done.
"""
