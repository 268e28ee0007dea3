"""Rules of the house about routes and templates."""

import re
from pathlib import Path

import pytest
from flask import Flask

from config import ROOT
from tests.architecture.sources import TEMPLATES, name

LONGEST = 100
LAYOUT = {"components", "errors"}
COMPARES = re.compile(r"(?<!for )(?<!, )(?:\.|\b)(?:state|role)\s*(?:==|!=|\bin\b|\bis\b)")
FORBIDDEN = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=\"|javascript:")
ENGLISH = re.compile(r">\s*[A-Za-z]{3,}[A-Za-z ]*<")

every_template = pytest.mark.parametrize("path", TEMPLATES, ids=name)


def test_every_route_declares_its_action(app: Flask) -> None:
    undeclared = [
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and not {"action", "public"} & vars(view).keys()
    ]
    assert undeclared == []


def test_templates_live_under_their_blueprint(app: Flask) -> None:
    rooms = {*app.blueprints, *LAYOUT}
    strangers = [name(p) for p in TEMPLATES if len(p.parts) - len(ROOT.parts) > 2
                 and p.relative_to(ROOT / "templates").parts[0] not in rooms]  # fmt: skip
    assert strangers == []


@every_template
def test_a_template_is_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST


@every_template
def test_nothing_in_a_template_needs_more_than_the_security_policy_grants(path: Path) -> None:
    assert FORBIDDEN.search(path.read_text(encoding="utf-8")) is None


@every_template
def test_no_template_compares_a_state_or_a_role(path: Path) -> None:
    assert COMPARES.search(path.read_text(encoding="utf-8")) is None


@every_template
def test_every_form_that_posts_carries_its_token(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.parent.name == "styleguide":
        return  # shows forms that go nowhere
    for form in re.findall(r"<form\b.*?</form>", text, re.DOTALL):
        if re.search(r"method=\"post\"", form, re.IGNORECASE):
            assert "hidden_tag()" in form or "csrf" in form, form[:200]


@every_template
def test_no_word_of_a_page_is_english_before_translation(path: Path) -> None:
    assert ENGLISH.findall(path.read_text(encoding="utf-8")) == []
