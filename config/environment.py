"""Strict readers of environment variables.

A value that is missing or misspelt stops the start with one sentence which says which variable,
what it holds and what it may hold. Nothing is guessed.
"""

import difflib
import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ON = {"1", "on", "true", "yes"}
OFF = {"0", "off", "false", "no"}


def text(name: str, *, default: str | None = None) -> str:
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"{name} is not set, and there is no safe default for it.")
    return default


def switch(name: str, *, default: bool) -> bool:
    value = text(name, default="on" if default else "off").lower()
    if value not in ON | OFF:
        raise ImproperlyConfigured(f"{name} is {value!r}; write 'on' or 'off'.")
    return value in ON


def number(name: str, *, default: int) -> int:
    value = text(name, default=str(default))
    if not value.isascii() or not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number, like {default}.")
    return int(value)


def names(name: str, *, default: str | None = None) -> list[str]:
    """A comma-separated list, blanks around its items dropped."""
    return [item for part in text(name, default=default).split(",") if (item := part.strip())]


def origin(name: str, *, default: str | None = None) -> str:
    """The scheme and host of a site, `https://example.org`, without a path."""
    value = text(name, default=default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.path:
        raise ImproperlyConfigured(f"{name} is {value!r}; write it like 'https://stories.example'.")
    return value


def database(url: str) -> dict[str, Any]:
    """Django's settings for a `postgresql://user:password@host:port/name?option=value` URL."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}.") from error
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with {parts.scheme!r}; Concrit needs 'postgresql://…'."
        )
    if not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL names no database: 'postgresql://host/name'.")
    return {
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": _options(parts.query),
    }


def mail(url: str) -> dict[str, Any]:
    """Django's mail settings for `console:`, `file:///folder` or `smtp(s)://user:pw@host:port`."""
    parts = urlsplit(url)
    backend = "django.core.mail.backends."
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": backend + "console.EmailBackend"}
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": backend + "filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme in {"smtp", "smtps"} and parts.hostname:
        return {
            "EMAIL_BACKEND": backend + "smtp.EmailBackend",
            "EMAIL_HOST": parts.hostname,
            "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        }
    raise ImproperlyConfigured(
        f"EMAIL_URL is {url!r}; write 'console:', 'file:///folder' or 'smtp://user:pw@host:587'."
    )


def refuse_misspelt(known: Iterable[str]) -> None:
    """Stop on a variable whose name is nearly one of ours: a typo would be silently ignored."""
    known = set(known)
    for name in os.environ.keys() - known:
        close = difflib.get_close_matches(name, known, n=1, cutoff=0.9)
        if close and close[0] not in os.environ:
            raise ImproperlyConfigured(f"{name} is set, but is not read; did you mean {close[0]}?")


def _options(query: str) -> dict[str, Any]:
    return dict(parse_qsl(query))
