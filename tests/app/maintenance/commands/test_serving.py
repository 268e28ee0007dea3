"""The product starts with one command, says who can log in, and stops as a whole."""

import os
import re
import signal
import socket
import threading
import time
import urllib.request
from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask

from app.access.roles import Role
from app.database import db
from app.maintenance import operations
from app.maintenance.commands import serving
from app.maintenance.commands.processes import answers
from app.maintenance.drafts import Account

SHOWN = Account(Role.OFFICE, "liu", "abcd-efgh", "刘", "市整改办")


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture(autouse=True)
def small_demonstration(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole city has its own test; here it is enough that somebody is there."""

    def load_demonstration() -> list[Account]:
        operations.create_first_administrator()
        return [SHOWN]

    monkeypatch.setattr(operations, "load_demonstration", load_demonstration)


def serve(app: Flask, port: int, *, once_it_answers: Callable[[], object]) -> Result:
    """Serve until the port answered, do one thing, and press Ctrl-C."""

    def visit() -> None:
        while not answers("127.0.0.1", port):
            time.sleep(0.1)
        once_it_answers()
        time.sleep(0.5)
        os.kill(os.getpid(), signal.SIGINT)

    visitor = threading.Thread(target=visit, daemon=True)
    visitor.start()
    arguments = ["maintenance", "serve", "--port", str(port)]
    return app.test_cli_runner().invoke(args=arguments)


def test_the_first_start_says_who_can_log_in(new_app: Flask, port: int) -> None:
    pages: list[str] = []

    def read_the_login() -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/login") as answer:
            pages.append(answer.read().decode())
            assert "Secure" not in answer.headers["Set-Cookie"]

    result = serve(new_app, port, once_it_answers=read_the_login)
    assert result.exit_code == 0, result.output
    assert "登录" in pages[0]
    assert f"http://127.0.0.1:{port}/" in result.output
    embedded = new_app.config["ZHENGGAI"].embedded
    assert ("liu" in result.output) is embedded
    assert bool(re.search(r"admin +(\w{4}-){3}\w{4}", result.output)) is not embedded
    assert not answers("127.0.0.1", port)


def test_a_later_start_keeps_what_is_there(
    new_app: Flask, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEMO", "1")
    assert new_app.test_cli_runner().invoke(args=["maintenance", "migrate"]).exit_code == 0
    with new_app.app_context():
        operations.create_first_administrator()
        db.session.commit()
    result = serve(new_app, port, once_it_answers=lambda: None)
    assert "不载入演示城市" in result.output
    assert "users reset" in result.output


def test_a_taken_port_is_said_in_one_line(new_app: Flask) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = new_app.test_cli_runner().invoke(
            args=["maintenance", "serve", "--port", str(port)]
        )
    assert result.exit_code == 1
    assert f"端口 {port} 已被占用" in result.output
    assert len(result.output.splitlines()) == 1


def test_a_process_that_ends_by_itself_ends_the_other(
    new_app: Flask, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "worker", lambda: ["false"])
    result = new_app.test_cli_runner().invoke(args=["maintenance", "serve", "--port", str(port)])
    assert result.exit_code == 1
    assert "意外退出" in result.output
    assert not answers("127.0.0.1", port)


def test_a_web_server_that_does_not_start_is_said(
    new_app: Flask, port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "web_server", lambda *_: ["false"])
    result = new_app.test_cli_runner().invoke(args=["maintenance", "serve", "--port", str(port)])
    assert result.exit_code == 1
    assert "未能启动" in result.output


@pytest.mark.parametrize(
    ("host", "given", "cookies", "word"),
    [
        ("127.0.0.1", None, "1", ""),
        ("localhost", None, "1", ""),
        ("127.0.0.1", "0", "0", ""),
        ("0.0.0.0", None, None, "须经https"),
        ("zhenggai.example", "1", "1", "明文"),
    ],
)
def test_plain_http_is_for_loopback_or_said_aloud(
    host: str, given: str | None, cookies: str | None, word: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.delenv("HTTP_ONLY", raising=False)
    if given:
        monkeypatch.setenv("HTTP_ONLY", given)
    assert serving._environment(host).get("HTTP_ONLY") == cookies  # noqa: SLF001  # a table of cases
    said = capsys.readouterr().err
    assert word in said
    assert bool(said) is bool(word)
