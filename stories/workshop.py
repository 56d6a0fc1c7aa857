"""What authors see of their own stories, drafts included. Lists are paged by key."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Prefetch, Q, Sum
from django.db.models.functions import Coalesce

from stories.models import Chapter, FeedbackRequest, Revision, Story

STORIES = 50
CHAPTERS = 200


@dataclass(frozen=True)
class Page:
    rows: list
    # The key to go on from, when there is more.
    more: int | None


def stories_of(user: Any, *, before: int) -> Page:
    """The stories that `user` writes, newest first, each with its number of drafts and the
    words of all that its author wrote last; behind the story `before`, or from the beginning when
    that is 0."""
    parts = user.contributions.accepted().filter(may_write=True)
    stories = Story.objects.filter(pk__in=parts.values("story_id")).order_by("-pk")
    if before:
        stories = stories.filter(pk__lt=before)
    drafts = Count("chapter", filter=Q(chapter__draft_revision__isnull=False))
    newest = Coalesce("chapter__draft_revision__word_count", "chapter__word_count", 0)
    stories = stories.annotate(draft_count=drafts, written_words=Coalesce(Sum(newest), 0))
    found = list(stories[: STORIES + 1])
    return Page(found[:STORIES], found[STORIES - 1].pk if len(found) > STORIES else None)


def chapters_of(story: Story, *, after: int) -> Page:
    """Chapters behind the position `after` in story order, each with the length of its draft, the
    number of texts that wait for a decision, and in `own_requests` its own request if any."""
    own = Prefetch("feedbackrequest_set", FeedbackRequest.objects.all(), to_attr="own_requests")
    waiting = Q(revision__reason=Revision.Reason.SET_ASIDE, revision__settled_at__isnull=True)
    chapters = (
        Chapter.objects.filter(story=story, position__gt=after)
        .annotate(draft_words=F("draft_revision__word_count"))
        .annotate(waiting_count=Count("revision", filter=waiting))
        .prefetch_related(own)
        .order_by("position")
    )
    found = list(chapters[: CHAPTERS + 1])
    return Page(found[:CHAPTERS], found[CHAPTERS - 1].position if len(found) > CHAPTERS else None)
