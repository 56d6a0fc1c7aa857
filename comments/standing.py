"""Where threads stand in a text: those on a revision, in its order, and those that are not."""

from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from comments.access import Viewer, visible_threads
from comments.models import Placement
from comments.models.thread import ThreadQuerySet
from stories.models import Chapter

MOST = 5000


def standing_on(viewer: Viewer, story_id: int, revision_id: int) -> ThreadQuerySet:
    """Feedback placed on a revision, in text order, each with `start`, `end` and `place`."""
    rows = visible_threads(viewer, story_id).feedback().standing()
    placed = rows.filter(
        placements__story_id=story_id,
        placements__revision_id=revision_id,
        placements__start__isnull=False,
    ).annotate(start=F("placements__start"), end=F("placements__end"), place=F("placements__state"))
    return placed.order_by("start", "pk")


def starts_on(viewer: Viewer, story_id: int, revision_id: int) -> list[int]:
    """Where the threads on a revision begin, in order."""
    standing = standing_on(viewer, story_id, revision_id)
    starts = standing.values_list("placements__start", flat=True)[:MOST]
    return [start for start in starts if start is not None]


def not_standing_on(viewer: Viewer, chapter: Chapter, revision_id: int) -> ThreadQuerySet:
    """The chapter's other feedback: on earlier versions, or on the chapter as a whole."""
    here: Any = Placement.objects.filter(
        story_id=chapter.story_id,
        revision_id=revision_id,
        thread=OuterRef("pk"),
        start__isnull=False,
    )
    rows = visible_threads(viewer, chapter.story_id).feedback().standing()
    return rows.filter(~Exists(here), chapter=chapter).order_by("pk")


def after_place(rows: ThreadQuerySet, place: tuple[int, int] | None) -> ThreadQuerySet:
    """Those behind `(start, id)`, of threads that stand on a revision."""
    if place is None:
        return rows
    start, pk = place
    return rows.filter(Q(start__gt=start) | Q(start=start, pk__gt=pk))
