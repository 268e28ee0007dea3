"""Each kind of pointer, from records that should and should not be pointed at."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from app import clock
from app.closeout import operations as closeout
from app.closeout.drafts import Finding
from app.database import db
from app.files.operations import put
from app.pointers.snapshot import pointers_of
from app.pointers.vocabulary import PointerKind
from app.tasks import operations
from app.tasks.drafts import EvidenceDraft, MeasureDraft, ReportDraft
from app.tasks.models import Indicator, IndicatorValue, Site
from app.tasks.vocabulary import EvidenceKind, Pace
from tests.factories.pictures import saved, scene


def _kinds(task):
    return [pointer.kind for pointer in pointers_of(task)]


def _report(city, task, text, percent):
    return operations.report_progress(
        task, ReportDraft(text, percent, Pace.ON_SCHEDULE), city.worker
    )


def _attach(city, task, photo, kind=EvidenceKind.PHOTO_AFTER, name="照片.jpg"):
    return operations.attach(task, put(photo, "a.jpg"), EvidenceDraft(name, kind=kind), city.worker)


def test_percent_risen_with_nothing_new(city, travel):
    travel("2026-11-13 10:00")
    task = city.task()
    _report(city, task, "改造12处", 60)
    travel("2026-11-19 10:00")
    _report(city, task, "改造19处", 90)
    assert _kinds(task) == [PointerKind.PERCENT]
    travel("2026-11-26 10:00")
    _attach(city, task, saved(scene()))
    _report(city, task, "改造26处", 95)
    assert _kinds(task) == []


def test_a_photo_taken_before_the_work_or_after_its_upload(city, travel):
    travel("2026-11-19 10:00")
    task = city.task()
    long_ago = clock.local(clock.now()) - timedelta(days=50)
    tomorrow = clock.local(clock.now()) + timedelta(days=1)
    _attach(city, task, saved(scene(), long_ago), EvidenceKind.PHOTO_BEFORE)
    assert _kinds(task) == []
    _attach(city, task, saved(scene(seed="2"), long_ago))
    _attach(city, task, saved(scene("landfill"), tomorrow))
    assert _kinds(task) == [PointerKind.PHOTO_TIME] * 2


def test_phrases_where_the_target_is_a_number(city):
    task = city.task(target="新建管网11.4公里")
    _report(city, task, "高度重视，持续推进管网建设。", 30)
    assert _kinds(task) == [PointerKind.VAGUE]
    words = city.task("2", target="污水全部收集")
    _report(city, words, "高度重视，持续推进管网建设。", 30)
    assert _kinds(words) == []


def test_a_document_that_the_measure_names(city):
    task = city.task(measures=(MeasureDraft("建立管网巡查养护制度"),))
    _report(city, task, "改造12处", 100)
    assert _kinds(task) == [PointerKind.DOCUMENT]
    _attach(city, task, saved(scene()), name="巡查养护制度.jpg")
    assert _kinds(task) == []


@pytest.mark.parametrize(("days", "found"), [(0, [PointerKind.HASTE]), (3, [])])
def test_acceptance_within_a_day(city, travel, days, found):
    travel("2026-11-16 10:00")
    task = city.task()
    _report(city, task, "改造12处", 90)
    closeout.apply(task, "全部管网已改造，经自查达到整改目标。", city.worker)
    travel(f"2026-11-{16 + days} 15:00")
    finding = Finding("现场查看3处，均已改造。", clock.today())
    closeout.verify(task, finding, city.checker)
    closeout.accept(task, finding, city.checker)
    assert _kinds(task) == found


def test_what_is_pointed_at_keeps_its_name(city, travel):
    travel("2026-11-19 10:00")
    task = city.task()
    _attach(city, task, saved(scene(), datetime(2026, 9, 28, 9, tzinfo=clock.LOCAL)))
    (first,), (again,) = pointers_of(task), pointers_of(task)
    assert first.fingerprint == again.fingerprint
    assert len(first.fingerprint) == 16


def test_a_photo_far_from_its_site(city):
    task = city.task()
    near, far = Site(position=1, name="北口", units=[]), Site(position=2, name="南口", units=[])
    for site in (near, far):
        site.latitude, site.longitude = Decimal("43.88"), Decimal("125.32")
    task.sites = [near, far]
    db.session.flush()
    for site, place in ((near, (43.881, 125.32)), (far, (43.95, 125.32))):
        photo = put(saved(scene(seed=site.name), place=place), "a.jpg")
        draft = EvidenceDraft(site.name, kind=EvidenceKind.PHOTO_AFTER, site_id=site.id)
        operations.attach(task, photo, draft, city.worker)
    (found,) = pointers_of(task)
    assert (found.kind, found.values["site"]) == (PointerKind.PHOTO_PLACE, "南口")
    assert found.values["away"] == pytest.approx(7783, abs=20)


@pytest.mark.parametrize(("value", "found"), [("96.2", [PointerKind.INDICATOR]), ("101", [])])
def test_a_target_not_met_when_reported_complete(city, value, found):
    task = city.task()
    report = _report(city, task, "改造26处，浓度已达到目标", 100)
    measured = IndicatorValue(
        value=Decimal(value),
        measured_on=clock.today(),
        reported_at=clock.now(),
        report_id=report.id,
    )
    task.indicators = [
        Indicator(position=1, name="进水浓度", comparison=">=", wanted=Decimal(100),
                  unit_text="mg/L", values=[measured])
    ]  # fmt: skip
    db.session.flush()
    assert _kinds(task) == found
