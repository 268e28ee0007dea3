"""Writing down what somebody found who looked where a pointer pointed."""

from app import clock
from app.access.actions import TaskAction
from app.access.actor import Actor
from app.database import db
from app.pointers.drafts import JudgementDraft, Pointer
from app.pointers.models import PointerJudgement
from app.tasks.models import Task
from app.tasks.operations import Deed, move
from app.wording import N_, Refusal


def judge(
    task: Task, pointer: Pointer, told: str, draft: JudgementDraft, actor: Actor
) -> PointerJudgement:
    """Keep a judgement for good, in the timeline too; who applied never judges."""
    if actor.person_id == task.applicant_id:
        raise Refusal(N_("申请人不能判断自己申请的任务的疑点。"))
    judgement = PointerJudgement(
        task_id=task.id,
        kind=pointer.kind,
        fingerprint=pointer.fingerprint,
        told=told,
        verdict=draft.verdict,
        words=draft.words,
        judged_by_id=actor.person_id,
        judged_by_name=actor.name,
        judged_at=clock.now(),
    )
    db.session.add(judgement)
    detail = {
        "pointer": pointer.kind.value,
        "fingerprint": pointer.fingerprint,
        "verdict": draft.verdict.value,
    }
    note = f"{pointer.kind.label}：{draft.verdict.label}。{draft.words}"
    move(task, Deed(TaskAction.JUDGE_POINTER, note=note, detail=detail), actor)
    return judgement
