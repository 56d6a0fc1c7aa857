"""Plain comments below a chapter, and changing one's own comments anywhere."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from comments.access import (
    Refusal,
    Viewer,
    chapter_for_viewer,
    check_comment,
    comment_for_writer,
    visible_threads,
)
from comments.cards import Card, cards_of, oldest_comments
from comments.editing import delete_comment, edit_comment
from comments.forms import CommentForm
from comments.models import Thread
from comments.opening import open_comment
from comments.views.answering import NOT_TAKEN, is_fetched, signed_in
from comments.views.showing import address_of, with_reply_forms
from kit.paging import moment_in, name_moment
from stories.models import Chapter

PAGE = 20
REPLIES = 30


@require_safe
@cache_control(private=True, no_cache=True)
def chapter_comments(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """Newest first, or the oldest; `?part` gives the part that chapter pages hold."""
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    return _comments(request, chapter, viewer)


@require_http_methods(["GET", "POST"])
@signed_in
def comment_new(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    address = reverse("chapter_comments", args=[story_id, chapter_id])
    if request.method == "GET":
        return redirect(address)
    form = CommentForm(request.POST, auto_id="comment-%s")
    if form.is_valid():
        try:
            thread = open_comment(by=request.user, chapter=chapter, **form.cleaned_data)
        except Refusal as refusal:
            form.add_refusal(refusal)
    if form.errors:
        return _comments(request, chapter, viewer, form=form, status=NOT_TAKEN)
    if is_fetched(request):
        return _comments(request, chapter, viewer, new=thread)
    return redirect(f"{address}#thread-{thread.pk}")


@require_http_methods(["GET", "POST"])
@signed_in
def comment_edit(request: HttpRequest, story_id: int, comment_id: int) -> HttpResponse:
    comment = comment_for_writer(request.user, story_id, comment_id)
    form = CommentForm(request.POST or None, initial={"body": comment.body})
    if request.method == "POST" and form.is_valid():
        try:
            edit_comment(by=request.user, comment=comment, body=form.cleaned_data["body"])
            return redirect(address_of(comment, comment.thread))
        except Refusal as refusal:
            form.add_refusal(refusal)
    page = _around(comment.thread) | {"comment": comment, "form": form}
    status = NOT_TAKEN if form.is_bound else 200
    return render(request, "comments/comment_edit.html", page, status=status)


@require_http_methods(["GET", "POST"])
@signed_in
def comment_delete(request: HttpRequest, story_id: int, comment_id: int) -> HttpResponse:
    """Asks first. Afterwards the thread is shown, or the chapter's comments if it went too."""
    comment = comment_for_writer(request.user, story_id, comment_id)
    thread = comment.thread
    if request.method != "POST":
        page = _around(thread) | {"comment": comment}
        return render(request, "comments/comment_delete.html", page)
    delete_comment(by=request.user, comment=comment)
    messages.success(request, _("Your comment is deleted."))
    if Thread.objects.filter(story_id=story_id, pk=thread.pk, comment_count__gt=0).exists():
        return redirect(thread)
    if thread.is_feedback:
        return redirect(f"{reverse('chapter', args=[story_id, thread.chapter_id])}?feedback")
    return redirect("chapter_comments", story_id, thread.chapter_id)


def _comments(
    request: HttpRequest,
    chapter: Chapter,
    viewer: Viewer,
    *,
    form: CommentForm | None = None,
    new: Thread | None = None,
    status: int = 200,
) -> HttpResponse:
    page = _page(request, chapter, viewer) | {"new": new}
    page["form"] = form or CommentForm(auto_id="comment-%s")
    name = "_chapter_comments" if is_fetched(request) else "chapter_comments"
    return render(request, f"comments/{name}.html", page, status=status)


def _page(request: HttpRequest, chapter: Chapter, viewer: Viewer) -> dict[str, Any]:
    oldest = request.GET.get("order") == "oldest"
    after = moment_in(request, "after")
    threads = _threads(viewer, chapter, after, oldest=oldest)
    more = len(threads) > PAGE
    threads = threads[:PAGE]
    return _around_chapter(chapter) | {
        "cards": with_reply_forms(_cards(viewer, chapter, threads)),
        "order": "oldest" if oldest else "newest",
        "after": after,
        "more": name_moment(threads[-1].opened_at, threads[-1].pk) if more else None,
        "why_not": _why_not(viewer, chapter),
        "signed_in": viewer.is_known,
    }


def _threads(viewer: Viewer, chapter: Chapter, after: Any, *, oldest: bool) -> list[Thread]:
    """A page of them and one more, in one query of ids and one of rows."""
    rows = visible_threads(viewer, chapter.story_id).plain().filter(chapter=chapter)
    if after is not None:
        at, pk = after
        than = "gt" if oldest else "lt"
        later = Q(**{f"opened_at__{than}": at}) | Q(opened_at=at, **{f"pk__{than}": pk})
        rows = rows.filter(later)
    order = ("opened_at", "pk") if oldest else ("-opened_at", "-pk")
    threads = list(rows.order_by(*order)[: PAGE + 1])
    for thread in threads:
        thread.chapter = chapter
    return threads


def _cards(viewer: Viewer, chapter: Chapter, threads: list[Thread]) -> list[Card]:
    comments = oldest_comments(chapter.story, threads, most=REPLIES)
    return cards_of(viewer, chapter.story, threads, revisions=(), comments=comments)


def _why_not(viewer: Viewer, chapter: Chapter) -> str:
    try:
        check_comment(viewer, chapter)
    except Refusal as refusal:
        return refusal.sentence
    return ""


def _around(thread: Thread) -> dict[str, Any]:
    return _around_chapter(thread.chapter) | {"thread": thread}


def _around_chapter(chapter: Chapter) -> dict[str, Any]:
    return {"chapter": chapter, "story": chapter.story}
