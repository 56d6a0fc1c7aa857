"""What a chapter's text says to its readers: notes that stand in the body, and what notes invite.

All of it is a proposal to the author. Nothing here writes.
"""

from dataclasses import dataclass

from prose.inviting import KINDS, Invitation, invited_kinds
from prose.notes import lift_notes
from prose.sanitizing import sanitize_note
from stories.models import Chapter, Revision
from stories.requesting import effective_request


@dataclass(frozen=True)
class Recognized:
    """The notes and the body as they would be, as HTML; `lifted` are the notes found in the body.
    `evidence` gives the words of the notes by which each of `kinds` is invited."""

    note_before: str
    note_after: str
    body: str
    lifted: tuple[str, ...]
    kinds: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]


def recognize(revision: Revision, language: str) -> Recognized:
    found = lift_notes(revision.html)
    before = "\n".join(filter(None, (revision.note_before, found.note_before)))
    after = "\n".join(filter(None, (found.note_after, revision.note_after)))
    asked = [invited_kinds(_text(note), language) for note in (before, after)]
    kinds = {kind for invitation in asked for kind in invitation.kinds}
    return Recognized(
        note_before=before,
        note_after=after,
        body=found.body,
        lifted=tuple(filter(None, (found.note_before, found.note_after))),
        kinds=tuple(kind for kind in KINDS if kind in kinds),
        evidence=tuple(pair for found in asked for pair in _telling(found)),
    )


def is_worth_a_review(chapter: Chapter, revision: Revision, before: Revision | None) -> bool:
    """Whether `revision` says something that its author has not been asked about: that neither
    the request confirms nor the revision `before`, on which it was written, said already."""
    found = recognize(revision, chapter.story.language)
    known = recognize(before, chapter.story.language) if before else None
    if found.lifted and (known is None or known.lifted != found.lifted):
        return True
    request = effective_request(chapter)
    confirmed = set(request.kinds) if request else set()
    return bool(set(found.kinds) - confirmed) and (known is None or known.kinds != found.kinds)


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
