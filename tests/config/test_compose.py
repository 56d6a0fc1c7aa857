"""`docker-compose.yml`, as read by the real Compose."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import compose
import pytest

from config import environment, settings

ROOT = Path(settings.__file__).resolve().parent.parent
COMPOSE = Path(compose.__file__).parent / "docker-compose"
FILLED_IN = {
    "SECRET_KEY": "any",
    "DATABASE_PASSWORD": "pass",
    "SITE_URL": "https://stories.example",
    "EMAIL_URL": "console:",
    "EMAIL_FROM": "stories@stories.example",
}


def read(variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    command = [COMPOSE, "--env-file", "/dev/null", "config", "--format", "json"]
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    done = read(FILLED_IN)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["services"]


def test_site_waits_for_a_healthy_and_migrated_database(services: dict[str, Any]) -> None:
    waits_for = services["site"]["depends_on"]
    assert waits_for["database"]["condition"] == "service_healthy"
    assert waits_for["migrate"]["condition"] == "service_completed_successfully"
    assert services["migrate"]["depends_on"]["database"]["condition"] == "service_healthy"


def test_database_is_kept_where_version_18_of_its_image_puts_it(services: dict[str, Any]) -> None:
    assert services["database"]["image"] == "postgres:18"
    assert [volume["target"] for volume in services["database"]["volumes"]] == [
        "/var/lib/postgresql"
    ]


def test_site_is_published_on_this_machine_alone(services: dict[str, Any]) -> None:
    assert [port["host_ip"] for port in services["site"]["ports"]] == ["127.0.0.1"]
    assert "ports" not in services["database"]


def test_site_is_given_all_that_its_settings_read_and_nothing_else(
    services: dict[str, Any],
) -> None:
    assert set(services["site"]["environment"]) == set(environment.READ)
    assert services["site"]["environment"]["DEBUG"] == "off"


@pytest.mark.parametrize("missing", FILLED_IN)
def test_missing_value_stops_the_start_and_is_named(missing: str) -> None:
    done = read({name: value for name, value in FILLED_IN.items() if name != missing})
    assert done.returncode != 0
    assert f"variable {missing} is missing a value" in done.stderr


def test_example_of_the_environment_names_every_variable_that_compose_reads() -> None:
    read_by_compose = re.findall(r"\$\{(\w+)", (ROOT / "docker-compose.yml").read_text())
    named = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert set(named) == set(read_by_compose)
