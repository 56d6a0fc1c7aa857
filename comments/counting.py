"""The counters that chapters show, kept by the writes. Both count what everybody may read."""

from django.db.models import F

from comments.models import Thread
from stories.models import Chapter


def count_on_chapter(thread: Thread, *, comments: int = 0, feedback: int = 0) -> None:
    """Add to the counters of the thread's chapter, whose page then is a new version.

    `comments` are messages, and count in plain threads alone; `feedback` are threads.
    """
    if thread.is_private:
        return
    Chapter.objects.filter(pk=thread.chapter_id, story_id=thread.story_id).update(
        comment_count=F("comment_count") + (0 if thread.is_feedback else comments),
        feedback_count=F("feedback_count") + feedback,
        version=F("version") + 1,
    )
