"""Documents that nobody wrote by hand, a few of each family: what the reader keeps to."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.variants.families.registry import FAMILIES
from benchmarks.variants.making import document
from benchmarks.variants.measuring import Tally, measure, read
from benchmarks.variants.report import report
from benchmarks.variants.scoring import Score, compare

SEED, COUNT = 11, 4
LEAST = {"fields": 0.97, "deadlines": 0.98, "units": 0.98}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_is_read_whatever_its_labels_order_and_file(family: str, tmp_path: Path) -> None:
    whole = Score()
    for _, score in measure([family], COUNT, SEED, tmp_path):
        whole.add(score)

    assert (whole.crashes, whole.lost) == (0, 0)
    assert whole.f1 >= 0.98
    assert {name: share for name in LEAST if (share := whole.share(name)) < LEAST[name]} == {}


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(FAMILIES)), st.integers(0, 10**6))
def test_what_a_family_rendered_is_what_is_read(family: str, seed: int) -> None:
    made = document(family, seed, "txt", noisy=False)
    with TemporaryDirectory() as folder:
        score = read(made, Path(folder))

    assert score.differences == []


def test_the_same_seed_makes_the_same_document() -> None:
    one, two = (document("county table", 5, "xls") for _ in range(2))

    assert one.variant.items == two.variant.items
    assert [*one.variant.texts()] == [*two.variant.texts()]


def test_a_wrong_unit_and_a_missing_item_cost_what_they_are_worth() -> None:
    true = [
        {"number": "1", "problem": "河道淤积", "responsible_units": ["市水务局"]},
        {"number": "2", "problem": "扬尘", "responsible_units": ["市住建局"]},
    ]
    read_items = [{"number": "1", "problem": "河道淤积", "responsible_units": ["市城管局"]}]
    score = compare(true, read_items, "plan")

    assert round(score.f1, 2) == 0.67
    assert score.share("units") == 0
    assert score.share("fields") == 2 / 3
    assert {each.field for each in score.differences} == {"responsible_units", "missing"}


def test_the_report_has_a_row_for_each_family_and_type(tmp_path: Path) -> None:
    tally = Tally()
    for made, score in measure(["links", "table"], 2, SEED, tmp_path):
        tally.add(made, score)
    printed = report(tally)

    assert "| links | 2 |" in printed
    assert "| **all** | 4 |" in printed
    assert "| type |" in printed
