import logging
import re

import pytest
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import Forbidden, RequestEntityTooLarge, UnprocessableEntity

from app.access.roles import Role
from app.wording import Moved, Refusal

TYPED = "改造管网2.3公里，已通水。"


def _body(answer):
    return answer.text[answer.text.index("<main") :]


def test_what_is_missing_and_what_is_foreign_answer_alike(app, doors, log_in):
    client = log_in(doors.people[Role.UNIT])
    missing, foreign = client.get("/tasks/4711"), client.get("/audit/")
    assert missing.status_code == foreign.status_code == 404
    assert _body(missing) == _body(foreign)
    assert "没有这一页" in missing.text


def test_a_wrong_method_is_told_which_are_right(clerk):
    answer = clerk.post("/overview/")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]
    assert "整改台账" in answer.text


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (Refusal("清单里已有第%(number)s项。", number=7), 422, "清单里已有第7项。"),
        (Moved("任务已进入销号办理。"), 409, "任务已进入销号办理。"),
        (StaleDataError(), 409, "没有覆盖对方的修改"),
        (Forbidden(), 403, ""),
        (UnprocessableEntity(), 422, ""),
    ],
)
def test_a_refusal_is_a_page_in_the_readers_words(clerk, breaking, error, status, words):
    breaking(error)
    answer = clerk.get("/")
    assert answer.status_code == status
    assert words in answer.text
    assert "<h1" in answer.text


def test_what_was_typed_is_shown_again_when_a_form_is_refused(clerk):
    clerk.application.config["WTF_CSRF_ENABLED"] = True
    answer = clerk.post("/inspections/new", data={"name": TYPED, "level": "central"})
    assert answer.status_code == 400
    assert TYPED in answer.text
    assert "central" not in re.sub(r'(name|value|href)="[^"]*"', "", answer.text)


def test_a_session_that_ended_keeps_the_text_and_leads_to_the_login(client):
    answer = client.post(
        "/tasks/7/progress",
        data={"text": TYPED, "password": "秘密的密码"},
        headers={"Referer": "http://localhost/tasks/7/progress"},
    )
    assert answer.status_code == 401
    assert TYPED in answer.text
    assert "秘密的密码" not in answer.text
    assert "next=/tasks/7/progress" in answer.text.replace("%2F", "/")


def test_a_stranger_who_reads_is_sent_to_the_login_and_back(client):
    answer = client.get("/tasks/?lamp=red")
    assert answer.status_code == 302
    assert "next=" in answer.location


def test_a_page_left_on_another_site_is_not_returned_to(client):
    answer = client.post("/tasks/7/progress", headers={"Referer": "https://example.com/x"})
    assert "example.com" not in answer.text


def test_what_is_too_large_is_refused_with_the_limit(clerk, breaking):
    breaking(RequestEntityTooLarge())
    answer = clerk.get("/")
    limit = clerk.application.config["MAX_CONTENT_LENGTH"] // (1024 * 1024)
    assert (answer.status_code, f"{limit}" in answer.text) == (413, True)


def test_a_failure_has_a_number_that_the_log_knows(clerk, breaking, caplog):
    breaking(ValueError("secret detail"))
    with caplog.at_level(logging.ERROR, logger="app.web.errors"):
        answer = clerk.get("/")
    assert answer.status_code == 500
    assert "secret detail" not in answer.text
    (line,) = [record for record in caplog.records if record.name == "app.web.errors"]
    assert line.args[0] in answer.text
    assert line.exc_info is not None
