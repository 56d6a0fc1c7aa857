"""What authors invite. Nothing is invited until an author says so."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone

from stories.choices import Audience, Visibility
from stories.counting import bump_story
from stories.models import Chapter, FeedbackRequest, Story


@dataclass(frozen=True)
class Invitation:
    kinds: list[str] = field(default_factory=list)
    visibility: str = Visibility.PUBLIC
    prompts: list[str] = field(default_factory=list)
    audience: str = Audience.REGISTERED


@transaction.atomic
def set_request(
    *, by: Any, story: Story, chapter: Chapter | None, invitation: Invitation
) -> FeedbackRequest:
    """Set the story's default (`chapter` None) or a chapter's own request."""
    request, _created = FeedbackRequest.objects.update_or_create(
        story=story,
        chapter=chapter,
        defaults={
            "kinds": invitation.kinds,
            "visibility": invitation.visibility,
            "prompts": invitation.prompts,
            "audience": invitation.audience,
            "confirmed_by": by,
            "closed_at": None,
        },
    )
    bump_story(story)
    return request


@transaction.atomic
def drop_chapter_request(*, by: Any, chapter: Chapter) -> None:
    """The chapter follows its story's default again."""
    FeedbackRequest.objects.filter(story_id=chapter.story_id, chapter=chapter).delete()
    bump_story(chapter.story)


@transaction.atomic
def close_request(*, by: Any, request: FeedbackRequest) -> None:
    """Take no more feedback by this request; what it invites is remembered."""
    rows = FeedbackRequest.objects.filter(pk=request.pk, story_id=request.story_id)
    rows.filter(closed_at=None).update(closed_at=timezone.now())
    bump_story(request.story)


@transaction.atomic
def reopen_request(*, by: Any, request: FeedbackRequest) -> None:
    rows = FeedbackRequest.objects.filter(pk=request.pk, story_id=request.story_id)
    rows.update(closed_at=None, confirmed_by=by, confirmed_at=timezone.now())
    bump_story(request.story)


def request_for(story: Story, chapter: Chapter | None) -> FeedbackRequest | None:
    """The story's default (`chapter` None), or a chapter's own request, if there is one."""
    return FeedbackRequest.objects.filter(story=story, chapter=chapter).first()


def effective_request(chapter: Chapter) -> FeedbackRequest | None:
    """The chapter's own request, or else the story's default; one query."""
    rows = FeedbackRequest.objects.filter(story_id=chapter.story_id)
    found = {
        row.chapter_id: row
        for row in rows.filter(chapter_id=chapter.pk) | rows.filter(chapter=None)
    }
    return found.get(chapter.pk) or found.get(None)
