import pytest


def choose(client, name, value, back="/tasks/"):
    return client.post(f"/preferences/{name}", data={"value": value, "back": back})


@pytest.mark.parametrize(
    ("name", "value", "sign"),
    [
        ("theme", "dark", 'data-bs-theme="dark"'),
        ("density", "roomy", 'data-density="roomy"'),
        ("language", "en", 'lang="en"'),
    ],
)
def test_a_choice_is_kept_for_the_next_page(client, name, value, sign):
    login = "/accounts/log-in"
    assert sign not in client.get(login, follow_redirects=True).text
    answer = choose(client, name, value)
    assert (answer.status_code, answer.location) == (303, "/tasks/")
    assert sign in client.get(login, follow_redirects=True).text


def test_a_choice_is_kept_out_of_reach_of_scripts(client):
    cookie = choose(client, "theme", "dark").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


@pytest.mark.parametrize(("name", "value"), [("theme", "pink"), ("colour", "dark"), ("theme", "")])
def test_what_cannot_be_chosen_is_not_there(client, name, value):
    assert choose(client, name, value).status_code == 404


@pytest.mark.parametrize("away", ["https://example.com/", "//example.com", "/\\example.com", ""])
def test_the_way_back_never_leads_to_another_site(client, away):
    assert choose(client, "theme", "dark", back=away).location == "/"


def test_a_cookie_of_somebody_elses_making_changes_nothing(client):
    client.set_cookie("theme", "<script>")
    assert 'data-bs-theme="light"' in client.get("/", follow_redirects=True).text
