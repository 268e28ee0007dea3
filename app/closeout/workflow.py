"""The order of a close-out procedure: what applying completes, what follows, what is required."""

from typing import Any, Protocol

from app.inspections.vocabulary import StepKind, WorkKind

DONE_BY_APPLYING = (StepKind.SELF_CHECK, StepKind.APPLICATION)


class Step(Protocol):
    """What a step shows of itself."""

    @property
    def kind(self) -> Any: ...

    @property
    def position(self) -> Any: ...

    @property
    def materials(self) -> Any: ...


class Steps(Protocol):
    """What a procedure shows of itself."""

    @property
    def kind(self) -> Any: ...

    @property
    def steps(self) -> Any: ...


def following(procedure: Steps, step: Step, *, objected: bool = False) -> Any:
    """Return the step after one; objections are examined only where there were any."""
    rest = [one for one in procedure.steps if one.position > step.position]
    skipped = () if objected else (StepKind.OBJECTION,)
    return next((one for one in rest if one.kind not in skipped), None)


def required_materials(procedure: Steps) -> list[str]:
    """Return what an application must bring, each once, in the order of the procedure."""
    found = [
        item["name"]
        for step in procedure.steps
        if step.kind in DONE_BY_APPLYING
        for item in step.materials or ()
        if _asked_for(item, procedure.kind)
    ]
    return list(dict.fromkeys(found))


def _asked_for(item: dict[str, str], kind: WorkKind) -> bool:
    """A procedure for everything asks for every material; whoever has none says why."""
    return WorkKind.ANY in (kind, item["kind"]) or item["kind"] == kind
