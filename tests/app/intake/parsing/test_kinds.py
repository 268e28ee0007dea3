import pytest

from app.intake.parsing.kinds import guess_kind
from app.intake.parsing.lines import Paragraph


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("第4批交办21件,按区县分:湖滨区10件,其余跨区合办。", "cases"),
        ("本轮共受理信访举报1820件,下降三成。", "cases"),
        ("区县 水 大气 噪声 土壤 合计", "cases"),
        ("关于第七批群众举报件办理情况的通报", "cases"),
        ("关于整改任务红黄牌情况的通报", "notice"),
        ("第9项整改任务自发布之日起公示10个工作日", "notice"),
        ("提醒函", "notice"),
        ("问题:对群众举报件敷衍应付。责任单位:市信访局。整改时限:2025年底前", "plan"),
        ("整改目标:来信来电12件全部办结。整改措施:逐件核查。公示时间:2025年3月3日", "notice"),
        ("加强河道管护。", "plan"),
    ],
)
def test_the_kind_is_told_by_what_only_one_kind_says(text: str, kind: str) -> None:
    assert guess_kind([Paragraph(text, (1,))]) == kind
