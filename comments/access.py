"""Who may see which thread, and who may say and do what: all of it, in this one place.

Look-ups raise 404 for what `user` may not see, and `PermissionDenied` for what they see but may not
do. What is offered in a form is refused with a `Refusal`, one sentence for the person who sent it.
"""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from comments.choices import Status
from comments.models import Comment, Thread, ThreadEvent
from comments.models.thread import ThreadQuerySet
from stories.choices import CommentSetting
from stories.models import Chapter, Contributor, Revision

Act = ThreadEvent.Act
# From which states each decision is open, and where it leads.
DECISIONS: dict[str, tuple[set[str], str]] = {
    Act.RESOLVED: ({Status.OPEN}, Status.RESOLVED),
    Act.DECLINED: ({Status.OPEN}, Status.DECLINED),
    Act.WITHDRAWN: ({Status.OPEN}, Status.WITHDRAWN),
    Act.REOPENED: (
        {Status.RESOLVED, Status.DECLINED, Status.DUPLICATE, Status.WITHDRAWN},
        Status.OPEN,
    ),
}


class Refusal(Exception):  # noqa: N818 - it is no error, it is an answer
    """What was sent cannot be taken; `field` names the form's field at fault, if one is."""

    def __init__(self, sentence: str | Promise, *, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = str(sentence), field


@dataclass(frozen=True)
class Viewer:
    """Somebody before one story; `part` is what they contribute to it."""

    user: Any
    part: Contributor | None

    @property
    def is_known(self) -> bool:
        return bool(self.user.is_authenticated)

    @property
    def contributes(self) -> bool:
        return self.part is not None

    @property
    def answers(self) -> bool:
        """Whether they answer for the story, and so read what was told to the author alone."""
        return self.part is not None and self.part.may_answer


def viewer_of(user: Any, story_id: int) -> Viewer:
    """One query, and none for strangers."""
    if not user.is_authenticated:
        return Viewer(user, None)
    parts = Contributor.objects.accepted().filter(story_id=story_id, user=user)
    return Viewer(user, parts.first())


# Seeing


def chapter_for_viewer(user: Any, story_id: int, chapter_id: int) -> tuple[Chapter, Viewer]:
    """A chapter with its story, without its text; drafts are for contributors."""
    viewer = viewer_of(user, story_id)
    rows = Chapter.objects.select_related("story")
    if not viewer.contributes:
        rows = rows.published()
    return get_object_or_404(rows, pk=chapter_id, story_id=story_id), viewer


def visible_threads(viewer: Viewer, story_id: int) -> ThreadQuerySet:
    """The threads of a story that `viewer` may read: those on drafts are for contributors."""
    rows = Thread.objects.filter(story_id=story_id)
    if not viewer.contributes:
        rows = rows.filter(chapter__published_revision__isnull=False)
    return rows.visible_to(viewer.user, answers=viewer.answers)


def thread_for_viewer(user: Any, story_id: int, thread_id: int) -> tuple[Thread, Viewer]:
    viewer = viewer_of(user, story_id)
    rows = visible_threads(viewer, story_id).select_related("chapter__story")
    return get_object_or_404(rows, pk=thread_id), viewer


def locked_thread(viewer: Viewer, thread: Thread) -> Thread:
    """The thread as it is now, its row locked until the transaction ends."""
    here = Thread.objects.filter(story_id=thread.story_id, pk=thread.pk)
    # Locked first and read afterwards: a query that waited for the lock would join rows as they
    # were before, and judge by them who may see it.
    get_object_or_404(here.select_for_update(no_key=True))
    rows = visible_threads(viewer, thread.story_id).select_related("chapter__story")
    return get_object_or_404(rows, pk=thread.pk)


def visible_revisions(viewer: Viewer, chapter: Chapter) -> Any:
    """Texts of a chapter that `viewer` may have read: published once; to contributors, all."""
    rows = Revision.objects.filter(story_id=chapter.story_id, chapter=chapter)
    return rows if viewer.contributes else rows.filter(published_at__isnull=False)


def comment_for_writer(user: Any, story_id: int, comment_id: int) -> Comment:
    """A comment, for the person who wrote it to change."""
    viewer = viewer_of(user, story_id)
    rows = Comment.objects.filter(story_id=story_id, deleted_at__isnull=True).shown()
    rows = rows.select_related("thread__chapter__story")
    comment = get_object_or_404(rows, pk=comment_id)
    if not visible_threads(viewer, story_id).filter(pk=comment.thread_id).exists():
        raise Http404
    if comment.writer_id != user.pk:
        raise PermissionDenied(_("Only who wrote a comment can change it."))
    return comment


# Saying


def check_comment(viewer: Viewer, chapter: Chapter) -> None:
    """Whether `viewer` may write plain comments on `chapter`, and answer them."""
    if not viewer.is_known:
        raise Refusal(_("Log in to comment."))
    if viewer.contributes:
        return
    if chapter.published_revision_id is None:
        raise Refusal(_("This chapter is not published."))
    if chapter.story.comment_setting == CommentSetting.NOBODY:
        raise Refusal(_("The author has closed comments on this story."))


def check_reply(viewer: Viewer, thread: Thread) -> None:
    """Whoever reads a thread may answer in it; the invitation was needed to open it."""
    if thread.status == Status.WITHDRAWN:
        raise Refusal(_("This was withdrawn by who wrote it. It takes no more replies."))
    if not thread.is_feedback:
        check_comment(viewer, thread.chapter)
    elif not viewer.is_known:
        raise Refusal(_("Log in to reply."))


def may_reply(viewer: Viewer, thread: Thread) -> bool:
    try:
        check_reply(viewer, thread)
    except Refusal:
        return False
    return True


# Deciding


def may_decide(viewer: Viewer, thread: Thread, act: str) -> bool:
    """Critics take their own feedback back, and again; the rest is for who answers."""
    is_critics = act == Act.WITHDRAWN or thread.status == Status.WITHDRAWN
    if is_critics:
        return viewer.is_known and thread.opened_by_id == viewer.user.pk
    return viewer.answers


def decisions_open_to(viewer: Viewer, thread: Thread) -> list[str]:
    return [
        act
        for act, (since, _to) in DECISIONS.items()
        if thread.status in since and may_decide(viewer, thread, act)
    ]
