"""Pages of a PDF as pictures, drawn by a child process with limits: the files are strangers'."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Final

import pypdfium2

from app.wording import N_, Refusal

SECONDS, CPU_SECONDS = 20, 10
MEMORY: Final = 768 * 1024 * 1024
LONGEST: Final = 1600
"""Pixels of a page's longer side."""
MOST_PAGES: Final = 500
KEPT: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR", "VIRTUAL_ENV")
"""What the child is told of our surroundings: no address of a database and no key."""


def count_pages(file: Path) -> int:
    """Return how many pages a PDF has."""
    return int(json.loads(_child("count", str(file))))


def draw_page(file: Path, number: int, drawn: Path) -> None:
    """Draw one page, counted from 1, as a JPEG file."""
    _child("draw", str(file), str(number), str(drawn))


def _child(*arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module, no shell
            [sys.executable, "-m", "app.files.parsing.paging", *arguments],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=Path(__file__).parents[3],
            env={word: os.environ[word] for word in KEPT if word in os.environ},
        )
    except subprocess.TimeoutExpired as error:
        raise Refusal(N_("这一页画不出来，请下载原件看。")) from error
    if done.returncode:
        raise Refusal(N_("这一页画不出来，请下载原件看。"))
    return done.stdout


def main(arguments: list[str]) -> int:
    """Count the pages of the file named on the command line, or draw one of them."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY * 2, MEMORY * 2))
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    deed, file, *more = arguments
    with pypdfium2.PdfDocument(file) as document:
        if deed == "count":
            sys.stdout.write(str(min(len(document), MOST_PAGES)))
        else:
            _draw(document[int(more[0]) - 1], Path(more[1]))
    return 0


def _draw(page: pypdfium2.PdfPage, drawn: Path) -> None:
    longer = max(page.get_size()) or 1
    picture = page.render(scale=min(LONGEST / longer, 4)).to_pil().convert("RGB")
    picture.save(drawn, "JPEG", quality=80)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
