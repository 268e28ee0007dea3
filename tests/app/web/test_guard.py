import pytest


@pytest.fixture
def undeclared(app):
    """A page whose author forgot to say which action it performs."""
    view = app.view_functions["home.todo"]
    app.view_functions["home.todo"] = lambda: "for everybody"
    yield
    app.view_functions["home.todo"] = view


@pytest.mark.usefixtures("undeclared")
def test_a_page_that_declares_nothing_is_closed(clerk, client):
    for visitor in (clerk, client):
        answer = visitor.get("/")
        assert answer.status_code == 403
        assert "for everybody" not in answer.text


def test_a_stranger_is_asked_to_log_in_before_anything_is_said(client):
    for path in ("/tasks/", "/tasks/4711", "/audit/"):
        assert client.get(path).status_code == 302
