"""Words that mean a deadline without a date: at once, for good, as another text says."""

import re

NOTHING = re.compile(r"[-—–―_/\\|.、,。;:…*()无空略]*|暂?无|N/?A|不涉及|年月日前?", re.IGNORECASE)
DONE = re.compile(
    r"[(]?(?:已经?|全部|基本|均已)*(?:完成|办结|销号|整改到位)(?:整改|销号|验收)*[)]?。?"
)

IMMEDIATE = re.compile(
    r"[立即][行查说整知交接办有发督到边][立即][改行办查整结处]|立整|立改|即改|即办|"
    r"边[督查交巡检排整][边即](?:知即)?[改整]|立即|立刻|即刻|即时|马上|当日|当天|即日|第一时间|现场整改|随时整改"
)
SUSTAINED = re.compile(
    r"(?<!中)长期|长效(?!机制)|长远坚持|持续(?!改善|稳定|向好|下降|好转)|坚持|常态|常抓|经常性|永久|不断|一直|久久为功|巩固提升"
)
RECURRING = re.compile(
    r"(?:每|逐)(?:个?半?年|个?月|个?季度?|周|日|天|旬)(?:\d{1,2}月)?(?:\d{1,2}[日号]|年?[底末初])?[之以]?前?"
)
POINTING = re.compile(
    r"^(?:[〃″]|同上)|^同(?:序号|第|前|任务|问题|左|项|措施|该|本|整改|总|省|市)|见(?:附件|附表|方案|备注|措施|第|具体|各)"
    r"|(?:按|依|遵|参|根)[照据循]?.{0,40}?(?:时限|期限|时间|节点|进度)|以.{0,30}为准|[与同].{0,20}(?:一致|相同|同步)"
)
ACCORDING = re.compile(
    r"(?:按|依|遵|参|根)[照据循]?.{0,40}?(?:要求|规定|方案|计划|部署|安排|标准|意见|序时|分工)"
)


def is_nothing(text: str) -> bool:
    return bool(NOTHING.fullmatch(text) or DONE.fullmatch(text))


def is_immediate(text: str) -> bool:
    return IMMEDIATE.search(text) is not None


def is_sustained(text: str) -> bool:
    return SUSTAINED.search(text) is not None


def is_pointing(text: str) -> bool:
    """Whether another item's or another paper's deadline is meant."""
    return POINTING.search(text) is not None


def is_according(text: str) -> bool:
    """Whether some paper is followed, which may or may not set a deadline."""
    return ACCORDING.search(text) is not None
