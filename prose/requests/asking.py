"""One sentence of an author's note, and what it asks for or refuses, by the rules beside this.

A request is a cue (an asking verb, a word of welcome) and a thing of a kind within one clause.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prose.requests.clauses import NEGATIONS, Clause, Mood
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
    """The kinds that a sentence speaks of, asked for or not, save those it says no to."""
    return frozenset(
        kind
        for before, token in zip([None, *tokens], tokens, strict=False)
        for tag, kind in _NAMES.items()
        if token.has(tag) and not (before and before.has(*NEGATIONS))
    )


_NAMES = {
    "error": "error",
    "fault": "error",
    "flaw": "critique",
    "own_faults": "error",
    "critique": "critique",
    "critique_point": "critique",
    "critique_asked": "critique",
    "question": "question",
    "praise": "praise",
    "channel": "praise",
}


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
        if self.clause.is_usual_only(last) or self._is_told_as_past(last):
            return
        if mood is Mood.REFUSED and self._is_restricted(found, place):
            return
        yield Asking(found.kind, mood is Mood.REFUSED, first, last)

    def _is_told_as_past(self, last: int) -> bool:
        """ "Asking for opinions was a mistake." """
        return any(token.has("past") for token in self.clause.tokens[last + 1 : last + 2])

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
