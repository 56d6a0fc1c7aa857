"""The forms with which readers leave feedback in the text, and where they are sent to."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from comments.access import Refusal, Viewer, chapter_for_viewer, visible_revisions
from comments.cards import cards_of, oldest_comments
from comments.forms import FeedbackForm
from comments.inviting import offer_to
from comments.models import Thread
from comments.opening import open_feedback
from comments.pick_form import PickForm
from comments.picking import block_of
from comments.selecting import NOT_THERE, Selection, select
from comments.views.answering import NOT_TAKEN, is_fetched, signed_in, wants_json
from comments.views.showing import FEW, current_revision, with_reply_forms
from comments.views.state import in_json, shown_revision, threads_by_id
from kit.paging import number_in
from stories.models import Chapter


@require_safe
@cache_control(private=True, no_cache=True)
def feedback_pick(request: HttpRequest, story_id: int, chapter_id: int, block: str) -> HttpResponse:
    """Pick a sentence or exact words of a block, and say something about them."""
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    revision_id = shown_revision(request, chapter, viewer)
    form = _pick_form(None, chapter, viewer, revision_id, block)
    return _page(request, chapter, form)


@require_http_methods(["GET", "POST"])
@signed_in
def feedback_new(request: HttpRequest, story_id: int, chapter_id: int) -> HttpResponse:
    """The form for `?revision&start&end&kind` (with `?part`: alone), and what it sends, or what
    the page to pick on sends. What is refused comes back as it was typed."""
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    form = _form(request, chapter, viewer)
    if request.method == "POST" and form.is_valid():
        try:
            thread = open_feedback(by=request.user, chapter=chapter, **form.given())
        except Refusal as refusal:
            form.add_refusal(refusal)
        else:
            return _opened(request, chapter, viewer, thread)
    if wants_json(request):
        errors = {name: [str(each) for each in those] for name, those in form.errors.items()}
        return JsonResponse({"errors": errors}, status=NOT_TAKEN)
    selection, unfit = _selected(form, chapter, viewer)
    return _page(request, chapter, form, selection=selection, unfit=unfit)


def _form(request: HttpRequest, chapter: Chapter, viewer: Viewer) -> FeedbackForm:
    given = request.POST if request.method == "POST" else None
    asked = request.GET if given is None else given
    lost = False
    if block := asked.get("block"):
        try:
            return _pick_form(given, chapter, viewer, number_in(asked.get("revision")), block)
        except Http404:
            if given is None:
                raise
            lost = True
    offer = offer_to(viewer, chapter)
    form = FeedbackForm(given, offer=offer, initial=request.GET.dict(), auto_id="feedback-%s")
    if lost and form.is_valid():
        form.add_refusal(Refusal(NOT_THERE))
    return form


def _pick_form(
    given: Any, chapter: Chapter, viewer: Viewer, revision_id: int | None, key: str
) -> PickForm:
    revision = get_object_or_404(visible_revisions(viewer, chapter), pk=revision_id)
    block = block_of(revision, key)
    if block is None:
        raise Http404
    offer = offer_to(viewer, chapter)
    return PickForm(given, offer=offer, passages=revision, chosen=block, auto_id="feedback-%s")


def _selected(form: FeedbackForm, chapter: Chapter, viewer: Viewer) -> tuple[Selection | None, str]:
    """What the form is about, to be quoted; or why that cannot be."""
    if isinstance(form, PickForm):
        return None, ""
    where = [form[name].value() for name in ("revision", "start", "end")]
    if not any(where):
        return None, ""
    revision, start, end = map(number_in, where)
    try:
        return select(viewer, chapter, revision_id=revision, start=start, end=end), ""
    except Refusal as refusal:
        return None, refusal.sentence


def _opened(request: HttpRequest, chapter: Chapter, viewer: Viewer, thread: Thread) -> HttpResponse:
    if not wants_json(request):
        return redirect(thread)
    passage = thread.passages.first()
    revision_id = passage.revision_id if passage else chapter.published_revision_id
    threads = threads_by_id(viewer, chapter, revision_id or 0, [thread.pk])
    comments = oldest_comments(chapter.story, threads, most=FEW)
    cards = cards_of(viewer, chapter.story, threads, revisions={revision_id}, comments=comments)
    page = {"cards": with_reply_forms(cards), "story": chapter.story, "chapter": chapter}
    html = render_to_string("comments/_thread_cards.html", page, request)
    is_current = revision_id == current_revision(chapter)
    answer = {"thread": in_json(threads[0]), "card": html, "is_current": is_current}
    return JsonResponse(answer, status=201)


def _page(request: HttpRequest, chapter: Chapter, form: FeedbackForm, **more: Any) -> HttpResponse:
    name = "feedback_pick" if isinstance(form, PickForm) else "feedback_new"
    if is_fetched(request):
        name = "_feedback_form"
    page = {"chapter": chapter, "story": chapter.story, "form": form, "offer": form.offer}
    status = NOT_TAKEN if form.is_bound else 200
    return render(request, f"comments/{name}.html", page | more, status=status)
