from dataclasses import replace

from app.web.headers import ONE_YEAR, POLICY


def test_every_answer_says_what_the_browser_shall_refuse(clerk):
    headers = clerk.get("/").headers
    assert headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_what_a_person_saw_is_not_kept_and_what_all_see_may_be(clerk):
    assert clerk.get("/").headers["Cache-Control"] == "no-store"
    assert "no-store" not in clerk.get("/static/css/tokens.css").headers["Cache-Control"]


def test_only_https_asks_for_https(app, clerk):
    assert "Strict-Transport-Security" not in clerk.get("/").headers
    assert "Strict-Transport-Security" not in clerk.get("/", base_url="https://localhost").headers


def test_a_served_site_insists_on_https(app, clerk):
    app.config["ZHENGGAI"] = replace(app.config["ZHENGGAI"], http_only=False)
    headers = clerk.get("/", base_url="https://localhost").headers
    assert headers["Strict-Transport-Security"] == f"max-age={ONE_YEAR}"
