"""Rules of the house about routes and templates; each test names every offender at once."""

import re

from flask import Flask

from config import ROOT
from tests.architecture.sources import TEMPLATES, lines, name

LONGEST = 100
LAYOUT = {"components", "errors"}
COMPARES = re.compile(r"(?<!for )(?<!, )(?:\.|\b)(?:state|role)\s*(?:==|!=|\bin\b|\bis\b)")
FORBIDDEN = re.compile(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=\"|javascript:")
ENGLISH = re.compile(r">\s*[A-Za-z]{3,}[A-Za-z ]*<")
COLUMNS = re.compile(r"columns\(\[[^\]]*\]")
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
POSTS = re.compile(r"method=\"post\"", re.IGNORECASE)


def found(pattern: re.Pattern[str]) -> dict[str, list[str]]:
    texts = {name(path): path.read_text(encoding="utf-8") for path in TEMPLATES}
    return {file: hits for file, text in texts.items() if (hits := pattern.findall(text))}


def test_every_route_declares_its_action(app: Flask) -> None:
    undeclared = [
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and not {"action", "public"} & vars(view).keys()
    ]
    assert undeclared == []


def test_templates_live_under_their_blueprint(app: Flask) -> None:
    rooms = {*app.blueprints, *LAYOUT}
    places = [path.relative_to(ROOT / "templates").parts for path in TEMPLATES]
    assert {parts[0] for parts in places if len(parts) > 1} <= rooms


def test_templates_are_small() -> None:
    assert {name(path): lines(path) for path in TEMPLATES if lines(path) > LONGEST} == {}


def test_nothing_in_a_template_needs_more_than_the_security_policy_grants() -> None:
    assert found(FORBIDDEN) == {}


def test_every_width_of_a_column_has_its_class() -> None:
    sheet = (ROOT / "app/static/css/tables.css").read_text(encoding="utf-8")
    known = set(re.findall(r"^\.cw-(\d+)|(?<= )\.cw-(\d+)", sheet, re.MULTILINE))
    widths = {width for pair in known for width in pair if width}
    used = {
        file: sorted({width for hit in hits for width in re.findall(r"\d{2,}", hit)} - widths)
        for file, hits in found(COLUMNS).items()
    }
    assert {file: rest for file, rest in used.items() if rest} == {}


def test_no_template_compares_a_state_or_a_role() -> None:
    assert found(COMPARES) == {}


def test_every_form_that_posts_carries_its_token() -> None:
    forms = {file: hits for file, hits in found(FORM).items() if "/styleguide/" not in file}
    bare = [
        (file, form[:120])
        for file, hits in forms.items()
        for form in hits
        if POSTS.search(form) and "hidden_tag()" not in form and "csrf" not in form
    ]
    assert bare == []


def test_no_word_of_a_page_is_english_before_translation() -> None:
    assert found(ENGLISH) == {}
