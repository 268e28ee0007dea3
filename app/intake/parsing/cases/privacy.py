"""Spans of a case that look like the identity of who complained; officials and units are not."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from collections.abc import Iterator, Mapping
from typing import Final

from app.intake.parsing.amounts import half_width

HIDDEN: Final = "*＊×✕xX●○□"
ID_NUMBER: Final = re.compile(
    rf"(?<![\dA-Za-z])(?:\d{{6}}(?:19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}[\dXx]"
    rf"|\d{{8}}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{{3}}"
    rf"|\d{{3,14}}[{HIDDEN}]{{4,14}}[\dXx]{{0,6}})(?![\dA-Za-z*＊])"
)
ID_LENGTHS: Final = frozenset({15, 18})
NAMED_ID: Final = re.compile(
    rf"身份证(?:件)?(?:号码|号)?\s*[:：为是]?\s*(?P<text>[\d{HIDDEN}]{{6,18}})"
)
PHONES: Final = (
    re.compile(rf"(?<![\dA-Za-z])(?:\+?86[- ]?)?1[3-9]\d[- ]?(?:\d{{4}}|[{HIDDEN}]{{3,4}})[- ]?(?:\d{{4}}|[{HIDDEN}]{{4}})(?![\dA-Za-z])"),
    re.compile(rf"(?<![\dA-Za-z])1[3-9]\d{{1,5}}[{HIDDEN}]{{2,8}}\d{{0,4}}(?!\d)"),
    re.compile(rf"(?<![\dA-Za-z])[(（]?0\d{{2,3}}[)）]?[-—－ ]?[1-9{HIDDEN}][\d{HIDDEN}]{{2,3}}[- ]?[\d{HIDDEN}]{{4}}(?!\d)"),
    re.compile(r"(?<![\dA-Za-z])0\d{2,3}[-—－]\d{7,8}(?!\d)"),
    re.compile(rf"(?:电话|手机|联系方式|座机)(?:号码|号)?\s*[:：为是]?\s*(?P<text>(?!1[12]\d{{3}}(?!\d))[\d{HIDDEN}][\d{HIDDEN}-]{{6,12}})"),
)  # fmt: skip
EMAIL: Final = re.compile(
    r"[A-Za-z0-9._%+*-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
WECHAT: Final = re.compile(
    r"微信(?:号码?|名|昵称|ID)?\s*[:：为是]?\s*(?P<text>[A-Za-z][A-Za-z0-9_-]{4,30}|1[3-9]\d{9})"
)
PLACE: Final = r"[一-龥A-Za-z0-9#\-－]"
DOOR: Final = r"(?:\d{1,4}(?:室|号|户|房|层)?|[A-Z]座?\d{0,4}(?:室)?)"
ADDRESSES: Final = (
    re.compile(
        rf"(?:家住|现住|居住(?:在|于|地)?|住在|住于|暂住|(?:家庭)?(?:住址|地址)(?:为|是)?\s*[:：]?\s*|(?<![居入常暂留止记抓挡稳不])住)"
        rf"(?P<text>(?![建宅户院房用所宿持在区])(?=[^,，。;；、()（）]{{0,30}}[省市区县镇乡街路村巷苑园城里栋幢])"
        rf"{PLACE}{{2,40}}?(?:(?:栋|幢|号楼|单元|组|弄|巷){DOOR}|\d{{1,4}}[号室]|\d{{1,3}}[栋幢组]|[村区苑园社]))(?=[,，。;；、()（）\s]|反映|来电|来信|举报|投诉|的|$)"
    ),
    re.compile(rf"(?P<text>{PLACE}{{2,24}}?\d{{1,3}}(?:栋|幢|号楼|座)(?:[一二三四五六七八九十\d]{{1,3}}单元)?{DOOR}(?:室|号|户)?)(?![\d层楼个单])"),
    re.compile(rf"(?P<text>{PLACE}{{2,24}}?[一二三四五六七八九十\d]{{1,3}}单元{DOOR}(?:室|号|户)?)"),
    re.compile(rf"(?P<text>{PLACE}{{2,20}}?村(?:民)?[一二三四五六七八九十\d]{{1,3}}组\d{{1,4}}号)"),
)  # fmt: skip
NUMBERED: Final = re.compile(r"身份证|\d{3}")
HOME: Final = re.compile(r"[住栋幢座]|地址|单元|号楼|组\d")
REACHED: Final = re.compile(r"1[3-9]\d|(?<!\d)0\d\d|电话|手机|座机|联系方式")
"""What every telephone number begins with: most texts have nothing of it."""
LEAD: Final = re.compile(
    r"^(?:.*(?:家住|居住在|居住于|居住|住在|住址|地址|位于|反映|来电称|举报|投诉|现住|业主|居民|在))(?=.{4})"
)
SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍成苗谷曲盛冉翁蓝路游辛靳管柴蒙鲍华祁房滕屈饶解牟艾尤时穆农司卓古吉车项连芦娄窦戚景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区"
VEILED: Final = re.compile(r"[某*＊×]|女士|先生|小姐|大爷|大妈|阿姨|同学")
"""What a name that is not given in full has."""
PLAIN_SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵钱严武戴莫孔汤"
"""Those that are no other word."""
FAMILY: Final = rf"(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|[{SURNAMES}])"
MASKED: Final = rf"{FAMILY}(?:某某|某(?:(?!等)[一-龥])?(?=[,，。;；、()（）:：\s反来举投致等的家住电称表]|$)|某|[*＊×]{{1,2}}[一-龥]?)"
TITLED: Final = rf"{FAMILY}(?:[一-龥]{{1,2}})?(?:女士|先生|小姐|大爷|大妈|阿姨|同学)"
GIVEN: Final = rf"{FAMILY}[一-龥]{{1,2}}"
AFTER_NAME: Final = r"(?=[,，、。;；:：()（）\s\d]|反映|称|表示|投诉|举报|来电|来信|电话|手机|联系|回访|对|的|说|并|家|住|已|满意|认可|提出|身份证|等|到|进行|沟通|本人|$)"
COMPLAINER: Final = r"(?:举报人|投诉人|信访人|来电人|来信人|来访人|反映人|上访人|诉求人|申请人|联系人|署名|姓名|举报者|信访者|本人)(?:员|是|为|叫)?\s*[:：]?\s*"
RESIDENT: Final = r"(?:市民|群众|居民|村民|住户|业主|网民|网友|租户|农户)\s*[:：]?\s*"
NAMES_IN_FULL: Final = (
    re.compile(rf"{COMPLAINER}(?P<text>{GIVEN}?){AFTER_NAME}"),
    re.compile(rf"^(?P<text>{FAMILY}[一-龥]{{1,2}})(?=来电|来信|致电|写信|向.{{1,12}}反映)"),
    re.compile(rf"(?:村民|居民|业主|住户)(?:代表)?(?P<text>[{PLAIN_SURNAMES}][一-龥]{{1,2}}?)(?=反映|来电|来信|举报|投诉|等\d+[人户名]|[(（](?:家住|现住|住|电话|手机|联系|身份|男|女|\d))"),
)  # fmt: skip
NAMES: Final = (
    re.compile(rf"{COMPLAINER}(?P<text>{TITLED}|{MASKED})"),
    NAMES_IN_FULL[0],
    re.compile(rf"{RESIDENT}(?P<text>{TITLED}|{MASKED})"),
    re.compile(rf"{RESIDENT}{MASKED}(?:、|和)(?P<text>{MASKED})"),
    re.compile(rf"(?:^|[,，。;；\s(（])(?P<text>{MASKED}|{TITLED})(?=来电|来信|反映|举报|投诉|致电|称)"),
    NAMES_IN_FULL[1],
    NAMES_IN_FULL[2],
    re.compile(rf"(?P<text>{TITLED})"),
)  # fmt: skip
OFFICIAL: Final = re.compile(
    r"(?:负责人|老板|经理|局长|县长|镇长|书记|主任|领导|法定代表人|法人|董事长|科长|队长|店主|院长|校长|同志)[:：为是]?\s*$"
)
REACHABLE: Final = frozenset({"phone", "address", "email"})
LOOKED_BACK: Final = 200
FIRM: Final = re.compile(
    r"(?:公司|厂|店|企业|工地|项目部|项目|饭店|酒店|餐馆|餐厅|医院|学校|中心|局|所|站|场|馆|矿|政府|大队|支队|合作社|委会|物业|集团|园|吧|厅)[”\"]?$"
)
PERSON: Final = re.compile(r"举报人|投诉人|信访人|来电人|来信人|家住|现住|本人")
FIRM_REACHED: Final = re.compile(
    r"(?:公司|厂|店|企业|工地|项目部|老板|厂长|店主|经理|负责人|物业|[^邮公]局|政府|大队|办公室|值班室|监督|举报|投诉|客服|服务)(?:的)?(?:联系)?(?:电话|手机|地址|热线|联系方式|(?<=室))(?:号码|号)?(?:为|是|[:：])?\s*$"
)
NOT_A_NAME: Final = re.compile(
    r"[区县市镇乡村厂店局司园院校路街河楼户家边围度]$|居民|群众|满意|高度|周边|方便|多次|其他|全部|应当|时间|和|原因"
)


def personal_data(fields: Mapping[str, str | None]) -> list[dict[str, str]]:
    """Return the spans of all texts of a case, in order; a name found once is sought everywhere."""
    spans = {name: list(_spans(text)) for name, text in fields.items() if text}
    known = {text for found in spans.values() for _, kind, text in found if kind == "name"}
    told: dict[tuple[str, str, str], None] = {}
    for name, found in spans.items():
        again = [
            (m.start(), "name", m[0])
            for each in known
            for m in re.finditer(re.escape(each), fields[name] or "")
        ]
        for _, kind, text in sorted([*found, *again]):
            told[name, kind, text] = None
    return [{"field": name, "kind": kind, "text": text} for name, kind, text in told]


def _spans(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield position, kind and text of each span; numbers first, so that no span is cut in two."""
    plain = half_width(text)
    taken: set[int] = set()
    for read in (_numbers, _addresses, _names):
        for kind, first, last in read(plain):
            if kind in REACHABLE and _of_a_firm(plain[max(0, first - LOOKED_BACK) : first]):
                continue
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                yield first, kind, text[first:last]


