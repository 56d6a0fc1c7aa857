"""What takes a request back: "Concrit? Please don't.", "anything but concrit", "jk"."""

from collections.abc import Iterator

from prose.requests.asking import Asker, Asking
from prose.requests.clauses import Clause
from prose.requests.gathering import things_at
from prose.requests.phrasebook import Token

_NEAR = 4
_JEST_WORDS = 4


def answered_no(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Is concrit welcome? Absolutely not." """
    before = asker.clause.tokens[:place]
    if not before or before[-1].text != "?":
        return
    start = max((k + 1 for k in range(place - 1) if before[k].text in {"?", ";"}), default=0)
    named = {kind for k in range(start, place) for kind in things_at(asker.clause, k)}
    for kind in sorted(named):
        yield Asking(kind, True, start, place)


def all_but(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Everything except concrit is welcome." """
    clause = asker.clause
    for k in range(place + 1, min(place + _NEAR, len(clause.tokens))):
        if kinds := things_at(clause, k):
            yield from (Asking(kind, True, place, k) for kind in kinds)
            return


def is_elsewhere(clause: Clause, asking: Asking) -> bool:
    """ "On my other story concrit is welcome; …" """
    k = asking.first - 1
    while k >= 0 and (clause.tokens[k].text == "," or clause.tokens[k].has("adverb")):
        k -= 1
    begins = k <= 0 or clause.tokens[k - 1].is_sign or clause.tokens[k - 1].has("brk", "andor")
    return k >= 0 and begins and clause.tokens[k].has("elsewhere")


def is_jest(tokens: list[Token]) -> bool:
    """A sentence that says of the one before it that it was not meant."""
    words = [token for token in tokens if not token.is_sign]
    return len(words) <= _JEST_WORDS and bool(words) and words[0].has("jest")


def takes_all_back(tokens: list[Token]) -> bool:
    """ "I'm taking that back": nothing asked for so far holds."""
    return any(token.has("taken_back") for token in tokens)
