"""What a request asks for: the things and clauses that its verb reaches, right or left."""

from collections.abc import Iterator
from dataclasses import dataclass

from prose.requests.clauses import NEGATIONS, REQUESTS, Clause
from prose.requests.phrasebook import Token

THINGS = {kind: kind for kind in ("error", "critique", "praise", "question")}
POINTS = {"critique_point": "critique", "praise_point": "praise"}
FAULTS = {"fault": "error", "flaw": "critique"}  # asked for only with "if", "about" and the like
_STOPS = (
    *NEGATIONS,
    "neg_past",
    "unwelcome",
    "excuse",
    "thanks",
    "past",
    "brk",
    "say",
    "elsewhere",
    "technical",
)
_MOST_WORDS = 8
_MOST_UNLINKED = 6


@dataclass(frozen=True)
class Found:
    """A kind, and the token that named it."""

    kind: str
    place: int


def things_after(clause: Clause, place: int) -> list[Found]:
    """The things in reach of a verb that takes things: "leave reviews, questions, concrit"."""
    found: list[Found] = []
    words, reporting = 0, False
    for k in range(place + 1, len(clause.tokens)):
        token = clause.tokens[k]
        if _is_end(clause, k) or words > _MOST_WORDS or (not found and token.has("other")):
            break
        if kinds := things_at(clause, k):
            found += [Found(kind, k) for kind in kinds]
            words = 0
        elif token.has("fault") and (reporting or _is_reported(clause, k)):
            found.append(Found("error", k))
        elif token.has("welcome", "glad") or (found and token.has(*REQUESTS)):
            break
        words += weight_at(clause, k)
        reporting = reporting or token.has("report_ing", "ranging")
    return found


def told_after(
    clause: Clause, place: int, *, antecedent: bool = False, within_clause: bool = False
) -> list[Found]:
    """What "tell me" is followed by: clauses, things, or faults after a link such as "if".

    With `antecedent`, "if you see any" means faults.
    """
    found: list[Found] = []
    words, linked, crossed = 0, False, False
    for k in range(place + 1, len(clause.tokens)):
        token = clause.tokens[k]
        crosses = token.text in {",", "-", "("}
        if within_clause and (crosses or _starts_other_request(clause, k)):
            break
        if words > _MOST_WORDS or _ends_telling(clause, k, linked=linked):
            break
        crossed = crossed or crosses
        linked = (linked and not crosses) or _links(token, crossed=crossed)
        kind = kind_at(clause, k, THINGS | POINTS)
        if linked or (words < _MOST_UNLINKED and not crossed):
            kind = kind or kind_at(clause, k, FAULTS)
        if linked and antecedent and token.has("them") and sees_at(clause, k - 1):
            kind = kind or "error"
        if kind:
            found.append(Found(kind, k))
            words = 0
        words += weight_at(clause, k)
    return found


def _starts_other_request(clause: Clause, k: int) -> bool:
    """ "Leave a review and point out …": a request beside, not the review's subject."""
    following = clause.tokens[k + 1 : k + 2]
    other = ("report", "give", "channel", "lead", "take", "take_full")
    return clause.tokens[k].has("andor") and bool(following) and following[0].has(*other)


def _ends_telling(clause: Clause, k: int, *, linked: bool) -> bool:
    token = clause.tokens[k]
    if linked:
        return _is_end(clause, k) and not token.has("past")
    return _is_end(clause, k) or token.has("there", "welcome", "glad")


def _links(token: Token, *, crossed: bool) -> bool:
    return token.has("link", "reader", "seen") or (token.has("cond") and not crossed)


def faults_after(clause: Clause, place: int, *, antecedent: bool = False) -> list[Found]:
    """What "point out", "correct" or "flag" is followed by."""
    found: list[Found] = []
    words = 0
    for k in range(place + 1, len(clause.tokens)):
        token = clause.tokens[k]
        if _is_end(clause, k) or words > _MOST_WORDS or (found and token.has(*REQUESTS)):
            break
        if kind := kind_at(clause, k, FAULTS | {"error": "error", "critique_point": "critique"}):
            found.append(Found(kind, k))
            words = 0
        elif antecedent and token.has("them") and words < 2:
            found.append(Found("error", k))
        words += weight_at(clause, k)
    return found


def things_before(clause: Clause, place: int) -> Iterator[Found]:
    """The things that a predicate is said of: "comments, questions and concrit are welcome"."""
    words, subjects = 0, 0
    for k in range(place - 1, -1, -1):
        token = clause.tokens[k]
        if token.has("brk", "thanks", "excuse", "say", "harmless", "unwelcome", "past", "neg_past"):
            return
        if token.text in {";", "?"} or token.has("take", "take_full", "glad", "know"):
            return
        if words > _MOST_WORDS or (token.has("self", "other") and not token.has("them")):
            return
        if kinds := things_at(clause, k):
            subjects, words = subjects + 1, 0
            yield from (Found(kind, k) for kind in kinds)
        elif token.has("channel"):
            yield Found("praise", k)
        elif token.has("fault") and (_is_reported(clause, k) or _reports(clause, k)):
            yield Found("error", k)
        if subjects and token.has(*NEGATIONS):
            return
        words += weight_at(clause, k)


def _is_end(clause: Clause, k: int) -> bool:
    token = clause.tokens[k]
    return token.text in {";", "?"} or token.has(*_STOPS)


def things_at(clause: Clause, k: int) -> list[str]:
    """The kinds of a thing; "feedback on grammar and style" has two.

    An opinion on what does not work is no praise.
    """
    kinds = [kind for kind in THINGS if clause.tokens[k].has(kind)]
    if kinds == ["praise"] and any(t.has("about") for t in clause.tokens[k + 1 : k + 2]):
        subject = clause.tokens[k + 2 : k + 6]
        named = POINTS | FAULTS
        points = [named[tag] for token in subject for tag in named if token.has(tag)]
        return points[:1] or kinds
    return kinds


def kind_at(clause: Clause, k: int, kinds: dict[str, str]) -> str | None:
    return next((kinds[tag] for tag in kinds if clause.tokens[k].has(tag)), None)


def weight_at(clause: Clause, k: int) -> int:
    token = clause.tokens[k]
    return (
        0 if token.is_sign or token.has("andor", "nor", "reader", "seen", "flames", "place") else 1
    )


def _is_reported(clause: Clause, k: int) -> bool:
    return any(token.has("reported") for token in clause.tokens[k + 1 : k + 4])


def _reports(clause: Clause, k: int) -> bool:
    return any(token.has("report_ing", "ranging") for token in clause.tokens[max(0, k - 5) : k])


def sees_at(clause: Clause, k: int) -> bool:
    return k >= 0 and clause.tokens[k].has("seen", "about")
