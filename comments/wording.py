"""What threads are called on pages."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.choices import PlacementState, Status
from comments.models import Thread, ThreadEvent
from stories.choices import Kind

INVITING = {
    Kind.ERROR: gettext_lazy("Report an error"),
    Kind.CRITIQUE: gettext_lazy("Give critique"),
    Kind.QUESTION: gettext_lazy("Ask a question"),
    Kind.PRAISE: gettext_lazy("Praise"),
}
WANTED = {
    Kind.ERROR: gettext_lazy("errors"),
    Kind.CRITIQUE: gettext_lazy("critique"),
    Kind.QUESTION: gettext_lazy("questions"),
    Kind.PRAISE: gettext_lazy("praise"),
}
STATES = {
    Status.OPEN: gettext_lazy("open"),
    Status.ACCEPTED: gettext_lazy("accepted"),
    Status.RESOLVED: gettext_lazy("resolved"),
    Status.DECLINED: gettext_lazy("declined"),
    Status.WITHDRAWN: gettext_lazy("withdrawn"),
    Status.DUPLICATE: gettext_lazy("already reported"),
}
EVENTS = {
    ThreadEvent.Act.RESOLVED: gettext_lazy("%(name)s resolved this"),
    ThreadEvent.Act.DECLINED: gettext_lazy("%(name)s declined this"),
    ThreadEvent.Act.REOPENED: gettext_lazy("%(name)s reopened this"),
    ThreadEvent.Act.WITHDRAWN: gettext_lazy("%(name)s withdrew this"),
    ThreadEvent.Act.NARROWED: gettext_lazy("%(name)s made this private"),
}


def inviting(kind: str) -> str:
    """The kind as something to do."""
    return str(INVITING[Kind(kind)])


def wanted(kind: str) -> str:
    """The kind as something that is asked for."""
    return str(WANTED[Kind(kind)])


def label(thread: Thread, *, place: str | None) -> str:
    """The one plain label of a thread's state: "Error · open".

    `place` is its state in the text at hand: a `PlacementState`, "" when it stands in another
    version of it, None when it is about no passage.
    """
    kind = str(Kind(thread.kind).label) if thread.kind else _("Comment")
    state = _state(thread, place)
    return _("%(kind)s · %(state)s") % {"kind": kind, "state": state} if state else kind


def told(event: ThreadEvent, name: Any) -> str:
    return str(EVENTS[ThreadEvent.Act(event.act)]) % {"name": name}


def _state(thread: Thread, place: str | None) -> str:
    if thread.status not in ("", Status.OPEN):
        return str(STATES[Status(thread.status)])
    if place == "":
        return _("about an earlier version")
    if place == PlacementState.REMOVED:
        return _("about a passage since removed")
    if place == PlacementState.CHANGED:
        return _("about a passage since rewritten")
    if thread.kind == Kind.QUESTION and thread.answered_at is not None:
        return _("answered")
    return str(STATES[Status.OPEN]) if thread.status else ""
