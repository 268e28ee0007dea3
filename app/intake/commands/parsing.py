"""`flask --app app intake parse FILE`: what a document yields, without the database."""

from pathlib import Path

import click

from app.intake.parsing.apart import printed_apart
from app.intake.parsing.errors import UnreadableFile
from app.wording import N_


@click.command("parse")
@click.argument("file", metavar="文件", type=click.Path(path_type=Path))
@click.option(
    "--kind", type=click.Choice(["plan", "cases", "notice"]), help="文件种类，不给则自动判断。"
)
@click.option("--year", type=click.IntRange(1990, 2100), help="时限没有写年份时按这一年。")
def parse(file: Path, kind: str | None, year: int | None) -> None:
    """读取清单文件，把读出的任务和存疑之处以JSON打印出来；不用数据库。

    读得了文件即以0退出；文件读不了以2退出，并在标准错误输出一行原因。
    """
    try:
        content = printed_apart(_existing(file), file.name, kind=kind, year=year, bare=True)
    except (UnreadableFile, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        click.echo(f"{file}：{reason}", err=True)
        raise SystemExit(2) from None
    click.echo(content)


def _existing(file: Path) -> Path:
    if not file.is_file():
        raise UnreadableFile(N_("没有这个文件"))
    return file
