"""States and lamps in the words of those who report them."""

import pytest

from app.intake.parsing.values import read_lamp, read_status, status_of_progress


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("未启动", "not_started"),
        ("尚未启动", "not_started"),
        ("未开展", "not_started"),
        ("未达到序时进度", "behind_schedule"),
        ("未达序时进度", "behind_schedule"),
        ("滞后", "behind_schedule"),
        ("滞后于序时进度", "behind_schedule"),
        ("慢于序时进度", "behind_schedule"),
        ("进度滞后", "behind_schedule"),
        ("未完成序时进度", "behind_schedule"),
        ("落后序时进度", "behind_schedule"),
        ("达到序时进度", "on_schedule"),
        ("达序时进度", "on_schedule"),
        ("符合序时进度", "on_schedule"),
        ("按序时进度推进", "on_schedule"),
        ("按时序推进", "on_schedule"),
        ("正常推进", "on_schedule"),
        ("有序推进", None),
        ("序时推进", "on_schedule"),
        ("与序时进度同步", "on_schedule"),
        ("超过序时进度", "ahead_of_schedule"),
        ("超序时进度", "ahead_of_schedule"),
        ("快于序时进度", "ahead_of_schedule"),
        ("提前完成", "completed"),
        ("超前", "ahead_of_schedule"),
        ("完成整改", "completed"),
        ("已完成", "completed"),
        ("已完成整改", "completed"),
        ("整改完成", "completed"),
        ("整改到位", "completed"),
        ("已整改到位", "completed"),
        ("全部完成", "completed"),
        ("已全面完成", "completed"),
        ("基本完成", None),
        ("阶段性完成", None),
        ("完成", "completed"),
        ("是", None),
        ("已办结", "completed"),
        ("完成交账销号", "closed"),
        ("已销号", "closed"),
        ("已验收销号", "closed"),
        ("已完成验收销号", "closed"),
        ("通过验收", None),
        ("待销号", None),
        ("未销号", None),
        ("正在销号", None),
        ("申请销号", None),
        ("已申请销号", None),
        ("拟销号", None),
        ("已完成，待销号", "completed"),
        ("已完成待验收", "completed"),
        ("整改中", None),
        ("正在整改", None),
        ("正在推进", None),
        ("推进中", None),
        ("持续推进", None),
        ("材料办理中", None),
        ("未完成", None),
        ("已整改", "completed"),
        ("逾期", "behind_schedule"),
        ("超期", "behind_schedule"),
        ("逾期未完成", "behind_schedule"),
        ("已归档", "closed"),
        ("交账销号", "closed"),
        ("已交账", None),
        ("销号", "closed"),
    ],
)
def test_a_state_names_how_a_task_stands(text, found):
    assert read_status(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("已完成整改。", "completed"),
        ("基本完成", None),
        ("已完成管网改造12公里", None),
        ("达到序时进度。已完成3处", "on_schedule"),
        ("已完成整改任务并通过销号验收", "closed"),
        ("尚未开工", "not_started"),
        ("正在办理前期手续", None),
        ("已完成，长期坚持", "completed"),
        ("整改任务已完成", "completed"),
        ("已全部完成整改", "completed"),
        ("完成30%", None),
        ("该问题已完成整改并销号", "closed"),
        ("已于2024年6月完成整改", "completed"),
        ("2024年6月已完成整改", "completed"),
        ("2024年8月完成整改并通过验收销号", "closed"),
        ("项目已开工建设，未达到序时进度", "behind_schedule"),
        ("未启动。", "not_started"),
    ],
)
def test_progress_tells_how_the_whole_stands(text, found):
    assert status_of_progress(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("蓝签", "blue"),
        ("黄牌", "yellow"),
        ("红灯", "red"),
        ("绿灯", "green"),
        ("蓝色", "blue"),
        ("🔴", "red"),
        ("红色预警", "red"),
        ("橙色", None),
        ("黄牌警告", "yellow"),
        ("亮红灯", "red"),
        ("红", "red"),
        ("由黄转红", "red"),
        ("●红", "red"),
        ("无", None),
    ],
)
def test_a_lamp_has_one_colour(text, found):
    assert read_lamp(text) == found
