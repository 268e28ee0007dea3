import pytest

from app.intake.parsing.cases.labels import CaseField, answer_field, case_field

LABELS = {
    CaseField.SEQUENCE: ("序号", "NO.", "原始排序编码"),
    CaseField.NUMBER: ("受理编号", "信访件编号", "交办单编号", "诉求编号"),
    CaseField.PRIORITY: ("是否重点件", "重点交办件"),
    CaseField.CHANNEL: ("举报来源", "来源渠道", "信访形式"),
    CaseField.CONTENT: ("交办问题基本情况", "举报件反映问题", "群众反映", "信访主要内容"),
    CaseField.AREA: ("行政区域", "市(州)", "问题所在地", "县(市、区)"),
    CaseField.TYPES: ("污染类型", "举报类型", "环境要素"),
    CaseField.INVESTIGATION: ("调查核实情况", "现场核查情况", "调查处理核实情况"),
    CaseField.SUBSTANTIATED: ("是否属实", "核实结论", "反映问题是否属实"),
    CaseField.TARGET: ("办结目标", "整改目标及整改措施"),
    CaseField.HANDLING: ("处理和整改情况", "整改落实情况", "处理(处罚)和整改情况"),
    CaseField.STATUS: ("是否办结", "办理状态", "完结情况"),
    CaseField.ACCOUNTABILITY: ("责任人被处理情况", "人员问责情况", "责任人被处理(问责)情况"),
    CaseField.UNITS: ("责任单位", "牵头责任单位", "承办单位"),
    CaseField.REPEATS: ("重复关联件编号", "是否重复", "合并编号"),
}


@pytest.mark.parametrize(
    ("label", "field"), [(label, field) for field, labels in LABELS.items() for label in labels]
)
def test_columns_are_known_by_many_names(label: str, field: CaseField) -> None:
    assert case_field(label) is field


@pytest.mark.parametrize("label", ["整改时限及要求说明", "松湾区", "D3QH202404230005", "问题", ""])
def test_other_words_are_no_labels(label: str) -> None:
    assert case_field(label) is None


def test_an_answer_may_be_a_column() -> None:
    assert answer_field("部分属实") is CaseField.SUBSTANTIATED
    assert answer_field("阶段性办结") is CaseField.STATUS
    assert answer_field("是否属实") is None
