"""Headings above items whose number stands behind a label."""

from pathlib import Path

from app.intake.parsing.document import parse_file

LIST = """河湾市整改措施清单
一、水环境质量不稳
（一）管网短板突出
序号：1
反馈问题：老城区雨污混接。
责任单位：市水务局
整改时限：2026年6月底
整改措施：
（一）排查混接点；
（二）封堵
序号：2
反馈问题：污水厂超负荷。
责任单位：市住建局
整改时限：2026年12月底
整改措施：扩建。
（二）河道管护松懈
序号：3
反馈问题：河岸堆放垃圾。
责任单位：市城管局
整改时限：2026年3月底
整改措施：清运。
二、监管执法偏软
序号：4
反馈问题：在线监测弄虚作假。
责任单位：市生态环境局
整改时限：立行立改
整改措施：立案查处。
"""


def test_they_head_the_items_below_and_members_of_lists_do_not(tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text(LIST, encoding="utf-8")
    document = parse_file(file)

    assert [(each.number, each.aspect, each.category) for each in document.items] == [
        ("1", "水环境质量不稳", "管网短板突出"),
        ("2", "水环境质量不稳", "管网短板突出"),
        ("3", "水环境质量不稳", "河道管护松懈"),
        ("4", "监管执法偏软", None),
    ]
    assert [each.text for each in document.items[0].measures] == ["排查混接点", "封堵"]
    assert document.coverage["unexplained"] == 0
