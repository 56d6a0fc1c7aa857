"""The author's list of what readers said in the text of a story."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from comments.access import viewer_of, visible_threads
from comments.cards import cards_of, oldest_comments
from comments.choices import Status
from comments.models.thread import ThreadQuerySet
from comments.views.answering import signed_in
from comments.views.showing import current_revision, with_reply_forms
from kit.paging import pair_in
from stories.access import story_for_author
from stories.choices import Kind

PAGE = 30
COMMENTS = 3
KINDS = {
    "": _("All kinds"),
    Kind.ERROR: _("Errors"),
    Kind.CRITIQUE: _("Critique"),
    Kind.QUESTION: _("Questions"),
    Kind.PRAISE: _("Praise"),
}
STATUSES = {
    "open": _("Open"),
    "resolved": _("Resolved"),
    "declined": _("Declined"),
    "withdrawn": _("Withdrawn"),
    "all": _("All"),
}


@require_safe
@signed_in
def story_feedback(request: HttpRequest, story_id: int) -> HttpResponse:
    """Filtered by `kind` and `status`, in the order of the chapters; what is open first of all."""
    story = story_for_author(request.user, story_id, act="may_answer")
    viewer = viewer_of(request.user, story_id)
    kind = _chosen(request, "kind", KINDS)
    status = _chosen(request, "status", STATUSES)
    rows = _filtered(visible_threads(viewer, story_id).feedback(), kind, status)
    rows = _after(rows, pair_in(request, "after")).select_related("chapter__story")
    threads = list(rows.order_by("chapter__position", "pk")[: PAGE + 1])
    last = threads[PAGE - 1] if len(threads) > PAGE else None
    threads = threads[:PAGE]
    heads = {current_revision(thread.chapter) for thread in threads}
    comments = oldest_comments(story, threads, most=COMMENTS)
    cards = cards_of(viewer, story, threads, revisions=heads, comments=comments)
    page = {
        "story": story,
        "cards": with_reply_forms(cards),
        "kind": kind,
        "status": status,
        "kinds": KINDS,
        "statuses": STATUSES,
        "more": f"{last.chapter.position}_{last.pk}" if last else None,
    }
    return render(request, "comments/story_feedback.html", page)


def _filtered(rows: ThreadQuerySet, kind: str, status: str) -> ThreadQuerySet:
    """Praise has no status: asking for it gives all of it."""
    if kind:
        rows = rows.filter(kind=kind)
    if status == "all" or kind == Kind.PRAISE:
        return rows
    if status == "resolved":
        return rows.filter(status__in=(Status.RESOLVED, Status.ACCEPTED, Status.DUPLICATE))
    return rows.filter(status=status)


def _after(rows: ThreadQuerySet, place: tuple[int, int] | None) -> ThreadQuerySet:
    if place is None:
        return rows
    position, pk = place
    later = Q(chapter__position__gt=position) | Q(chapter__position=position, pk__gt=pk)
    return rows.filter(later)


def _chosen(request: HttpRequest, name: str, choices: dict) -> str:
    """What the address asks for, or else the first choice."""
    asked = request.GET.get(name, "")
    return asked if asked in choices else next(iter(choices))
