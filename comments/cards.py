"""Threads as they are shown: with quote, label, comments and what the viewer may do.

A list of them costs as many queries as one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F, Prefetch, Q, Window, prefetch_related_objects
from django.db.models.functions import RowNumber

from comments.access import Viewer, decisions_open_to, may_reply
from comments.conversation import conversation
from comments.difference import Piece, difference
from comments.models import Comment, Passage, Placement, Suggestion, Thread
from comments.wording import label
from stories.credits import credits_of
from stories.models import Story


@dataclass(frozen=True)
class Said:
    """One comment; `to` is whom it answers, where that is not the one who opened the thread."""

    comment: Comment
    name: str
    contributes: bool
    is_own: bool
    to: str = ""


@dataclass
class Card:
    thread: Thread
    viewer: Viewer
    label: str
    passage: Passage | None
    # Where the passage stands in the text at hand, if it does.
    placement: Placement | None
    suggestion: Suggestion | None
    said: list[Said]
    # How many comments are not in `said`.
    more: int
    may_reply: bool
    decisions: list[str]
    # The key of the block where it stands, where that was looked up.
    block: str = ""
    # A sentence about what was just tried, and the reply with what was wrong in it.
    notice: str = ""
    form: Any = None

    @property
    def pieces(self) -> list[Piece]:
        if self.suggestion is None or self.passage is None:
            return []
        return difference(self.passage.exact, self.suggestion.replacement)

    @property
    def opening(self) -> Said | None:
        """The comment that opened the thread, if it is among them and has something to show."""
        first = self.said[0] if self.said else None
        return first if first and first.comment.parent_id is None else None

    @property
    def replies(self) -> list[Said]:
        return self.said[1:] if self.opening else self.said


def cards_of(
    viewer: Viewer,
    story: Story,
    threads: list[Thread],
    *,
    revisions: Collection[int | None],
    comments: dict[int, list[Comment]],
) -> list[Card]:
    """Cards of threads that came with their chapters and stories. `revisions` are the texts at
    hand, one a chapter, that labels speak of; `comments` are those to show, by thread."""
    places = _fetch_passages(story, threads, revisions)
    names = names_in(story)
    return [
        _card(viewer, thread, places.get(thread.pk), comments.get(thread.pk, []), names)
        for thread in threads
    ]


def oldest_comments(
    story: Story, threads: list[Thread], *, most: int, after: tuple[datetime, int] | None = None
) -> dict[int, list[Comment]]:
    """The `most` oldest comments of each thread, or those behind `after`, a time and an id."""
    order = (F("written_at").asc(), F("pk").asc())
    numbered = Window(RowNumber(), partition_by=F("thread_id"), order_by=order)
    rows = Comment.objects.filter(story=story, thread__in=threads).shown()
    if after is not None:
        at, pk = after
        rows = rows.filter(Q(written_at__gt=at) | Q(written_at=at, pk__gt=pk))
    oldest = rows.annotate(nth=numbered).filter(nth__lte=most).values("pk")
    shown = Comment.objects.filter(story=story, pk__in=oldest).select_related("writer")
    found: dict[int, list[Comment]] = {}
    for comment in shown.order_by("written_at", "pk"):
        found.setdefault(comment.thread_id, []).append(comment)
    return found


def names_in(story: Story) -> dict[int, str]:
    """Contributors speak under the name that they are credited by."""
    return {part.user_id: part.credited_name for part in credits_of(story)}


def said_of(viewer: Viewer, comments: list[Comment], names: dict[int, str]) -> list[Said]:
    """The comments of one thread, in reading order."""
    named = {each.pk: names.get(each.writer_id) or str(each.writer) for each in comments}
    return [
        Said(
            comment=comment,
            name=named[comment.pk],
            contributes=comment.writer_id in names,
            is_own=comment.writer_id == viewer.user.pk,
            to=named.get(comment.parent_id or 0, "") if comment.depth > 1 else "",
        )
        for comment in conversation(comments)
    ]


def _fetch_passages(
    story: Story, threads: list[Thread], revisions: Collection[int | None]
) -> dict[int, Placement]:
    """Gives the threads their passages and suggestions; returns the placements, by thread."""
    passages = Prefetch("passages", Passage.objects.filter(story=story))
    suggestions = Prefetch("suggestions", Suggestion.objects.filter(story=story))
    prefetch_related_objects(threads, passages, suggestions)
    here = Placement.objects.filter(story=story, thread__in=threads)
    rows = here.filter(revision__in=[pk for pk in revisions if pk])
    return {placement.thread_id: placement for placement in rows}


def _card(
    viewer: Viewer,
    thread: Thread,
    placement: Placement | None,
    comments: list[Comment],
    names: dict[int, str],
) -> Card:
    passage = next(iter(thread.passages.all()), None)
    place = placement.state if placement else "" if passage else None
    shown = sum(comment.deleted_at is None for comment in comments)
    return Card(
        thread=thread,
        viewer=viewer,
        label=label(thread, place=place),
        passage=passage,
        placement=placement,
        suggestion=next(iter(thread.suggestions.all()), None),
        said=said_of(viewer, comments, names),
        more=max(0, thread.comment_count - shown),
        may_reply=may_reply(viewer, thread),
        decisions=decisions_open_to(viewer, thread),
    )
