import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import environment as env

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {
    "SECRET_KEY": "a-long-secret-of-no-use-to-anybody-but-this-test-run-0123456789",
    "DATABASE_URL": "postgresql://concrit@127.0.0.1/concrit",
    "SITE_URL": "https://stories.example",
    "EMAIL_URL": "console:",
    "EMAIL_FROM": "Concrit <site@stories.example>",
}


def start(**variables: str) -> subprocess.CompletedProcess[str]:
    """Load the settings as a production server does, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", "import config.settings"],
        env={"PATH": os.environ["PATH"]} | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in PRODUCTION.items() if key != name}


def test_a_whole_configuration_starts() -> None:
    assert start(**PRODUCTION).returncode == 0


@pytest.mark.parametrize("name", PRODUCTION)
def test_a_missing_value_stops_the_start_and_is_named(name: str) -> None:
    stopped = start(**without(name))
    assert stopped.returncode == 1
    assert f"{name} is not set" in stopped.stderr


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("DEBUG", "ture", "DEBUG is 'ture'; write 'on' or 'off'"),
        ("SITE_URL", "stories.example", "SITE_URL is 'stories.example'"),
        ("SITE_URL", "https://stories.example/path", "SITE_URL is"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL begins with 'mysql'"),
        ("DATABASE_URL", "postgresql://localhost", "names no database"),
        ("DATABASE_URL", "postgresql://localhost:port/x", "DATABASE_URL cannot be read"),
        ("EMAIL_URL", "pigeon:", "EMAIL_URL is 'pigeon:'"),
        ("EMAIL_URL", "smtp://mail.example:99999", "EMAIL_URL cannot be read"),
        ("EMAIL_URL", "smtp://mail.example:port", "EMAIL_URL cannot be read"),
        ("SITE_URL", "https://stories.example:99999", "SITE_URL is"),
        ("SITE_URL", "https://stories.example:port", "SITE_URL is"),
        ("SITE_URL", "https://our stories.example", "SITE_URL is"),
        ("SITE_URL", "https://me@stories.example", "SITE_URL is"),
        ("ALLOWED_HOSTS", "http://foo", "ALLOWED_HOSTS holds 'http://foo'"),
        ("ALLOWED_HOSTS", "a.example b.example", "ALLOWED_HOSTS holds 'a.example b.example'"),
        ("EMAIL_FROM", "zzz", "EMAIL_FROM is 'zzz'"),
        ("EMAIL_FROM", "Concrit <site@>", "EMAIL_FROM is"),
        ("SECURE_PROXY", "maybe", "SECURE_PROXY is 'maybe'"),
    ],
)
def test_a_misspelt_value_stops_the_start_and_says_why(name: str, value: str, told: str) -> None:
    stopped = start(**(PRODUCTION | {name: value}))
    assert stopped.returncode == 1
    assert told in stopped.stderr


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("DATABSE_URL", "DATABASE_URL"),
        ("SECRET_KEYS", "SECRET_KEY"),
        ("ALLOWED_HOST", "ALLOWED_HOSTS"),
        ("EMAIL_UR", "EMAIL_URL"),
    ],
)
def test_a_misspelt_name_stops_the_start(wrong: str, right: str) -> None:
    stopped = start(**(without(right) | {wrong: "anything"}))
    assert stopped.returncode == 1
    assert f"{wrong} is set, but is not read; did you mean {right}?" in stopped.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", "http://[::1]:8000"),
        ("SITE_URL", "https://127.0.0.1/"),
        ("ALLOWED_HOSTS", ".stories.example, localhost,[::1],*"),
        ("EMAIL_FROM", "site@localhost"),
        ("EMAIL_URL", "smtp://me:a%20b@mail.example:25"),
    ],
)
def test_what_is_unusual_but_right_starts(name: str, value: str) -> None:
    assert start(**(PRODUCTION | {name: value})).stderr == ""


def manage(**variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={"PATH": os.environ["PATH"]} | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("DEBUG", "DEBUG is 'ture'; write 'on' or 'off'.\n"),
        ("DEBUGG", "DEBUGG is set, but is not read; did you mean DEBUG?\n"),
    ],
)
def test_the_command_line_says_one_sentence_alone(name: str, said: str) -> None:
    stopped = manage(**{name: "ture"})
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (1, "", said)


def test_there_is_no_default_secret_outside_debug() -> None:
    assert "SECRET_KEY is not set" in start(**without("SECRET_KEY"), DEBUG="off").stderr
    assert start(DEBUG="on").returncode == 0


def test_a_database_address_is_taken_apart() -> None:
    read = env.database("postgresql://me:p%40ss@db.example:5433/li%20b?sslmode=require")
    assert read == {
        "NAME": "li b",
        "USER": "me",
        "PASSWORD": "p@ss",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {"sslmode": "require"},
    }


def test_a_mail_address_is_taken_apart() -> None:
    read = env.mail("smtp://me:secret@mail.example:2525")
    assert (read["EMAIL_HOST"], read["EMAIL_PORT"]) == ("mail.example", 2525)
    assert read["EMAIL_USE_TLS"] is True
    assert env.mail("smtps://mail.example")["EMAIL_PORT"] == 465
    assert env.mail("file:///tmp/mails")["EMAIL_FILE_PATH"] == "/tmp/mails"


@pytest.mark.parametrize(
    ("value", "read"), [("on", True), ("TRUE", True), ("0", False), ("", False)]
)
def test_switches_are_read(monkeypatch: pytest.MonkeyPatch, value: str, read: bool) -> None:
    monkeypatch.setenv("DEBUG", value)
    assert env.switch("DEBUG", default=False) is read


def test_a_number_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "80 80")
    with pytest.raises(ImproperlyConfigured, match="PORT is '80 80'"):
        env.number("PORT", default=8000)
