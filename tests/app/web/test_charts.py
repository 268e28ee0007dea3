from datetime import date

from app.web.charts import BOTTOM, LEFT, MOST_MARKS, RIGHT, TOP, curve

WEEKS = [date(2026, 8, 30), date(2026, 10, 4), date(2026, 11, 22)]


def test_nothing_to_draw_is_an_empty_picture():
    drawn = curve({"act": []}, 33, {})
    assert (drawn.ticks, drawn.paths, drawn.top) == ((), (), None)


def test_lines_run_from_edge_to_edge_and_end_in_words():
    points = list(zip(WEEKS, (0, 4, 9), strict=True))
    drawn = curve({"act": points}, 33, {"act": "实际9项", "total": "全部33项"})
    (path,) = drawn.paths
    assert path.kind == "act"
    assert path.d.startswith(f"M{LEFT} {BOTTOM}L")
    (end,) = drawn.ends
    assert (end.x, end.label) == (RIGHT, "实际9项")
    assert (drawn.top.at, drawn.top.label) == (TOP, "全部33项")


def test_a_line_without_words_ends_in_none():
    assert curve({"plan": [(WEEKS[0], 1)]}, 3, {}).ends == ()


def test_the_axis_counts_in_round_steps():
    ticks = curve({"act": [(WEEKS[0], 0)]}, 33, {}).ticks
    assert [tick.label for tick in ticks] == ["0", "10", "20", "30"]


def test_a_long_time_is_marked_by_a_few_days_and_the_last():
    days = [date(2026, 1, day) for day in range(1, 31)]
    marks = curve({"act": [(day, 0) for day in days]}, 1, {}).marks
    assert len(marks) <= MOST_MARKS
    assert marks[-1].label == "1-30"


def test_one_day_alone_does_not_divide_by_nothing():
    assert curve({"act": [(WEEKS[0], 0)]}, 0, {}).paths[0].d == f"M{LEFT} {BOTTOM}"
