"""The demonstration's list as a file, to try the import with one's own hands."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click
from flask.cli import AppGroup

from app import clock
from app.demo.drafts.city import CityTask
from app.demo.drafts.dates import Dates
from app.demo.parsing import read_city
from app.demo.snapshot.document import as_docx, as_text, as_xlsx

demo = AppGroup("demo", help="演示城市。")

PRINTED: Mapping[str, Callable[[Sequence[CityTask], Dates], bytes]] = {
    ".docx": as_docx,
    ".xlsx": as_xlsx,
    ".txt": as_text,
}


@demo.command("document")
@click.argument("file", metavar="文件", type=click.Path(dir_okay=False, path_type=Path))
def document(file: Path) -> None:
    """把演示清单写成文件（.docx、.xlsx 或 .txt），可用来试导入。"""
    printed = PRINTED.get(file.suffix.lower())
    if printed is None:
        raise click.BadParameter("只能写成 .docx、.xlsx 或 .txt。")
    file.write_bytes(printed(read_city().tasks, Dates(clock.now())))
    click.echo(f"已写入 {file.name}，共33项。")
