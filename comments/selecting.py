"""A selection of a chapter's text, checked against the revision that it was made on."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.access import Refusal, Viewer, visible_revisions
from comments.choices import PlacementState
from comments.models import Passage, Placement, Thread
from comments.writing import is_blank
from prose.spans import Quote, quote, snap
from stories.models import Chapter, Revision

LONGEST = 2000
NOT_THERE = gettext_lazy("These words are not in the chapter. Open it again and select them anew.")


@dataclass(frozen=True)
class Selection:
    """`[start, end)` of the revision's text, in code points, on whole letters."""

    revision: Revision
    start: int
    end: int
    quote: Quote

    def keep(self, thread: Thread) -> None:
        """Write it down as what `thread` is about; on its own revision it is in place."""
        at = {"start": self.start, "end": self.end, "revision_id": self.revision.pk}
        around = {"prefix": self.quote.prefix, "suffix": self.quote.suffix}
        own = {"story_id": thread.story_id, "thread": thread}
        Passage.objects.create(exact=self.quote.exact, **own, **at, **around)
        Placement.objects.create(state=PlacementState.EXACT, **own, **at)


def select(
    viewer: Viewer,
    chapter: Chapter,
    *,
    revision_id: int | None,
    start: int | None,
    end: int | None,
) -> Selection:
    """Raises `Refusal` for what is not text that `viewer` could have selected."""
    revisions = visible_revisions(viewer, chapter).only("id", "text", "published_at")
    revision = revisions.filter(pk=revision_id).first()
    if revision is None or start is None or end is None:
        raise Refusal(NOT_THERE)
    if not 0 <= start < end <= len(revision.text):
        raise Refusal(NOT_THERE)
    start, end = snap(revision.text, start, end)
    if end - start > LONGEST:
        limit = {"limit": f"{LONGEST:,}"}
        raise Refusal(_("Select less: a passage may have at most %(limit)s characters.") % limit)
    if is_blank(revision.text[start:end]):
        raise Refusal(_("Select some words: there are none in this selection."))
    return Selection(revision, start, end, _quote(revision.text, start, end))


def _quote(text: str, start: int, end: int) -> Quote:
    """With context as wide as its columns, however long the letters at its ends are."""
    found = quote(text, start, end)
    return Quote(found.exact, found.prefix[-64:], found.suffix[:64])
