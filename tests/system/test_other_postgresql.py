"""DATABASE_URL leads to any PostgreSQL from version 14 on, with nothing else to change."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ = """
from django.test import Client
from stories.models import Chapter
addresses = ["/"]
for chapter in Chapter.objects.exclude(published_revision=None).select_related("story"):
    addresses += [chapter.story.get_absolute_url(), chapter.get_absolute_url()]
for address in addresses:
    answer = Client().get(address, follow=True)  # a one-shot's page leads to its chapter
    assert answer.status_code == 200, f"{address}: {answer.status_code}"
print(len(addresses), "pages were read")
"""

pytestmark = pytest.mark.system


def manage(url: str, *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    surroundings = {**os.environ, "DATABASE_URL": url, "DEBUG": "on", "ALLOWED_HOSTS": "testserver"}
    done = subprocess.run(
        command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_site_is_made_and_read_on_the_distributions_postgresql(debian_postgresql: str) -> None:
    manage(debian_postgresql, "migrate")
    manage(debian_postgresql, "load_sample_library")
    assert "pages were read" in manage(debian_postgresql, "shell", "-c", READ)
