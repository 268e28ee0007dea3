"""The sentence under the line of steps: whom a task waits for, and where it may go from there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _

from app.access.actor import TAKES_PART
from app.inspections.vocabulary import StepKind
from app.tasks.models import Task
from app.tasks.queries import Waiting, waiting_for
from app.tasks.views.periods import OpenPeriod
from app.tasks.vocabulary import TaskState
from app.units.models import Unit
from app.web.formatting import cn_date, cn_moment, listed, period_label
from app.wording import N_

MOST_NAMES = 3

AT_STEP = {
    StepKind.SIGN_OFF: N_("现在等%(who)s签批：都同意后转%(next)s，不同意退回整改。"),
    StepKind.PUBLICITY: N_("现在等%(who)s办理公示：期满无异议转%(next)s，异议成立退回整改。"),
    StepKind.OBJECTION: N_("现在等%(who)s审查异议：不成立转%(next)s，成立退回整改。"),
    StepKind.VERIFICATION: N_("现在等%(who)s给出核查意见：合格转%(next)s，不合格退回整改。"),
    StepKind.ACCEPTANCE: N_("现在等%(who)s给出验收意见：通过转%(next)s，不通过退回整改。"),
    StepKind.CLOSE_OUT: N_("现在等%(who)s办理销号：前面各步意见都已具备；有疑问可退回整改。"),
}
RESTS = {
    TaskState.MERGED: N_("本项已并入其他任务，不再单独办理。"),
    TaskState.SUSPENDED: N_("本项已中止，恢复后继续整改。"),
}


@dataclass(frozen=True)
class Outlook:
    """A sentence of the catalogue with its values; `who` is shown in bold."""

    text: str
    who: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def outlook(task: Task, period: OpenPeriod) -> Outlook:
    """Say what the task waits for now."""
    waiting = waiting_for(task)
    if waiting is not None:
        return _at_step(task, waiting)
    if task.state is TaskState.DRAFT:
        office = task.rectification_list.office
        return Outlook(N_("尚未交办，各单位还看不到。现在等%(who)s交办。"), office.label)
    if task.state is TaskState.CLOSED:
        return Outlook(
            N_("%(day)s已销号，内容不再改动；今后反弹的另立新项。"),
            values={"day": cn_date(task.closed_on)},
        )
    if task.state in RESTS:
        return Outlook(RESTS[task.state])
    return _working(task, period)


def _at_step(task: Task, waiting: Waiting) -> Outlook:
    text = AT_STEP.get(waiting.kind, N_("现在等%(who)s办理。"))
    return Outlook(text, names(waiting.units), {"next": _next(task)})


def _next(task: Task) -> str:
    """The step after the present one; objections are examined only where there are any."""
    here = task.step.position if task.step else 0
    steps = task.procedure.steps if task.procedure else []
    later = [one for one in steps if one.position > here and one.kind is not StepKind.OBJECTION]
    return _(later[0].kind.label) if later else ""


def _working(task: Task, period: OpenPeriod) -> Outlook:
    """What the counting unit owes comes first, then the signatures of the others."""
    unsigned = [
        link.unit
        for link in task.present_links
        if link.part in TAKES_PART and link.signed_at is None
    ]
    signed_for = task.counting_unit not in unsigned
    report = task.latest_report
    if signed_for and (report is None or report.period_id != period.id):
        return Outlook(
            N_("现在等%(who)s报%(period)s进展，%(cutoff)s截数。"),
            task.counting_unit.label,
            {"period": period_label(period), "cutoff": cn_moment(period.cutoff_at)},
        )
    if unsigned:
        return Outlook(N_("现在等%(who)s签收，签收后按期报进展。"), names(unsigned))
    return Outlook(N_("本期进展已报。整改到位后，由%(who)s申请销号。"), task.counting_unit.label)


def names(units: list[Unit] | tuple[Unit, ...]) -> str:
    """Name the units, each once, the first few of many."""
    labels = list(dict.fromkeys(unit.label for unit in units))
    shown = listed(labels[:MOST_NAMES])
    if len(labels) <= MOST_NAMES:
        return shown
    return str(_("%(names)s等%(count)s家", names=shown, count=len(labels)))
