"""Spans of text: half-open `[start, end)`, in code points, never through a grapheme cluster."""

from dataclasses import dataclass

import regex

_CLUSTER = regex.compile(r"\X")


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
    return _cluster_at(text, start)[0], _end_of_cluster(text, end)


def is_valid_span(text: str, start: int, end: int) -> bool:
    """Whether the span is inside the text, not empty, and splits no grapheme cluster."""
    return 0 <= start < end <= len(text) and snap(text, start, end) == (start, end)


def quote(text: str, start: int, end: int, context: int = 32) -> Quote:
    """The passage, with at most `context` code points of whole clusters on each side."""
    before = min(_end_of_cluster(text, max(0, start - context)), start)
    after = max(_cluster_at(text, min(len(text), end + context))[0], end)
    return Quote(text[start:end], text[before:start], text[end:after])


def _end_of_cluster(text: str, place: int) -> int:
    """`place` when it is between clusters, otherwise the end of the one that it is in."""
    start, end = _cluster_at(text, place)
    return place if place == start else end


def _cluster_at(text: str, place: int) -> tuple[int, int]:
    """The cluster that starts at `place` or goes across it; at the end of the text an empty one."""
    for cluster in _CLUSTER.finditer(text, _sure_boundary(text, place)):
        if cluster.end() > place:
            return cluster.span()
    return len(text), len(text)


def _sure_boundary(text: str, place: int) -> int:
    """The last place up to `place` that no rule can join: a line's start, or between two ASCIIs."""
    place = min(place, len(text) - 1)
    while place > 0 and text[place - 1] != "\n":
        if text[place - 1] < "\x7f" and text[place] < "\x7f" and text[place - 1] != "\r":
            break
        place -= 1
    return max(place, 0)
