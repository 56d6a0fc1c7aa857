"""Loaded by pytest before everything: tests run on an embedded server of their own.

Its data is thrown away, so it does not wait for the disk. A DATABASE_URL given from outside wins.
"""

import os
from pathlib import Path
from typing import IO

import django
import pytest

from config import embedded
from kit.locking import share, try_lock

DATA_DIR = Path(__file__).resolve().parent / ".local" / "postgres-test"
UNSAFE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}

os.environ["DEBUG"] = "on"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's synchronous API runs an event loop.
RUNS: IO[bytes] | None = None  # a lock that all runs share; who has it alone is the last one
if "DATABASE_URL" not in os.environ:
    DATA_DIR.parent.mkdir(exist_ok=True)
    RUNS = DATA_DIR.with_name("test-runs.lock").open("ab")
    share(RUNS)
    url = embedded.ensure_running(DATA_DIR, settings=UNSAFE)
    os.environ["DATABASE_URL"] = f"{url}_{os.getpid()}"  # runs at one time do not meet
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
django.setup()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have measured, which workers cannot: `record_property("figures", …)`."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, figures in report.user_properties:
            if name == "figures":
                terminalreporter.write_line(figures)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the server with the last run that uses it."""
    if RUNS is not None:
        if try_lock(RUNS):
            embedded.remove(DATA_DIR)
        RUNS.close()
