"""Parsing in a process of its own, with limits on memory and time: the files are strangers'."""

import gc
import json
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from app.intake.parsing.errors import UnreadableFile
from app.later import Later
from app.wording import N_

CPU_SECONDS: Final = 9
SECONDS: Final = 30
"""By the clock: on a busy machine the child waits, and is not to blame for it."""
MEMORY: Final = 512 * 1024 * 1024
"""Bytes of data; libraries that are only mapped do not count."""
ADDRESSES: Final = 2 * MEMORY
UNREADABLE: Final = 3
CRASHED: Final = 1
"""How Python ends after an error that nothing caught."""
KEPT: Final = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR", "VIRTUAL_ENV")
"""What the child is told of our surroundings: no address of a database and no key."""
documents = Later("app.intake.parsing.document")
"""Only the child reads."""


def parse_apart(
    path: Path, name: str, *, kind: str | None = None, year: int | None = None
) -> dict[str, Any]:
    """Parse a file in a child process and return the object of the contract with its lines."""
    content: dict[str, Any] = json.loads(printed_apart(path, name, kind=kind, year=year))
    return content


def printed_apart(
    path: Path, name: str, *, kind: str | None = None, year: int | None = None, bare: bool = False
) -> bytes:
    """Parse a file in a child process and return the object as UTF-8; a bare one has no lines."""
    command = [sys.executable, "-m", "app.intake.parsing.apart", str(path.absolute()), name]
    command += [kind or "", str(year or ""), "bare" if bare else ""]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module, no shell
            command,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=Path(__file__).parents[3],
            env={word: os.environ[word] for word in KEPT if word in os.environ},
        )
    except subprocess.TimeoutExpired as error:
        raise too_much() from error
    return answer_of(done)


def answer_of(done: subprocess.CompletedProcess[bytes]) -> bytes:
    """Return what a child said; raise what it could not read, or that it died."""
    if done.returncode == UNREADABLE:
        said = json.loads(done.stdout)
        raise UnreadableFile(said["message"], **said["values"])
    if done.returncode == CRASHED:
        raise UnreadableFile(N_("读取时出了意外，文件没有读成；请用办公软件另存一份再上传"))
    if done.returncode != 0:
        raise too_much()
    return done.stdout


def too_much() -> UnreadableFile:
    return UnreadableFile(N_("读取文件用的时间或内存超过上限，已停止；请拆分后再上传"))


def limit_process() -> None:
    """Take away from this process what a hostile file could use up."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Parse the file named on the command line and print what was read."""
    path, name, kind, year, bare = arguments
    limit_process()
    try:
        content = _read(Path(path), name, kind, year).to_json(with_lines=not bare)
        said = json.dumps(content, ensure_ascii=False).encode()
    except UnreadableFile as error:
        return _tell(error)
    except (MemoryError, RecursionError):
        return _tell(too_much())
    sys.stdout.buffer.write(said)
    return 0


def _read(path: Path, name: str, kind: str, year: str) -> Any:
    return documents.parse_file(path, name, kind=kind or None, year=int(year) if year else None)


def _tell(error: UnreadableFile) -> int:
    sys.stdout.write(json.dumps({"message": error.message, "values": error.values}))
    return UNREADABLE


if __name__ == "__main__":
    gc.disable()  # the process ends with its one document
    raise SystemExit(main(sys.argv[1:]))
