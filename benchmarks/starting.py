"""From `make run` to the first page, and from TERM to the end."""

import os
import signal
import socket
import subprocess
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from benchmarks.timing import RUNS, Measured, environment, timed
from config import ROOT

PATIENCE = 300


def starts(instance: Path) -> list[Measured]:
    """Start the product in an empty folder, then again and again, in a prepared environment."""
    begun = [_start_and_stop(instance) for _ in range(1 + RUNS)]
    return [
        Measured("`make run`, first start, demonstration loaded", (begun[0][0],)),
        Measured("`make run`, later starts", tuple(start for start, _ in begun[1:])),
        Measured("stopping with TERM", tuple(stop for _, stop in begun[1:])),
    ]


def _start_and_stop(instance: Path) -> tuple[float, float]:
    port = _free_port()
    given = environment(instance, PORT=str(port))
    begun = time.perf_counter()
    process = subprocess.Popen(
        ["make", "run"], cwd=ROOT, env=given, start_new_session=True, stdout=subprocess.DEVNULL
    )
    while not _first_page(port):
        if process.poll() is not None or time.perf_counter() - begun > PATIENCE:
            raise SystemExit("make run did not start")
        time.sleep(0.02)
    took = time.perf_counter() - begun
    os.killpg(process.pid, signal.SIGTERM)
    return took, timed(process.wait)


def _first_page(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", "/login")
        return "口令".encode() in connection.getresponse().read()
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
