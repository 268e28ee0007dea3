"""What was measured, as docs/performance.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.timing import RUNS, Measured
from config import ROOT

PAPER = ROOT / "docs" / "performance.md"

HEAD = """# How long things take

Made by `make bench DOCUMENTS=folder` (without DOCUMENTS: the demonstration's list, printed by the
program in each form); it writes this page anew. Machine: {machine}. Unless another number is said,
each figure is the median of {runs} runs of a whole process, its start and its imports included.
SQLite, on the disk of the machine's temporary folder.
"""
PAGES = """
## Pages

Whole requests through the application in a fresh process, all of the page written: the first one,
which also compiles templates and statements, and the median of the nineteen after it. The number
of queries does not grow with the number of tasks; a test holds it
(tests/journeys/test_query_counts.py).
"""
READING = """
## Reading documents

`flask --app app intake parse FILE`, the child process with its limits included. A warm process
parses the same document again and again: 43 tasks with 141 measures as txt, docx, html and pdf,
5,000 cases as xlsx, 199 as csv. "Library alone" starts the same application, reads the file with
python-docx or python-calamine and stops; the two take turns, so that both meet the same machine.
"""


@dataclass(frozen=True)
class Page:
    """One page, asked for several times, with a list of so many tasks."""

    name: str
    tasks: int
    first: float
    others: Sequence[float]
    queries: int


def written(
    machine: str, plain: Sequence[Measured], pages: Sequence[Page], read: Sequence[Measured]
) -> str:
    rows = [
        (page.name, f"{page.tasks:,}", f"{page.first * 1000:.0f} ms",
         f"{median(page.others) * 1000:.0f} ms", str(page.queries))
        for page in pages
    ]  # fmt: skip
    return (
        HEAD.format(machine=machine, runs=RUNS)
        + "\n## Starting, stopping, drawing\n\n"
        + table(
            ("What", "Median", "Slowest"), [(one.what, one.usual, one.slowest) for one in plain]
        )
        + PAGES
        + "\n"
        + table(("Page", "Tasks", "First", "Usual", "Queries"), rows)
        + READING
        + "\n"
        + table(
            ("Document", "Median", "Slowest", "Yields"),
            [(one.what, one.usual, one.slowest, one.note) for one in read],
        )
    )


def put_section(title: str, text: str) -> None:
    """Write one part of the paper anew, and leave the others as they are."""
    parts = PAPER.read_text(encoding="utf-8").split("\n## ")
    kept = [part for part in parts if not part.startswith(f"{title}\n")]
    PAPER.write_text("\n## ".join([*kept, f"{title}\n\n{text}"]), encoding="utf-8")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
