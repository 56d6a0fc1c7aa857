"""Requests that only name the thing: "concrit please", "Concrit? Always!", "no concrit"."""

import re
from collections.abc import Iterator

from prose.requests.asking import Asker, Asking
from prose.requests.clauses import Clause, Mood
from prose.requests.gathering import THINGS, Found, things_at
from prose.requests.welcoming import shared_refusal

_LONGEST_SUBJECT = 9
_SUBJECT = re.compile(r" (?:on|about|for) ")


def named(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Concrit please", "only constructive criticism", "Concrit? Always!", "no concrit"."""
    clause = asker.clause
    if clause.tokens[place].has("channel"):
        return
    for kind in things_at(clause, place):
        if _is_refused_thing(clause, place):
            yield from asker.judged(Found(kind, place), place, Mood.REFUSED)
        elif _is_granted_thing(clause, place):
            yield from asker.judged(Found(kind, place), place, clause.mood_before(place))


def _is_refused_thing(clause: Clause, place: int) -> bool:
    after = clause.tokens[place + 1 : place + 3]
    if len(after) == 2 and after[0].text in {":", "-", "?"} and after[1].has("neg_thing"):
        return True
    for k in range(place - 1, max(-1, place - 4), -1):
        if clause.tokens[k].has("neg_thing"):
            return not clause.tokens[place].has("praise") or _is_pleaded(clause, place)
        if clause.tokens[k].is_sign:
            break
    return shared_refusal(clause, place, Mood.ASKED) is Mood.REFUSED


def _is_granted_thing(clause: Clause, place: int) -> bool:
    if _is_pleaded(clause, place):
        return True
    k = place - 1
    while k >= 0 and (clause.tokens[k].has("adverb", "andor") or _is_listed(clause, k)):
        k -= 1
    if k >= 0 and clause.tokens[k].has("plea", "only"):
        return not clause.tokens[place].has("question")
    return _is_whole_question(clause, place)


def _is_listed(clause: Clause, k: int) -> bool:
    """Another thing of the same list: "please concrit, brit-pick, anything"."""
    token = clause.tokens[k]
    return token.text == "," or (token.has("error", "critique") and not token.has("channel"))


def _is_pleaded(clause: Clause, place: int) -> bool:
    """Is "please", "only" or "yes" said after it, or after the list that it begins?"""
    after = clause.tokens[place + 1 :]
    while len(after) > 1 and after[0].has("andor") and after[1].has(*THINGS):
        after = after[2:]
    after = [token for token in after if not token.has("place")][:3]
    if not after:
        return False
    if after[0].text in {",", ":", "?", "-"} and len(after) > 1:
        return after[1].has("yes") or (after[1].has("plea") and len(after) == 2)
    ends = len(after) == 1 or after[1].is_sign or after[1].has("plea")
    return after[0].has("plea", "only", "yes") and (
        ends or (after[0].has("plea") and after[1].has("brk", "andor"))
    )


def _is_whole_question(clause: Clause, place: int) -> bool:
    """ "Thoughts?", "Any thoughts on the ending?" """
    after = clause.tokens[place + 1 :]
    if not after or clause.tokens[place].has("question"):
        return False
    if after[0].has("about") or _SUBJECT.search(clause.tokens[place].text):
        after = [token for token in after[:_LONGEST_SUBJECT] if token.is_sign]
    if not after or after[0].text != "?":
        return False
    start = max((k + 1 for k in range(place) if clause.tokens[k].is_sign), default=0)
    return all(token.has("adverb", "andor", "nor", "brk") for token in clause.tokens[start:place])
