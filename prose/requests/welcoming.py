"""Requests by a word of welcome or a wish: "concrit is welcome", "I'd love reviews"."""

from collections.abc import Iterator

from prose.requests.asking import Asker, Asking
from prose.requests.clauses import NEGATIONS, Clause, Mood
from prose.requests.gathering import THINGS, Found, things_after, things_before, told_after
from prose.requests.supposing import told_before

_NEAR = 3


def welcomed(asker: Asker, place: int) -> Iterator[Asking]:
    clause = asker.clause
    for found in things_before(clause, place):
        if _is_wondered(clause, found.place):
            return
        denied = _denied_between(clause, found.place, place)
        mood = _flip(clause.mood_before(found.place), denied=denied)
        mood = shared_refusal(clause, found.place, mood)
        if clause.tokens[place].has("unwelcome"):
            mood = _flip(mood, denied=True)
        yield from asker.judged(found, place, mood)


def welcomed_near(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Concrit wanted": participles that mean welcome only right after the thing."""
    k = place - 1
    while k > 0 and asker.clause.tokens[k].has("adverb"):
        k -= 1
    if k >= 0 and asker.clause.tokens[k].has("error", "critique", "praise", "question"):
        after = asker.clause.tokens[place + 1 : place + 2]
        if not after or after[0].is_sign or after[0].has("brk", "andor", "plea", "place"):
            yield from welcomed(asker, place)


def _is_wondered(clause: Clause, place: int) -> bool:
    """ "I don't know if concrit is welcome", "Is concrit welcome?" """
    k = place - 1
    while k > 0 and (clause.tokens[k].has("adverb", "andor", *THINGS)):
        k -= 1
    before = clause.tokens[max(0, k)]
    return before.has("suppose") or (before.has("inverted") and clause.tokens[-1].text == "?")


def _denied_between(clause: Clause, start: int, end: int) -> bool:
    return any(token.has(*NEGATIONS) for token in clause.tokens[start + 1 : end])


def _flip(mood: Mood, *, denied: bool) -> Mood:
    if not denied or mood is Mood.UNTOUCHED:
        return mood
    return Mood.REFUSED if mood is Mood.ASKED else Mood.UNTOUCHED


def shared_refusal(clause: Clause, place: int, mood: Mood) -> Mood:
    """ "No flames, criticism or corrections": the `no` goes for all of a list joined by "or"."""
    if mood is not Mood.ASKED:
        return mood
    joined = False
    for k in range(place - 1, -1, -1):
        token = clause.tokens[k]
        joined = joined or token.has("nor")
        if token.has("neg_thing"):
            return Mood.REFUSED if joined else mood
        listed = token.has("error", "critique", "praise", "question", "flames", "nor", "adverb")
        if not listed and token.text != ",":
            return mood
    return mood


def taken(asker: Asker, place: int) -> Iterator[Asking]:
    clause = asker.clause
    if not clause.is_first_person(place):
        return
    following = clause.tokens[place + 1 : place + 2]
    if clause.tokens[place].has("like") and following and following[0].has("definite"):
        return
    mood = clause.mood_before(place)
    around = things_after(clause, place)
    if not around and following and following[0].has("them"):
        around = told_before(clause, place)  # "Questions, concrit, I want it all"
    for found in around:
        yield from asker.judged(found, place, mood)


def so_are(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Concrit is welcome, and so are corrections." """
    if any(token.has("welcome", "glad") for token in asker.clause.tokens[:place]):
        for found in things_after(asker.clause, place):
            yield from asker.judged(found, place, Mood.ASKED)


def taken_in_full(asker: Asker, place: int) -> Iterator[Asking]:
    for found in [*things_after(asker.clause, place), *_clauses_after(asker, place)]:
        yield from asker.judged(found, place, asker.clause.mood_before(place))


def _clauses_after(asker: Asker, place: int) -> list[Found]:
    return [
        found
        for found in told_after(asker.clause, place)
        if asker.clause.tokens[found.place].has("critique_point", "praise_point")
    ]


def given(asker: Asker, place: int) -> Iterator[Asking]:
    clause = asker.clause
    if not clause.is_imperative(place):
        return
    mood = clause.mood_before(place)
    around = things_after(clause, place)
    if not around and any(token.has("them") for token in clause.tokens[place + 1 : place + 2]):
        around = [Found(kind, place) for kind in sorted(asker.kinds_before(place))]
    for found in around:
        yield from asker.judged(found, place, mood)


def given_if_led(asker: Asker, place: int) -> Iterator[Asking]:
    """ "I'd be so happy if someone gave me concrit." """
    if asker.clause.follows_lead(place):
        yield from given(asker, place)


def offered(asker: Asker, place: int) -> Iterator[Asking]:
    """ "If you feel like giving concrit, please do!" """
    clause = asker.clause
    if clause.follows_lead(place + 1):
        for found in things_after(clause, place)[:1]:
            if found.place - place <= _NEAR:
                yield from asker.judged(found, place, Mood.ASKED)
