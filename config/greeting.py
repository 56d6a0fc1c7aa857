"""What `make run` says once the site answers."""

import tomllib
from pathlib import Path

from django.contrib.auth import get_user_model

PEOPLE = Path(__file__).resolve().parent.parent / "exchange" / "sample_library" / "people.toml"


def greet(origin: str) -> str:
    parts = [_logins(), _operator(), [f"Concrit is at {origin}/ (Ctrl-C stops it)"]]
    return "\n" + "\n\n".join("\n".join(part) for part in parts if part)


def _logins() -> list[str]:
    """The sample library's people who are on this site, with their passwords."""
    sample = tomllib.loads(PEOPLE.read_text("utf-8"))["person"]
    people = get_user_model().objects.filter(username__in=[row["name"] for row in sample])
    there = set(people.values_list("username", flat=True))
    rows = [
        f"  {row['name']:<10} {row['password']:<24} {row['role']}"
        for row in sample
        if row["name"] in there
    ]
    return ["People of the sample library, to log in as (name, password):", *rows] if rows else []


def _operator() -> list[str]:
    """How to make somebody who may do everything, while there is nobody."""
    if get_user_model().objects.filter(is_superuser=True).exists():
        return []
    return [
        "There is no operator yet, who may do everything. Another terminal makes one:",
        "  make operator",
    ]
