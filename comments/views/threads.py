"""The page of one thread, and what can be done there."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from comments.access import Refusal, Viewer, thread_for_viewer, viewer_of
from comments.cards import Card, cards_of, names_in, oldest_comments
from comments.deciding import decline, reopen, resolve, withdraw
from comments.forms import DeclineForm, ReplyForm, SayingForm
from comments.models import Comment, Thread, ThreadEvent
from comments.replying import reply
from comments.views.answering import NOT_TAKEN, is_fetched, signed_in
from comments.views.showing import (
    MANY,
    address_of,
    card_of,
    current_revision,
    reply_form,
    with_reply_forms,
)
from comments.wording import EVENTS, told
from kit.paging import moment_in, name_moment, number_in
from prose.keyed_blocks import blocks
from stories.models import Revision


@require_safe
def thread(request: HttpRequest, story_id: int, thread_id: int) -> HttpResponse:
    found, viewer = thread_for_viewer(request.user, story_id, thread_id)
    after = moment_in(request, "after")
    story = found.chapter.story
    comments = oldest_comments(story, [found], most=MANY + 1, after=after)
    shown = comments.get(found.pk, [])
    more = name_moment(shown[-2].written_at, shown[-2].pk) if len(shown) > MANY else None
    head = current_revision(found.chapter)
    kept = {found.pk: shown[:MANY]}
    cards = cards_of(viewer, story, [found], revisions={head}, comments=kept)
    card = with_reply_forms(cards)[0]
    card.more = 0
    card.block = _block_of(card, head)
    page = {"card": card, "story": story, "chapter": found.chapter, "after": after, "more": more}
    return render(request, "comments/thread.html", page | {"events": _events(found)})


@require_http_methods(["GET", "POST"])
@signed_in
def thread_reply(request: HttpRequest, story_id: int, thread_id: int) -> HttpResponse:
    """Answers the opening comment, or the one that `to` names."""
    found, viewer = thread_for_viewer(request.user, story_id, thread_id)
    form = reply_form(found, request) if request.method == "POST" else _empty_reply(request, found)
    if request.method == "POST" and form.is_valid():
        try:
            parent = _addressed(found, form.cleaned_data["to"])
            said = reply(
                by=request.user, thread=found, body=form.cleaned_data["body"], parent=parent
            )
            return _done(request, found, address_of(said, found))
        except Refusal as refusal:
            form.add_refusal(refusal)
    if request.method == "POST" and is_fetched(request):
        return _card(request, found, viewer, form=form, status=NOT_TAKEN)
    to = _answered(found, form)
    return _form_page(request, "comments/thread_reply.html", found, form, to=to)


@require_http_methods(["GET", "POST"])
@signed_in
def thread_decline(request: HttpRequest, story_id: int, thread_id: int) -> HttpResponse:
    found, _viewer = thread_for_viewer(request.user, story_id, thread_id)
    form = DeclineForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            decline(by=request.user, thread=found, reason=form.cleaned_data["reason"])
            return _done(request, found, found.get_absolute_url())
        except Refusal as refusal:
            form.add_refusal(refusal)
    return _form_page(request, "comments/thread_decline.html", found, form)


@require_http_methods(["GET", "POST"])
@signed_in
def thread_resolve(request: HttpRequest, story_id: int, thread_id: int) -> HttpResponse:
    return _decided(request, story_id, thread_id, resolve)


@require_http_methods(["GET", "POST"])
@signed_in
def thread_reopen(request: HttpRequest, story_id: int, thread_id: int) -> HttpResponse:
    return _decided(request, story_id, thread_id, reopen)


@require_http_methods(["GET", "POST"])
@signed_in
def thread_withdraw(request: HttpRequest, story_id: int, thread_id: int) -> HttpResponse:
    return _decided(request, story_id, thread_id, withdraw)


def _decided(
    request: HttpRequest, story_id: int, thread_id: int, decide: Callable[..., Thread]
) -> HttpResponse:
    """Whoever comes without having pressed the button, from the log-in, gets the thread."""
    found, viewer = thread_for_viewer(request.user, story_id, thread_id)
    if request.method == "POST":
        try:
            decide(by=request.user, thread=found)
        except Refusal as refusal:
            if is_fetched(request):
                return _card(request, found, viewer, notice=refusal.sentence)
            messages.error(request, refusal.sentence)
    return _done(request, found, found.get_absolute_url())


def _done(request: HttpRequest, thread: Thread, address: str) -> HttpResponse:
    if not is_fetched(request):
        return redirect(address)
    found, viewer = thread_for_viewer(request.user, thread.story_id, thread.pk)
    return _card(request, found, viewer)


def _card(
    request: HttpRequest, thread: Thread, viewer: Viewer, status: int = 200, **more: Any
) -> HttpResponse:
    card = card_of(viewer, thread)
    vars(card).update(more)
    page = {"card": with_reply_forms([card])[0], "story": thread.chapter.story}
    return render(request, "comments/_thread_card.html", page, status=status)


def _form_page(
    request: HttpRequest, template: str, thread: Thread, form: SayingForm, **more: Any
) -> HttpResponse:
    card = card_of(viewer_of(request.user, thread.story_id), thread)
    page = {"card": card, "story": thread.chapter.story, "chapter": thread.chapter, "form": form}
    status = NOT_TAKEN if form.is_bound else 200
    return render(request, template, page | more, status=status)


def _empty_reply(request: HttpRequest, thread: Thread) -> ReplyForm:
    to = request.GET.get("to", "")
    return ReplyForm(initial={"to": to}, auto_id=f"reply-{thread.pk}-%s")


def _addressed(thread: Thread, pk: int | None) -> Comment | None:
    """The comment of that id. A `Refusal` tells whether it is there; 404 would lose the words."""
    return None if pk is None else Comment(pk=pk, story_id=thread.story_id, thread=thread)


def _answered(thread: Thread, form: ReplyForm) -> Comment | None:
    """The comment to be shown above the form."""
    if (number := number_in(form["to"].value())) is None:
        return None
    rows = Comment.objects.filter(story_id=thread.story_id, thread=thread).shown()
    found = rows.select_related("writer").filter(pk=number).first()
    if found is None and not form.is_bound:
        raise Http404
    return found


def _events(thread: Thread) -> list[dict[str, Any]]:
    """What was decided, in words, the newest hundred."""
    rows = ThreadEvent.objects.filter(story_id=thread.story_id, thread=thread, act__in=EVENTS)
    newest = list(rows.select_related("by").order_by("-at", "-pk")[:100])
    names = names_in(thread.chapter.story) if newest else {}
    return [
        {"words": told(event, names.get(event.by_id) or event.by), "event": event}
        for event in reversed(newest)
    ]


def _block_of(card: Card, revision_id: int) -> str:
    """The block of the text at hand in which the passage begins."""
    if card.placement is None or card.placement.start is None:
        return ""
    start = card.placement.start
    rows = Revision.objects.filter(story_id=card.thread.story_id, pk=revision_id)
    html = rows.values_list("html", flat=True).get()
    before = [block.key for block in blocks(html) if block.start <= start]
    return before[-1] if before else ""
