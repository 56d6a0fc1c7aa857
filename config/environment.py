"""Strict readers of environment variables.

A value that is missing or misspelt stops the start with one sentence which says which variable,
what it holds and what it may hold. Nothing is guessed.
"""

import os
import re
from email.utils import parseaddr
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

READ = (
    "DEBUG SECRET_KEY DATABASE_URL SITE_URL ALLOWED_HOSTS EMAIL_URL EMAIL_FROM SECURE_PROXY".split()
)
ON = {"1", "on", "true", "yes"}
OFF = {"0", "off", "false", "no"}
_HOST = re.compile(r"[\w](?:[\w.-]*\w)?|\[[0-9a-fA-F:.]+\]")
_ORIGIN = re.compile(rf"https?://(?:{_HOST.pattern})(?::[0-9]+)?")


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
    if not _ORIGIN.fullmatch(value) or not _has_port_in_range(value):
        raise ImproperlyConfigured(f"{name} is {value!r}; write it like 'https://stories.example'.")
    return value


def host_of(site: str) -> str:
    """The host of an origin as requests name it: an IPv6 address keeps its brackets."""
    return re.sub(r":[0-9]+$", "", urlsplit(site).netloc)


def hosts(name: str, *, default: str | None = None) -> list[str]:
    """Names and addresses of machines, `.example.org` for all below one, `*` for any."""
    given = names(name, default=default)
    for host in given:
        if host != "*" and not _HOST.fullmatch(host.removeprefix(".")):
            raise ImproperlyConfigured(
                f"{name} holds {host!r}; write names of hosts alone, like 'stories.example'."
            )
    return given


def sender(name: str, *, default: str | None = None) -> str:
    """An email address, alone or as in `Concrit <site@stories.example>`."""
    value = text(name, default=default)
    before, at, domain = parseaddr(value)[1].rpartition("@")
    if not (before and at and domain) or " " in before + domain:
        raise ImproperlyConfigured(
            f"{name} is {value!r}; write an email address, like 'Concrit <site@stories.example>'."
        )
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
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"EMAIL_URL cannot be read: {error}.") from error
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
            "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 587),
            "EMAIL_HOST_USER": unquote(parts.username or ""),
            "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
            "EMAIL_USE_SSL": parts.scheme == "smtps",
            "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        }
    raise ImproperlyConfigured(
        f"EMAIL_URL is {url!r}; write 'console:', 'file:///folder' or 'smtp://user:pw@host:587'."
    )


def _has_port_in_range(value: str) -> bool:
    try:
        return urlsplit(value).port != 0
    except ValueError:
        return False


def _options(query: str) -> dict[str, Any]:
    return dict(parse_qsl(query))
