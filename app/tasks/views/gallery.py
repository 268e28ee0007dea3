"""All evidence of a task, chosen by kind, step and site."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.access.actions import TaskAction
from app.inspections.vocabulary import StepKind
from app.tasks import queries
from app.tasks.drafts import EvidenceFilter
from app.tasks.forms import evidence_wanted
from app.tasks.models import Evidence, Site, Task
from app.tasks.views import fetch, tasks
from app.tasks.views.dossier import pictures
from app.tasks.vocabulary import EvidenceKind
from app.tasks.workflow import possible
from app.web.formatting import translated
from app.web.guard import authorize, may, requires

DIMENSIONS = ("kind", "step", "site_id")


@dataclass(frozen=True)
class Choice:
    """One value of a filter with how many pieces it leaves."""

    label: str
    href: str
    count: int
    current: bool


@tasks.get("/<int:task_id>/evidence/all")
@requires(TaskAction.READ)
def all_evidence(task_id: int) -> ResponseReturnValue:
    subject = fetch(task_id)
    authorize(TaskAction.READ, subject)
    whole = queries.present(queries.evidence_of(task_id))
    shelf = Shelf(subject, whole, queries.sites_of_evidence(task_id), evidence_wanted(request.args))
    return render_template(
        "tasks/evidence.html",
        task=subject,
        headline=subject.headline,
        pictures=pictures(shelf.chosen(shelf.wanted)),
        total=len(whole),
        kinds=shelf.choices("kind", {kind: translated(kind) for kind in EvidenceKind}),
        steps=shelf.choices("step", {step: translated(step) for step in StepKind}),
        sites=shelf.choices("site_id", {site.id: site.name for site in subject.sites}),
        attaches=attaches(subject),
    )


def attaches(task: Task) -> bool:
    """Whether the reader may upload evidence of the task now."""
    in_turn = possible(task.state, None, TaskAction.ATTACH_EVIDENCE)
    return in_turn and may(TaskAction.ATTACH_EVIDENCE, task)


@dataclass(frozen=True)
class Shelf:
    """The evidence of a task with the sites it was made at, and what is asked for."""

    task: Task
    evidence: Sequence[Evidence]
    sites: Mapping[int, Site]
    wanted: EvidenceFilter

    def value(self, piece: Evidence, dimension: str) -> object:
        if dimension == "site_id":
            return self.sites[piece.id].id if piece.id in self.sites else None
        return getattr(piece, dimension)

    def chosen(self, wanted: EvidenceFilter) -> list[Evidence]:
        """What a filter leaves."""
        asked = [(name, value) for name in DIMENSIONS if (value := getattr(wanted, name))]
        return [
            piece
            for piece in self.evidence
            if all(self.value(piece, name) == value for name, value in asked)
        ]

    def choices(self, dimension: str, labels: Mapping[object, str]) -> list[Choice]:
        """Every value that some piece has, with how many there are beside the other filters."""
        rest = self.chosen(replace(self.wanted, **{dimension: None}))
        counts = Counter(self.value(piece, dimension) for piece in rest)
        current = getattr(self.wanted, dimension)
        named = {value: label for value, label in labels.items()
                 if counts[value] or value == current}  # fmt: skip
        return [
            self._choice(dimension, None, (_("全部"), len(rest))),
            *(self._choice(dimension, value, (label, counts[value]))
              for value, label in named.items()),
        ]  # fmt: skip

    def _choice(self, dimension: str, value: Any, said: tuple[str, int]) -> Choice:
        to = replace(self.wanted, **{dimension: value})
        href = url_for(
            "tasks.all_evidence", task_id=self.task.id, kind=to.kind, step=to.step, site=to.site_id
        )
        return Choice(*said[:1], href, said[1], to == self.wanted)
