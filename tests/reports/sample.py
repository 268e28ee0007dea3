"""A ledger to draw: an invented city of 4 aspects, 14 categories and 33 tasks."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from reports.weekly_ledger.content import (
    AspectLine,
    BalanceLine,
    Change,
    Cover,
    Issue,
    Lamp,
    Proof,
    Rate,
    Row,
    Standing,
    TrendPoint,
    WeeklyLedger,
)

ASPECTS = (
    (
        "一、落实环保责任方面",
        ("（一）部署推动不够有力", "（二）部门职责不够清晰", "（三）上轮整改不够彻底"),
    ),
    (
        "二、绿色转型发展方面",
        ("（一）产业布局优化不足", "（二）能耗双控压力较大", "（三）运输结构调整缓慢"),
    ),
    (
        "三、突出环境问题方面",
        (
            "（一）城镇污水收集短板",
            "（二）入河排口整治滞后",
            "（三）大气面源管控不严",
            "（四）固废处置能力不足",
        ),
    ),
    (
        "四、生态保护修复方面",
        (
            "（一）矿山修复进度缓慢",
            "（二）自然保护地违规建设",
            "（三）湿地岸线违规占用",
            "（四）水土流失治理不实",
        ),
    ),
)
UNITS = (
    "青榆区政府",
    "白石县政府",
    "云溪市政府",
    "市生态环境局",
    "市住房城乡建设局",
    "市水务局",
    "市农业农村局",
)
PROBLEMS = (
    "全区6个乡镇污水处理设施建成后长期低负荷运行，其中2座进水浓度不足设计值的三成",
    "12处历史遗留矿坑修复方案未按期批复，3处边坡仍有垮塌风险",
    "建成区41个在建工地中15个裸土未覆盖，渣土车带泥上路问题反复出现",
)
BEIJING = timezone(timedelta(hours=8))
LEGEND = (
    "红灯　逾期或被上级通报",
    "黄灯　偏慢可追回或30日内到期",
    "绿灯　按序时推进",
    "已熄　已销号",
)


def rows(count: int = 33) -> tuple[Row, ...]:
    """Return tasks spread over the categories in their order."""
    places = [(aspect, name) for aspect, names in ASPECTS for name in names]
    return tuple(
        row(number, *places[(number - 1) * len(places) // count]) for number in range(1, count + 1)
    )


def row(number: int, aspect: str, category: str) -> Row:
    """Return a task: every fourth is closed, every ninth is overdue."""
    unit = UNITS[number % len(UNITS)]
    base = Row(
        number=str(number),
        aspect=aspect,
        category=category,
        problem=PROBLEMS[number % len(PROBLEMS)],
        headline=PROBLEMS[number % len(PROBLEMS)].split("，")[0],
        unit=unit,
        units=(unit, "督导：市生态环境局"),
        deadline="2026-12-31",
        days="余39天",
        lamp=Lamp.GREEN,
        lamp_word="绿灯",
        state="整改中",
        is_open=True,
        measures_done=3,
        measures_total=5,
        progress="62%→68%　完成管网改造3.2公里，累计11.6公里；新增验收点位2处，投入资金1,286万元。",
        difficulty="2处占地手续未批" if number % 3 else "",
        next_step="12月10日前完成剩余4.1公里管网铺设",
    )
    if number % 4 == 0:
        return closed(base)
    return late(base) if number % 9 == 0 else base


def closed(row: Row) -> Row:
    return replace(
        row,
        days="已销号",
        lamp=Lamp.OFF,
        lamp_word="已熄",
        state="已销号",
        is_open=False,
        progress="11月5日销号。",
        difficulty="",
        next_step="",
    )


def late(row: Row) -> Row:
    return replace(
        row,
        deadline="2026-10-31",
        days="逾期22天",
        is_late=True,
        lamp=Lamp.RED,
        lamp_word="红灯",
        red_reason="逾期22天",
        deadline_note="（延期1次，原2026-06-30）",
    )


def balance(tasks: tuple[Row, ...]) -> tuple[BalanceLine, ...]:
    """Return a balance that agrees with the rows: what is open now was open at the last issue."""
    counts = dict.fromkeys((task.unit for task in tasks), 0)
    for task in tasks:
        counts[task.unit] += task.is_open
    return tuple(BalanceLine(unit, open_last=n, open_now=n) for unit, n in counts.items())


def aspects(tasks: tuple[Row, ...]) -> tuple[AspectLine, ...]:
    names = dict.fromkeys(task.aspect for task in tasks)
    return tuple(_aspect(name, [t for t in tasks if t.aspect == name]) for name in names)


def _aspect(name: str, tasks: list[Row]) -> AspectLine:
    closed_now = sum(not task.is_open for task in tasks)
    behind = sum(task.is_late for task in tasks)
    pace = len(tasks) - closed_now - behind
    note = f"{len(tasks)}项：已完成{closed_now}项，达到序时{pace}项，未达到序时{behind}项"
    return AspectLine(name, closed_now, 0, pace, behind, note=note)


def changes() -> tuple[Change, ...]:
    return (
        Change("销号", "4", PROBLEMS[1], "市住房城乡建设局", "待销号 → 已销号", "11月19日"),
        Change("转红灯", "9", PROBLEMS[0], "云溪市政府", "黄灯 → 红灯", "逾期", Lamp.RED),
        *(
            Change("进度变化", str(n), PROBLEMS[n % 3], UNITS[n % 7], "62% → 68%", "新增证据2份")
            for n in (1, 2, 3, 5, 6, 7)
        ),
    )


def trend() -> tuple[TrendPoint, ...]:
    first = date(2026, 9, 6)
    past = [TrendPoint(first + timedelta(weeks=n), n, max(0, n - 3)) for n in range(12)]
    return (*past, TrendPoint(date(2026, 12, 1), 14), TrendPoint(date(2026, 12, 31), 27))


def ledger(count: int = 33, standing: Standing = Standing.ISSUED) -> WeeklyLedger:
    tasks = rows(count)
    lines = balance(tasks)
    now = sum(line.open_now for line in lines)
    return WeeklyLedger(
        cover=Cover(
            title="澄江市中央生态环境保护督察反馈问题整改工作周台账",
            inspection="第二轮中央生态环境保护督察",
            list_name="澄江市整改任务清单",
            issuing_unit="澄江市生态环境保护督察整改工作领导小组办公室",
            office="澄江市整改办",
            period="第47周，2026年11月16日—22日",
            period_name="第47周",
            first_day=date(2026, 11, 16),
            last_day=date(2026, 11, 22),
            cut_off=datetime(2026, 11, 22, 18, tzinfo=BEIJING),
        ),
        issue=Issue(
            standing,
            number=12,
            document_number="澄整改台账〔2026〕12号" if standing is Standing.ISSUED else "",
            previous=11,
            issued_on=date(2026, 11, 22) if standing is Standing.ISSUED else None,
            prepared_by="林一帆",
            reviewed_by="苏敏",
        ),
        sentences=(
            f"第二轮督察反馈问题{count}项（4个方面14类），在账{now}项；红灯3项，黄灯0项。",
            "本周销号1项（第4项），转红灯1项（第9项），未报0项。",
        ),
        balance=lines,
        total=BalanceLine("合计", open_last=now, open_now=now),
        aspects=aspects(tasks),
        trend=trend(),
        rates=(
            Rate("销号率", 8, 33, "已销号／全部任务"),
            Rate("完成率", 8, 33, "（已销号＋待销号）／全部任务"),
        ),
        changes_summary="在账和本期销号共26项：有变化8项，无变化18项，未报0项。",
        changes=changes(),
        changes_note="新增0项、转入0项、反弹0项、合并0项、新逾期0项。",
        rows=tasks,
        legend=LEGEND,
        proof=Proof(18432, "5d0e93fa" + "0" * 56, "https://ledger.example/verify/x1")
        if standing is Standing.ISSUED
        else None,
    )
