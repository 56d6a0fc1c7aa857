"""Spans of text: half-open `[start, end)`, in code points, never through a grapheme cluster."""

from dataclasses import dataclass

import regex

_CLUSTER = regex.compile(r"\X")
#: Clusters are looked for from this far before a place, at a line end if there is one.
_LOOK_BACK = 256


@dataclass(frozen=True)
class Quote:
    """A passage with what stands around it (Web Annotation's TextQuoteSelector)."""

    exact: str
    prefix: str
    suffix: str


def snap(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest span of whole grapheme clusters around the given one, kept inside the text."""
    start = min(max(start, 0), len(text))
    end = min(max(end, start), len(text))
    return _boundary_before(text, start), _boundary_after(text, end)


def is_valid_span(text: str, start: int, end: int) -> bool:
    """Whether the span is inside the text, not empty, and splits no grapheme cluster."""
    return 0 <= start < end <= len(text) and snap(text, start, end) == (start, end)


def quote(text: str, start: int, end: int, context: int = 32) -> Quote:
    """The passage, with about `context` code points of whole clusters on each side."""
    before = _boundary_after(text, max(0, start - context))
    after = _boundary_before(text, min(len(text), end + context))
    return Quote(text[start:end], text[min(before, start) : start], text[end : max(after, end)])


def _boundary_before(text: str, place: int) -> int:
    cluster = _cluster_around(text, place)
    return cluster[0]


def _boundary_after(text: str, place: int) -> int:
    start, end = _cluster_around(text, place)
    return place if start == place else end


def _cluster_around(text: str, place: int) -> tuple[int, int]:
    """The cluster that `place` is in or starts; at the end of the text, an empty one."""
    if place >= len(text):
        return len(text), len(text)
    for match in _CLUSTER.finditer(text, _safe_start(text, place)):
        if match.end() > place:
            return match.span()
    return place, place


def _safe_start(text: str, place: int) -> int:
    """A place at or before `place` where a cluster surely starts."""
    line = text.rfind("\n", 0, place)
    return line + 1
