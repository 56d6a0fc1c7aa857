"""Publishing, and taking back. Drafts are the default; publishing is an act."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from stories.counting import recount_story
from stories.models import Chapter, Story
from stories.saving import lock_chapter


@transaction.atomic
def publish_chapter(*, by: Any, chapter: Chapter, at: datetime | None = None) -> Chapter:
    """Give readers the newest draft: the first time, or as an update of what they read.

    `at` is for what was published elsewhere before; it is now otherwise.
    """
    story = Story.objects.select_for_update(no_key=True).get(pk=chapter.story_id)
    chapter = lock_chapter(chapter)
    if chapter.draft_revision is None:
        return chapter
    now = at or timezone.now()
    revision = chapter.draft_revision
    is_new = chapter.published_at is None
    revision.published_at = revision.published_at or now
    revision.save(update_fields=["published_at"])
    chapter.published_revision, chapter.draft_revision = revision, None
    chapter.title, chapter.word_count = revision.title, revision.word_count
    chapter.published_at = chapter.published_at or now
    chapter.updated_at = now
    chapter.version += 1
    chapter.save()
    story.published_at = story.published_at or now
    if is_new:
        story.updated_at = now
    recount_story(story)
    return chapter


@transaction.atomic
def unpublish_chapter(*, by: Any, chapter: Chapter) -> Chapter:
    """Back to a draft, text and threads kept. Refuses nothing; the story may become a draft."""
    story = Story.objects.select_for_update(no_key=True).get(pk=chapter.story_id)
    chapter = lock_chapter(chapter)
    chapter.draft_revision = chapter.draft_revision or chapter.published_revision
    chapter.published_revision = chapter.published_at = None
    chapter.version += 1
    chapter.save()
    if not Chapter.objects.filter(story=story).published().exists():
        story.published_at = story.updated_at = None
    recount_story(story)
    return chapter
