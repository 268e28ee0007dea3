"""Words that name a field: 责任单位, 整改时限 and their many variants, in labels and in columns."""

# ruff: noqa: E501, ISC004  # one pattern a line reads better than patterns cut to the margin

import re
from functools import lru_cache
from typing import Final

from app.intake.parsing.fields import Field

__all__ = ["Field", "compact", "field_of"]

UNIT: Final = "(?:单位|部门|主体|机构|地区|区县|县区|县|乡镇|镇街|方|地方)(?:(?:和|及|与|、|/)(?:单位|部门|地区)|名称)?"
ROLE: Final = (
    "(?:整改|问题|反馈问题|主要|第一|直接|属地|落实|承担|具体|市级|省级|县级|区级|总|项目)*"
)
ALSO: Final = "(?:和|及|与|、|/)?(?:整改|具体)?(?:责任人|负责人|责任领导|联系人|人员?)?"


def _by(verb: str) -> str:
    """Any words before 督导单位; before a bare 督导 only those of a role: 加强督导 is a deed."""
    return rf"(?:[一-龥]{{0,6}}{verb}{UNIT}|(?:{ROLE}|行业|业务|责任)*{verb}){ALSO}"


# The first rule that matches the whole label wins; special words stand before general ones.
RULES: Final = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"原表位置", Field.ORIGIN),
        (r"错误说明", Field.NOTE),
        (r"(?:整改)?(?:时限|期限)(?:日期|截止日期?|最后一日)", Field.DUE),
        (
            r"(?:其他|其它|上级|各级|对应)(?:层级|级别|清单)?(?:序号|编号|编码)",
            Field.OTHER_NUMBERS,
        ),
        (r"原(?:定|有)?(?:整改)?(?:完成)?(?:时限|期限|时间)", Field.ORIGINAL),
        (
            r"(?:公示|公告|受理|答复|预警|监督|销号材料上报|上报|检查|督导|发布|反馈|交办|移交|立案|更新|填报)"
            r"(?:时间|日期|期间|期限|期)",
            Field.PUBLICITY,
        ),
        (
            r"(?:整改|直接|主要|具体)*(?:责任|负责|牵头|经办)(?:人|人员|同志)(?:及|和|与|、|/)?"
            r"(?:其|姓名|职务|联系|方式|电话|号码|手机|、|及)+",
            Field.PERSON,
        ),
        (r".*(?:电话|手机|邮箱|邮编|地址|联系方式)(?:号码)?", Field.CONTACT),
        (r"(?:联络|联系)(?:人|员).{0,6}", Field.CONTACT),
        (
            r"(?:市级?|省级?|县级?|区级?|镇级?)?(?:包案|包保|包抓|挂钩|挂点|督导|分管|挂牌|联系|牵头|责任|督办|包联|挂包)"
            r"(?:省|市|县|级)*(?:领导|县级干部|负责同志)(?:及|和|、)?(?:情况|姓名|同志|职务)*"
            r"|[省市县区]级领导",
            Field.SPONSOR,
        ),
        (
            r"(?:[省市县区]级?)?(?:包案|包保|包抓|包联|挂包)(?:[省市县]|级)*(?:责任人|干部|人员?)",
            Field.SPONSOR,
        ),
        (
            r"(?:整改|直接|主要|第一|具体|单位|分管|部门)*(?:责任|负责|牵头|经办|涉及)(?:人|人员|同志)",
            Field.PERSON,
        ),
        (
            r"(?:各项|具体|整改)?措施(?:的)?(?:牵头|责任|落实|承办|实施)+(?:单位|部门|主体)",
            Field.MEASURE_UNITS,
        ),
        (
            r"(?:各项|具体|整改)?措施(?:的)?(?:完成|整改|落实)*(?:时限|期限|时间)",
            Field.MEASURE_DEADLINE,
        ),
        (r"(?:省级?|行业|国家|厅级|省直|省)牵头" + UNIT + "?", Field.SUPERVISING),
        (
            r"(?:[省市县区](?:级|直)?|主|总|整改|责任|第一)?牵头(?:整改|责任|负责|实施|主办)*"
            + UNIT
            + "?"
            + ALSO,
            Field.LEAD,
        ),
        (
            _by(r"(?:配合|协办|协助|协同|协作|参与|参加|会办|联合)(?:整改|责任|落实)*"),
            Field.COOPERATING,
        ),
        (
            _by(
                r"(?:验收|销号|核查|复核|认定)(?:销号|验收|及|和|、|与)*(?:责任|牵头|组织|审核|认定)?"
            ),
            Field.ACCEPTANCE,
        ),
        (
            _by(
                r"(?:督导|督办|督查|督促|监督|监管|包抓|包保|行业主管|行业监管|行业牵头|业务主管|指导|包联)"
                r"(?:督办|督导|指导|监管|监督|检查|责任|落实|和|及|、|与)*"
            ),
            Field.SUPERVISING,
        ),
        (r"(?:省级?|省直|国家)主管" + UNIT, Field.SUPERVISING),
        (r"(?:市级?|县级?)?主管" + UNIT, Field.COMPETENT),
        (r"责任(?:科室|处室|股室|内设机构)|涉及部门", Field.OFFICE),
        (
            ROLE
            + r"(?:责任|主体|承担|承办|主办|实施|整改|落实|主责|主体责任|责任整改|整改责任|整改实施|整改落实|承接|办理|执行)+"
            + UNIT
            + ALSO,
            Field.RESPONSIBLE,
        ),
        (
            r"责任|(?:整改)?主体责任|属地(?:政府)?|整改责任|责任落实|责任分工|职责分工|任务分工",
            Field.RESPONSIBLE,
        ),
        (
            r"(?:涉及|所涉|相关|被督办|被检查|被督察)?" + UNIT.replace("|县|乡镇|镇街|方|地方", ""),
            Field.UNITS,
        ),
        (
            r"(?:整改|完成|办理|办结|总体?|目标|计划|预计|督办|整治|治理|落实|任务|销号|要求|拟|规定|最终|工作|限定|最迟|最后|整改到位|应)*"
            r"(?:时限|期限|限期|完成时间|完成日期|时间要求|截止时间|截止日期|截至时间|时间节点|时间表|时间安排|限时|日期|时间|进度要求|时限要求)"
            r"(?:要求|安排|及要求)?",
            Field.DEADLINE,
        ),
        (
            r"[一-龥]{0,8}(?:困难|难点|堵点|制约因素|瓶颈)(?:和问题|及问题|与问题|问题|和建议|情况)?|存在问题及困难",
            Field.DIFFICULTY,
        ),
        (
            r"(?:下步|下一步|下阶段|下一阶段|下月|下周).{0,8}|后续(?:工作|整改|推进)?(?:措施|计划|安排|打算|工作|步骤).{0,4}",
            Field.NEXT_STEP,
        ),
        (
            r"(?:本期|本月|当前|累计|预警)*(?:评级|亮灯|灯号|灯色|签牌|牌别|红黄牌|进度灯|红黄灯|预警灯|预警等级|预警级别|预警状态|预警信号|亮灯状态|亮灯情况|亮牌|挂牌情况|红黄蓝灯|红黄绿灯|进度评级|预警)(?:情况|等级|颜色)?",
            Field.LAMP,
        ),
        (
            r"(?:整改|任务|工作)*(?:完成|进度|进展)?(?:比例|百分比|率)|(?:完成|整改)?进度(?:比例|%|百分比)|完成率|(?:完成)?占比|(?:工程|形象|建设)进度",
            Field.PERCENT,
        ),
        (
            r"(?:整改|任务|点位|当前|督导|办理|完成|进展|工作|进度|销号)*(?:状态)|(?:是否|有无)(?:完成|销号|整改到位|完成整改|验收|办结|达到序时进度|达序时).{0,2}|(?:序时|时序)进度|整改进度|销号情况|目前状态",
            Field.STATUS,
        ),
        (
            r"(?:整改|主要|工作|本期|本月|本周|截至?(?:目前|本月底|本期|本周|\d.*)?|最新|目前|当前|阶段性?|月|周|落实|及|任务|措施|具体|实施)*"
            r"(?:进展|完成情况|落实情况|成效|整改情况|进度情况|推进情况|工作情况|办理情况|整改结果|整改落实|工作开展情况|已开展工作|已完成情况|已采取(?:的)?措施|(?:办理|完成)进展|完成进度|工作进度|进度)"
            r"(?:情况|及成效|和成效|与成效|成效|说明|及结果)*",
            Field.PROGRESS,
        ),
        (
            r"(?:整改|工作|治理|总体|年度|预期|阶段|任务|绩效|考核|具体|办结|建设|成效)*目标(?:任务|及?要求|值|指标)*|整改标准|预期成效|整改要求及目标|验收标准|整改成效目标|(?:整改)?(?:要|应)?达到的?目标",
            Field.TARGET,
        ),
        (
            r"(?:主要|具体|重点|整改|整治|应对|防治|防控|督办|工作|治理|任务|拟采取的?|采取的?|下步|推进|落实|解决)*"
            r"(?:措施|举措|要求|整改方案|任务分解|工作安排|路径|思路|办法|内容及措施|任务及措施)(?:内容|要求|及要求|和要求|清单|情况)?",
            Field.MEASURES,
        ),
        (r"备注(?:说明)?|说明|附注|其他说明|其他", Field.REMARKS),
        (r"(?:点位|站点)(?:序号|编号|编码)", Field.SITE_NUMBER),
        (r"(?:整改|任务)类型|任务性质|整改性质", Field.OTHER),
        (
            r"(?:国家|中央|省|市|州|县|区)级?(?:清单|方案|台账|督察|反馈|整改|问题|任务)*(?:中的?)?(?:序号|编号|编码|项号|号)",
            Field.OTHER_NUMBERS,
        ),
        (
            r"(?:问题|任务|整改|事项|清单|反馈|项目|督察|台账|总|原|原始排序)*(?:序号|编号|编码|序列|序列号|项号|项次|号码|号)|(?:NO|No|no)\.?",
            Field.NUMBER,
        ),
        (r"(?:所属|所在|问题|涉及)*(?:方面|板块)(?:名称)?", Field.ASPECT),
        (
            r"(?:所属|问题|任务|整改|发生|主要|涉及|污染|环境|要素)*(?:类别|领域|分类|大类|要素|问题类型|类型)(?:名称)?",
            Field.CATEGORY,
        ),
        (
            r"(?:点位|站点|地块|断面)(?:名称|名)|(?:具体|涉及|整改|问题|所涉|督办|曝光|检查)*点位(?:清单|情况|明细|列表|名单|一览)?",
            Field.SITE,
        ),
        (
            r"(?:位置|具体地点|地点|所属区域|所在区域|所属县区|所在县区|行政区域|所属地区|区域|县区|地市|轮次|来源|问题来源|计划节点|节点|级别)",
            Field.OTHER,
        ),
        (r"(?:项目|任务|问题|事项|工作)(?:名称|标题|题目)|名称|标题", Field.HEADING),
        (
            r"(?:中央|省级?|市级?|环保|环境|违法|环境保护|生态环境保护|生态环境|督察|督查|反馈|具体|主要|存在的?|突出|整改|交办|披露|移交|发现的?|指出的?|意见|涉及的?|警示片|回头看|通报|重点|“|”)*(?:的)?"
            r"(?:问题|任务|事项|内容|隐患|具体表现|具体情形|(?<=反馈)意见|(?<=督察)意见)(?:及|和)?(?:描述|表述|情况|内容|简述|概述|清单|基本情况|概况|具体内容|摘要|点位情况|表现)*",
            Field.PROBLEM,
        ),
    )
)
NOISE: Final = re.compile(r"[\s【】\[\]〔〕《》<>\"'：:*＊]|[(（][^()（）]{0,12}[)）]$")
SHARE: Final = re.compile(r".{0,6}(?:进度|完成|进展).{0,4}[(（][%％][)）]")
"""A column of percentages, whatever it is called."""
LONGEST: Final = 18


def compact(label: str) -> str:
    """A label without blanks, brackets and units in parentheses."""
    return NOISE.sub("", label)


@lru_cache(maxsize=4096)
def _field_of(label: str) -> Field | None:
    for pattern, field in RULES:
        if pattern.fullmatch(label):
            return field
    return None


def field_of(label: str) -> Field | None:
    """Return the field that a label names; None if it names none."""
    if len(label) > 2 * LONGEST:
        return None
    if SHARE.fullmatch(label):
        return Field.PERCENT
    short = compact(label)
    if short == "序":
        return Field.NUMBER
    return _field_of(short) if 1 < len(short) <= LONGEST else None
