"""A story on one page, or on as few as a browser can bear."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kit.paging import place_in
from prose.keyed_blocks import prefix_keys
from stories.access import story_for_reader
from stories.credits import credits_of
from stories.models import Chapter, Story
from stories.validating import unchanged, validated

WORDS = 150_000  # on one page; a longer story goes on behind a link
CHAPTERS = 300


@dataclass(frozen=True)
class WholeChapter:
    chapter: Chapter
    html: str


def whole(request: HttpRequest, story_id: int) -> HttpResponse:
    """All published chapters. `?after` is the position of the last chapter of the page before."""
    versions = Story.objects.published().filter(pk=story_id).values_list("version")
    if kept := unchanged(request, versions.first):
        return kept
    story = story_for_reader(request.user, story_id)
    after = place_in(request, "after")
    rows = Chapter.objects.filter(story=story, position__gt=after).published().in_order()
    sizes = list(rows.values_list("pk", "word_count")[: CHAPTERS + 1])
    shown = _that_fit(sizes)
    chapters = rows.filter(pk__in=shown).select_related("published_revision")
    page = {
        "story": story,
        "credits": credits_of(story),
        "chapters": [_with_own_keys(chapter) for chapter in chapters],
        "is_first": after == 0,
        "has_more": len(shown) < len(sizes),
    }
    return validated(request, render(request, "stories/whole.html", page), (story.version,))


def _that_fit(sizes: Iterable[tuple[int, int]]) -> list[int]:
    """The first chapters that fit on a page: at least one, whatever its length."""
    sizes = list(sizes)[:CHAPTERS]
    sums = accumulate(words for _pk, words in sizes)
    return [pk for n, ((pk, _), total) in enumerate(zip(sizes, sums)) if n == 0 or total <= WORDS]


def _with_own_keys(chapter: Chapter) -> WholeChapter:
    revision = chapter.published_revision
    assert revision is not None, "only published chapters are on the page"
    return WholeChapter(chapter, prefix_keys(revision.html, f"c{chapter.pk}-"))
