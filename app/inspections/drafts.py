"""What an inspection, a list or a close-out procedure is before it is one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.inspections.vocabulary import (
    InspectionLevel,
    LimitKind,
    PeriodKind,
    SourceKind,
    StepKind,
    StepOwner,
    WorkKind,
)
from app.wording import N_


@dataclass(frozen=True)
class InspectionDraft:
    name: str
    level: InspectionLevel
    kind: SourceKind = SourceKind.INSPECTION
    round: int | None = None
    team: str | None = None
    onsite_from: date | None = None
    onsite_to: date | None = None
    feedback_on: date | None = None


@dataclass(frozen=True)
class ListDraft:
    code: str
    name: str
    document_prefix: str
    period_kind: PeriodKind = PeriodKind.WEEK
    cutoff_hour: int = 18
    near_due_days: int = 30
    procedure_code: str | None = None


@dataclass(frozen=True)
class StepDraft:
    """One step of a procedure; see ProcedureStep. Materials are (name, for which tasks)."""

    kind: StepKind
    owner: StepOwner
    days: int | None = None
    limit_kind: LimitKind = LimitKind.NATURAL
    cosigners: tuple[StepOwner, ...] = ()
    materials: tuple[tuple[str, WorkKind], ...] = ()
    checklist: tuple[str, ...] = ()
    filing_level: InspectionLevel | None = None
    after_months: int | None = None
    sampled_percent: int | None = None

    @property
    def owners(self) -> tuple[StepOwner, ...]:
        return (self.owner, *self.cosigners)

    def columns(self) -> dict[str, Any]:
        """What a row of the step holds."""
        return vars(self) | {
            "cosigners": [owner.value for owner in self.cosigners],
            "materials": [{"name": name, "kind": kind.value} for name, kind in self.materials],
            "checklist": list(self.checklist),
        }


@dataclass(frozen=True)
class ProcedureDraft:
    name: str
    kind: WorkKind
    steps: tuple[StepDraft, ...]


BUILT_IN = "built-in"


def _named(kind: WorkKind, *names: str) -> tuple[tuple[str, WorkKind], ...]:
    return tuple((name, kind) for name in names)


# What comes with the program: in use as it is, or as a beginning for an office's own.
DELIVERED: Mapping[str, ProcedureDraft] = {
    BUILT_IN: ProcedureDraft(
        N_("通用销号程序"),
        WorkKind.ANY,
        (
            StepDraft(StepKind.SELF_CHECK, StepOwner.APPLICANT),
            StepDraft(StepKind.APPLICATION, StepOwner.APPLICANT),
            StepDraft(StepKind.VERIFICATION, StepOwner.SUPERVISING, 30),
            StepDraft(StepKind.ACCEPTANCE, StepOwner.ACCEPTANCE, 30),
            StepDraft(StepKind.CLOSE_OUT, StepOwner.OFFICE, 30),
        ),
    ),
    "works": ProcedureDraft(
        N_("整改销号程序（工程类）"),
        WorkKind.WORKS,
        (
            StepDraft(
                StepKind.SELF_CHECK,
                StepOwner.APPLICANT,
                materials=_named(
                    WorkKind.ANY,
                    "自查报告",
                    "整改前后对比照片",
                    "措施逐条落实情况表",
                    "长效管护办法",
                )
                + _named(WorkKind.WORKS, "竣工验收报告", "监测报告", "资金使用说明"),
            ),
            StepDraft(
                StepKind.APPLICATION,
                StepOwner.APPLICANT,
                materials=_named(WorkKind.ANY, "销号申请表", "主要负责人签字的承诺书"),
            ),
            StepDraft(
                StepKind.VERIFICATION,
                StepOwner.SUPERVISING,
                30,
                checklist=(
                    "每条措施都已落实，与自查报告一致",
                    "工程已建成并正常运行",
                    "现场没有原问题或反弹的迹象",
                    "证据照片与现场相符",
                ),
            ),
            StepDraft(
                StepKind.ACCEPTANCE,
                StepOwner.ACCEPTANCE,
                30,
                checklist=("整改目标已达到", "材料齐全、真实"),
            ),
            StepDraft(StepKind.SIGN_OFF, StepOwner.OFFICE, 15, cosigners=(StepOwner.LEADER,)),
            StepDraft(StepKind.PUBLICITY, StepOwner.OFFICE, 10, LimitKind.WORKING),
            StepDraft(StepKind.OBJECTION, StepOwner.OFFICE, 15),
            StepDraft(StepKind.CLOSE_OUT, StepOwner.OFFICE, 30),
            StepDraft(
                StepKind.FILING,
                StepOwner.OFFICE,
                10,
                LimitKind.WORKING,
                filing_level=InspectionLevel.PROVINCIAL,
            ),
            StepDraft(StepKind.LOOK_BACK, StepOwner.SUPERVISING, 30, after_months=6),
        ),
    ),
    "non-works": ProcedureDraft(
        N_("整改销号程序（非工程类）"),
        WorkKind.NON_WORKS,
        (
            StepDraft(
                StepKind.SELF_CHECK,
                StepOwner.APPLICANT,
                materials=_named(WorkKind.ANY, "自查报告", "措施逐条落实情况表")
                + _named(WorkKind.NON_WORKS, "印发的制度文件", "执行情况的台账或抽查记录"),
            ),
            StepDraft(
                StepKind.APPLICATION,
                StepOwner.APPLICANT,
                materials=_named(WorkKind.ANY, "销号申请表"),
            ),
            StepDraft(
                StepKind.VERIFICATION,
                StepOwner.SUPERVISING,
                30,
                checklist=("制度已印发并执行", "抽查的事项与台账相符", "没有原问题或反弹的迹象"),
            ),
            StepDraft(
                StepKind.ACCEPTANCE,
                StepOwner.ACCEPTANCE,
                30,
                checklist=("整改目标已达到", "材料齐全、真实"),
            ),
            StepDraft(StepKind.PUBLICITY, StepOwner.OFFICE, 7),
            StepDraft(StepKind.OBJECTION, StepOwner.OFFICE, 15),
            StepDraft(StepKind.CLOSE_OUT, StepOwner.OFFICE, 30),
            StepDraft(
                StepKind.FILING,
                StepOwner.OFFICE,
                10,
                LimitKind.WORKING,
                filing_level=InspectionLevel.PROVINCIAL,
            ),
            StepDraft(
                StepKind.LOOK_BACK, StepOwner.SUPERVISING, 30, after_months=6, sampled_percent=30
            ),
        ),
    ),
}
