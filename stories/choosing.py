"""Choosing between two texts of a chapter that were written at the same time.

`stories.saving` sets the second aside. It waits, shown to its authors, until one of them makes
it the head or dismisses it; it stays among the revisions either way.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from stories.models import Chapter, Revision
from stories.saving import ChapterText, lock_chapter, save_chapter


@transaction.atomic
def use_set_aside(*, by: Any, chapter: Chapter, aside: Revision, instead_of: int) -> bool:
    """Save the text of `aside` as the new head, in place of the revision `instead_of`.

    False, and nothing done, when that is no longer the head: its author has not seen the newest.
    """
    chapter = lock_chapter(chapter)
    if chapter.head is None or chapter.head.pk != instead_of:
        return False
    save_chapter(by=by, chapter=chapter, text=ChapterText.of(aside), based_on=instead_of)
    settle(by=by, aside=aside)
    return True


def settle(*, by: Any, aside: Revision) -> None:
    """Somebody decided about `aside`: it no longer waits."""
    waiting = Revision.objects.waiting().filter(pk=aside.pk, story_id=aside.story_id)
    waiting.update(settled_at=timezone.now())
