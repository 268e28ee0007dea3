"""The ways in which a date is written, after spelling made them one: a table of patterns."""

import re

BEFORE = r"(?P<before>[之以]?前(?!期|三|\d))?"
EDGE = r"(?P<edge>[底尾]|末期?|终(?!端|点)|初(?!步)期?|中(?=[前完,;。)]|$))?"
OF_YEAR = r"(?:(?:(?<!\d)(?P<year>\d{4}|\d{2})[年./-]|(?P<told>[今本当明次翌来同]年))度?[,:]?)?"
CUT_SHORT = r"(?!\d+(?:[月日号底末前./-]|$))"
"""No digits may follow that look like the next part of the same date."""
SEASON = (
    r"汛|采暖|供暖|供热|取暖|春节|国庆|五一|元旦|中秋|端午|清明|两会|[春夏秋冬]季|秋冬|雨季|"
    r"[丰枯]水期|禁渔|封冻|上冻|入冬|春耕|秋收|暑[期假]|寒假|开学|高考|换届|进驻"
)

BY_SEASON = (
    rf"(?:\d{{4}}年度?|今年|明年)?[^\d,;。、]{{0,4}}?(?:{SEASON})[^,;。、\d]{{0,4}}?"
    r"(?:[之以]?[前后]|期间|时|内|结束|来临|到来|末|底|$)"
)
FIVE_YEAR_PLAN = (
    r"十(?P<plan>[二三四五])五(?:规划|计划)?时?"
    r"(?:期?(?P<edge>末期?|底|结束|收官|期间|以?内|初期?|中期?)|期?(?=$|[,;。)前完实]))"
    rf"[之以]?{BEFORE}"
)
EIGHT_DIGITS = r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![\d年月日号])"
SEPARATED_DAY = r"(?<!\d)(?P<year>\d{4})[-./年](?P<month>\d{1,2})[-./](?P<day>\d{1,2})日?(?!\d)"
MONTH = (
    rf"{OF_YEAR}(?<!\d)(?P<month>\d{{1,2}})月份?"
    r"(?:(?P<day>\d{1,2})[日号]|(?P<tenth>[上中下])旬)?"
    rf"月?{EDGE}{BEFORE}{CUT_SHORT}"
)
QUARTER = rf"{OF_YEAR}(?:第|前|\d[-—~至到、])?(?<!\d)(?P<quarter>\d)个?季度{EDGE}{BEFORE}"
HALF_YEAR = rf"{OF_YEAR}(?P<half>[上下前后])半年{EDGE}{BEFORE}"
SEPARATED_MONTH = (
    r"(?<![\d.])(?P<year>(?:19|20)\d\d)[-./](?P<month>\d{1,2})"
    rf"(?!\.?\d|[%万亿千百吨公米亩元个家座户立平处辆]|[/-]\d{{1,2}}(?!\d)){EDGE}{BEFORE}"
)
YEAR = (
    r"(?:(?<!\d)(?P<year>\d{4}|\d\d(?=年年?[底末]))年(?!月)|(?P<told>[今本当明次翌来同]年))"
    rf"度?年?{EDGE}{BEFORE}{CUT_SHORT}"
)
BARE_YEAR = r"^(?P<year>(?:19|20)\d\d)(?P<bare>)$"
SOME_YEAR = rf"(?<![\d半近往历])年(?:度?内|(?=[底末终初])){EDGE}{BEFORE}"
SOME_MONTH = (
    r"(?:[本当下次该]个?月份?(?:\d{1,2}[日号]|[上中下]旬)?|(?<![\d年])月(?=[底末]))"
    rf"(?:内|{EDGE}){BEFORE}"
)
SOME_DAY = rf"(?<![\d第])(?P<day>\d{{1,2}})(?:日(?![均常产处])|号(?=[之以]?前|$)){BEFORE}"

PATTERNS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("vague", BY_SEASON),
        ("plan", FIVE_YEAR_PLAN),
        ("month", EIGHT_DIGITS),
        ("month", SEPARATED_DAY),
        ("month", MONTH),
        ("quarter", QUARTER),
        ("half", HALF_YEAR),
        ("month", SEPARATED_MONTH),
        ("year", YEAR),
        ("year", BARE_YEAR),
        ("year", SOME_YEAR),
        ("unknown", SOME_MONTH),
        ("unknown", SOME_DAY),
    )
)
"""Tried in this order; what one has taken the next does not see."""

MUTILATED = re.compile(
    r"\d{5,}(?=[年月日号底末前]|$)|\d{3,}[月日号]|\d+[底末](?=前|$)|(?<!\d)\d{4}年|\d月\d|年\d+月|\d{2,}季度|"
    r"(?<![\d半近每])月\d+日"
)
