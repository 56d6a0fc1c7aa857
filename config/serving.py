"""`make run`: the site on this machine, for trying out and for development.

Whatever this process starts, the embedded database too, it stops when it ends.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import django
import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from config import embedded
from config import environment as env
from config.greeting import greet
from config.misspelling import refuse_misspelt

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
EVERY_ADDRESS = {"0.0.0.0", "::"}


def main() -> None:
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, signal.default_int_handler)
    refuse_misspelt([*env.READ, "HOST", "PORT"])  # before some of them are given a value here
    host, port = _address()
    _name_the_site(host, port)
    _refuse_a_taken_port(host, port)
    is_embedded = "DATABASE_URL" not in os.environ
    was_running = is_embedded and embedded.is_running()
    try:
        _start_the_database() if is_embedded else _try_the_database(os.environ["DATABASE_URL"])
        _fill_the_database()
        sys.exit(_serve(host, port))
    except KeyboardInterrupt:
        print()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        if is_embedded and not was_running:
            embedded.stop()


def _address() -> tuple[str, int]:
    host, port = os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "8000"
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        sys.exit(f"PORT is {port!r}; write a number from 1 to 65535, as in: make run PORT=8001")
    return host, int(port)


def _name_the_site(host: str, port: int) -> None:
    """Let the settings agree with the address that is served, where they are not given."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("DEBUG", "on")
    os.environ.setdefault("SITE_URL", _origin(host, port))
    if host in EVERY_ADDRESS:
        os.environ.setdefault("ALLOWED_HOSTS", "*")
    elif host not in LOOPBACK:
        os.environ.setdefault("ALLOWED_HOSTS", f"localhost,127.0.0.1,[::1],{_bracketed(host)}")


def _origin(host: str, port: int) -> str:
    return f"http://{_bracketed('127.0.0.1' if host in EVERY_ADDRESS else host)}:{port}"


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _refuse_a_taken_port(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            sys.exit(
                f"Port {port} of {host} cannot be had: {error.strerror}. "
                f"Choose another one, as in: make run PORT={port % 65535 + 1}"
            )


def _start_the_database() -> None:
    if not embedded.DATA_DIR.exists():
        print("Making the database …", flush=True)
    embedded.ensure_running()


def _try_the_database(url: str) -> None:
    env.database(env.text("DATABASE_URL"))
    try:
        psycopg.connect(url, connect_timeout=5).close()
    except psycopg.Error as error:
        sys.exit(f"The database that DATABASE_URL names cannot be used: {error}")


def _fill_the_database() -> None:
    django.setup()
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False)
    call_command("load_sample_library", "--if-empty")


def _serve(host: str, port: int) -> int:
    """Run Django's server, which starts itself anew when the code changes, until it ends."""
    command = [sys.executable, "manage.py", "runserver", f"{_bracketed(host)}:{port}"]
    quieter = os.environ | {"DJANGO_RUNSERVER_HIDE_WARNING": "true"}
    with subprocess.Popen(command, cwd=ROOT, env=quieter) as site:
        try:
            greeting = greet(_origin(host, port))
            _leave_the_database()
            while site.poll() is None and not _answers(host, port):
                time.sleep(0.1)
            if site.poll() is None:
                print(greeting, flush=True)
            return site.wait()
        finally:
            site.terminate()


def _leave_the_database() -> None:
    database: Any = connection
    database.close()
    database.close_pool()


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=5).close()
    except OSError:
        return False
    return True


if __name__ == "__main__":
    try:
        main()
    except (embedded.EmbeddedPostgresError, ImproperlyConfigured) as refusal:
        sys.exit(str(refusal))
