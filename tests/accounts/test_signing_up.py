import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client

from accounts.models import User

FORM = {"username": "Nadia", "email": "nadia@concrit.example", "password1": "nine-lamps-burning"}


@pytest.fixture(autouse=True)
def _no_rate_limits_from_before() -> None:
    cache.clear()


def sign_up(client: Client, **changes: str) -> object:
    return client.post("/accounts/signup/", FORM | changes)


def confirm(client: Client) -> None:
    address = re.search(r"http://testserver(/accounts/confirm-email/\S+/)", mail.outbox[-1].body)
    client.post(address[1])


def test_signing_up_sends_a_mail_and_its_link_opens_the_account(db: None) -> None:
    client = Client()
    assert sign_up(client).headers["Location"] == "/accounts/confirm-email/"
    assert mail.outbox[0].to == ["nadia@concrit.example"]
    confirm(client)
    login = client.post("/accounts/login/", {"login": "Nadia", "password": FORM["password1"]})
    assert login.headers["Location"] == "/"


def test_an_unverified_account_cannot_log_in_yet(db: None) -> None:
    sign_up(Client())
    client = Client()
    answer = client.post("/accounts/login/", {"login": "Nadia", "password": FORM["password1"]})
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "login", ["Nadia", "NADIA", "ｎａｄｉａ", "nadia@concrit.example", "Nadia@Concrit.example"]
)
def test_people_log_in_by_name_or_email_however_typed(db: None, login: str) -> None:
    first = Client()
    sign_up(first)
    confirm(first)
    client = Client()
    client.post("/accounts/login/", {"login": login, "password": FORM["password1"]})
    assert client.session["_auth_user_id"] == str(User.objects.get(username="Nadia").pk)


def test_a_name_that_looks_like_a_taken_one_is_refused_with_the_form_kept(reader: User) -> None:
    answer = sign_up(Client(), username="wrеn")  # a Cyrillic е
    assert answer.status_code == 200
    assert "nadia@concrit.example" in answer.text
    assert not User.objects.filter(email="nadia@concrit.example").exists()


@pytest.mark.parametrize("name", ["wren", "WREN", "vvren"])
def test_a_taken_name_is_told_of_in_one_way(reader: User, name: str) -> None:
    assert "looks too much like one that is" in sign_up(Client(), username=name).text


def test_whoever_signs_up_has_keys_for_their_name(db: None) -> None:
    sign_up(Client(), username="Bill_T")
    user = User.objects.get(username="Bill_T")
    assert (user.username_key, user.display_key) == ("blll_t", "blllt")


def test_a_second_account_for_an_address_is_not_made_and_not_betrayed(reader: User) -> None:
    answer = sign_up(Client(), email=reader.email)
    assert answer.headers["Location"] == "/accounts/confirm-email/"
    assert User.objects.filter(email=reader.email).count() == 1
    assert mail.outbox[0].subject == "You have an account already"
    assert "/accounts/password/reset/" in mail.outbox[0].body


def test_a_password_can_be_reset_by_mail(db: None) -> None:
    client = Client()
    sign_up(client)
    confirm(client)
    client.post("/accounts/password/reset/", {"email": "nadia@concrit.example"})
    link = re.search(r"http://testserver(\S+/password/reset/key/\S+)", mail.outbox[-1].body)[1]
    form = client.get(link, follow=True)
    new = {"password1": "a-tenth-lamp-burning", "password2": "a-tenth-lamp-burning"}
    client.post(form.redirect_chain[-1][0], new)
    fresh = Client()
    fresh.post("/accounts/login/", {"login": "Nadia", "password": "a-tenth-lamp-burning"})
    assert "_auth_user_id" in fresh.session


def test_an_operator_made_by_command_can_log_in_at_once(db: None) -> None:
    User.objects.create_superuser("root-of-it", "op@concrit.example", "nine-lamps-burning")
    client = Client()
    client.post("/accounts/login/", {"login": "root-of-it", "password": "nine-lamps-burning"})
    assert "_auth_user_id" in client.session
