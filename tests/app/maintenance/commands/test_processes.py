"""Processes that are started are stopped."""

import os
import socket
import subprocess
import sys
import time

import pytest

from app.maintenance.commands import processes
from app.maintenance.commands.processes import port_is_free, running, wait_until_it_answers

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
IGNORES = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
STUBBORN = [sys.executable, "-c", IGNORES]


def test_what_was_started_ends_with_the_block() -> None:
    with running([SLEEP, SLEEP], os.environ, ".") as started:
        assert [process.poll() for process in started] == [None, None]
    assert [process.returncode for process in started] == [-15, -15]


def test_what_was_started_ends_if_the_next_one_cannot_start() -> None:
    begun = time.monotonic()
    with (
        pytest.raises(FileNotFoundError),
        running([SLEEP, ["/no/such/program"]], os.environ, "."),
    ):
        pass
    assert time.monotonic() - begun < 30


def test_a_process_that_will_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "STOP_WITHIN", 0.2)
    with running([STUBBORN], os.environ, ".") as started:
        time.sleep(1)  # until it ignores the signal
    assert started[0].returncode == -9


def test_a_taken_port_is_not_free() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert not port_is_free("127.0.0.1", taken.getsockname()[1])


def test_nobody_waits_for_a_server_that_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        ended.wait()
        assert not wait_until_it_answers("127.0.0.1", 1, ended)
