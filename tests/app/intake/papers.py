"""Lists of our own invention that the tests read and upload."""

PLAN = """清江市贯彻落实第二轮督察反馈意见整改任务清单

一、水环境方面
(一)污水收集不足
1.老城区污水管网混接。雨天溢流频繁。
责任单位:市水务局
督导单位:市住建局
整改时限:2026年12月底前
整改目标:管网混接全部改造。
整改措施:
(1)排查管网,2025年6月底前完成。
(2)改造混接点。
2.污泥处置不规范。
责任单位:清江市水务局
督导单位:清江市住建局
整改时限:立行立改,长期坚持
整改目标:污泥规范处置率达到95%以上。
整改措施:加强监管。
二、面源污染方面
(二)乡镇治理滞后
3.白石县垃圾转运站渗滤液外溢。
责任单位:白石县人民政府
督导单位:清江市住建局
整改时限:2026年6月30日前
整改目标:渗滤液全部收集。
整改措施:
(1)修复收集池。
"""

DOUBTFUL = """清江市整改任务清单
一、水环境方面
(一)污水收集不足
1.老城区污水管网混接。
责任单位:市渔政局
督导单位:清江市住建局
整改时限:2026年5月前
2.污泥处置不规范。
责任单位:各县(市、区)政府
督导单位:清江市住建局
整改时限:2026年2月30日前
3.河道垃圾堆积。
责任单位:清江市水务局
督导单位:清江市住建局
整改时限:2026年6月底前
"""


def long_plan(count: int, doubtful: int = 0) -> str:
    """A list of many items, the first ones with a name that nobody knows, or a vague month."""
    items = "".join(_item(number, doubtful=number <= doubtful) for number in range(1, count + 1))
    return f"清江市整改任务清单\n一、水环境方面\n(一)污水收集不足\n{items}"


def _item(number: int, *, doubtful: bool) -> str:
    unit = f"市第{number}渔政站" if doubtful and number % 3 else "市水务局"
    until = "2027年5月前" if doubtful and not number % 3 else "2027年6月底前"
    return (
        f"{number}.第{number}号排口污水直排。抽查发现管网混接,雨天溢流频繁,群众反映强烈。\n"
        f"责任单位:{unit}\n督导单位:市住建局\n整改时限:{until}\n"
        f"整改目标:第{number}号排口污水全部收集。\n整改措施:\n"
        "(1)排查管网,2026年10月底前完成。\n(2)改造混接点。\n(3)建立巡查制度。\n"
    )
