"""Locks on open files: held until the last process that inherited the file closes it."""

import fcntl
from typing import IO


def lock(file: IO[bytes]) -> None:
    """Wait for the lock."""
    fcntl.flock(file, fcntl.LOCK_EX)


def share(file: IO[bytes]) -> None:
    """Wait for a lock that others may share, but nobody may have alone."""
    fcntl.flock(file, fcntl.LOCK_SH)


def try_lock(file: IO[bytes]) -> bool:
    """Take the lock for this file alone, if no other one has it; says whether."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
