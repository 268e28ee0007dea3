import json
from pathlib import Path

import pytest
from flask import Flask

from app.database import db
from app.inspections.queries import list_with_code
from app.intake.models import IntakeDocument
from app.intake.vocabulary import ImportState
from app.tasks.queries import tasks_of_list
from tests.app.intake.papers import DOUBTFUL, PLAN
from tests.factories.city import small_city


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "清单.txt"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    file = tmp_path / "存疑.txt"
    file.write_text(DOUBTFUL, encoding="utf-8")
    return file


@pytest.fixture
def town(app: Flask) -> Flask:
    with app.app_context():
        small_city()
        db.session.commit()
    return app


def run(app: Flask, *arguments: object) -> tuple[int, str, str]:
    done = app.test_cli_runner().invoke(args=["intake", *map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


def count(app: Flask) -> tuple[int, int]:
    """Imports and tasks that exist."""
    with app.app_context():
        subject = list_with_code("C2")
        assert subject is not None
        return db.session.query(IntakeDocument).count(), len(tasks_of_list(subject.id))


def test_parse_prints_one_object_of_the_contract(app: Flask, paper: Path) -> None:
    code, out, err = run(app, "parse", paper, "--kind", "plan", "--year", 2026)
    content = json.loads(out)

    assert (code, err) == (0, "")
    assert list(content) == ["document", "items", "findings", "coverage"]
    assert content["document"]["name"] == "清单.txt"
    assert "水环境方面" in out


def test_parse_ends_with_two_and_one_line_for_what_cannot_be_read(
    app: Flask, tmp_path: Path
) -> None:
    for name, content, words in (("a.docx", b"", "空的"), ("b.txt", b"%PDF-1.4", "损坏")):
        file = tmp_path / name
        file.write_bytes(content)
        code, out, err = run(app, "parse", file)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
        assert name in err
        assert words in err
    assert run(app, "parse", tmp_path / "none.txt")[0] == 2


def test_both_commands_explain_themselves(app: Flask) -> None:
    for command in ("parse", "receive"):
        code, out, _ = run(app, command, "--help")
        assert code == 0
        assert "文件" in out


def test_receive_leaves_the_rows_for_review(town: Flask, paper: Path) -> None:
    code, out, _ = run(town, "receive", paper, "--list", "C2", "--as", "office")

    assert code == 0
    assert "3项" in out
    assert "待核对" in out
    assert count(town) == (1, 0)


def test_receive_and_confirm_opens_the_tasks(town: Flask, paper: Path) -> None:
    code, out, _ = run(town, "receive", paper, "--list", "C2", "--as", "office", "--confirm")

    assert (code, count(town)) == (0, (1, 3))
    assert "已入账" in out


def test_open_findings_store_nothing_and_are_listed(town: Flask, doubtful: Path) -> None:
    code, out, err = run(town, "receive", doubtful, "--list", "C2", "--as", "office", "--confirm")

    assert (code, out) == (3, "")
    assert count(town) == (0, 0)
    assert "“市渔政局”不在单位名录里" in err
    assert "2026年2月30日前" in err
    assert "4处存疑" in err
    said = "第5行　“市渔政局”不在单位名录里，请选定　写的是“责任单位:市渔政局”"
    assert f"{said}　应当是：单位名录里的名称" in err


def test_accepting_the_certain_leaves_the_rest_out_and_says_which(
    town: Flask, doubtful: Path
) -> None:
    code, _, err = run(
        town, "receive", doubtful, "--list", "C2", "--as", "office", "--confirm", "--accept-certain"
    )

    assert (code, count(town)) == (0, (1, 1))
    assert err.count("未入账") == 2
    with town.app_context():
        assert db.session.query(IntakeDocument).one().state is ImportState.CONFIRMED


@pytest.mark.parametrize(
    ("login", "code", "words"),
    [
        ("worker", "C2", "没有办这件事的权限"),
        ("nobody", "C2", "没有账号"),
        ("office", "C9", "没有代号"),
    ],
)
def test_who_may_not_and_what_is_not_there_are_refused(
    town: Flask, paper: Path, login: str, code: str, words: str
) -> None:
    exit_code, _, err = run(town, "receive", paper, "--list", code, "--as", login)

    assert exit_code == 2
    assert words in err
    assert count(town) == (0, 0)


def test_a_file_that_is_not_there_is_refused(town: Flask, tmp_path: Path) -> None:
    code, _, err = run(town, "receive", tmp_path / "x.txt", "--list", "C2", "--as", "office")

    assert code == 2
    assert "没有文件" in err


def test_lines_that_nothing_explains_are_left_out_with_a_word(town: Flask, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    rows = (
        "序号\t问题\t责任单位\t督导单位\t整改时限\n1\t混接\t清江市水务局\t清江市住建局\t长期坚持\n"
    )
    file.write_text(rows + "\t\t清江市住建局\t\t\n", encoding="utf-8")
    wanted = ("receive", file, "--list", "C2", "--as", "office", "--confirm")

    code, _, err = run(town, *wanted)
    assert code == 3
    assert "没有对应到任何字段" in err
    code, _, err = run(town, *wanted, "--accept-certain")
    assert (code, count(town)) == (0, (1, 1))
    assert "未入账" in err


@pytest.mark.parametrize("kind", ["tasks", "cases"])
def test_template_writes_a_workbook_that_parse_reads(
    town: Flask, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "模板.xlsx"
    code, out, _ = run(town, "template", kind, file)
    assert (code, out.strip()) == (0, str(file))
    code, out, _ = run(town, "parse", file)
    content = json.loads(out)
    assert (code, content["items"]) == (0, [])
    assert content["coverage"]["unexplained"] == 0
    assert "请从表头的下一行填起" in out


def test_a_revised_edition_is_confirmed_with_what_is_certain(
    town: Flask, paper: Path, tmp_path: Path
) -> None:
    run(town, "receive", paper, "--list", "C2", "--as", "office", "--confirm")
    revised = tmp_path / "修订版.txt"
    moved = PLAN.replace("2026年12月底前", "2027年6月底前").replace("3.白石县", "9.白石县")
    revised.write_text(moved, encoding="utf-8")
    asked = run(town, "receive", revised, "--list", "C2", "--as", "office", "--confirm")

    assert asked[0] == 3
    assert "修订没有决定：第1项的“整改时限”" in asked[2]
    assert "修订版第9项是清单里的哪一项，没有确定" in asked[2]
    assert count(town) == (1, 3)
    done = run(
        town, "receive", revised, "--list", "C2", "--as", "office", "--confirm", "--accept-certain"
    )
    assert done[0] == 0
    assert "未入账　9" in done[2]
    with town.app_context():
        subject = list_with_code("C2")
        assert subject is not None
        assert str(tasks_of_list(subject.id)[0].due_on) == "2027-06-30"
