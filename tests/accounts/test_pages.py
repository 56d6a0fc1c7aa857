import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import AnonymousUser
from django.core.cache import cache
from django.shortcuts import render
from django.test import Client, RequestFactory

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


def test_the_only_address_is_not_offered_to_be_made_the_main_one(
    reader: User, client_of: object
) -> None:
    EmailAddress.objects.create(user=reader, email=reader.email, verified=True, primary=True)
    assert "action_primary" not in client_of(reader).get("/accounts/email/").text
    EmailAddress.objects.create(user=reader, email="w@concrit.example", verified=True)
    page = client_of(reader).get("/accounts/email/").text
    assert page.count("action_primary") == 1
    client_of(reader).post("/accounts/email/", {"email": "w@concrit.example", "action_primary": ""})
    assert EmailAddress.objects.get(user=reader, primary=True).email == "w@concrit.example"


def test_too_many_tries_are_answered_in_the_sites_design(db: None) -> None:
    cache.clear()
    answers = [
        Client().post("/accounts/password/reset/", {"email": "a@b.example"}) for _ in range(6)
    ]
    assert answers[-1].status_code == 429
    assert "Wait five minutes" in answers[-1].text
    assert 'id="main"' in answers[-1].text
    cache.clear()


def test_an_old_link_to_a_new_password_leads_to_another(db: None) -> None:
    page = Client().get("/accounts/password/reset/key/1-abc-def/").text
    assert "This link is too old" in page
    assert "Bad Token" not in page


@pytest.mark.parametrize("name", ["account_inactive", "verified_email_required"])
def test_pages_met_seldom_speak_in_the_sites_words(rf: RequestFactory, name: str) -> None:
    request = rf.get("/")
    request.user = AnonymousUser()
    page = render(request, f"account/{name}.html").content.decode()
    assert 'id="main"' in page
    assert "contact us" not in page


def test_somebody_without_a_password_chooses_one(reader: User, client_of: object) -> None:
    new = {"password1": "nine-lamps-burning", "password2": "nine-lamps-burning"}
    client = client_of(reader)
    assert "Choose a password" in client.get("/accounts/password/set/").text
    assert client.post("/accounts/password/set/", new).status_code == 302
    reader.refresh_from_db()
    assert reader.has_usable_password()
