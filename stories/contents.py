"""Tables of contents, never longer than a page can bear."""

from dataclasses import dataclass

from django.db.models import QuerySet

from stories.models import Chapter, Story

BESIDE = 200  # chapters listed before and after the one that is read
LISTED = 500  # chapters on one page of the story's own contents


@dataclass(frozen=True)
class Contents:
    chapters: list[Chapter]
    previous: Chapter | None
    next: Chapter | None
    # Whether `chapters` are all of the story's.
    is_whole: bool


def contents_around(chapter: Chapter, *, drafts: bool) -> Contents:
    """The chapters beside this one in story order, drafts too if asked for; two queries."""
    beside = _chapters(chapter.story, drafts=drafts)
    before = list(beside.filter(position__lt=chapter.position).order_by("-position")[: BESIDE + 1])
    after = list(beside.filter(position__gt=chapter.position).order_by("position")[: BESIDE + 1])
    return Contents(
        chapters=[*reversed(before[:BESIDE]), chapter, *after[:BESIDE]],
        previous=before[0] if before else None,
        next=after[0] if after else None,
        is_whole=len(before) <= BESIDE and len(after) <= BESIDE,
    )


def contents_from(story: Story, *, after: int, drafts: bool) -> tuple[list[Chapter], int | None]:
    """Chapters behind the position `after`, and the position to go on from, if there are more."""
    found = _chapters(story, drafts=drafts).filter(position__gt=after).order_by("position")
    chapters = list(found[: LISTED + 1])
    return chapters[:LISTED], chapters[LISTED - 1].position if len(chapters) > LISTED else None


def _chapters(story: Story, *, drafts: bool) -> QuerySet[Chapter]:
    chapters = Chapter.objects.filter(story=story)
    return chapters if drafts else chapters.published()
