"""`make run`, in a copy of the checkout with a database of its own."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import embedded, serving

OURS = "accounts comments config exchange kit notifications prose static stories templates"

pytestmark = pytest.mark.xdist_group("make run")


@pytest.fixture(scope="module")
def checkout() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="concrit-test-"))
    folder.chmod(0o755)
    for name in OURS.split():
        shutil.copytree(serving.ROOT / name, folder / name)
    shutil.copy(serving.ROOT / "manage.py", folder)
    yield folder
    embedded.remove(folder / ".local" / "postgres")
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def greeting(checkout: Path) -> str:
    """What the very first run says, which ends by Ctrl-C."""
    process = run(checkout, PORT=free_port())
    said = read_until(process, "Concrit is at")
    end(process, signal.SIGINT)
    return said


def run(checkout: Path, **variables: str) -> subprocess.Popen[str]:
    """`make run` in a process group of its own, like a terminal's."""
    kept = {"PATH", "HOME", "LANG", "LC_ALL"} & os.environ.keys()
    return subprocess.Popen(
        [sys.executable, "-m", "config.serving"],
        cwd=checkout,
        env={**{name: os.environ[name] for name in kept}, "PYTHONUNBUFFERED": "1", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def read_until(process: subprocess.Popen[str], pattern: str) -> str:
    said = ""
    for line in process.stdout or ():
        said += line
        if re.search(pattern, line):
            return said
    raise AssertionError(said)


def end(process: subprocess.Popen[str], ending: signal.Signals) -> None:
    os.kill(process.pid, ending)
    process.communicate()


def free_port() -> str:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return str(trial.getsockname()[1])


def test_new_checkout_is_filled_and_tells_who_may_log_in(greeting: str) -> None:
    assert re.search(r"marisol +\S+ +author", greeting)
    assert "make operator" in greeting
    assert "Concrit is at http://127.0.0.1:" in greeting


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_site_answers_and_all_that_was_started_is_stopped(
    checkout: Path, greeting: str, ending: signal.Signals
) -> None:
    port = free_port()
    process = run(checkout, PORT=port)
    read_until(process, f"Concrit is at http://127.0.0.1:{port}/")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as answer:
        assert answer.status == 200
    end(process, ending)
    assert not embedded.is_running(checkout / ".local" / "postgres")
    with socket.socket() as trial:
        assert trial.connect_ex(("127.0.0.1", int(port))) != 0


def test_database_that_ran_before_is_left_running(checkout: Path, greeting: str) -> None:
    embedded.ensure_running(checkout / ".local" / "postgres")
    process = run(checkout, PORT=free_port())
    read_until(process, "Concrit is at")
    end(process, signal.SIGINT)
    assert embedded.is_running(checkout / ".local" / "postgres")


def test_taken_port_is_refused_with_the_way_out() -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        said, _ = run(serving.ROOT, PORT=str(port)).communicate()
    assert said.startswith(f"Port {port} of 127.0.0.1 cannot be had: Address already in use.")
    assert "make run PORT=" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("port", ["http", "0", "65536", "-1", "٨"])
def test_port_that_is_none_is_refused(port: str) -> None:
    said, _ = run(serving.ROOT, PORT=port).communicate()
    assert said.startswith(f"PORT is {port!r}; write a number")


def test_database_that_cannot_be_reached_is_refused_in_words() -> None:
    url = f"postgresql://concrit@127.0.0.1:{free_port()}/concrit"
    said, _ = run(serving.ROOT, PORT=free_port(), DATABASE_URL=url).communicate()
    assert said.startswith("The database that DATABASE_URL names cannot be used: ")
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("wrong", "right"), [("DEBUGG", "DEBUG"), ("PROT", "PORT"), ("HOTS", "HOST")]
)
def test_misspelt_name_is_refused_before_anything_is_begun(wrong: str, right: str) -> None:
    said, _ = run(serving.ROOT, **{wrong: "9"}).communicate()
    assert said == f"{wrong} is set, but is not read; did you mean {right}?\n"


@pytest.mark.parametrize(
    ("url", "told"),
    [("mysql://localhost/x", "DATABASE_URL begins with 'mysql'"), ("", "DATABASE_URL is not set")],
)
def test_database_of_another_kind_is_refused_in_our_words(url: str, told: str) -> None:
    said, _ = run(serving.ROOT, PORT=free_port(), DATABASE_URL=url).communicate()
    assert said.startswith(told)
    assert "Traceback" not in said
