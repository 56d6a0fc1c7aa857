"""What the script on a chapter's page asks for: the threads' places, and their cards."""

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from comments.access import Viewer, chapter_for_viewer, visible_revisions, visible_threads
from comments.cards import cards_of, oldest_comments
from comments.inviting import Offer, offer_to
from comments.models import Thread
from comments.standing import MOST, not_standing_on, standing_on
from comments.views.showing import FEW, current_revision, with_reply_forms
from comments.wording import inviting, label
from kit.paging import number_in
from stories.models import Chapter

CARDS = 50


@require_safe
@cache_control(private=True, no_cache=True)
def feedback_state(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """Where the threads stand on a revision (`?revision`, or else what readers have), and what
    this viewer may say. Places are code points of the revision's text."""
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    revision_id = shown_revision(request, chapter, viewer)
    threads = list(standing_on(viewer, story_id, revision_id)[:MOST])
    offer = offer_to(viewer, chapter)
    chapters = [story_id, chapter_id]
    state = {
        "revision": revision_id,
        "is_current": revision_id == current_revision(chapter),
        "signed_in": viewer.is_known,
        "viewer": viewer.user.pk or "",
        "may_answer": viewer.answers,
        "csrf": get_token(request) if viewer.is_known else "",
        "new_url": reverse("feedback_new", args=chapters),
        "cards_url": reverse("thread_cards", args=chapters),
        "login_url": redirect_to_login(chapter.get_absolute_url()).url,
        "threads": [in_json(thread) for thread in threads],
        "elsewhere": not_standing_on(viewer, chapter, revision_id)[:MOST].count(),
    }
    tools = _offered(offer) | {
        "login_url": state["login_url"] if offer.awaits_login else "",
        "elsewhere": state["elsewhere"],
        "chapter": chapter,
        "is_empty": not (threads or state["elsewhere"] or offer.kinds or offer.awaits_login),
    }
    html = render_to_string("comments/_feedback_tools.html", tools, request)
    return JsonResponse(state | _offered(offer) | {"tools": html})


@require_safe
@cache_control(private=True, no_cache=True)
def thread_cards(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """The cards of `?ids=1,2,3`, in text order; those that the viewer may not see are left out."""
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    revision_id = shown_revision(request, chapter, viewer)
    asked = request.GET.get("ids", "").split(",")[:CARDS]
    ids = [pk for pk in map(number_in, asked) if pk is not None]
    threads = threads_by_id(viewer, chapter, revision_id, ids)
    comments = oldest_comments(chapter.story, threads, most=FEW)
    cards = cards_of(viewer, chapter.story, threads, revisions={revision_id}, comments=comments)
    page = {"cards": with_reply_forms(cards), "story": chapter.story, "chapter": chapter}
    return render(request, "comments/_thread_cards.html", page)


def shown_revision(request: HttpRequest, chapter: Chapter, viewer: Viewer) -> int:
    """The revision that the address names, or the one that the chapter's page shows. 404."""
    current = current_revision(chapter)
    asked = request.GET.get("revision", "")
    if asked in ("", str(current)):
        return current
    rows = visible_revisions(viewer, chapter).only("id")
    return get_object_or_404(rows, pk=number_in(asked)).pk


def threads_by_id(
    viewer: Viewer, chapter: Chapter, revision_id: int, ids: list[int]
) -> list[Thread]:
    """In text order, those that do not stand on the revision last."""
    placed = list(standing_on(viewer, chapter.story_id, revision_id).filter(pk__in=ids))
    found = {thread.pk for thread in placed}
    rows = visible_threads(viewer, chapter.story_id).filter(chapter=chapter)
    others = rows.filter(pk__in=set(ids) - found).order_by("pk")
    threads = [*placed, *others]
    for thread in threads:
        thread.chapter = chapter
    return threads


def in_json(thread: Thread) -> dict[str, Any]:
    """A thread that came from `standing_on`; one without a passage has no place."""
    return {
        "id": thread.pk,
        "start": getattr(thread, "start", None),
        "end": getattr(thread, "end", None),
        "kind": thread.kind,
        "label": label(thread, place=getattr(thread, "place", None)),
        "count": thread.comment_count,
        "private": thread.is_private,
        "open": thread.is_open,
        "state": getattr(thread, "place", None),
    }


def _offered(offer: Offer) -> dict[str, Any]:
    return {
        "invites": [
            {"kind": kind, "label": inviting(kind), "suggests": kind in ("error", "critique")}
            for kind in offer.kinds
        ],
        "why_not": offer.why_not,
        "visibility": offer.visibility,
        "visibilities": list(offer.visibilities),
        "prompts": list(offer.prompts),
    }
