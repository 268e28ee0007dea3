"""A deadline as it is printed."""

from app.deadlines.phrases import read_deadline


def test_json_leaves_rare_keys_out_where_they_do_not_apply():
    assert read_deadline("2025年底前完成并长期坚持").to_json() == {
        "raw": "2025年底前完成并长期坚持",
        "kind": "by_date",
        "due_on": "2025-12-31",
        "sustained": True,
        "immediate": False,
        "stages": [],
        "needs_review": False,
    }


def test_json_tells_start_original_and_count_where_they_apply():
    extended = read_deadline("2021年底前(原时限2019年底)").to_json()
    assert extended["original"]["due_on"] == "2019-12-31"
    assert read_deadline("2019年6月起").to_json()["starts_on"] == "2019-06-01"
    counted = read_deadline("批复后18个月内").to_json()
    assert (counted["amount"], counted["unit"], counted["base"]) == (18, "months", "批复后")
