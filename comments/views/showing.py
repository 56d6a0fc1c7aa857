"""Threads as pages and parts show them."""

from django.http import HttpRequest
from django.urls import reverse

from comments.access import Viewer
from comments.cards import Card, cards_of, oldest_comments
from comments.forms import ReplyForm
from comments.models import Comment, Thread
from kit.paging import name_moment
from stories.models import Chapter

FEW, MANY = 10, 200


def card_of(viewer: Viewer, thread: Thread) -> Card:
    """One thread with as many comments as a page holds."""
    comments = oldest_comments(thread.chapter.story, [thread], most=MANY)
    revisions = {current_revision(thread.chapter)}
    story = thread.chapter.story
    return cards_of(viewer, story, [thread], revisions=revisions, comments=comments)[0]


def current_revision(chapter: Chapter) -> int:
    """What readers have, or of a draft what its author has."""
    current = chapter.published_revision_id or chapter.draft_revision_id
    assert current is not None
    return current


def with_reply_forms(cards: list[Card]) -> list[Card]:
    for card in cards:
        if card.may_reply and card.form is None:
            card.form = reply_form(card.thread)
    return cards


def reply_form(thread: Thread, request: HttpRequest | None = None) -> ReplyForm:
    """With ids of its own, since a page has one for each thread."""
    return ReplyForm(request.POST if request else None, auto_id=f"reply-{thread.pk}-%s")


def address_of(comment: Comment, thread: Thread) -> str:
    """Where a comment stands on its thread's page, which begins with it in long threads."""
    address = reverse("thread", args=[thread.story_id, thread.pk])
    if thread.comment_count > MANY:
        address += f"?after={name_moment(comment.written_at, comment.pk - 1)}"
    return f"{address}#comment-{comment.pk}"
