import pytest

from app import clock
from app.access.roles import Role
from app.accounts import queries
from app.audit import queries as trail
from app.audit.drafts import TrailFilter


def run(app, *words):
    return app.test_cli_runner().invoke(args=["users", *words])


def test_a_person_is_created_with_a_role(app, doors):
    done = run(
        app, "create", "wangli", "王丽", "--unit", "清江市水务局", "--role", "责任单位",
        "--as", "administrator",
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    login, secret = done.output.split()
    assert (login, len(secret)) == ("wangli", 19)
    with app.app_context():
        (grant,) = queries.person_with_login("wangli").actor(clock.today(), "").grants
        assert (grant.role, grant.unit_id) == (Role.UNIT, doors.water)
        entry = trail.entries(TrailFilter(), below=None, limit=1)[0]
        assert (entry.actor_name, entry.origin) == ("administrator", "命令行")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--as", "office"), "没有办这件事的权限"),
        (("--as", "nobody"), "没有账号“nobody”"),
        (("--role", "office", "--as", "administrator"), "同时给出"),
        (("--unit", "没有", "--role", "office", "--as", "administrator"), "没有单位“没有”"),
    ],
)
def test_a_refused_command_says_one_line_and_leaves_nothing(app, doors, words, said):
    done = run(app, "create", "wangli", "王丽", *words)
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.output.splitlines()) == 1
    with app.app_context():
        assert queries.person_with_login("wangli") is None


def test_a_refused_command_is_written_down(app, doors):
    run(app, "reset", "worker", "--as", "worker")
    with app.app_context():
        entry = trail.entries(TrailFilter(), below=None, limit=1)[0]
        assert (entry.action, entry.outcome.value) == ("person:reset-password", "refused")


def test_a_password_is_reset(app, doors):
    done = run(app, "reset", "worker", "--as", "security_admin")
    assert done.output.startswith("worker　")
    with app.app_context():
        assert queries.person_with_login("worker").must_change_password
    assert "没有账号" in run(app, "reset", "nobody", "--as", "administrator").stderr


def test_people_are_listed_with_their_roles(app, doors):
    done = run(app, "list", "--as", "administrator")
    assert "worker　worker　清江市水务局 责任单位" in done.output.splitlines()


def test_the_first_administrator_is_made_while_there_is_nobody(app):
    done = run(app, "first-admin", "--unit", "新城市人民政府", "--secret")
    assert (done.exit_code, len(done.output.strip())) == (0, 19)
    with app.app_context():
        (grant,) = queries.person_with_login("admin").actor(clock.today(), "").grants
        assert (grant.role, grant.is_government) == (Role.SYSTEM_ADMIN, True)
    again = run(app, "first-admin")
    assert again.exit_code == 2
    assert "已经有人员" in again.stderr


@pytest.mark.parametrize("command", ["create", "reset", "list", "first-admin"])
def test_every_command_explains_itself(app, command):
    assert run(app, command, "--help").exit_code == 0
