"""What a chapter's text says to its readers: notes that stand in the body, and what notes invite.

All of it is a proposal to the author. Nothing here writes.
"""

from dataclasses import dataclass

from prose.inviting import Invitation, invited_kinds
from prose.notes import lift_notes
from prose.sanitizing import sanitize_note
from stories.models import Chapter, Revision
from stories.requesting import effective_request


@dataclass(frozen=True)
class Recognized:
    """The notes and the body as they would be, as HTML; `lifted` are the notes found in the body.
    `evidence` gives the words of the notes by which each of `kinds` is invited; `refused` are
    the kinds that they ask readers not to give."""

    note_before: str
    note_after: str
    body: str
    lifted: tuple[str, ...]
    kinds: tuple[str, ...]
    refused: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]


def recognize(revision: Revision, language: str) -> Recognized:
    found = lift_notes(revision.html)
    before = "\n".join(filter(None, (revision.note_before, found.note_before)))
    after = "\n".join(filter(None, (found.note_after, revision.note_after)))
    # Together, as a reader takes them: a note at the end may take back what one before invited.
    asked = invited_kinds("\n\n".join(map(_text, (before, after))), language)
    return Recognized(
        note_before=before,
        note_after=after,
        body=found.body,
        lifted=tuple(filter(None, (found.note_before, found.note_after))),
        kinds=asked.kinds,
        refused=asked.refused,
        evidence=tuple(_telling(asked)),
    )


def is_worth_a_review(chapter: Chapter, revision: Revision, before: Revision | None) -> bool:
    """Whether `revision` says something that its author has not been asked about: that neither
    the request confirms nor the revision `before`, on which it was written, said already."""
    found = recognize(revision, chapter.story.language)
    known = recognize(before, chapter.story.language) if before else None
    if found.lifted and (known is None or known.lifted != found.lifted):
        return True
    if known is not None and (known.kinds, known.refused) == (found.kinds, found.refused):
        return False
    request = effective_request(chapter)
    confirmed = set(request.kinds) if request else set()
    return bool(set(found.kinds) - confirmed or set(found.refused) & confirmed)


def _telling(found: Invitation) -> list[tuple[str, str]]:
    """Kinds with the words that invite them, without words that stand within longer ones."""
    spans = {(each.kind, each.start, each.end): each for each in found.evidence}
    return [
        (kind, each.text)
        for (kind, start, end), each in spans.items()
        if not any(
            k == kind and s <= start and end <= e and (s, e) != (start, end) for k, s, e in spans
        )
    ]


def _text(note: str) -> str:
    return sanitize_note(note).text if note else ""
