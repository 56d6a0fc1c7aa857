"""Programs that a newcomer would not have: found, else installed by root, else the test fails."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

APT = (["apt-get", "update", "-qq"], ["apt-get", "install", "-qq", "--yes", "postgresql"])


@pytest.fixture(scope="session")
def debian_postgresql() -> Iterator[str]:
    """The DATABASE_URL of a server of the distribution's PostgreSQL, reached by TCP."""
    binaries = _binaries() or _install()
    folder = Path(tempfile.mkdtemp(prefix="concrit-system-"))
    nobody: dict[str, Any] = {}
    if os.geteuid() == 0:
        shutil.chown(folder, "nobody")
        account = pwd.getpwnam("nobody")
        nobody = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    port = _free_port()

    def run(program: str, *arguments: str) -> None:
        with (folder / "output").open("ab") as output:
            command = [str(binaries / program), *arguments]
            subprocess.run(command, cwd=folder, stdout=output, stderr=output, check=True, **nobody)

    data = str(folder / "data")
    options = f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
    run("initdb", "-D", data, "-U", "concrit", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    run("pg_ctl", "-D", data, "-w", "-o", options, "start")
    run("createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "concrit", "concrit")
    yield f"postgresql://concrit@127.0.0.1:{port}/concrit"
    run("pg_ctl", "-D", data, "-m", "fast", "stop")
    shutil.rmtree(folder)


def _binaries() -> Path | None:
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(found, key=lambda path: int(path.parent.name), default=None)


def _install() -> Path:
    assert os.geteuid() == 0, "This test needs PostgreSQL: apt-get install postgresql"
    for command in APT:
        subprocess.run(command, check=True)
    binaries = _binaries()
    assert binaries is not None, "Debian's package brought no PostgreSQL."
    return binaries


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
