"""The trail from the command line."""

import click
from flask.cli import AppGroup

from app.audit import queries
from app.web.commands import in_words

audit = AppGroup("audit", help="操作记录。")


@audit.command("verify")
@in_words
def verify() -> None:
    """逐条校验操作记录，指出第一条被改动、删除或调换的记录。

    无误时返回0，有误时返回1。
    """
    broken = queries.first_break()
    if broken:
        click.echo(f"第{broken.position}条：{broken.fault.label}。", err=True)
        raise SystemExit(1)
    head = queries.head()
    click.echo(f"{head.count}条记录无误。末条校验值 {head.hash}")
