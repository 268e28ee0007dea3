"""Words and numbers of single cells: case number, channel, types, verdict, status, batch."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
import unicodedata
from typing import Final

from app.intake.parsing.numerals import NUMERAL, number_of

PRIORITY: Final = "*＊★☆▲△※●◆#"
NUMBER: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Z]{1,3}\d?[A-Z]{0,4}(?:20)?\d{6}(?:[-－]?\d{1,6})?(?:[-－]\d{1,3})?|20\d{8,10})(?![A-Za-z0-9])"
)
SERIAL: Final = re.compile(r"(?:第?(?P<batch>\d{1,3})批?[-－](?P<order>\d{1,4}))")
NOTHING: Final = re.compile(r"[-—–－―/／\\\s.。]*")
TYPE_NAMES: Final = {"噪音": "噪声", "其它": "其他", "大气环境": "大气", "水环境": "水", "声环境": "噪声", "声": "噪声", "气": "大气", "土": "土壤"}  # fmt: skip
TYPE_SEPARATORS: Final = re.compile(r"[、,，;；/／+＋\s|和及与]+")
CHANNELS: Final = (
    ("call", re.compile(r"来电|电话|热线|12345|12369|电访|^电$")),
    ("wechat", re.compile(r"微信|公众号")),
    ("letter", re.compile(r"来信|信件|信函|邮寄|书信|^信$")),
    ("other", re.compile(r"网络|网站|来访|走访|邮件|邮箱|其他|其它|现场|媒体|短信|留言")),
)
COMING: Final = re.compile(r"(?=.{7})([DXW](?!X|D(?=\d{6})))\d?[A-Z]{0,4}\d|(W)X")
CHANNEL_LETTERS: Final = {"D": "call", "X": "letter", "W": "wechat"}
"""来电, 来信, 微信: how the number of a case begins."""
STATUSES: Final = (
    ("concluded", re.compile(r"(?:验收|销号)中|(?:待|未|拟|申请)(?:验收|销号)")),
    ("closed", re.compile(r"销号|已验收(?:合格|通过)?")),
    ("phase_concluded", re.compile(r"(?<!未)阶段(?:性)?(?:已)?(?:办结|完成)|阶段性|部分办结")),
    ("in_progress", re.compile(r"未(?:办结|完成|完结|整改)|尚未|正在|办理中|整改中|处理中|推进中|在办|待办|^否|核查中|调查中|持续(?:整改|推进|办理)")),
    ("concluded", re.compile(r"[办完]结|已完成|完成整改|整改完成|^是|^完成$|已整改|办理完毕|已处理|已解决")),
)  # fmt: skip
OF_INSPECTION: Final = re.compile(rf"第{NUMERAL}轮(?:次)?第{NUMERAL}批")
"""第三轮第四批 counts inspections, not what they handed over."""
BATCH: Final = re.compile(rf"第\s*({NUMERAL})\s*批(?!至|-|—)")
DATE: Final = re.compile(r"(20\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")
REPEATED: Final = re.compile(
    r"重复|合并|内容(?:相同|一致)|系同一|同一(?:问题|举报|事项)|并案|已受理"
)


def is_nothing(text: str) -> bool:
    return NOTHING.fullmatch(text) is not None


def read_number(text: str) -> tuple[str | None, bool, int | None]:
    """Return the number without its mark, whether it is marked, and the batch it names."""
    bare = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    marked = any(mark in bare for mark in PRIORITY) or "重点" in bare
    bare = re.sub(r"[(（](?:重点|重点件|重点关注|督办)[)）]", "", bare).strip(PRIORITY)
    serial = SERIAL.fullmatch(bare)
    return bare or None, marked, int(serial["batch"]) if serial else None


def channel_of(number: str | None, said: str | None) -> str | None:
    """Return how a case came: as a column says, else by the letter its number begins with."""
    if said and (found := _word(CHANNELS, said)):
        return found
    letter = COMING.match((number or "").upper())
    return CHANNEL_LETTERS[letter[1] or letter[2]] if letter else None


def pollution_types(text: str) -> list[str]:
    """Return the types in order, each once, without the word 污染."""
    found = []
    for part in TYPE_SEPARATORS.split(re.sub(r"[(（][^()（）]*[)）]", "", text)):
        bare = (
            re.sub(r"(?<=.)(?:环境)?(?:污染|类)(?:问题|类)?等?$", "", part.strip("。.:：")) or part
        )
        if bare and not is_nothing(bare) and not bare.isdecimal():
            found.append(TYPE_NAMES.get(bare, bare))
    return list(dict.fromkeys(found))


def status_of(text: str) -> str | None:
    return _word(STATUSES, re.sub(r"[\s。.;；]", "", text))


def _word(words: tuple[tuple[str, re.Pattern[str]], ...], text: str) -> str | None:
    return next((word for word, pattern in words if pattern.search(text)), None)


def batch_of(text: str) -> dict[str, int | str] | None:
    """Return the batch number and the date that a heading names."""
    found: dict[str, int | str] = {}
    text = OF_INSPECTION.sub("", text)
    if (match := BATCH.search(text)) and (number := number_of(match[1])) is not None:
        found["number"] = number
    if found and (day := DATE.search(text)):
        found["date"] = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}"
    return found or None


def next_batch(text: str, before: dict[str, int | str] | None) -> dict[str, int | str] | None:
    """Return the batch of what follows a heading: a new one, or the day of the one before."""
    day = day_of(text)
    if before and day and "date" not in before:
        return before | {"date": day}
    return batch_of(text) or before


def day_of(text: str) -> str | None:
    """Return the date that a line consists of: (2021年9月30日), 日期:2021-09-30."""
    bare = re.sub(r"^(?:交办|转办|移交)?(?:日期|时间)[:：]|^[(（]|[)）]$", "", text.strip())
    day = DATE.fullmatch(bare)
    return f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else None


def repeated_numbers(texts: list[str], own: str | None) -> list[str]:
    """Return other case numbers of sentences that speak of repeated or merged cases."""
    found: list[str] = []
    for text in texts:
        for sentence in re.split(r"[。；;\n]", text):
            if REPEATED.search(sentence):
                found += [number for number in case_numbers(sentence, own) if number != own]
    return list(dict.fromkeys(found))


def case_numbers(text: str, own: str | None = None) -> list[str]:
    """Return the case numbers in a text; short ones where the case's own is one of them."""
    like = own if own and re.fullmatch(r"[\d-]+", own) else None
    short = re.sub(r"\d+", r"\\d{1,12}", like) if like else "(?!)"
    return re.findall(
        rf"{NUMBER.pattern}|(?<![\dA-Za-z-]){short}(?=号|[、,，和及与]|重复|合并|$)", text
    )
