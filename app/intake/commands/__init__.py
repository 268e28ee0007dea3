"""Reading documents and taking them in from the command line."""

from flask.cli import AppGroup

from app.intake.commands.parsing import parse
from app.intake.commands.receiving import receive
from app.intake.commands.templates import template

intake = AppGroup("intake", help="读取清单文件，导入整改任务。")
intake.add_command(parse)
intake.add_command(receive)
intake.add_command(template)

__all__ = ["intake"]
