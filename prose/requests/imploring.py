"""Requests whole in themselves, or to do something: "point out typos", "be brutal", "ask away"."""

from collections.abc import Iterator

from prose.requests.asking import Asker, Asking, Rule
from prose.requests.clauses import NEGATIONS, Clause, Mood
from prose.requests.gathering import Found, faults_after
from prose.requests.supposing import has_question_before


def reported(asker: Asker, place: int) -> Iterator[Asking]:
    clause = asker.clause
    if clause.is_imperative(place):
        yield from _faults_asked(asker, place)


def _faults_asked(asker: Asker, place: int) -> Iterator[Asking]:
    mood = asker.clause.mood_before(place)
    around = faults_after(asker.clause, place, antecedent=asker.antecedent)
    for found in around or _fault_before_lead(asker.clause, place):
        yield from asker.judged(found, place, mood)


def _fault_before_lead(clause: Clause, place: int) -> list[Found]:
    """ "Typos you can point out all you want." """
    is_led = place > 1 and clause.tokens[place - 1].has("lead")
    return [Found("error", place)] if is_led and clause.tokens[place - 2].has("fault") else []


def invited_to_report(asker: Asker, place: int) -> Iterator[Asking]:
    """ "It would be great if you pointed out …", "don't be shy about pointing out …" """
    if asker.clause.follows_lead(place):
        yield from _faults_asked(asker, place)


def plain(kind: str, *, lead_needed: bool) -> Rule:
    def rule(asker: Asker, place: int) -> Iterator[Asking]:
        clause = asker.clause
        granted = clause.follows_lead(place) or (
            lead_needed and kind == "question" and _is_about_puzzle(clause, place)
        )
        if granted or (not lead_needed and clause.is_imperative(place)):
            yield from asker.judged(Found(kind, place), place, clause.mood_before(place))

    return rule


def _is_about_puzzle(clause: Clause, place: int) -> bool:
    """ "Confused? Ask!", "ask if anything needs explaining" """
    puzzled = any(token.has("puzzled") for token in clause.tokens[place:])
    return has_question_before(clause, place) or (puzzled and clause.is_imperative(place))


def opinion_asked(asker: Asker, place: int) -> Iterator[Asking]:
    """ "What do you think?" """
    after = asker.clause.tokens[place + 1 : place + 2]
    if not after or after[0].text == "?":
        yield Asking("praise", False, place, place)


def criticism_asked(asker: Asker, place: int) -> Iterator[Asking]:
    """ "What can I do to improve this?" """
    tokens = asker.clause.tokens
    is_question = "?" in {tokens[-1].text, *(token.text for token in tokens[place + 1 : place + 2])}
    if is_question and asker.clause.mood_before(place) is Mood.ASKED:
        yield Asking("critique", False, place, place)


def kept_coming(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Thanks for all the corrections, keep them coming!" """
    for kind in sorted(asker.kinds_before(place)):
        yield from asker.judged(Found(kind, place), place, asker.clause.mood_before(place))


def listed(asker: Asker, place: int) -> Iterator[Asking]:
    """ "Be as picky as you like: commas, plot holes, anything." """
    clause = asker.clause
    asks = any(token.has(*_ASKING) for token in clause.tokens[:place])
    if asks and not any(token.has(*NEGATIONS, "neg_past", "thanks") for token in clause.tokens):
        for found in faults_after(clause, place):
            yield from asker.judged(found, place, Mood.ASKED)


_ASKING = ("do_critique", "do_error", "ask_critique", "tell", "take", "take_full", "know", "lead")
