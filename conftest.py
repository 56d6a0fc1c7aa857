"""Loaded by pytest before everything: tests run on an embedded server of their own.

Its data is thrown away, so it does not wait for the disk. A DATABASE_URL given from outside wins.
"""

import os
from pathlib import Path

import django
import psycopg
import pytest

from config import embedded

DATA_DIR = Path(__file__).resolve().parent / ".local" / "postgres-test"
UNSAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

os.environ["DEBUG"] = "on"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's synchronous API runs an event loop.
if "DATABASE_URL" not in os.environ:
    os.environ["DATABASE_URL"] = embedded.ensure_running(DATA_DIR, settings=UNSAFE)
    os.environ["CONCRIT_TESTS_OWN_SERVER"] = "1"
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server with the last run that uses it."""
    is_worker = hasattr(config, "workerinput")
    if not is_worker and os.environ.pop("CONCRIT_TESTS_OWN_SERVER", ""):
        _stop_if_unused()


def _stop_if_unused() -> None:
    others = "select count(*) from pg_stat_activity where datname is not null"
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        is_used = connection.execute(f"{others} and pid <> pg_backend_pid()").fetchone() != (0,)
    if not is_used:
        embedded.stop(DATA_DIR)
