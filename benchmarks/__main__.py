"""Measures and writes docs/performance.md: `make bench [DOCUMENTS=folder] [RUNS=5]`."""

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import reviewing, walking
from benchmarks.intake import measured
from benchmarks.paper import PAPER, Page, written
from benchmarks.starting import starts
from benchmarks.timing import Measured, machine, python, repeated

MANY = 5000
READABLE = (".docx", ".xlsx", ".txt")


def pages(instance: Path) -> Iterator[Page]:
    """Ask for each page with the demonstration's list, and with the same list made long."""
    long = instance.with_name("many")
    shutil.copytree(instance, long)
    python(["benchmarks.many", str(MANY)], long)
    for place in (instance, long):
        for name, found in json.loads(python(["benchmarks.pages"], place)).items():
            first, *others = found["seconds"]
            yield Page(name, found["tasks"], first, others, found["queries"])


def drawing(instance: Path) -> Iterator[Measured]:
    content = instance.with_name("content.json")
    python(["benchmarks.drawing", "save", str(content)], instance)
    draw = ["benchmarks.drawing", "1", str(content)]
    yield repeated("drawing the 33-row ledger, whole process", lambda: python(draw, instance))
    warm = json.loads(python(["benchmarks.drawing", "11", str(content)], instance))
    yield Measured("drawing it again in a warm process", tuple(warm[1:]))


def parsing(folder: Path, instance: Path) -> Iterator[Measured]:
    """Parse every document of the folder, or else the demonstration's list in each form."""
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in READABLE:
            command = ["flask", "--app", "app", "intake", "parse", str(file)]
            found = len(json.loads(python(command, instance))["items"])
            note = f"{found} items, {file.stat().st_size / 1024:.0f} KiB"
            yield repeated(file.name, lambda command=command: python(command, instance), note)


def print_documents(folder: Path, instance: Path) -> Path:
    folder.mkdir()
    for suffix in READABLE:
        file = folder / f"demonstration{suffix}"
        python(["flask", "--app", "app", "demo", "document", str(file)], instance)
    return folder


def main(given: str | None) -> None:
    here = machine()
    with tempfile.TemporaryDirectory() as place:
        instance = Path(place) / "instance"
        begun = starts(instance)
        shown = list(pages(instance))
        drawn = list(drawing(instance))
        folder = Path(given) if given else print_documents(Path(place) / "documents", instance)
        read = [*parsing(folder, instance), *measured(Path(place) / "intake", instance)]
    paper = written(here, [*begun, *drawn], shown, read)
    PAPER.write_text(paper, encoding="utf-8")
    reviewing.main()
    walking.main()
    print(PAPER.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
