"""Invented reports and targets of which it is known whether they are vague, or name a document."""

from collections.abc import Iterator
from random import Random

from benchmarks.pointers.texts import report

EMPTY = (
    "局党组高度重视，多次专题研究", "进一步压实责任，加强日常监管", "已加强巡查力度，整改取得明显成效",
    "持续推进各项工程，基本完成年度任务", "扎实推进整改，建立长效机制", "有序推进征拆，周边环境得到有效改善",
    "统筹推进治理，切实加强部门联动", "认真落实各级要求，正在抓紧整改", "全力推进施工，确保按期完成",
    "积极开展宣传，群众满意度不断提升",
)  # fmt: skip
HARD_EMPTY = ("相关工作正按时间节点开展", "已协调有关部门，争取早日见效", "目前进展顺利，总体可控")
PLAIN = ("北段闭水试验合格，东段管沟已回填", "拆除工作结束，场地移交街道", "水质自动站已联网，数据上传省平台",
         "加强夜间巡查，封堵暗管三根", "进一步清淤，出土两千方", "两家企业已停产，设备查封")  # fmt: skip
NAMES = (
    "排水许可管理",
    "餐厨垃圾收运",
    "矿山生态修复",
    "砂石场整治",
    "河湖长巡查",
    "秸秆禁烧",
    "饮用水源保护",
)
WANTS = ("出台{name}办法", "建立{name}制度，长期坚持", "制定{name}实施方案并组织落实", "编制{name}专项规划",
         "印发《{name}工作方案》", "形成{name}问题清单，逐项销号", "完善并公布{name}名录",
         "完成{name}名录编制", "{name}方案经市政府审定后实施")  # fmt: skip
WANTS_NONE = ("按照{name}方案完成整治", "落实{name}制度要求", "严格执行已印发的{name}办法", "完成{name}工程建设",
              "加快{name}项目进度，恢复植被",
              "对已建立的{name}台账逐项核实整改")  # fmt: skip
FILES = ("{name}办法（印发稿）.pdf", "关于印发{name}工作方案的通知.docx", "{name}制度.pdf", "{name}规划文本.pdf",
         "{name}清单.xlsx", "{name}名录.xlsx")  # fmt: skip


def vague(seed: int, count: int) -> Iterator[tuple[str, bool]]:
    """Yield reports under a quantified target, half of them without a fact."""
    chance = Random(seed)
    for at in range(count):
        if at % 2:
            texts = chance.sample(EMPTY, 2)
            if at % 11 == 0:
                texts = [chance.choice(HARD_EMPTY)]
            yield "，".join(texts) + "。", True
        elif at % 4:
            yield f"{chance.choice(EMPTY)}。{report(chance, 2)}", False
        else:
            yield f"{chance.choice(PLAIN)}。", False


def documents(seed: int, count: int) -> Iterator[tuple[str, list[str], bool]]:
    """Yield a measure, the names of the files on record, and whether a document is missing."""
    chance = Random(seed)
    for at in range(count):
        name = chance.choice(NAMES)
        filed = [f"第{chance.randint(1, 40)}项自查报告.docx", "现场照片.jpg"]
        if at % 2:
            yield chance.choice(WANTS).format(name=name), filed, True
        elif at % 4:
            at_which = chance.randrange(7)
            noun = ("办法", "制度", "方案", "规划", "方案", "清单", "名录")[at_which]
            shown = next(file for file in FILES if noun in file).format(name=name)
            yield WANTS[at_which].format(name=name), [*filed, shown], False
        else:
            yield chance.choice(WANTS_NONE).format(name=name), filed, False
