"""`flask --app app intake template tasks FILE`: an empty workbook to fill in."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from app.accounts.commands import in_words
from app.intake.operations import exporting
from app.intake.snapshot.case_columns import CASES
from app.intake.snapshot.task_columns import TASKS

BOOKS = {book.kind: book for book in (TASKS, CASES)}


@click.command("template")
@click.argument("kind", metavar="种类", type=click.Choice(list(BOOKS)))
@click.argument("file", metavar="文件", type=click.Path(path_type=Path, dir_okay=False))
@with_appcontext
@in_words
def template(kind: str, file: Path) -> None:
    """写出任务（tasks）或信访件（cases）的Excel模板，填好后上传或用receive导入。"""
    with file.open("wb") as stream:
        exporting.write_template(stream, BOOKS[kind])
    click.echo(str(file))
