"""Requests to be told: "let me know if", "leave a comment", "I'll answer"."""

from collections.abc import Iterator

from prose.requests.asking import Asker, Asking
from prose.requests.clauses import Clause
from prose.requests.gathering import Found, things_after, told_after
from prose.requests.supposing import has_question_before, told_before


def told(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Let me know if …", "…, tell me"."""
    clause = asker.clause
    if clause.is_imperative(place, loose=True):
        mood = clause.mood_before(place)
        for found in _named_around(asker, place) or _implied(asker, place):
            yield from asker.judged(found, place, mood)


def told_if_led(asker: Asker, place: int) -> Iterator[Asking]:
    """ "I'd love it if you told me …" """
    if asker.clause.follows_lead(place):
        yield from told(asker, place)


def _named_around(asker: Asker, place: int, *, within_clause: bool = False) -> list[Found]:
    clause, antecedent = asker.clause, asker.antecedent
    after = told_after(clause, place, antecedent=antecedent, within_clause=within_clause)
    return after or told_before(clause, place, antecedent=antecedent)


def _implied(asker: Asker, place: int) -> list[Found]:
    """What "tell me" asks for when nothing of a kind stands around it."""
    token = asker.clause.tokens[place]
    before = asker.kinds_before(place)
    if (asker.antecedent and token.has("tell_them")) or _is_to_be_fixed(asker.clause, place):
        return [Found("error", place)]
    if token.has("hand_over") or (before - {"praise"} and _is_all(asker.clause, place)):
        return [Found(kind, place) for kind in sorted(before)]
    if _is_bare(asker.clause, place) and before <= {"praise"}:
        return [Found("praise", place)]
    return []


def _is_all(clause: Clause, place: int) -> bool:
    """ "Please tell me!", and nothing else."""
    others = [token for k, token in enumerate(clause.tokens) if k != place]
    return all(token.is_sign or token.has("lead", "adverb", "place", "brk") for token in others)


def _purpose(clause: Clause, place: int, *, is_praise: bool) -> list[Found]:
    """What a comment is to be about, none when that cannot be told: "if you want a sequel"."""
    rest = clause.tokens[place + 1 :]
    if any(token.has("pointing") for token in rest[:2]) or _is_to_be_fixed(clause, place):
        return [Found("error", place)]
    if has_question_before(clause, place):
        return [Found("question", place)]
    supposed = any(token.has("suppose", "seen") for token in clause.tokens[:place])
    unclear = any(token.has("errand") for token in rest) or (supposed and not is_praise)
    return [] if unclear else [Found("praise", place)]


def _is_to_be_fixed(clause: Clause, place: int) -> bool:
    """ "If anything looks garbled, tell me so I can fix it." """
    fixes = any(token.has("so_fix") for token in clause.tokens[place + 1 : place + 6])
    supposed = any(token.has("suppose", "cond", "seen") for token in clause.tokens)
    return fixes and supposed and not any(token.has("technical") for token in clause.tokens)


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
    around = _named_around(asker, place, within_clause=True)
    if all(found.kind == "praise" for found in around):
        around = _purpose(clause, place, is_praise=bool(around))
    for found in around:
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
