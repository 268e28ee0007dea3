"""How a task begins that is no fault but a deed: 推进…, 加强…, 到2025年,…."""

import re
from typing import Final

DEED: Final = re.compile(
    r"(?:进一步|持续|全面|深入|切实|大力|着力|加快|有序|积极|扎实|严格|统筹|分类|集中|继续|坚决|稳步|重点)*"
    r"(?:开展|推进|加强|实施|规范|建立|完善|强化|落实|加快|提升|推动|健全|优化|组织|加大|深化|打好|做好|整治|治理|建设|改造"
    r"|补齐|夯实|严控|防范|化解|培育|构筑|消除|压减|严打|织密|守牢|鼓励|引导|倡导|创新|探索|拓展|促进|提高|推广|淘汰|清理|排查|控制|防控|打击|保障|保护|修复|推行|压实|巩固|构建|抓好|遏制|防治)"
)
"""How a task begins; a problem begins with whose it is."""
DEED_START: Final = re.compile(rf"(?:到|至)?\d{{4}}\s*年[^,，]{{0,8}}[,，]|{DEED.pattern}")
DEED_HEAD: Final = re.compile(
    rf"{DEED.pattern}(?:(?!不[力足够到]|滞后|缓慢|缺失|薄弱|差距|未)[^。，,；;：:]){{2,30}}。(?=.)"
)
