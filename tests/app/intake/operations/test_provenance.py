from app.intake import operations
from app.intake.drafts import Answer
from app.intake.vocabulary import Decision
from app.tasks.queries import tasks_of_list
from tests.app.intake.conftest import Take
from tests.app.intake.papers import DOUBTFUL, PLAN
from tests.factories.city import City


def test_each_stored_field_leads_to_its_line_of_the_file(take: Take, city: City) -> None:
    document = take(PLAN)
    operations.confirm(document, city.office)

    source = tasks_of_list(city.list.id)[0].source
    assert source is not None
    assert (source["filename"], source["sha256"]) == ("list.txt", document.blob.sha256)
    texts = {line["number"]: line["text"] for line in source["texts"]}
    read = {name: [texts[line] for line in lines] for name, lines in source["lines"].items()}
    assert read["aspect"] == ["一、水环境方面"]
    assert read["category"] == ["(一)污水收集不足"]
    assert read["problem"] == ["1.老城区污水管网混接。雨天溢流频繁。"]
    assert read["deadline"] == ["整改时限:2026年12月底前"]
    assert read["target"] == ["整改目标:管网混接全部改造。"]
    assert read["units"] == ["责任单位:市水务局", "督导单位:市住建局"]
    assert "(2)改造混接点。" in read["measures"]


def test_a_task_keeps_no_line_of_another(take: Take, city: City) -> None:
    document = take(PLAN)
    first, second, _ = document.rows
    shared = first.fields["target"]["lines"]
    second.fields = {**second.fields, "problem": {**second.fields["problem"], "lines": shared}}
    operations.confirm(document, city.office)

    for task in tasks_of_list(city.list.id)[:2]:
        assert task.source is not None
        assert not {line["number"] for line in task.source["texts"]} & set(shared)
    texts = str(tasks_of_list(city.list.id)[2].source)
    assert "渗滤液" in texts
    assert "污泥" not in texts


def test_what_a_person_settled_stands_beside_the_wording(take: Take, city: City) -> None:
    document = take(DOUBTFUL)
    for row in document.rows[1:]:
        operations.decide(row, Decision.DROPPED, city.office)
    first = document.rows[0]
    operations.settle(
        first, ("units", "responsible:市渔政局"), Answer(typed="清江市水务局"), city.office
    )
    operations.settle(first, ("deadline", ""), Answer([1]), city.office)
    operations.correct_field(first, "problem", "老城区管网混接", city.office)
    operations.confirm(document, city.office)

    source = tasks_of_list(city.list.id)[0].source
    assert source is not None
    assert source["corrected"] == {
        "problem": {"by": "office", "raw": "老城区污水管网混接。"},
        "units": {"by": "office", "raw": source["corrected"]["units"]["raw"]},
        "deadline": {"by": "office", "raw": "2026年5月前"},
    }
    assert "市渔政局" in source["corrected"]["units"]["raw"]
