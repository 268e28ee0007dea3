"""Labels and the roles they give."""

import pytest

from app.intake.parsing.units import UnitRole, role_of


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("牵头单位", UnitRole.LEAD),
        ("牵头责任单位", UnitRole.LEAD),
        ("配合单位", UnitRole.COOPERATING),
        ("协办单位", UnitRole.COOPERATING),
        ("责任单位", UnitRole.RESPONSIBLE),
        ("主体责任", UnitRole.RESPONSIBLE),
        ("整改责任主体", UnitRole.RESPONSIBLE),
        ("整改实施主体", UnitRole.RESPONSIBLE),
        ("督导单位", UnitRole.SUPERVISING),
        ("督办单位", UnitRole.SUPERVISING),
        ("行业主管部门", UnitRole.SUPERVISING),
        ("行业牵头部门", UnitRole.SUPERVISING),
        ("省级牵头部门", UnitRole.SUPERVISING),
        ("包抓单位", UnitRole.SUPERVISING),
        ("验收单位", UnitRole.ACCEPTANCE),
        ("验收销号单位", UnitRole.ACCEPTANCE),
    ],
)
def test_a_label_gives_its_role(label, role):
    assert role_of(label) is role
