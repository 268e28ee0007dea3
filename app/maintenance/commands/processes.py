"""The two processes of a running product: the web server and the worker."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

START_WITHIN = 30
STOP_WITHIN = 15
LOOK_EVERY = 0.2
THREADS = "8"
"""A browser opens connections in reserve; one thread would wait for each of them in vain."""


def web_server(host: str, port: int, processes: int) -> list[str]:
    return [
        sys.executable, "-m", "gunicorn", "app:create_app()", "--bind", f"{host}:{port}",
        "--workers", str(processes), "--worker-class", "gthread", "--threads", THREADS,
        "--timeout", "120", "--graceful-timeout", "3", "--log-level", "warning",
    ]  # fmt: skip


def worker() -> list[str]:
    return [sys.executable, "-m", "flask", "--app", "app", "jobs", "work"]


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError:
            return False
    return True


def answers(host: str, port: int) -> bool:
    """Whether pages come; a connection alone is taken before the application is there."""
    connection = HTTPConnection(host, port, timeout=START_WITHIN)
    try:
        connection.request("HEAD", "/login")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def wait_until_it_answers(host: str, port: int, server: subprocess.Popen[bytes]) -> bool:
    end = time.monotonic() + START_WITHIN
    while time.monotonic() < end and server.poll() is None:
        if answers(host, port):
            return True
        time.sleep(LOOK_EVERY)
    return False


@contextmanager
def running(
    commands: Sequence[Sequence[str]], environment: Mapping[str, str], folder: str
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start processes that end with the block; each a session of its own, so that Ctrl-C is ours.

    The commands are our own, made of the arguments above.
    """
    started: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            started.append(  # noqa: PERF401  # what has started is stopped if the next one fails
                subprocess.Popen(  # noqa: S603  # our own programs, no shell
                    command, env=dict(environment), cwd=folder, start_new_session=True
                )
            )
        yield started
    finally:
        _stop(started)


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
