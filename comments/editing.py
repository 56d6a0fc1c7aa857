"""Changing and deleting one's own comments. Rows stay; the words that were deleted do not."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from comments.access import comment_for_writer, locked_thread, viewer_of
from comments.choices import Moderation, Status
from comments.counting import count_on_chapter
from comments.models import Comment, Suggestion, Thread, ThreadEvent
from comments.writing import words_of


@transaction.atomic
def edit_comment(*, by: Any, comment: Comment, body: str, at: datetime | None = None) -> Comment:
    """Raises `Refusal`, 404, `PermissionDenied`."""
    comment, thread = _locked(by, comment)
    speaks = comment.parent_id is None and thread.suggestions.exists()
    words = words_of(body, may_be_blank=speaks)
    if words.body == comment.body:
        return comment
    comment.body, comment.html = words
    comment.edited_at = at or timezone.now()
    comment.save(update_fields=["body", "html", "edited_at"])
    _record(by, thread, ThreadEvent.Act.EDITED, comment.edited_at)
    count_on_chapter(thread)
    return comment


@transaction.atomic
def delete_comment(*, by: Any, comment: Comment, at: datetime | None = None) -> None:
    """What was said is gone. A stone stays where others answered; without any, nothing does.

    An opening comment takes its suggestion along, and feedback that is still open is withdrawn.
    Raises 404, `PermissionDenied`.
    """
    comment, thread = _locked(by, comment)
    counted = thread.counts
    comment.body = comment.html = ""
    comment.deleted_at = at or timezone.now()
    comment.save(update_fields=["body", "html", "deleted_at"])
    _record(by, thread, ThreadEvent.Act.DELETED, comment.deleted_at)
    if comment.parent_id is None:
        _take_back(by, thread, comment.deleted_at)
    thread.comment_count -= 1
    if not thread.comment_count:
        thread.moderation = Moderation.HIDDEN
    thread.save(update_fields=["comment_count", "status", "moderation"])
    count_on_chapter(thread, comments=-1, feedback=int(thread.counts) - int(counted))


def _locked(by: Any, comment: Comment) -> tuple[Comment, Thread]:
    """Both as they are now. The thread's lock comes first, as in every write of ours."""
    viewer = viewer_of(by, comment.story_id)
    thread = locked_thread(viewer, Thread(pk=comment.thread_id, story_id=comment.story_id))
    return comment_for_writer(by, comment.story_id, comment.pk), thread


def _take_back(by: Any, thread: Thread, at: datetime) -> None:
    Suggestion.objects.filter(story_id=thread.story_id, thread=thread).delete()
    if thread.status == Status.OPEN:
        thread.status = Status.WITHDRAWN
        _record(by, thread, ThreadEvent.Act.WITHDRAWN, at)


def _record(by: Any, thread: Thread, act: str, at: datetime) -> None:
    ThreadEvent.objects.create(story_id=thread.story_id, thread=thread, act=act, by=by, at=at)
