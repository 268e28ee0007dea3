"""Pages that break on purpose, and wording without a database."""

import pytest

from app.access.roles import Role


@pytest.fixture
def words(make_app):
    """A context in which texts are written in Chinese; nothing is stored."""
    with make_app("sqlite").test_request_context("/"):
        yield


@pytest.fixture
def clerk(doors, log_in):
    return log_in(doors.people[Role.OFFICE])


@pytest.fixture
def breaking(app):
    """Let the home page raise an error for as long as the test runs."""
    view = app.view_functions["home.todo"]

    def instead(error):
        def broken():
            raise error

        broken.__dict__.update(vars(view))
        broken.__dict__.pop("__wrapped__", None)
        app.view_functions["home.todo"] = broken

    yield instead
    app.view_functions["home.todo"] = view
