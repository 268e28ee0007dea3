from app.database import db
from tests.app.tasks.test_queries import due_in
from tests.factories.city import small_city


class _Somebody:
    def __init__(self, key):
        self.id = key


def overview(app, log_in, tell=lambda city: None, address="/overview/", role="leader"):
    with app.app_context():
        city = small_city()
        tell(city)
        db.session.commit()
        person = _Somebody(getattr(city, role).person_id)
    return log_in(person).get(address)


def test_the_overview_counts_the_whole_list(app, log_in):
    def story(city):
        city.task("1", deadline=due_in(-3))
        city.task("2")

    page = overview(app, log_in, story).text
    assert "0/2" in page
    assert "逾期3天" in page
    assert "0＋0＋0＋2＝2" in page
    assert "清江市水务局" in page


def test_the_overview_of_an_empty_list_is_drawn(app, log_in):
    assert overview(app, log_in).status_code == 200


def test_a_figure_leads_to_its_rows(app, log_in):
    page = overview(app, log_in, lambda city: city.task("1", deadline=due_in(-3))).text
    assert "due=overdue" in page


def test_units_and_auditors_have_no_overview(app, log_in):
    assert overview(app, log_in, role="worker").status_code == 404


def test_a_list_that_is_not_there_is_answered_with_the_first(app, log_in):
    assert "整改清单" in overview(app, log_in, address="/overview/?list=nothing").text
