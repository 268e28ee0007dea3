"""The words of quantified targets: verbs, units, and the patterns in which they stand."""

# ruff: noqa: E501  # a pattern in one line can be read; cut to the margin it cannot

import re
from typing import Final

NUMBER: Final = r"(?P<value>\d+(?:\.\d+)?)"
MASS: Final = "蒸吨|吨标准煤|吨标煤|吨|亩|公顷|千瓦时|千瓦|兆瓦|标准箱|元|人次|人|户|辆|株|立方米|平方米|平方公里|平方千米|公斤|头|标准煤"
COUNTED: Final = "公里|千米|米|平方公里|平方米|立方米|分贝|个百分点|个|家|处|座|条|套|项|件|次|台|宗|所|户|辆|头|人|小时|天|倍|片|口|眼|类|分"
PER_UNIT: Final = "(?:/(?:年|日|天|月|小时|秒|亩|人|万元|公里|立方米|平方米|升|千瓦时|公顷))?"
UNIT: Final = (
    r"(?P<unit>%|％|‰|个?百分点|[mμuµ]g/(?:N?m[3³]|[Ll])|dB(?:\(A\))?|[MGk]W(?:h)?|(?:微克|毫克|纳克|千克|公斤|克)(?:(?:/|每)(?:立方米|平方米|升|千瓦时|亩|人|吨))?"
    rf"|(?:万|亿)?(?:{MASS}){PER_UNIT}|万?(?:{COUNTED}){PER_UNIT})?"
)
BEYOND: Final = r"(?P<beyond>及以上|以上|及以下|以下|以内|之内|左右)?"
PER: Final = r"(?:每(?P<per>立方米|升|公顷|亩|人|年|日)\s*)?"
RISING: Final = "达到|达|提高到|提高至|提升到|提升至|增加到|增加至|增长到|增长至|上升到|上升至|恢复到|扩大到|扩大至|不得低于|不得少于|不低于|不少于|不小于|高于|超过|大于|突破|保持在|稳定在|维持在|≥|≧|>=|>|＞"
FALLING: Final = "降至|降到|降为|降低到|降低至|下降到|下降至|减少到|减少至|压减到|压减至|压降至|控制在|控制到|控制至|不得超过|不得高于|不得大于|不能超过|不超过|不高于|不大于|低于|小于|少于|≤|≦|<=|<|＜"
CHANGING: Final = "累计下降|累计降低|提升|提高|增加|增长|上升|下降|降低|减少|削减|压减|减排"
EXACT: Final = "稳定保持|保持|为|等于|="
AMOUNT: Final = rf"\s*(?:约|近|年均|至少)?{PER}(?:(?P<low>\d+(?:\.\d+)?)\s*[%％]?\s*(?:-|—|~|～|至|到)\s*)?{NUMBER}\s*{UNIT}{BEYOND}"
PLAIN: Final = rf"\s*(?:约|近|年均)?{PER}{NUMBER}\s*{UNIT}{BEYOND}"
NAME: Final = r"(?P<name>[^,，。；;：:!！?？\n]{2,60}?)"
ADVERBS: Final = "(?:稳定|分别|均|全部|持续|力争|努力|基本|累计|总体)"
MORE: Final = r"(?P<more>(?:(?:和|及|、|,|，)\d+(?:\.\d+)?\s*(?:[%％]|[一-龥]{1,3}?(?=[、,，和及。;；]|$|以上|以下))(?:以上|以下|以内)?){0,6})"
DEEDS: Final = "新建|建成|建设|新增|完成|改造|创建|治理|修复|整治|淘汰|关停|安装|打造|绿化|建立|布设|培育|拆除|清理|更新|推广|退出|搬迁"
TAKEN: Final = "新建|建成|建设|新增|完成|改造|创建|整治|淘汰|治理|修复|关停|安装|削减|压减|减少|增加|新增|铺设|更新|清理|清运|拆除|造林|植树|绿化|复绿|推广|退出|新改扩建"
NAMED: Final = re.compile(
    rf"{NAME}{ADVERBS}{{0,3}}(?P<verb>{RISING}|{FALLING}|{CHANGING}|{EXACT})(?:了)?{AMOUNT}{MORE}"
)
SHARE: Final = re.compile(
    rf"(?P<name>占[^,，。；;：:\d]{{2,40}}){PLAIN}".replace(UNIT, r"(?P<unit>[%％])")
)
FULL: Final = re.compile(
    rf"(?P<name>[^,，。；;：:\d]{{2,60}}?(?:率|比例|比重|覆盖率|占比)){PLAIN}".replace(
        UNIT, r"(?P<unit>[%％])"
    )
)
DONE: Final = re.compile(
    rf"(?P<least>至少)?(?:{DEEDS})(?P<most>不少于|至少|不低于)?{PLAIN}(?:的)?(?P<name>[^,，。；;：:\d]{{2,40}})"
)
BUILT: Final = re.compile(
    rf"(?P<name>(?:{TAKEN})[^,，。；;：:、\d]{{2,30}}?){PLAIN}(?=[,，。；;、]|$)"
)
LISTED: Final = re.compile(
    rf"(?:含|其中|包括|、)(?P<name>[^,，。；;：:、\d]{{3,30}}?){PLAIN}(?=[,，。；;、]|$)"
)
PREFIX: Final = re.compile(
    r"^(?:完成(?=[^率度])|(?:到|至|在|于)?\s*(?:\d{4}\s*年?(?:年?底|末|\d{1,2}月(?:底)?)?前?(?:和|、)?|[“\"]?十[三四五六]五[”\"]?(?:规划|时期)?末?期?间?)\s*|力争|争取|确保|努力|实现|使|全面|基本|其中|并|且|含|包括|将|把|推动|要求|、)+"
)
SUFFIX: Final = re.compile(
    r"(?:(?:由|从)\d+(?:\.\d+)?\s*[%％]?|的|要|应|将|须|均|分别|稳定|持续|全部|同比|累计|总体|力争|必须|[较比](?:上年|去年|基准年|\d{4}\s*年(?:底|末)?)(?:基础上)?|在\d{4}年基础上|并.{1,8})+$"
)
NOT_A_NAME: Final = re.compile(r"^(?:以|及|或|和|与|约|近|不)|(?:年|月|日|个)$|原则上|严控")
FORBIDDING: Final = re.compile(r"不再|不得(?!低于|少于|高于|超过|大于)|禁止|严控|严禁")
SCOPE: Final = re.compile(
    r"(?:的)?(?:企业|单位|项目|锅炉|养殖场|养殖户|河流|村庄|村|用户|机组|乡镇|地区|工地|水体)"
)
"""年产量达到500吨以上的企业 names a group, not a target."""
FEWEST: Final = re.compile(
    r"(?P<n>[一二两三四五六七八九十]{1,3})(?P<rest>(?:个|家|处|座|条|套|项|所|台|片)(?:及)?以上)"
)
AT_LEAST: Final = re.compile(
    rf"(?P<least>至少(?:{DEEDS})?|(?:{DEEDS})(?:至少|不少于))(?P<n>[一二两三四五六七八九十]{{1,3}})(?=个|家|处|座|条|套|项|所|台|片)"
)
SIGNS: Final = {
    **dict.fromkeys((*RISING.split("|"), *CHANGING.split("|")), ">="),
    **dict.fromkeys(FALLING.split("|"), "<="),
    **dict.fromkeys(("高于", "超过", "大于", "突破", ">", "＞"), ">"),
    **dict.fromkeys(("低于", "小于", "少于", "<", "＜"), "<"),
}
AT_MOST: Final = frozenset({"以下", "及以下", "以内", "之内"})
CHANGES: Final = frozenset(CHANGING.split("|"))
