def test_every_component_is_shown_also_in_error(client):
    page = client.get("/styleguide/")
    assert page.status_code == 200
    for sign in (
        "lamp-red",
        "state-step",
        "errsum",
        "f bad",
        'class="steps"',
        'class="tl"',
        "<svg",
    ):
        assert sign in page.text


def test_only_who_develops_finds_it(app, client):
    app.config["TESTING"] = False
    assert client.get("/styleguide/").status_code == 404
