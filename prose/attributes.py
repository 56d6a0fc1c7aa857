"""The attribute values that are kept; what is not understood is dropped."""

import re
from collections.abc import Callable, Mapping

from prose.allowlist import ATTRIBUTES, ATTRIBUTES_OF_ALL
from prose.characters import collapse, compose, storable

REL = "nofollow noopener ugc"
MAX_VALUE = 2_000

_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_LENGTH = re.compile(r"[0-9]{1,4}%?")
_NUMBER = re.compile(r"-?[0-9]{1,6}")
_WEB = re.compile(r"https?://[^\s/?#\\]+([/?#].*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@]+@.+", re.IGNORECASE)
_FRAGMENT = re.compile(r"#\S+")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def clean_attributes(element: str, attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes that `element` keeps, `href` first and the others by name.

    A link to a place in the same text keeps its `#name` as given: whether there is such a
    place is known only when the text has been read to its end.
    """
    if not attributes:
        return {}
    allowed = ATTRIBUTES_OF_ALL | ATTRIBUTES.get(element, frozenset())
    names = sorted(allowed & attributes.keys(), key=lambda name: (name != "href", name))
    values = ((name, _clean(element, name, attributes[name])) for name in names)
    return {name: value for name, value in values if value is not None}


def _clean(element: str, name: str, value: str) -> str | None:
    value = storable(value).strip()
    if len(value) > MAX_VALUE:
        return None
    if name == "type":
        return value if value in _TYPES[element] else None
    return _CLEANERS[name](value)


def _text(value: str) -> str | None:
    return compose(collapse(value))


def _one_of(*words: str) -> Callable[[str], str | None]:
    return lambda value: value.lower() if value.lower() in words else None


def _shaped(shape: re.Pattern[str]) -> Callable[[str], str | None]:
    return lambda value: value if shape.fullmatch(value) else None


def _span(value: str) -> str | None:
    return str(int(value)) if re.fullmatch("[0-9]{1,3}", value) and int(value) else None


def _number(value: str) -> str | None:
    return str(int(value)) if _NUMBER.fullmatch(value) else None


def _url(*shapes: re.Pattern[str]) -> Callable[[str], str | None]:
    """Our own look at the scheme: bleach lets `javascript:123` through as if it were a host."""

    def clean(value: str) -> str | None:
        value = re.sub(r"[\t\n]", "", value).replace(" ", "%20")
        known = any(shape.fullmatch(value) for shape in shapes)
        return value if known and not _UNPRINTABLE.search(value) else None

    return clean


_SECURE = re.compile("https" + _WEB.pattern.removeprefix("https?"), re.IGNORECASE)
_TYPES = {
    "ol": {"1", "a", "A", "i", "I"},
    "ul": {"disc", "circle", "square"},
    "li": {"1", "a", "A", "i", "I", "disc", "circle", "square"},
}
_CLEANERS: dict[str, Callable[[str], str | None]] = {
    "align": _one_of("left", "right", "center", "justify", "top", "middle", "bottom"),
    "alt": _text,
    "cite": _url(_WEB),
    "colspan": _span,
    "dir": _one_of("ltr", "rtl", "auto"),
    "height": _shaped(_LENGTH),
    "href": _url(_WEB, _MAIL, _FRAGMENT),
    "lang": _shaped(_LANGUAGE),
    "open": lambda value: "",
    "rowspan": _span,
    "scope": _one_of("row", "col", "rowgroup", "colgroup"),
    "src": _url(_SECURE),
    "start": _number,
    "title": _text,
    "width": _shaped(_LENGTH),
}
