from tests.app.audit.tampering import past_the_triggers


def verify(app):
    return app.test_cli_runner().invoke(args=["audit", "verify"])


def test_a_whole_trail_exits_with_nothing_to_say(app, doors):
    done = verify(app)
    assert done.exit_code == 0
    assert "条记录无误" in done.output


def test_the_first_removed_entry_is_named(app, doors):
    with app.app_context(), past_the_triggers() as run:
        run("DELETE FROM audit_entry WHERE position > 3")
    done = verify(app)
    assert done.exit_code == 1
    assert done.stderr == "第4条：被删除。\n"
