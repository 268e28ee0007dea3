"""Start the product: `flask --app app maintenance serve`, what `make run` ends in."""

import os
import subprocess
from collections.abc import Sequence
from ipaddress import ip_address

import click
from flask.cli import AppGroup

from app.database import db
from app.extensions import settings
from app.jobs.commands import Stop, stop_signal
from app.maintenance import operations, queries
from app.maintenance.commands.processes import (
    LOOK_EVERY,
    port_is_free,
    running,
    wait_until_it_answers,
    web_server,
    worker,
)
from app.maintenance.drafts import Account
from config import ROOT

maintenance = AppGroup("maintenance", help="运行维护。Setting up and keeping the product.")


@maintenance.command()
def migrate() -> None:
    """把数据库升级到本版。Bring the database to this version."""
    operations.migrate()
    db.session.commit()
    click.echo("数据库已是本版结构。The database is up to date.")


@maintenance.command()
@click.option("--host", envvar="HOST", default="127.0.0.1", show_default=True)
@click.option("--port", envvar="PORT", default=8000, show_default=True)
@click.option("--processes", default=1, show_default=True, help="网页进程数。Web processes.")
def serve(host: str, port: int, processes: int) -> None:
    """启动网页服务和一个后台任务进程。Start the web server and one worker."""
    if not port_is_free(host, port):
        _give_up(
            f"端口 {port} 已被占用，请换一个：PORT={port + 1} make run"
            f" · port {port} is taken, choose another one"
        )
    operations.migrate()
    db.session.commit()
    accounts = _open_register()
    db.session.rollback()  # SQLite: hold no lock while the processes run
    environment = _environment(host)
    commands = (web_server(host, port, processes), worker())
    with stop_signal() as stop, running(commands, environment, str(ROOT)) as started:
        if not wait_until_it_answers(host, port, started[0]):
            _give_up("网页服务未能启动，原因见上。The web server did not start; see above.")
        _greet(f"http://{host}:{port}/", accounts)
        _watch(started, stop)


def _open_register() -> Sequence[Account]:
    """Put something into a new register: the demonstration, or the first administrator."""
    if not queries.nobody_is_known():
        if os.environ.get("DEMO") == "1":
            click.echo("已有数据，不载入演示城市。The register is not empty: no demonstration.")
        return ()
    if settings().embedded or os.environ.get("DEMO") == "1":
        click.echo("首次启动，正在载入演示城市… First start: loading the demonstration city…")
        accounts = operations.load_demonstration()
    else:
        accounts = [operations.create_first_administrator()]
    db.session.commit()
    return accounts


def _environment(host: str) -> dict[str, str]:
    """Return what the processes are given: plain http on this machine's own loopback.

    There nothing leaves the machine, and not every browser keeps a Secure cookie from http.
    HTTP_ONLY=0 says that a proxy speaks https for us.
    """
    environment = dict(os.environ)
    if _is_loopback(host):
        environment.setdefault("HTTP_ONLY", "1")
    elif environment.get("HTTP_ONLY") == "1":
        click.echo(
            "警告：正以明文http对外服务。Warning: serving plain http to the network.", err=True
        )
    else:
        click.echo(
            "提示：须经https访问才能登录；内网明文访问请设 HTTP_ONLY=1。"
            " Log in through https, or set HTTP_ONLY=1.",
            err=True,
        )
    return environment


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _greet(address: str, accounts: Sequence[Account]) -> None:
    click.echo(f"\n整改台账已启动 · Zhenggai is running: {address}\n")
    if accounts:
        click.echo("账号（密码只显示这一次）· accounts, passwords shown only now:\n")
        for known in accounts:
            click.echo(
                f"  {known.login:<16} {known.password:<22} {known.role.label} · {known.name}"
                f"（{known.unit}）"
            )
        click.echo()
    else:
        click.echo("忘记密码：.venv/bin/flask --app app users reset 账号 · forgotten passwords")
    click.echo("按 Ctrl-C 停止 · Ctrl-C stops it")


def _watch(started: Sequence[subprocess.Popen[bytes]], stop: Stop) -> None:
    """Return when told to stop; if one process ends by itself, end the other and say so."""
    while not stop.wait(LOOK_EVERY):
        if any(process.poll() is not None for process in started):
            _give_up("一个进程意外退出，已全部停止。A process ended by itself; all are stopped.")


def _give_up(words: str) -> None:
    click.echo(words, err=True)
    raise SystemExit(1)
