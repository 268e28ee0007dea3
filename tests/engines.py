"""The two databases that tests run on; PostgreSQL is started by the tests and thrown away."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENGINES = ("sqlite", "postgresql")
WITHOUT_SAFETY = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")
NOT_FOR_EVER = ("lock_timeout=60s", "idle_in_transaction_session_timeout=120s")
"""A lock that is never given back fails the test that waits for it."""


def postgresql_programs() -> Path | None:
    """Return the folder of initdb and postgres; Debian keeps them off the PATH."""
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    on_path = [Path(found).parent for found in [shutil.which("postgres")] if found]
    return next((folder for folder in [*kept, *on_path] if (folder / "initdb").exists()), None)


def chromium() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def left_out() -> dict[str, str]:
    """Say which kinds of tests this machine cannot run, and the packages that they need."""
    missing = {}
    if postgresql_programs() is None:
        missing["postgresql"] = "postgresql"
    if chromium() is None:
        missing["browser"] = "chromium fonts-noto-cjk"
    return missing


@contextmanager
def running_postgresql() -> Iterator[str]:
    """Start a server in a folder of its own, reached by a socket there, and give its address."""
    programs = postgresql_programs()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="zg-pg-"))
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    if user:
        shutil.chown(folder, user)
    data = folder / "data"
    subprocess.run(
        [programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
         "--locale=C", "--no-sync"],
        check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    start = [str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log")]
    switches = " ".join(f"-c {setting}" for setting in (*WITHOUT_SAFETY, *NOT_FOR_EVER))
    options = ["-o", f"-c listen_addresses= -k {folder} {switches}"]
    subprocess.run(
        [*start, *options, "start"],
        check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield f"postgresql+psycopg://postgres@/postgres?host={folder}"
    finally:
        subprocess.run(
            [*start, "-m", "immediate", "stop"],
            check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        shutil.rmtree(folder, ignore_errors=True)
