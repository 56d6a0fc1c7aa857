"""The feedback view of a chapter (`?feedback`): its text block by block, each with its link and
count, and all threads with their quotes in the order of the text. It needs no script."""

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from comments.access import Viewer, chapter_for_viewer, visible_revisions
from comments.cards import Card, cards_of, oldest_comments
from comments.inviting import offer_to
from comments.models import Thread
from comments.standing import MOST, after_place, not_standing_on, standing_on
from comments.views.showing import FEW, with_reply_forms
from comments.views.state import shown_revision
from kit.paging import pair_in, place_in
from prose.keyed_blocks import Block, blocks
from stories.models import Chapter, Revision

PAGE = 100


@dataclass
class Place:
    """A block of the text: how many threads begin in it, and the cards of those on this page."""

    block: Block
    count: int = 0
    cards: list[Card] = field(default_factory=list)

    @property
    def has_words(self) -> bool:
        return bool(self.block.text.strip())


@require_safe
@cache_control(private=True, no_cache=True)
def chapter_feedback(
    request: HttpRequest, story_id: int, chapter_id: int, slug: str = ""
) -> HttpResponse:
    """A page of threads; the first has the chapter's text, too. `after` is a thread's place in
    the text, `earlier` the id of a thread that does not stand in it."""
    chapter, viewer = chapter_for_viewer(request.user, story_id, chapter_id)
    shown = shown_revision(request, chapter, viewer)
    revision = get_object_or_404(visible_revisions(viewer, chapter), pk=shown)
    after, earlier = pair_in(request, "after"), place_in(request, "earlier")
    page = {
        "chapter": chapter,
        "story": chapter.story,
        "revision": revision,
        "offer": offer_to(viewer, chapter),
        "is_first": after is None and not earlier,
        "is_current": shown == chapter.published_revision_id,
    }
    if not earlier:
        page |= _in_the_text(viewer, chapter, revision, after)
    if after is None:
        page |= _elsewhere(viewer, chapter, shown, earlier)
    return render(request, "comments/chapter_feedback.html", page)


def _in_the_text(
    viewer: Viewer, chapter: Chapter, revision: Revision, after: tuple[int, int] | None
) -> dict[str, object]:
    standing = standing_on(viewer, chapter.story_id, revision.pk)
    places = [Place(block) for block in blocks(revision.html)]
    starts = [place.block.start for place in places]
    counts = Counter(
        _place_at(starts, start) for start in standing.values_list("start", flat=True)[:MOST]
    )
    threads = list(after_place(standing, after)[: PAGE + 1])
    shown = _cards(viewer, chapter, threads[:PAGE], revision.pk)
    for position, cards in groupby(shown, lambda card: _place_at(starts, card.thread.start)):
        places[position].cards = list(cards)
    for position, place in enumerate(places):
        place.count = counts[position]
        for card in place.cards:
            card.block = place.block.key
    last = threads[PAGE - 1] if len(threads) > PAGE else None
    more = f"{last.start}_{last.pk}" if last else None
    return {"places": places, "more": more, "count": counts.total()}


def _elsewhere(
    viewer: Viewer, chapter: Chapter, revision_id: int, earlier: int
) -> dict[str, object]:
    rows = not_standing_on(viewer, chapter, revision_id).filter(pk__gt=earlier)
    threads = list(rows[: PAGE + 1])
    cards = _cards(viewer, chapter, threads[:PAGE], revision_id)
    return {
        "whole": [card for card in cards if card.passage is None],
        "old": [card for card in cards if card.passage is not None],
        "more_earlier": threads[PAGE - 1].pk if len(threads) > PAGE else None,
    }


def _cards(viewer: Viewer, chapter: Chapter, threads: list[Thread], revision_id: int) -> list[Card]:
    for thread in threads:
        thread.chapter = chapter
    comments = oldest_comments(chapter.story, threads, most=FEW)
    revisions = {revision_id}
    return with_reply_forms(
        cards_of(viewer, chapter.story, threads, revisions=revisions, comments=comments)
    )


def _place_at(starts: list[int], start: int) -> int:
    """The position of the block in which a passage begins."""
    return max(0, bisect_right(starts, start) - 1)
