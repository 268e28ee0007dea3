"""How the list comes into being: inspection, list, import of its document, handing over."""

from collections.abc import Mapping, Sequence
from datetime import time
from io import BytesIO

from app import clock
from app.closeout.operations import set_criteria
from app.demo.drafts.city import City
from app.demo.drafts.dates import Dates
from app.demo.drafts.life import Path as TaskPath
from app.demo.operations.cast import Cast
from app.demo.operations.telling import OFFICER
from app.demo.snapshot.document import TITLE, as_docx
from app.inspections.drafts import InspectionDraft, ListDraft
from app.inspections.models import RectificationList
from app.inspections.operations import create_inspection, create_list, delivered_procedure
from app.inspections.vocabulary import InspectionLevel
from app.intake.operations import confirm, receive
from app.tasks.models import Task
from app.tasks.operations import hand_over
from app.tasks.queries import tasks_of_list

CODE = "WZ2"
FILENAME = f"{TITLE}.docx"


def open_list(
    city: City, dates: Dates, cast: Cast, paths: Sequence[TaskPath]
) -> Mapping[str, Task]:
    """Enter the list in the week before the story begins; hand its tasks over on the Monday."""
    with clock.set_to(dates.moment(-12, 2, time(9, 30))):
        subject = _new_list(dates, cast)
    with clock.set_to(dates.moment(-12, 3, time(10))):
        _enter(subject, as_docx(city.tasks, dates), cast)
    tasks = {task.number: task for task in tasks_of_list(subject.id)}
    with clock.set_to(dates.moment(-12, 4, time(11))):
        for path in paths:
            procedure = delivered_procedure(path.code)
            set_criteria(tasks[path.task], path.criteria, procedure, cast.actor(OFFICER))
    with clock.set_to(dates.moment(-11, 0, time(8, 40))):
        for task in tasks.values():
            hand_over(task, cast.actor(OFFICER))
    return tasks


def _new_list(dates: Dates, cast: Cast) -> RectificationList:
    inspection = InspectionDraft(
        name="第二轮中央生态环境保护督察",
        level=InspectionLevel.CENTRAL,
        round=2,
        team="中央第七生态环境保护督察组",
        onsite_from=dates.onsite_from,
        onsite_to=dates.onsite_to,
        feedback_on=dates.feedback_on,
    )
    draft = ListDraft(
        code=CODE, name="第二轮中央督察反馈意见整改任务清单", document_prefix="望整改台账"
    )
    office = cast.actor(OFFICER)
    return create_list(create_inspection(inspection, office), draft, office)


def _enter(subject: RectificationList, content: bytes, cast: Cast) -> None:
    """Take the list's document in as anybody would; it was written to leave no doubt."""
    office = cast.actor(OFFICER)
    confirm(receive(BytesIO(content), FILENAME, subject, office), office)
