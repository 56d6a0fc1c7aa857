"""A note as sentences of plain words, each of which knows where in the note it stood.

Lower case, straight apostrophes, no mark-up, spellings and near misses mended: so that phrases
need to be written once. What stands in quotation marks is somebody's words and not the author's
request: it becomes the one word "quoted".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from unicodedata import normalize

SHORT_QUESTION = 8  # words: "Typos? Tell me." is one request
LONGEST_CHAIN = 24  # words in a row of such questions

_CHARACTERS = str.maketrans("‘’‛´`ʼ“”„«»″ \t", "''''''\"\"\"\"\"\"  ")
_PIECE = re.compile(
    r"""(?P<face>(?<![^\s.,!?])(?:[:;=8][-o^']?[)(\]\[dp3/\\|*]+|\^[_.]?\^|t_t|;_;|o_o|>[_.]<)(?=[\s.,!?]|$))
    |(?P<heart><3+|[\u2665\u2764\u2763]|[\U0001F493-\U0001F49F\U0001F90D\U0001F90E\U0001F9E1])
    |(?P<word>w/o?(?=\s)|b/c|(?:e\.g|i\.e|etc)\.|r\s?(?:&(?:amp;)?|\+)\s?r\b|\#?[^\W_]+(?:'[^\W_]+)*'?)
    |(?P<end>\.{2,}|…+|[.!?\u203d\u3002]+|\n+)
    |(?P<sign>[,;:()\[\]{}/&+="|\u2010-\u2015-])
    |(?P<emoji>[\u2600-\u27bf\U0001F000-\U0001FAFF])
    """,
    re.VERBOSE,
)
_REPEATED = re.compile(r"([^\W\d_])\1{2,}")
_SIGNS = {"[": "(", "]": ")", "{": "(", "}": ")", "/": ",", "|": ";"}


@dataclass(frozen=True)
class Piece:
    """A word or a sign, and its place in the note: `[start, end)` in code points."""

    text: str
    start: int
    end: int


@dataclass
class Sentence:
    pieces: list[Piece] = field(default_factory=list)

    def add(self, text: str, start: int, end: int) -> None:
        self.pieces += [Piece(word, start, end) for word in text.split()]

    @property
    def asks_shortly(self) -> bool:
        """Are the words since the last question mark few, and the whole not long?"""
        words = [piece.text for piece in self.pieces]
        since = words[::-1].index("?") if "?" in words else len(words)
        return since <= SHORT_QUESTION and len(words) <= LONGEST_CHAIN


def sentences_in(note: str, mend: Callable[[str], str]) -> list[Sentence]:
    """The sentences of a note. `mend` gives the words that a typed word stands for."""
    text = "".join(folded(char) for char in note.translate(_CHARACTERS))
    sentences = [Sentence()]
    for match in _PIECE.finditer(text):
        kind, typed = match.lastgroup, match[0]
        if kind == "end" and _ends_sentence(text, match, sentences[-1]):
            if typed.startswith("?"):
                sentences[-1].add("?", *match.span())
            sentences.append(Sentence())
            continue
        sentences[-1].add(_written(kind or "", typed, text, match, mend), *match.span())
    return [_without_quotes(sentence) for sentence in sentences if sentence.pieces]


def folded(char: str) -> str:
    """The letter in lower case without its accents; always one code point, so places stay."""
    lower = normalize("NFD", char)[0].lower()
    return lower if len(lower) == 1 else char


def _ends_sentence(text: str, match: re.Match[str], sentence: Sentence) -> bool:
    typed, following = match[0], text[match.end() : match.end() + 1]
    if typed.startswith("\n"):
        return len(typed) > 1 or not _is_soft_wrap(text, match)
    if "?" in typed:
        return not sentence.asks_shortly
    if typed[0] == "…" or typed.startswith(".."):
        return not re.match(r"\s*[a-z]", text[match.end() :])
    return not following or not following.isalnum()


def _is_soft_wrap(text: str, match: re.Match[str]) -> bool:
    """A line end within a paragraph that was wrapped: the line is long, or the next goes on."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return len(line) > 50 and not line.rstrip().endswith((".", "!", "?", ":"))


def _written(
    kind: str, typed: str, text: str, match: re.Match[str], mend: Callable[[str], str]
) -> str:
    match kind:
        case "word":
            word = _REPEATED.sub(r"\1", typed.rstrip("'"))
            return mend(re.sub(r"\s|amp;", "", word) if "&" in word or "+" in word else word)
        case "heart":
            return "♥"
        case "face" | "emoji":
            return ","
        case "end":
            return "" if typed.startswith("\n") else "?" if "?" in typed else ","
    between = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
    if typed in "-‐‑" and between.isalnum() and len(between) == 2:
        return ""
    return _SIGNS.get(typed, "-" if typed in "-‐‑‒–—―" else typed)


def _without_quotes(sentence: Sentence) -> Sentence:
    marks = [number for number, piece in enumerate(sentence.pieces) if piece.text == '"']
    kept = list(sentence.pieces)
    for opening, closing in reversed(list(zip(marks[::2], marks[1::2], strict=False))):
        inside = sentence.pieces[opening + 1 : closing]
        if len(inside) > 1:
            inside = [Piece("quoted", inside[0].start, inside[-1].end)]
        kept[opening : closing + 1] = inside
    return Sentence([piece for piece in kept if piece.text != '"'])
