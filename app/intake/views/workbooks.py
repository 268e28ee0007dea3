"""Workbooks sent to whoever asked, written for this answer and kept nowhere."""

import tempfile
from collections.abc import Callable
from typing import IO

from flask import Response, send_file

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def send_workbook(write: Callable[[IO[bytes]], object], name: str) -> Response:
    """Let an operation write into a file that nobody else sees, and send it."""
    stream = tempfile.TemporaryFile()  # noqa: SIM115  # closed when the answer has been sent
    try:
        write(stream)
    except BaseException:
        stream.close()
        raise
    stream.seek(0)
    answer = send_file(stream, XLSX, as_attachment=True, download_name=f"{name}.xlsx")
    answer.cache_control.no_store = True
    return answer
