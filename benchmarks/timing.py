"""How times are taken: whole processes, several runs, the median and the slowest."""

import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from config import ROOT

RUNS = int(os.environ.get("RUNS", "5"))


@dataclass(frozen=True)
class Measured:
    """What was measured, in seconds; `note` says what else is known of it."""

    what: str
    seconds: tuple[float, ...]
    note: str = ""

    @property
    def usual(self) -> str:
        return f"{median(self.seconds):.2f} s"

    @property
    def slowest(self) -> str:
        return f"{max(self.seconds):.2f} s"


def timed(deed: Callable[[], object]) -> float:
    begun = time.perf_counter()
    deed()
    return time.perf_counter() - begun


def repeated(what: str, deed: Callable[[], object], note: str = "") -> Measured:
    return Measured(what, tuple(timed(deed) for _ in range(RUNS)), note)


def python(arguments: Sequence[str], instance: Path) -> str:
    """Run a module of ours in a fresh interpreter and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT, env=environment(instance), check=True, capture_output=True, text=True,
    )  # fmt: skip
    return done.stdout


def environment(instance: Path, **more: str) -> dict[str, str]:
    """Return the environment of a product in a folder of its own."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    ours.pop("DATABASE_URL", None)
    return ours | {"INSTANCE": str(instance), "HTTP_ONLY": "1", **more}


def machine() -> str:
    """Name the machine, and what else it was doing."""
    processor = platform.processor() or platform.machine()
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({names[0] if names else processor}), {memory:.0f} GiB, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} before the first run"
    )
