"""Story files, plain text or Markdown, as chapters with their notes and what they invite."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext_lazy as _

from prose.decoding import Unreadable, text_of_file, unreadable
from prose.dividing import Divided, Part, divide_plain
from prose.dividing_markdown import divide_markdown
from prose.inviting import invited_kinds
from prose.markdown import html_from_markdown
from prose.notes import lift_notes
from prose.pasting import html_from_plain
from prose.sanitizing import Refused, sanitize, sanitize_note

__all__ = ["ImportedChapter", "ImportedStory", "Unreadable", "read_story"]

_TITLE_LIMIT = 255
_LONGEST_PREAMBLE = 1_500
_PLAIN, _MARKDOWN = (".txt", ".text"), (".md", ".markdown")
_WRONG_KIND = _("“{name}” is neither a .txt nor a .md file.")
_REFUSED = _("“{name}” cannot be taken. {reason}")


@dataclass(frozen=True)
class ImportedChapter:
    """`html` and the notes are sanitized; `text` is the plain text of `html`."""

    title: str
    note_before: str
    note_after: str
    invites: tuple[str, ...]
    html: str
    text: str


@dataclass(frozen=True)
class ImportedStory:
    title: str
    chapters: list[ImportedChapter]


def read_story(name: str, data: bytes, *, language: str = "") -> ImportedStory:
    """The story in a file called `name`. Raises Unreadable.

    `language` is that of its notes; when it is not known, the phrases of all are tried.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in _PLAIN + _MARKDOWN:
        raise unreadable(_WRONG_KIND, name)
    text = text_of_file(name, data)
    is_plain = ending in _PLAIN
    divided = divide_plain(text) if is_plain else divide_markdown(text)
    to_html = html_from_plain if is_plain else html_from_markdown
    title = (divided.title or _title_from_name(name))[:_TITLE_LIMIT]
    try:
        chapters = [_chapter(part, to_html, language) for part in _with_preamble(divided, title)]
    except Refused as refusal:
        raise unreadable(_REFUSED, name, reason=refusal.reason) from refusal
    return ImportedStory(title, chapters)


def _chapter(part: Part, to_html: Callable[[str], str], language: str) -> ImportedChapter:
    lifted = lift_notes(to_html(part.source))
    before, after = sanitize_note(lifted.note_before), sanitize_note(lifted.note_after)
    body = sanitize(lifted.body)
    return ImportedChapter(
        title=part.title[:_TITLE_LIMIT],
        note_before=before.html,
        note_after=after.html,
        invites=invited_kinds(f"{before.text}\n\n{after.text}", language).kinds,
        html=body.html,
        text=body.text,
    )


def _with_preamble(divided: Divided, title: str) -> list[Part]:
    """What stands above the first heading opens the first chapter; a long text is its own."""
    preamble = divided.preamble.strip()
    if not preamble:
        return divided.parts
    if len(preamble) > _LONGEST_PREAMBLE:
        return [Part(title, preamble), *divided.parts]
    first = divided.parts[0]
    return [Part(first.title, f"{preamble}\n\n***\n\n{first.source}"), *divided.parts[1:]]


def _title_from_name(name: str) -> str:
    title = re.sub(r"[\s_-]+", " ", PurePath(name).stem).strip()
    return title[:1].upper() + title[1:] if title.islower() else title or name
