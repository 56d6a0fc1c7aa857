"""What a bare "tell me" looks back to: "if you spot a typo, …", "Any mistakes? …"."""

from prose.requests.clauses import NEGATIONS, Clause
from prose.requests.gathering import (
    FAULTS,
    POINTS,
    THINGS,
    Found,
    kind_at,
    sees_at,
    weight_at,
)
from prose.requests.phrasebook import Token

_MOST_CLAUSES = 5


def told_before(clause: Clause, place: int, *, antecedent: bool = False) -> list[Found]:
    """The things and clauses in the clauses before `place`, nearest first."""
    end, found = place, list[Found]()
    for _ in range(_MOST_CLAUSES):
        start = _clause_start(clause, end)
        more = _supposed(clause, start, end, antecedent=antecedent)
        if more is None or (found and not _is_list_item(clause, start, end)):
            break
        found += more
        if start == 0 or clause.tokens[start - 1].text == ";":
            break
        end = start - 1
    return found


def has_question_before(clause: Clause, place: int) -> bool:
    """ "If you have questions, …", "Confused? …" """
    before = clause.tokens[:place]
    supposed = any(token.has("suppose", "cond") or token.text == "?" for token in before)
    return any(found.kind == "question" for found in told_before(clause, place)) or (
        supposed and any(token.has("puzzled") for token in before)
    )


def _is_list_item(clause: Clause, start: int, end: int) -> bool:
    """Things alone: "typos", in "typos, plot holes, clunky bits: tell me"."""
    tags = (*THINGS, *POINTS, *FAULTS, "andor", "nor", "adverb", "cond")
    return all(token.has(*tags) for token in clause.tokens[start:end])


def _clause_start(clause: Clause, end: int) -> int:
    for k in range(end - 1, -1, -1):
        if clause.tokens[k].is_sign:
            return k + 1
    return 0


def _supposed(clause: Clause, start: int, end: int, *, antecedent: bool) -> list[Found] | None:
    """What is supposed between two places; None where the way back is barred."""
    found: list[Found] = []
    condition, words = False, 0
    for k in range(start, end):
        token = clause.tokens[k]
        if token.has(*NEGATIONS, "neg_past") and found:
            break  # "if you find one that I did not"
        if _bars(token, at_start=k == start) or (token.has("there") and not condition):
            return None
        kind = kind_at(clause, k, THINGS | POINTS | FAULTS)
        if kind and (condition or words == 0):
            found.append(Found(kind, k))
        elif antecedent and _stands_for_faults(clause, k, end):
            found.append(Found("error", k))
        condition = condition or token.has("cond", "link", "reader", "seen", "maybe_lead")
        words += weight_at(clause, k) and not token.has("adverb", "lead", "place")
    return found


def _bars(token: Token, *, at_start: bool) -> bool:
    if token.has("brk"):
        return not at_start and not token.has("hence")
    return token.has(*NEGATIONS, "neg_past", "thanks", "say", "excuse", "unwelcome", "elsewhere")


def _stands_for_faults(clause: Clause, k: int, end: int) -> bool:
    """ "If you see any", "if there are", after faults have been spoken of."""
    token = clause.tokens[k]
    if token.has("them"):
        return sees_at(clause, k - 1)
    return token.has("there") and (k + 1 == end or clause.tokens[k + 1].has("them"))
