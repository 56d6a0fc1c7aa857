"""The settings as a production site's environment gives them, each read in a process of its own."""

import subprocess
import sys

import pytest
from django.conf import settings

GIVEN = {
    "SECRET_KEY": "k" * 50,
    "DATABASE_URL": "postgresql://db/concrit",
    "SITE_URL": "https://stories.example",
    "EMAIL_URL": "smtp://mail.example",
    "EMAIL_FROM": "site@stories.example",
}


def read(name: str, **variables: str) -> str:
    command = [sys.executable, "-c", f"from config import settings; print(settings.{name})"]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, env=variables, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def test_site_answers_to_the_host_of_its_address_without_the_port() -> None:
    assert read("ALLOWED_HOSTS", **GIVEN) == "['stories.example']"
    in_brackets = GIVEN | {"SITE_URL": "http://[::1]:8000"}
    assert read("ALLOWED_HOSTS", **in_brackets) == "['[::1]']"
    with_port = GIVEN | {"SITE_URL": "http://localhost:8000", "ALLOWED_HOSTS": ""}
    assert read("ALLOWED_HOSTS", **with_port) == "['localhost']"


@pytest.mark.parametrize("missing", GIVEN)
def test_missing_value_stops_the_start_and_is_named(missing: str) -> None:
    assert read("DEBUG", **GIVEN) == "False"
    said = read("DEBUG", **{name: value for name, value in GIVEN.items() if name != missing})
    assert f"{missing} is not set" in said


def test_misspelt_name_stops_the_start_and_is_named() -> None:
    assert "did you mean ALLOWED_HOSTS?" in read("DEBUG", **GIVEN, ALOWED_HOSTS="x")
