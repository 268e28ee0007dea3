"""What the columns and labels of case tables are called, in whatever city."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final


class CaseField(StrEnum):
    SEQUENCE = "sequence"
    NUMBER = "number"
    PRIORITY = "priority"
    CHANNEL = "channel"
    CONTENT = "content"
    AREA = "area"
    TYPES = "pollution_types"
    INVESTIGATION = "investigation"
    SUBSTANTIATED = "substantiated"
    TARGET = "target"
    HANDLING = "handling"
    STATUS = "status"
    ACCOUNTABILITY = "accountability"
    UNITS = "units"
    BATCH = "batch"
    DATE = "date"
    REPEATS = "repeats"
    REMARKS = "remarks"
    ORIGIN = "origin"
    NOTE = "row_note"
    OTHER = "other"


TOLD: Final = r"(?:诉求|督[察查]组?|群众|市民|信访|举报|投诉|交办|转办|移交|受理|反映|来信|来电|来件|案件|案卷|案|问题|件|单|的|主要|基本|具体)*"
"""How a case comes and what it is called, in whatever order."""
DONE: Final = r"(?:处理|整改|查处|处置|处罚|办理|整治|落实|完成|进展|工作|边督边改|采取的?|[(（](?:处罚|处理)[)）]|及|和|与|、)*"
NAMES: Final[tuple[tuple[CaseField, str], ...]] = (
    (CaseField.ORIGIN, r"原表位置"),
    (CaseField.NOTE, r"错误说明"),
    (CaseField.SEQUENCE, r"(?:原始)?(?:排序编码|排序|序号|序列号|顺序号|行号)|序|(?:No|NO|no)\.?"),
    (CaseField.REPEATS, r"(?:是否)?(?:重复|关联|合并)(?:重复|关联|合并)?(?:信访|举报|投诉)?件?(?:关联)?(?:编号|件号|情况)?|与.{0,4}重复件编号"),
    (CaseField.NUMBER, rf"{TOLD}(?:编号|编码|件号|案号)|(?:受理|举报|信访件?|案件)号(?:码)?"),
    (CaseField.PRIORITY, r"(?:是否)?(?:为)?重点(?:关注|交办)?(?:信访|举报|案|问题)?件?(?:标[记识])?"),
    (CaseField.CHANNEL, r"(?:信访|举报|信息|问题|案件|来件|受理)?(?:来源|渠道|方式|途径)+|来电/来信|来信/来电|信访形式|举报形式|信访类别|来件类型"),
    (CaseField.SUBSTANTIATED, rf"{TOLD}(?:情况|内容)?(?:是否(?:属实|查实|真实)|(?:核实|核查|调查|整体|总体|初步)?(?:定性|属实)(?:结论|情况|判定|认定|与否|性)?)|(?:核实|核查|调查|认定)结论|查实情况|真实性"),
    (CaseField.CONTENT, rf"(?!(?:问题|情况|事项)$){TOLD}(?:环境)?(?:问题|内容|事项|情况|诉求)(?:的)?(?:基本)?(?:情况|内容|简述|摘要|概况|概述|描述|及诉求)?|(?:群众|市民|居民|网友|网民|来电|来信|、)*(?:反映|投诉|举报|信访|诉求)"),
    (CaseField.AREA, r"(?:所属|所在|涉及|责任|问题所在|被?举报|案件|属地)?(?:行政)?(?:区域|区划|属地|地区|辖区|县区|区县|县市区|市县|市州|地市|县\(市、?区\)|[市县区]\([州市县区、]{1,3}\)|县级行政区|乡镇|镇街|街镇|乡镇\(街道\)|镇\(街道\)|(?:问题)?所在地)|被举报地|市区|地点|问题属地|行政区"),
    (CaseField.TYPES, r"(?:举报|信访|主要|涉及|所属|生态|环境|污染|问题|要素|的)*(?:类型|类别|种类|分类|要素)"),
    (CaseField.INVESTIGATION, r"(?:现场|督察期间|初步|实地)?(?:调查|核查|核实|查处|调处|查证|检查)(?:调查|核查|核实|查处|查证|检查|了解|处理|认定|与|及|和|、)*(?:的)?(?:基本)?(?:情况|结果|内容)|现场情况|经查情况|调查核实"),
    (CaseField.TARGET, r"(?:办结|整改|办理|治理|销号)(?:工作)?目标(?:及(?:整改)?措施|和(?:整改)?措施|要求|及时限|\(时限\))?|办结标准|办结要求"),
    (CaseField.ACCOUNTABILITY, r"(?:对)?(?:相关|有关)?责任(?:人员?|单位)(?:(?:及|和|、)(?:责任)?(?:单位|人员?))?的?(?:被|处理|问责|追责|追究|处分|\(问责\))+(?:的)?(?:情况|结果)?|(?:相关|有关)?(?:人员|干部)?(?:追责|问责)+(?:处理)?(?:人员|人数)?(?:情况|结果)?|责任追究(?:情况)?|(?:党纪政务|党政纪)?处分情况"),
    (CaseField.STATUS, r"(?:是否|是否已|问题是否)(?:办结|完成|完结|销号|整改到位|完成整改|阶段性办结)|(?:办结|办理|完成|整改|销号|进展|案件|当前|目前)(?:情况)?(?:状态|进度|阶段)|状态|(?:办结|销号|完结)(?:情况|与否|类型)|办理(?:结果|状态)|是否办结\(.{0,20}\)|完成情况"),
    (CaseField.HANDLING, rf"(?:督察期间|现场|依法)?(?:处理|整改|查处|处置|处罚|办理|整治|落实|边督边改|采取的?){DONE}(?:的)?(?:情况|措施|意见|结果|进展|要求)?(?:及进展)?|做法|答复(?:内容|意见|情况|结果)?|回复(?:内容|情况)?|办理答复"),
    (CaseField.UNITS, r"(?:牵头|主要|属地|主体)?(?:责任|承办|主办|办理|查处|处理|交办|整改|调查|主体|包案|牵头)(?:责任)?(?:单位|部门|主体)(?:(?:及|和)责任人)?|责任单位\(.{0,10}\)|承办地|交办地"),
    (CaseField.BATCH, r"(?:交办|转办|移交)?(?:批次|批号|批)(?:号|编号)?|第几批"),
    (CaseField.DATE, r"(?:交办|转办|受理|移交|接收|举报|来电|来信)(?:日期|时间)|日期|时间"),
    (CaseField.REMARKS, r"备注|说明|其他说明|注"),
    (CaseField.OTHER, r"(?:行业|企业)(?:类别|类型|分类)|答复时间|回访(?:情况|结果)?|满意度|联系人|联络人|(?:联系)?电话|联系方式|最新整改情况|后续(?:整改|进展)情况|验收情况|轮次|挂钩.{0,10}情况|包[案保抓].{0,8}|(?:所属)?网格员?.{0,6}|办结时(?:限|间)|整改时限|办理时限|完成时限|办结日期|举报人.{0,6}|姓名|(?:配合|协办|协同|督办|督导|主管|监管|行业主管|行业监管)(?:单位|部门)|附件|现场(?:照片|图片)"),
)  # fmt: skip
PATTERNS: Final = tuple((field, re.compile(pattern)) for field, pattern in NAMES)
LONGEST: Final = 24
NO_LABEL: Final = re.compile(r"[A-Za-z]*\d+")
"""Sequence and case numbers: every row has others."""
ANSWERS: Final = (
    (CaseField.SUBSTANTIATED, re.compile(r"(?:基本|部分|不)?属实")),
    (CaseField.STATUS, re.compile(r"已?办结|阶段性办结|未办结|正在办理|已?销号")),
)
"""Answers that stand over columns of their own, to be ticked."""
BLANKS: Final = re.compile(r"[\s　*＊:：]+")
COUNTED: Final = re.compile(r"[(（](?:家次?|万?元|件次?|人次?|人|起|次|家)[)）]")


@lru_cache(maxsize=4096)
def case_field(label: str) -> CaseField | None:
    """Return what a label names, None if it is none of a case's labels."""
    bare = (
        BLANKS.sub("", label)
        .replace("（", "(")
        .replace("）", ")")
        .replace("“", "")
        .replace("”", "")
    )
    if not bare or len(bare) > LONGEST or NO_LABEL.fullmatch(bare):
        return None
    for candidate in (bare, re.sub(r"\([^()]*\)$", "", bare)):
        for field, pattern in PATTERNS:
            if candidate and pattern.fullmatch(candidate):
                return field
    return None


def answer_field(label: str) -> CaseField | None:
    """Return what a column answers whose label is the answer itself: 部分属实, 已办结."""
    bare = BLANKS.sub("", label)
    return next((field for field, answer in ANSWERS if answer.fullmatch(bare)), None)
