"""What a file may be before any parser opens it: its size, and what it would unpack to."""

import os
import zipfile
from pathlib import Path
from typing import Final

from app.intake.parsing.errors import UnreadableFile
from app.wording import N_

MEBIBYTE: Final = 1024 * 1024
FILE_LIMIT: Final = 50 * MEBIBYTE
MEMBER_LIMIT: Final = 96 * MEBIBYTE
TOTAL_LIMIT: Final = 192 * MEBIBYTE
MEMBER_COUNT: Final = 4_000
RATIO_LIMIT: Final = 150
RATIO_FROM: Final = 8 * MEBIBYTE
"""Below this an archive may be packed as tightly as it likes."""


def bytes_of(path: Path) -> bytes:
    """Read a file whole, if it is small enough; the size is asked before a byte is read."""
    size = os.stat(path).st_size  # noqa: PTH116  # Path.stat would do the same, one call later
    if size > FILE_LIMIT:
        raise UnreadableFile(
            N_("文件有%(size)sMB，超过%(limit)sMB的上限；请拆分或去掉图片后再上传"),
            size=-(-size // MEBIBYTE),
            limit=FILE_LIMIT // MEBIBYTE,
        )
    if size == 0:
        raise UnreadableFile(N_("文件是空的，没有任何内容；请检查后重新上传"))
    return path.read_bytes()


def check_archive(archive: zipfile.ZipFile) -> None:
    """Refuse an archive that would unpack to something unreasonable."""
    members = archive.infolist()
    total = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if (
        len(members) > MEMBER_COUNT
        or total > TOTAL_LIMIT
        or any(member.file_size > MEMBER_LIMIT for member in members)
        or (total > RATIO_FROM and total / packed > RATIO_LIMIT)
    ):
        raise UnreadableFile(
            N_("文件解开后大得不正常（疑似压缩炸弹），不予读取；请用办公软件另存一份再上传")
        )
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile(N_("文件已加密，无法读取；请取消密码后再上传"))
