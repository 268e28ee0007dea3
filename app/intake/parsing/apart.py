"""Parsing in a process of its own, with limits on memory and time: the files are strangers'."""

import json
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from app.intake.parsing.document import parse_file
from app.intake.parsing.errors import UnreadableFile
from app.wording import N_

SECONDS: Final = 60
CPU_SECONDS: Final = 50
MEMORY: Final = 768 * 1024 * 1024
UNREADABLE: Final = 3


def parse_apart(
    path: Path, name: str, *, kind: str | None = None, year: int | None = None
) -> dict[str, Any]:
    """Parse a file in a child process and return the object of the contract with its lines."""
    command = [sys.executable, "-m", "app.intake.parsing.apart", str(path), name]
    command += [kind or "", str(year or "")]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module, no shell
            command,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            cwd=Path(__file__).parents[3],
        )
    except subprocess.TimeoutExpired as error:
        raise too_much() from error
    return answer_of(done)


def answer_of(done: subprocess.CompletedProcess[bytes]) -> dict[str, Any]:
    """Return what a child said; raise what it could not read, or that it died."""
    if done.returncode == UNREADABLE:
        said = json.loads(done.stdout)
        raise UnreadableFile(said["message"], **said["values"])
    if done.returncode != 0:
        raise too_much()
    content: dict[str, Any] = json.loads(done.stdout)
    return content


def too_much() -> UnreadableFile:
    return UnreadableFile(N_("读取文件用的时间或内存超过上限，已停止；请拆分后再上传"))


def limit_process() -> None:
    """Take away from this process what a hostile file could use up."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(arguments: list[str]) -> int:
    """Parse the file named on the command line and print what was read."""
    path, name, kind, year = arguments
    limit_process()
    try:
        document = parse_file(Path(path), name, kind=kind or None, year=int(year) if year else None)
    except UnreadableFile as error:
        sys.stdout.write(json.dumps({"message": error.message, "values": error.values}))
        return UNREADABLE
    sys.stdout.write(json.dumps(document.to_json(with_lines=True)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
