"""What does not add up in a task's evidence: photos used twice, their time, documents missing."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.clock import local
from app.pointers.drafts import Pointer, Side
from app.pointers.parsing.named import NamedDocument, named_documents, shows
from app.pointers.parsing.places import FAR, metres
from app.pointers.queries import same_views, tasks_by_key
from app.pointers.snapshot.reports import related
from app.pointers.vocabulary import PointerKind
from app.tasks.models import Evidence, ProgressReport, Site, SitePhoto, Task
from app.tasks.queries.parts import photos_by_site
from app.tasks.vocabulary import PHOTOS, EvidenceKind, TaskState
from app.wording import N_

SLOW_CLOCK = timedelta(minutes=10)
COMPLETE = 100
DOCUMENTS = frozenset({EvidenceKind.SCHEME})
FOR_REPORTS = frozenset({EvidenceKind.TEST_REPORT, EvidenceKind.ACCEPTANCE})


def named(piece: Evidence) -> str:
    return piece.caption or piece.filename


def _side(piece: Evidence) -> Side:
    return Side(piece.task_id, N_("%(name)s"), {"name": named(piece)}, token=piece.token)


def photos(task: Task, shown: Sequence[Evidence]) -> Iterator[Pointer]:
    """A photo that shows the same view as one elsewhere, or as one of another day here."""
    keys = {piece.id for piece in shown}
    found: dict[tuple[int, int], tuple[Evidence, Evidence]] = {}
    for mine, other in same_views(task.id):
        if mine.id in keys and _used_again(mine, other):
            found.setdefault((mine.id, other.task_id), (mine, other))
    tasks = tasks_by_key({other.task_id for _, other in found.values()})
    for mine, other in found.values():
        if not related(task, tasks[other.task_id]):
            yield _same_photo(mine, other)


def _used_again(mine: Evidence, other: Evidence) -> bool:
    """In another task; or here, earlier, on another day, and not as the version before."""
    if mine.task_id != other.task_id:
        return True
    days = {local(piece.uploaded_at).date() for piece in (mine, other)}
    return other.id < mine.id and len(days) > 1 and mine.supersedes_id != other.id


def _same_photo(mine: Evidence, other: Evidence) -> Pointer:
    same = mine.blob_id == other.blob_id
    foreign = mine.task_id != other.task_id
    if foreign:
        message = (
            N_("“%(name)s”与%(other)s的照片是同一个文件")
            if same
            else N_("“%(name)s”与%(other)s的照片画面一致")
        )
    else:
        message = N_("“%(name)s”与本项%(day)s上传的照片画面一致")
    first, second = sorted((mine.blob.sha256, other.blob.sha256))
    return Pointer(
        PointerKind.PHOTO,
        f"{first}:{second}:{other.task_id}",
        message,
        {"name": named(mine), "day": other.uploaded_at},
        (_side(mine), _side(other)),
        other.task_id if foreign else None,
    )


def photo_facts(task: Task, shown: Sequence[Evidence]) -> Iterator[Pointer]:
    """A photo of the work that was taken before the work began, or after it was uploaded."""
    for piece in shown:
        picture = piece.blob.picture
        if piece.kind not in PHOTOS or picture is None or picture.taken_at is None:
            continue
        taken, began = picture.taken_at, task.handed_over_on
        values = {"name": named(piece), "taken": taken, "began": began, "sent": piece.uploaded_at}
        early = began is not None and local(taken).date() < began
        if early and piece.kind is not EvidenceKind.PHOTO_BEFORE:
            message = N_("“%(name)s”摄于%(taken)s，早于%(began)s交办")
        elif taken > piece.uploaded_at + SLOW_CLOCK:
            message = N_("“%(name)s”写着摄于%(taken)s，晚于%(sent)s上传")
        else:
            continue
        yield Pointer(PointerKind.PHOTO_TIME, str(piece.id), message, values, (_side(piece),))


def photo_places(task: Task) -> Iterator[Pointer]:
    """A photo taken far from the site that it was uploaded for, where both say where they are."""
    sites = {site.id: site for site in task.sites if site.latitude is not None}
    for key, made in photos_by_site(task.id).items():
        for piece, photo in made if key in sites else ():
            there = _place(piece, photo)
            away = there and metres(there, _degrees(sites[key]))
            if away and away > FAR:
                yield Pointer(
                    PointerKind.PHOTO_PLACE,
                    f"{piece.id}:{key}",
                    N_("“%(name)s”的坐标离点位%(site)s约%(away)s米"),
                    {"name": named(piece), "site": sites[key].name, "away": away},
                    (_side(piece),),
                )


def _place(piece: Evidence, photo: SitePhoto) -> tuple[float, float] | None:
    """Where the file says that it was taken, else where the telephone said that it was."""
    picture = piece.blob.picture
    if picture and picture.latitude is not None and picture.longitude is not None:
        return picture.latitude, picture.longitude
    return _degrees(photo) if photo.latitude is not None else None


def _degrees(place: Site | SitePhoto) -> tuple[float, float]:
    return float(place.latitude or 0), float(place.longitude or 0)


def documents(
    task: Task, shown: Sequence[Evidence], reports: Sequence[ProgressReport]
) -> Iterator[Pointer]:
    """The work is said to be done, and a document that the target names is not on file."""
    complete = bool(reports) and reports[0].percent == COMPLETE
    if not complete and task.state is not TaskState.CLOSING:
        return
    texts = [task.target or "", *(measure.text for measure in task.measures)]
    for document in named_documents(texts):
        if not any(_shows(piece, document) for piece in shown):
            wanted = next(text for text in texts if document.name in text)
            at = wanted.index(document.name)
            span = (at, at + len(document.name))
            yield Pointer(
                PointerKind.DOCUMENT,
                f"{task.id}:{document.name}",
                N_("目标或措施要求有“%(name)s”，报完成时证据中没有这类文件"),
                {"name": document.name},
                (Side(task.id, N_("目标或措施"), text=wanted, marked=(span,)),),
            )


def _shows(piece: Evidence, document: NamedDocument) -> bool:
    if piece.kind in DOCUMENTS:
        return True
    if piece.kind in FOR_REPORTS and document.noun.endswith("报告"):
        return True
    return shows(document, f"{piece.filename} {piece.caption or ''}")
