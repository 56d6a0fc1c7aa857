"""What crosses stories, each behind one function: the lists of the first page."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from stories.credits import with_credits
from stories.models import Chapter, FeedbackRequest, Story

LOOKED_AT = 60  # the newest asking chapters, of which each story gives one


@dataclass(frozen=True)
class Asking:
    chapter: Chapter
    request: FeedbackRequest


def recently_updated(
    *, before: tuple[datetime, int] | None, count: int, by: User | None = None
) -> list[Story]:
    """Published stories, those with the newest chapters first; `before` is the last one's
    `updated_at` and id on the page before. With `by`, those that this person contributed to."""
    stories = Story.objects.published().order_by("-updated_at", "-id")
    if by is not None:
        stories = stories.filter(pk__in=by.contributions.accepted().values("story_id"))
    if before is not None:
        at, pk = before
        stories = stories.filter(Q(updated_at__lt=at) | Q(updated_at=at, pk__lt=pk))
    return list(stories.prefetch_related(with_credits())[:count])


def chapters_asking(*, count: int) -> list[Asking]:
    """Chapters whose request is open, newest first, one of each story."""
    newest: dict[int, Chapter] = {}
    for chapter in _asking().order_by("-published_at", "-id")[:LOOKED_AT]:
        newest.setdefault(chapter.story_id, chapter)
    chapters = list(newest.values())[:count]
    requests = _requests(chapters)
    return [
        Asking(
            chapter,
            requests.get((chapter.story_id, chapter.pk)) or requests[chapter.story_id, None],
        )
        for chapter in chapters
    ]


def _asking() -> QuerySet[Chapter]:
    requests = FeedbackRequest.objects.filter(story_id=OuterRef("story_id"))
    own, default = requests.filter(chapter_id=OuterRef("pk")), requests.filter(chapter=None)
    invites = Q(closed_at=None) & ~Q(kinds=[])
    chapters = Chapter.objects.published().filter(
        Exists(own.filter(invites)) | (~Exists(own) & Exists(default.filter(invites))),
        published_at__isnull=False,  # which is what the index says
    )
    return chapters.select_related("story").prefetch_related(with_credits("story__"))


def _requests(chapters: list[Chapter]) -> dict[tuple[int, int | None], FeedbackRequest]:
    rows = FeedbackRequest.objects.filter(
        Q(chapter=None) | Q(chapter__in=chapters),
        story_id__in=[chapter.story_id for chapter in chapters],
    )
    return {(row.story_id, row.chapter_id): row for row in rows}
