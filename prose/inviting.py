"""What an author's note invites: read from its words, proposed to the author, never assumed."""

from dataclasses import dataclass

from prose.requests.asking import Asker, Asking, kinds_named
from prose.requests.clauses import Clause
from prose.requests.phrasebook import Phrasebook, Token, languages, phrasebook
from prose.requests.rules import askings_in
from prose.requests.withdrawing import is_jest, takes_all_back
from prose.requests.wording import sentences_in

KINDS = ("error", "critique", "question", "praise")
_MEMORY = 2  # sentences: how long "them" may mean the typos spoken of before


@dataclass(frozen=True)
class Evidence:
    """The words that invite a kind: `[start, end)` in code points of the note."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Invitation:
    """`kinds` and `refused` (those that the note asks not to be given) in the order of `KINDS`;
    `tone` is "gentle", "brutal" or empty."""

    kinds: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    refused: tuple[str, ...] = ()
    tone: str = ""


def invited_kinds(note: str, language: str = "en") -> Invitation:
    """The kinds of feedback that a plain-text note asks readers for.

    Refusals anywhere in the note win over requests of the same kind. An unknown language means
    every language's phrases are tried; English ones always are.
    """
    code = language.split("-")[0].lower()
    codes = {code, "en"} if code in languages() else set(languages())
    books = [phrasebook(code) for code in sorted(codes)]
    asked: list[Evidence] = []
    refused: set[str] = set()
    for tokens, asking in (each for book in books for each in _askings(note, book)):
        if asking.is_refusal:
            refused.add(asking.kind)
        else:
            start, end = tokens[asking.first].start, tokens[asking.last].end
            asked.append(Evidence(asking.kind, start, end, note[start:end]))
    evidence = [found for found in dict.fromkeys(asked) if found.kind not in refused]
    invited = {found.kind for found in evidence}
    return Invitation(
        kinds=tuple(kind for kind in KINDS if kind in invited),
        evidence=tuple(sorted(evidence, key=lambda found: (found.start, found.end))),
        refused=tuple(kind for kind in KINDS if kind in refused),
        tone=next((tone for book in books for tone in [_tone(note, book)] if tone), ""),
    )


def _askings(note: str, book: Phrasebook) -> list[tuple[list[Token], Asking]]:
    found: list[tuple[list[Token], Asking]] = []
    last: list[Token] = []
    since_fault = _MEMORY + 1
    recent = frozenset[str]()
    for sentence in sentences_in(note, book.mend):
        tokens = book.tokens(sentence)
        names_fault = any(token.has("fault", "error", "own_faults") for token in tokens)
        since_fault = 0 if names_fault else since_fault + 1
        asker = Asker(Clause(tokens), antecedent=since_fault <= _MEMORY, recent=recent)
        recent = kinds_named(tokens)
        if takes_all_back(tokens):
            found = []
        elif is_jest(tokens):
            found = [meant for meant in found if meant[0] is not last]
        found += [(tokens, asking) for asking in askings_in(asker)]
        last = tokens
    return found


def _tone(note: str, book: Phrasebook) -> str:
    text = " ".join(
        piece.text for sentence in sentences_in(note, book.mend) for piece in sentence.pieces
    )
    return next((tone for tone, phrases in book.tones.items() if phrases.search(text)), "")
