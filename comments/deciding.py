"""Deciding what becomes of feedback. Each change is an event that stays."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.access import DECISIONS, Refusal, locked_thread, may_decide, viewer_of
from comments.counting import count_on_chapter
from comments.models import Thread, ThreadEvent
from comments.writing import is_blank, storable

Act = ThreadEvent.Act


def resolve(*, by: Any, thread: Thread, at: datetime | None = None) -> Thread:
    return _decide(by, thread, Act.RESOLVED, at)


def decline(*, by: Any, thread: Thread, reason: str, at: datetime | None = None) -> Thread:
    """Declining needs a reason: the critic took the trouble, too."""
    reason = storable(reason).strip()
    if is_blank(reason):
        raise Refusal(_("Say why, in a few words."), field="reason")
    if len(reason) > 1000:
        raise Refusal(_("Say why in at most 1,000 characters."), field="reason")
    return _decide(by, thread, Act.DECLINED, at, reason)


def reopen(*, by: Any, thread: Thread, at: datetime | None = None) -> Thread:
    return _decide(by, thread, Act.REOPENED, at)


def withdraw(*, by: Any, thread: Thread, at: datetime | None = None) -> Thread:
    """The critic takes open feedback back; it leaves the text and keeps its page."""
    return _decide(by, thread, Act.WITHDRAWN, at)


@transaction.atomic
def _decide(by: Any, thread: Thread, act: str, at: datetime | None, reason: str = "") -> Thread:
    """Deciding the same again changes nothing. Raises `Refusal`, 404, `PermissionDenied`."""
    viewer = viewer_of(by, thread.story_id)
    thread = locked_thread(viewer, thread)
    since, status = DECISIONS[act]
    if not may_decide(viewer, thread, act):
        raise PermissionDenied(_("You cannot decide that about this thread."))
    if thread.status == status:
        return thread
    if not thread.status:
        raise Refusal(_("There is nothing to decide here."))
    if thread.status not in since:
        raise Refusal(_("This is decided already. Reopen it first."))
    counted = thread.counts
    thread.status = status
    thread.save(update_fields=["status"])
    ThreadEvent.objects.create(
        story_id=thread.story_id,
        thread=thread,
        act=act,
        by=by,
        at=at or timezone.now(),
        reason=reason,
    )
    count_on_chapter(thread, feedback=int(thread.counts) - int(counted))
    return thread
