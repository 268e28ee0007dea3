"""One spelling for what may be written in many: width, script, numerals, blanks, separators."""

import re
import unicodedata

SIMPLIFIED = str.maketrans(
    "於內後號個時週間兩無長堅與見調為從須應報續進態動務擬開關總準屆備黨級領導達標執"
    "幾實現歷產項則點將穩現處儘顯隨當邊辦結據導檢審縣區況確適變請過參詳麵採",
    "于内后号个时周间两无长坚与见调为从须应报续进态动务拟开关总准届备党级领导达标执"
    "几实现历产项则点将稳现处尽显随当边办结据导检审县区况确适变请过参详面采",
)
MORE_SIMPLIFIED = str.maketrans(
    "規範劃訂環護還遲從華慶節氣熱復駐給條離類約頒佈單體產業會議機構園書發簽驗",
    "规范划订环护还迟从华庆节气热复驻给条离类约颁布单体产业会议机构园书发签验",
)
NUMERALS = {numeral: value for value, numeral in enumerate("〇一二三四五六七八九")}
NUMERALS |= {"零": 0, "两": 2} | {str(digit): digit for digit in range(10)}

LETTER_ZERO = re.compile(r"(?<=[一二三四五六七八九〇零])[OoΟ○](?=[一二三四五六七八九〇零OoΟ○])")
COUNTED = re.compile(
    r"[〇零一二三四五六七八九两十百0-9]+(?=年|个|月|日|号|天|周|星期|季度|小时|工作日|自然日)"
)
PLAN = re.compile(r"第十([二三四五])个五年(?:规划|计划)")
QUOTES = re.compile(r"[“”\"'‘’「」『』″]|[\u200b-\u200f\ufeff\u2060]")
TITLE = re.compile(r"《[^》]*》")
ASIDE = re.compile(r"[(](?:含|包括|包含)?(?:当日|当天|当月|本月|本日|本数)?(?:含|在内)?[)]")
CLOCK_TIME = re.compile(
    r"(?<=\d)[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?|(?<=[日号])\s*\d{1,2}"
    r"(?::\d{2}(?::\d{2})?|[时点](?:整|\d{1,2}分)?)"
)
REWRITES = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"(\d{4})年?第?[Qq]([1-4])", r"\1年\2季度"),
        (r"(?<!\d)((?:19|20)\d\d)(?=年?[-—–―~至到]+(?:19|20)\d\d(?:年|$))年?", r"\1年"),
        (r"(年[-—–―~至到]+(?:19|20)\d\d)$", r"\1年"),
        (r"((?:19|20)\d\d)\.(\d{1,2})[-—–―~至到]+(\d{1,2})(?![\d.])", r"\1年\2月-\3月"),
        (r"(\d{4}\.\d{1,2}\.\d{1,2}[-—–―~至到]+)(\d{1,2})\.(\d{1,2})(?![\d.])", r"\1\2月\3日"),
        (r"(?<![\d./-])(\d{1,2})(?=[-—–―~至到]+\d{1,2}月)", r"\1月"),
        (r"(?<=月)(\d{1,2})(?=[-—–―~至到]+\d{1,2}日)", r"\1日"),
        (r"^(\d{1,3}(?:个?工作日|天|个月|周)|\d年|半年|半个月)$", r"\1内"),
        (r"^(\d{1,2})[./](\d{1,2})日?((?:[之以]?前)?)$", r"\1月\2日\3"),
    )
)


def spelled(raw: str) -> str:
    """Return the phrase simplified, half-width, without blanks, quotes and quoted titles."""
    text = LETTER_ZERO.sub("〇", unicodedata.normalize("NFKC", raw).replace("○", "〇"))
    text = text.translate(SIMPLIFIED).translate(MORE_SIMPLIFIED)
    text = TITLE.sub("《》", QUOTES.sub("", CLOCK_TIME.sub("", text)))
    text = PLAN.sub(r"十\1五", ASIDE.sub("", "".join(text.split())))
    text = COUNTED.sub(lambda match: _in_digits(match[0]), text)
    for pattern, written in REWRITES:
        text = pattern.sub(written, text)
    return text


def _in_digits(numeral: str) -> str:
    """Write 二〇二三 as 2023 and 十五 as 15; leave a mixture such as 2十 as it is."""
    if not re.search("[十百]", numeral):
        return "".join(str(NUMERALS[sign]) for sign in numeral)
    counted = re.fullmatch(r"(?:(.?)百零?)?(?:(.?)(十))?(.?)", numeral)
    if counted is None or re.search("[0-9]", numeral):
        return numeral
    hundreds, tens, ten, ones = counted.groups()
    total = 100 * NUMERALS.get(hundreds or "一", 1) if "百" in numeral else 0
    total += 10 * NUMERALS.get(tens or "一", 1) if ten else 0
    return str(total + NUMERALS.get(ones or "〇", 0))
