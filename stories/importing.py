"""Stories read from files become drafts. Their notes ask for nothing yet: what they invite is
proposed to the author, who alone confirms it."""

from typing import Any

from django.db import transaction

from prose.reading_files import ImportedChapter, ImportedStory
from stories.models import Revision, Story
from stories.publishing import publish_chapter
from stories.saving import ChapterText, create_chapter, create_story


@transaction.atomic
def import_story(*, by: Any, story: ImportedStory, publish: bool) -> Story:
    """The whole of `story` with `by` as its author, or, when anything is refused, nothing."""
    made = create_story(by=by, title=story.title)
    for part in story.chapters:
        chapter = create_chapter(
            by=by, story=made, text=_text(part), reason=Revision.Reason.IMPORTED
        )
        if publish:
            publish_chapter(by=by, chapter=chapter)
    return made


def _text(part: ImportedChapter) -> ChapterText:
    return ChapterText(
        title=part.title, note_before=part.note_before, note_after=part.note_after, html=part.html
    )
