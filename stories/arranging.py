"""The order of a story's chapters."""

from typing import Any

from django.db import transaction

from stories.counting import bump_story
from stories.models import Chapter, Story


@transaction.atomic
def move_chapter(*, by: Any, chapter: Chapter, up: bool) -> None:
    """Change places with the chapter before (`up`) or after; at the end, nothing happens."""
    Story.objects.select_for_update(no_key=True).get(pk=chapter.story_id)
    chapters = Chapter.objects.filter(story_id=chapter.story_id)
    here = chapters.get(pk=chapter.pk)
    before = chapters.filter(position__lt=here.position).order_by("-position")
    after = chapters.filter(position__gt=here.position).order_by("position")
    neighbour = (before if up else after).first()
    if neighbour is None:
        return
    # The positions' uniqueness is checked at the end of the transaction.
    chapters.filter(pk=here.pk).update(position=neighbour.position)
    chapters.filter(pk=neighbour.pk).update(position=here.position)
    bump_story(chapter.story)
