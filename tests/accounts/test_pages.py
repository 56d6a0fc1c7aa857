import pytest
from django.test import Client

from accounts.models import User
from stories.models import Chapter, Story


@pytest.mark.parametrize(
    "address",
    [
        "/accounts/login/",
        "/accounts/signup/",
        "/accounts/password/reset/",
        "/accounts/confirm-email/",
        "/preferences",
    ],
)
def test_strangers_pages_stand_in_the_sites_design(db: None, address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert 'id="main"' in answer.text


@pytest.mark.parametrize(
    "address",
    [
        "/account",
        "/preferences",
        "/accounts/email/",
        "/accounts/password/change/",
        "/accounts/logout/",
    ],
)
def test_members_pages_stand_in_the_sites_design(
    reader: User, client_of: object, address: str
) -> None:
    reader.set_password("nine-lamps-burning")
    reader.save()
    answer = client_of(reader).get(address)
    assert answer.status_code == 200
    assert 'id="main"' in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


def test_a_stranger_is_asked_to_log_in_before_editing_a_profile(db: None) -> None:
    assert Client().get("/account").headers["Location"] == "/accounts/login/?next=/account"


def test_a_profile_shows_published_stories_alone(
    story: Story, draft: Chapter, author: User
) -> None:
    hidden = Story.objects.create(title="Locked in a Drawer")
    story.contributor_set.model.objects.create(
        story=hidden,
        user=author,
        credited_name="M",
        invited_at=story.created_at,
        accepted_at=story.created_at,
    )
    page = Client().get("/people/marisol").text
    assert "The Ferry at Low Water" in page
    assert "Locked in a Drawer" not in page


def test_a_profile_is_found_however_its_name_is_typed(author: User) -> None:
    assert Client().get("/people/MARISOL").status_code == 200
    assert Client().get("/people/nobody").status_code == 404


def test_words_about_oneself_are_saved_and_shown_as_text(reader: User, client_of: object) -> None:
    client_of(reader).post("/account", {"display_name": "Wren", "about": "<b>I</b> read slowly."})
    assert "&lt;b&gt;I&lt;/b&gt; read slowly." in Client().get("/people/wren").text


def test_an_unseen_character_in_a_display_name_is_refused_with_what_was_typed(
    reader: User, client_of: object
) -> None:
    answer = client_of(reader).post("/account", {"display_name": "a\u202eb", "about": "kept words"})
    assert "invisible characters" in answer.text
    assert "kept words" in answer.text


def test_a_display_name_that_is_anothers_is_refused(
    author: User, reader: User, client_of: object
) -> None:
    answer = client_of(reader).post("/account", {"display_name": "marisol vane", "about": ""})
    assert "looks too much like" in answer.text
    reader.refresh_from_db()
    assert reader.display_name == "Wren"
    client_of(reader).post("/account", {"display_name": "Wren Vane", "about": ""})
    reader.refresh_from_db()
    assert (reader.display_name, reader.display_key) == ("Wren Vane", "wrenvane")
