"""The feedback view of a chapter (`?feedback`): its text block by block, each with its link and
count, and all threads with their quotes in the order of the text. It needs no script."""

from bisect import bisect_right
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from comments.access import Viewer, chapter_for_viewer, visible_revisions
from comments.cards import Card, cards_of, oldest_comments
from comments.inviting import offer_to
from comments.models import Thread
from comments.standing import after_place, not_standing_on, standing_on, starts_on
from comments.views.showing import FEW, current_revision, with_reply_forms
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
    here, elsewhere = _threads(viewer, chapter, shown, after, earlier)
    cards = _cards(viewer, chapter, [*here[:PAGE], *elsewhere[:PAGE]], shown)
    placed, others = cards[: len(here[:PAGE])], cards[len(here[:PAGE]) :]
    places = [] if earlier else _places(viewer, revision, placed)
    page = {
        "chapter": chapter,
        "story": chapter.story,
        "revision": revision,
        "offer": offer_to(viewer, chapter),
        "is_first": after is None and not earlier,
        "at_revision": "" if shown == current_revision(chapter) else f"&revision={shown}",
        "is_current": shown == current_revision(chapter),
        "places": places,
        "count": sum(place.count for place in places),
        "whole": [card for card in others if card.passage is None],
        "old": [card for card in others if card.passage is not None],
        "more": _name(placed[-1]) if len(here) > PAGE else None,
        "more_earlier": elsewhere[PAGE - 1].pk if len(elsewhere) > PAGE else None,
    }
    return render(request, "comments/chapter_feedback.html", page)


def _threads(
    viewer: Viewer,
    chapter: Chapter,
    revision_id: int,
    after: tuple[int, int] | None,
    earlier: int,
) -> tuple[list[Thread], list[Thread]]:
    """A page of those in the text and of the others, each with one more if there are more. The
    first page has both; those that follow have the one or the other."""
    here = after_place(standing_on(viewer, chapter.story_id, revision_id), after)
    elsewhere = not_standing_on(viewer, chapter, revision_id).filter(pk__gt=earlier)
    return (
        [] if earlier else list(here[: PAGE + 1]),
        [] if after else list(elsewhere[: PAGE + 1]),
    )


def _cards(viewer: Viewer, chapter: Chapter, threads: list[Thread], revision_id: int) -> list[Card]:
    for thread in threads:
        thread.chapter = chapter
    comments = oldest_comments(chapter.story, threads, most=FEW)
    revisions = {revision_id}
    cards = cards_of(viewer, chapter.story, threads, revisions=revisions, comments=comments)
    return with_reply_forms(cards)


def _places(viewer: Viewer, revision: Revision, cards: list[Card]) -> list[Place]:
    """The blocks of the text, with the counts of all threads and the cards of these."""
    places = [Place(block) for block in blocks(revision.html)]
    starts = [place.block.start for place in places]
    for start in starts_on(viewer, revision.story_id, revision.pk) if places else ():
        places[_place_at(starts, start)].count += 1
    for card in cards:
        place = places[_place_at(starts, _start(card))]
        card.block = place.block.key
        place.cards.append(card)
    return places


def _place_at(starts: list[int], start: int) -> int:
    """The position of the block in which a passage begins."""
    return max(0, bisect_right(starts, start) - 1)


def _start(card: Card) -> int:
    """Where a thread that stands in the text begins."""
    return card.placement.start or 0 if card.placement else 0


def _name(card: Card) -> str:
    """Its place, as addresses carry it."""
    return f"{_start(card)}_{card.thread.pk}"
