"""Requests to be told: "let me know if", "leave a comment", "I'll answer"."""

from collections.abc import Iterator

from prose.requests.asking import Asker, Asking
from prose.requests.clauses import Clause
from prose.requests.gathering import (
    Found,
    has_question_before,
    things_after,
    told_after,
    told_before,
)


def told(asker: Asker, place: int) -> Iterator[Asking]:
    clause = asker.clause
    if not clause.is_imperative(place, loose=True):
        return
    mood = clause.mood_before(place)
    around = told_after(clause, place, antecedent=asker.antecedent) or told_before(
        clause, place, antecedent=asker.antecedent
    )
    if not around and asker.antecedent and clause.tokens[place].has("tell_them"):
        around = [Found("error", place)]
    if not around and clause.tokens[place].has("hand_over"):
        around = [Found(kind, place) for kind in sorted(asker.kinds_before(place))]
    if not around and _is_bare(clause, place) and asker.kinds_before(place) <= {"praise"}:
        around = [Found("praise", place)]
    for found in around:
        yield from asker.judged(found, place, mood)


def told_if_led(asker: Asker, place: int) -> Iterator[Asking]:
    """ "I'd love it if you told me …" """
    if asker.clause.follows_lead(place):
        yield from told(asker, place)


def _is_bare(clause: Clause, place: int) -> bool:
    """ "Let me know in the comments!" """
    rest = clause.tokens[place + 1 :]
    in_comments = any(token.has("place") and not token.has("below") for token in rest)
    return in_comments and not any(token.has("suppose", "technical", "fault") for token in rest)


def wished_to_know(asker: Asker, place: int) -> Iterator[Asking]:
    clause = asker.clause
    if clause.is_first_person(place):
        mood = clause.mood_before(place)
        around = told_after(clause, place, antecedent=asker.antecedent) or told_before(
            clause, place, antecedent=asker.antecedent
        )
        for found in around:
            yield from asker.judged(found, place, mood)


def hoped_to_hear(asker: Asker, place: int) -> Iterator[Asking]:
    """ "I'd love to hear from you!" """
    clause = asker.clause
    asks_for_more = told_after(clause, place)
    if clause.is_first_person(place) and not asks_for_more:
        yield from asker.judged(Found("praise", place), place, clause.mood_before(place))


def channelled(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Leave a comment" calls for praise, unless the comment is to say something else."""
    clause = asker.clause
    if not clause.is_imperative(place) or _is_compound(clause, place):
        return
    mood = clause.mood_before(place)
    around = told_after(
        clause, place, antecedent=asker.antecedent, within_clause=True
    ) or told_before(clause, place, antecedent=asker.antecedent)
    if any(token.has("pointing") for token in clause.tokens[place + 1 : place + 3]):
        around = [Found("error", place)]
    elif not around and has_question_before(clause, place):
        around = [Found("question", place)]
    elif not around and any(token.has("errand") for token in clause.tokens[place + 1 :]):
        return
    says_more = any(found.kind != "praise" for found in around)
    for found in around if says_more else [Found("praise", place)]:
        yield from asker.judged(found, place, mood)


def channelled_if_led(asker: Asker, place: int) -> Iterator[Asking]:
    """ "It would mean a lot if you left a comment" """
    if asker.clause.follows_lead(place):
        yield from channelled(asker, place)


def answered(asker: Asker, place: int) -> Iterator[Asking]:
    """ "If you have questions, I'll answer them." """
    clause = asker.clause
    following = clause.tokens[place + 1 : place + 2]
    is_past = bool(following) and following[0].has("definite")
    after = [] if is_past else things_after(clause, place)
    if not after and has_question_before(clause, place):
        after = [Found("question", place)]
    for found in after:
        if found.kind == "question":
            yield from asker.judged(found, place, asker.clause.mood_before(place))


def _is_compound(clause: Clause, place: int) -> bool:
    """ "Comment moderation", "review schedule": the verb's look, but a noun."""
    following = clause.tokens[place + 1 : place + 2]
    single = " " not in clause.tokens[place].text
    return single and bool(following) and not (following[0].is_sign or following[0].tags)
