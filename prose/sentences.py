"""Sentences and words of a block of text, for readers who pick a passage without a pointer.

A full stop ends a sentence when space follows it and what comes next could begin one. That is
wrong now and then, in ways a reader can mend by picking words; what matters is that the spans
cover every word, in order, and split no grapheme cluster.
"""

from collections.abc import Iterable
from itertools import pairwise

import regex

from prose.spans import snap

_WORD_EDGE = regex.compile(r"(?w)\b")
_HAS_LETTER = regex.compile(r"[\p{L}\p{N}]")
_LINE = regex.compile(r"[^\n]+")

_MARK = r"[\p{M}\u200d]*"
#: A French closing quote has a space before it, which a German opening one has too.
_CLOSING = rf"(?:(?:[\"'”’»›)\]}}」』）】〉》*_]|[ \u00a0\u202f]»(?=\s|$)){_MARK})*"
_STOP = regex.compile(
    rf"(?P<western>(?:[.!?…؟۔।॥։።‽]{_MARK})+{_CLOSING}(?=\s|$))"
    rf"|(?P<eastern>(?:[。！？．｡]{_MARK})+{_CLOSING}(?![。！？．｡]))"
)
_GOES_ON = regex.compile(r"[\s\"'“‘„«‹(\[—–-]*\p{Ll}|\s*[,;:،؛—–]")
_EASTERN_GOES_ON = regex.compile(r"と|って|という")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}.'’-]*$")

#: Before a name, never the end of a sentence.
_TITLES = frozenset(
    "Adm Brig Capt Cmdr Col Cpl Dr Dra Fr Frl Gen Gov Hon Hr Lieut Lt Maj Messrs Mgr Mlle Mme Mr"
    " Mrs Ms Mt Mx Nr Pres Prof Pvt Rep Rev Sen Sgt Sr Sra Srta St Ste cf e.g i.e vs bzw ca d.h"
    " z.B".split()
)
#: Before a number, and otherwise words like any other.
_COUNTED = frozenset("no nos vol fig p pp op ch art".split())
_NUMBER_NEXT = regex.compile(r"\s*\p{N}")
_INITIAL = regex.compile(r"(?:\p{Lu}\.)*\p{Lu}")


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences in `text[start:end]`, without the space around them.

    Each line is apart, so that a line of a poem can be picked.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text, start, end):
        begin = line.start()
        for stop in _STOP.finditer(text, begin, line.end()):
            if _ends_sentence(text, stop, line.end()):
                spans.append((begin, stop.end()))
                begin = stop.end()
        spans.append((begin, line.end()))
    return _whole(text, (_stripped(text, *span) for span in spans))


def words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the words in `text[start:end]`, by Unicode's word boundaries (UAX 29)."""
    edges = [match.start() for match in _WORD_EDGE.finditer(text, start, end)]
    spans = pairwise(edges)
    return _whole(text, (span for span in spans if _HAS_LETTER.search(text, *span)))


def _ends_sentence(text: str, stop: "regex.Match[str]", line_end: int) -> bool:
    after = stop.end()
    if after >= line_end:
        return True
    if stop["eastern"]:
        return not _EASTERN_GOES_ON.match(text, after, line_end)
    if _GOES_ON.match(text, after, line_end):
        return False
    return stop[0] != "." or not _is_abbreviated(text, stop.start())


def _is_abbreviated(text: str, dot: int) -> bool:
    """Whether the word before the full stop is a title, an initial or the like."""
    last = _LAST_WORD.search(text, max(0, dot - 12), dot)
    word = last[0] if last else ""
    if word.lower() in _COUNTED:
        return bool(_NUMBER_NEXT.match(text, dot + 1))
    return word in _TITLES or (bool(_INITIAL.fullmatch(word)) and word != "I")


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _whole(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that are not empty, of whole grapheme clusters, those that then meet as one."""
    whole: list[tuple[int, int]] = []
    for start, end in spans:
        if start >= end:
            continue
        start, end = snap(text, start, end)
        if whole and start < whole[-1][1]:
            start = whole.pop()[0]
        whole.append((start, end))
    return whole
