"""Locks on open files: held until the last process that inherited the file closes it."""

import fcntl
from typing import IO


def lock(file: IO[bytes]) -> None:
    """Wait for the lock."""
    fcntl.flock(file, fcntl.LOCK_EX)


def try_lock(file: IO[bytes]) -> bool:
    """Take the lock if it is free, or held by this file already; says whether."""
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
