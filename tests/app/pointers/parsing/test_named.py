"""Documents that a target wants are told from documents that it refers to."""

from app.pointers.parsing.named import NamedDocument, named_documents, shows


def test_named_documents():
    texts = [
        "出台《清江市餐厨垃圾管理办法》，建立排水许可和管网巡查养护制度，长期坚持",
        "按照省里印发的实施方案推进，根据制定的技术标准验收",
    ]
    assert [one.name for one in named_documents(texts)] == [
        "清江市餐厨垃圾管理办法", "排水许可和管网巡查养护制度",
    ]  # fmt: skip


def test_a_units_own_report_is_no_such_document():
    report = NamedDocument("生态修复评估报告", "评估报告")
    assert not shows(report, "第3项自查报告.docx")
    assert shows(report, "矿山评估报告（终稿）.pdf")
