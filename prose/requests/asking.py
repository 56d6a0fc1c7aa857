"""One sentence of an author's note, and what it asks for or refuses, by the rules beside this.

A request is a cue (an asking verb, a word of welcome) and a thing of a kind within one clause.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prose.requests.clauses import Clause, Mood
from prose.requests.gathering import Found
from prose.requests.phrasebook import Token


@dataclass(frozen=True)
class Asking:
    """One request or refusal: the kind and the tokens from `first` to `last` that show it."""

    kind: str
    is_refusal: bool
    first: int
    last: int


def kinds_named(tokens: list[Token]) -> frozenset[str]:
    tags = {"error": "error", "fault": "error", "critique": "critique", "question": "question"}
    tags |= {"praise": "praise", "channel": "praise"}
    return frozenset(kind for token in tokens for tag, kind in tags.items() if token.has(tag))


@dataclass(frozen=True)
class Asker:
    """One sentence, and whether faults ("them") were spoken of just before it."""

    clause: Clause
    antecedent: bool = False
    recent: frozenset[str] = frozenset()

    def kinds_before(self, place: int) -> frozenset[str]:
        """What "them" may mean: the kinds named before in the sentence, else in the last one."""
        return kinds_named(self.clause.tokens[:place]) or self.recent

    def judged(self, found: Found, place: int, mood: Mood) -> Iterator[Asking]:
        """The asking that a cue at `place` and a thing found make, if any."""
        first, last = sorted((found.place, place))
        if mood is Mood.UNTOUCHED or self.clause.is_withdrawn_after(last):
            return
        if mood is Mood.REFUSED and self._is_restricted(found, place):
            return
        yield Asking(found.kind, mood is Mood.REFUSED, first, last)

    def _is_restricted(self, found: Found, place: int) -> bool:
        """ "No concrit on the romance", "no harsh criticism": not refused as such."""
        between = self.clause.tokens[min(place, found.place) : found.place + 1]
        if any(token.has("harsh") for token in between):
            return True
        after = self.clause.tokens[found.place + 1 : found.place + 3]
        return bool(after) and (
            after[0].has("restrict")
            or (after[0].has("adverb", "place") and after[-1].has("restrict"))
        )


Rule = Callable[[Asker, int], Iterator[Asking]]
