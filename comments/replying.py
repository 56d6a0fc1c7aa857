"""Replying in a thread that one may read."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.access import Refusal, Viewer, check_reply, locked_thread, viewer_of
from comments.counting import count_on_chapter
from comments.models import Comment, Thread
from comments.opening import TWICE
from comments.writing import words_of

# Deeper replies stand beside those they answer: a narrow screen has room for no more.
DEEPEST = 4
GONE = _("The comment that you answer is not in this thread any more.")


@transaction.atomic
def reply(
    *, by: Any, thread: Thread, body: str, parent: Comment | None = None, at: datetime | None = None
) -> Comment:
    """An answer to `parent`, or to the opening comment. Raises `Refusal`, 404."""
    viewer = viewer_of(by, thread.story_id)
    thread = locked_thread(viewer, thread)
    check_reply(viewer, thread)
    words = words_of(body)
    parent = _parent(thread, parent)
    said = Comment.objects.filter(story_id=thread.story_id, thread=thread, parent=parent, writer=by)
    recent = said.filter(body=words.body, written_at__gte=timezone.now() - TWICE)
    if at is None and (twin := recent.first()):
        return twin
    comment = Comment.objects.create(
        story_id=thread.story_id,
        chapter_id=thread.chapter_id,
        thread=thread,
        parent=parent,
        depth=min(parent.depth + 1, DEEPEST),
        writer=by,
        body=words.body,
        html=words.html,
        written_at=at or timezone.now(),
    )
    _note(thread, viewer, comment.written_at)
    return comment


def _parent(thread: Thread, parent: Comment | None) -> Comment:
    comments = Comment.objects.filter(story_id=thread.story_id, thread=thread)
    if parent is None:
        return comments.get(parent=None)
    if (found := comments.shown().filter(pk=parent.pk).first()) is None:
        raise Refusal(GONE)
    return found


def _note(thread: Thread, viewer: Viewer, at: datetime) -> None:
    thread.comment_count += 1
    thread.active_at = max(thread.active_at, at)
    if viewer.answers and viewer.user.pk != thread.opened_by_id:
        thread.answered_at = thread.answered_at or at
    thread.save(update_fields=["comment_count", "active_at", "answered_at"])
    count_on_chapter(thread, comments=1)
