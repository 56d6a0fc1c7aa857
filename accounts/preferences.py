"""How a reader wants pages to look, kept on the account, or on the device for strangers.

Both keep the same short text, `theme=dark&size=4`; whatever is unknown in it is left out.
"""

from dataclasses import asdict, dataclass, fields
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest

COOKIE = "reading"
CHOICES: dict[str, tuple[str, ...]] = {
    "theme": ("system", "light", "sepia", "dark"),
    "font": ("serif", "sans", "dyslexic"),
    "size": ("1", "2", "3", "4", "5", "6", "7"),
    "width": ("narrow", "medium", "wide"),
    "leading": ("tight", "normal", "loose"),
    "feedback": ("hidden", "shown"),
    "shortcuts": ("on", "off"),
}


@dataclass(frozen=True)
class ReadingPreferences:
    theme: str = "system"
    font: str = "serif"
    size: str = "3"
    width: str = "medium"
    leading: str = "normal"
    feedback: str = "hidden"
    shortcuts: str = "on"

    @classmethod
    def parse(cls, kept: str) -> Self:
        """Read what `str()` wrote; values that are not among the choices become the defaults."""
        pairs = dict(parse_qsl(kept[:400]))
        return cls(**{name: v for name, v in pairs.items() if v in CHOICES.get(name, ())})

    def __str__(self) -> str:
        changed = {f.name: getattr(self, f.name) for f in fields(self)}
        return urlencode({k: v for k, v in changed.items() if v != type(self).__dict__[k]})

    def as_dict(self) -> dict[str, str]:
        return asdict(self)


def preferences_of(request: HttpRequest) -> ReadingPreferences:
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return ReadingPreferences.parse(user.reading)
    return ReadingPreferences.parse(request.COOKIES.get(COOKIE, ""))


def reading_preferences(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `reading` for the attributes of `<html>`."""
    return {"reading": preferences_of(request)}
