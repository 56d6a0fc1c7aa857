"""What an author makes of what was recognized in a chapter."""

from typing import Any

from django.db import transaction

from stories.models import Chapter, Revision
from stories.requesting import Invitation, drop_chapter_request, effective_request, set_request
from stories.saving import ChapterText, Saved, save_chapter


@transaction.atomic
def confirm_review(
    *,
    by: Any,
    chapter: Chapter,
    revision: Revision,
    text: ChapterText,
    invitation: Invitation,
    for_story: bool,
) -> Saved:
    """Save `text`, which was made from `revision`, if it differs, and set the request: for the
    chapter, or as the story's default, which the chapter then follows."""
    saved = Saved(revision)
    if text != ChapterText.of(revision):
        saved = save_chapter(by=by, chapter=chapter, text=text, based_on=revision.pk)
    # A chapter that invited nothing goes on without a request, and follows the story's later ones.
    if invitation.kinds or effective_request(chapter) is not None:
        own = None if for_story else chapter
        set_request(by=by, story=chapter.story, chapter=own, invitation=invitation)
    if for_story:
        drop_chapter_request(by=by, chapter=chapter)
    return saved