def _of_a_firm(before: str) -> bool:
    """Whether what follows tells how to reach a firm or an office, not a person at home."""
    bracket = max(before.rfind("("), before.rfind("（"))
    inside = before[bracket + 1 :] if bracket >= 0 else ""
    if bracket >= 0 and not set("()（）") & set(inside):
        return bool(FIRM.search(before[:bracket])) and not PERSON.search(inside)
    return FIRM_REACHED.search(before) is not None


def _numbers(text: str) -> Iterator[tuple[str, int, int]]:
    for match in NAMED_ID.finditer(text) if NUMBERED.search(text) else ():
        yield "id_number", *match.span("text")
    for match in ID_NUMBER.finditer(text) if NUMBERED.search(text) else ():
        if len(match[0]) in ID_LENGTHS:
            yield "id_number", *match.span()
    yield from _contacts(text)


def _contacts(text: str) -> Iterator[tuple[str, int, int]]:
    for match in EMAIL.finditer(text) if "@" in text else ():
        yield "email", *match.span()
    for match in WECHAT.finditer(text) if "微信" in text else ():
        yield "wechat", *match.span("text")
    for pattern in PHONES if REACHED.search(text) else ():
        for match in pattern.finditer(text):
            yield "phone", *match.span("text" if "text" in pattern.groupindex else 0)


def _addresses(text: str) -> Iterator[tuple[str, int, int]]:
    if not HOME.search(text):
        return
    for pattern in ADDRESSES:
        for match in pattern.finditer(text):
            first, last = match.span("text")
            lead = LEAD.match(match["text"])
            yield "address", first + (lead.end() if lead else 0), last


def _names(text: str) -> Iterator[tuple[str, int, int]]:
    for pattern in NAMES if VEILED.search(text) else NAMES_IN_FULL:
        for match in pattern.finditer(text):
            before = text[max(0, match.start("text") - 8) : match.start("text")]
            if not OFFICIAL.search(before) and not NOT_A_NAME.search(match["text"]):
                yield "name", *match.span("text")
