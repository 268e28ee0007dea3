"""Bytes of a text file to text: UTF-8, UTF-16, GB18030 or Big5, whichever reads as Chinese."""

import codecs
from typing import Final

from app.intake.parsing.errors import UnreadableFile
from app.wording import N_

BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
COMMON: Final = frozenset(
    "的一是在不了有和人这這中大为為上个個国國以要时時来來用年月日前底市县縣区區省局政府委"
    "责責任单單位整改目标標措施问問题題完成情况況督导導限生态態环環境保护護污染水气氣土"
    "工作任务務项項进進展长長期立行，。、：；（）“”"
)
SAMPLE: Final = 20_000
CONTROL_SHARE: Final = 0.02
KEPT_CONTROLS: Final = frozenset("\t\n\r\f\v\x00\x1a")


def decode(data: bytes) -> str:
    """Return the text, or refuse what no encoding reads as text."""
    for bom, name in BOMS:
        if data.startswith(bom):
            return _strict(data, name)
    if wide := _wide(data):
        return _strict(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _legacy(data)
    _refuse_binary(text)
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: ASCII digits and line ends leave every second byte zero."""
    head = data[:SAMPLE]
    pairs = len(head) // 2
    low, high = head[1::2].count(0), head[0::2].count(0)
    if pairs and low > pairs * 0.02 and high == 0:
        return "utf-16-le"
    if pairs and high > pairs * 0.02 and low == 0:
        return "utf-16-be"
    return None


def _legacy(data: bytes) -> str:
    readings = [_lenient(data, name) for name in ("gb18030", "big5hkscs", "utf-8")]
    return max(readings, key=_likeness)


def _lenient(data: bytes, name: str) -> str:
    return data.decode(name, errors="replace")


def _likeness(text: str) -> float:
    """Share of everyday characters among those outside ASCII, less what could not be read."""
    wide = [char for char in text[:SAMPLE] if char > "\x7f"]
    if not wide:
        return 0.0
    lost = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in wide)
    return (sum(char in COMMON for char in wide) - 4 * lost) / len(wide)


def _strict(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise not_text() from error


def _refuse_binary(text: str) -> None:
    head = text[:SAMPLE]
    odd = sum(char < " " and char not in KEPT_CONTROLS for char in head)
    odd += sum(char in "\ufffd\x00" for char in head)
    if head and odd > len(head) * CONTROL_SHARE:
        raise not_text()


def not_text() -> UnreadableFile:
    return UnreadableFile(N_("文件类型不明；请上传Word、Excel、WPS、PDF、网页或文本文件"))
