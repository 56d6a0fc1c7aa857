"""Saving text. Every save makes an immutable revision; none replaces another silently."""

from dataclasses import dataclass, field, fields
from typing import Any, Self

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from prose.counting import count_words
from prose.sanitizing import SANITIZER_VERSION, sanitize, sanitize_note
from stories.following import tell_followers
from stories.models import Chapter, Contributor, Revision, Story


@dataclass(frozen=True)
class ChapterText:
    """What an author writes in a chapter, as HTML from the editor or from a converter."""

    title: str = ""
    summary: str = ""
    warnings: list[str] = field(default_factory=list)
    note_before: str = ""
    note_after: str = ""
    html: str = ""

    @classmethod
    def of(cls, revision: Revision) -> Self:
        return cls(**{part.name: getattr(revision, part.name) for part in fields(cls)})


@dataclass(frozen=True)
class Saved:
    revision: Revision
    # The newer revision that the save was not based on; then `revision` was set aside.
    conflicts_with: Revision | None = None


@transaction.atomic
def create_chapter(
    *, by: Any, story: Story, text: ChapterText, reason: str = Revision.Reason.EDITED
) -> Chapter:
    """A new draft at the end of the story. Raises `prose.sanitizing.Refused`."""
    Story.objects.select_for_update(no_key=True).get(pk=story.pk)
    last = Chapter.objects.filter(story=story).aggregate(last=Max("position"))["last"] or 0
    chapter = Chapter.objects.create(story=story, position=last + 1, title=text.title)
    chapter.draft_revision = _write(by, chapter, text, based_on=None, reason=reason)
    chapter.save(update_fields=["draft_revision"])
    tell_followers(chapter=chapter, old=None, new=chapter.draft_revision)
    return chapter


@transaction.atomic
def save_chapter(
    *,
    by: Any,
    chapter: Chapter,
    text: ChapterText,
    based_on: int | None,
    reason: str = Revision.Reason.EDITED,
) -> Saved:
    """Save `text` as the draft head, if it was written on the present head (`based_on`, a
    revision's id); otherwise keep it beside, and say what it conflicts with."""
    chapter = lock_chapter(chapter)
    head = chapter.head
    stale = head is not None and based_on != head.pk
    kept = Revision.Reason.SET_ASIDE if stale else reason
    revision = _write(by, chapter, text, based_on=based_on, reason=kept)
    if stale:
        return Saved(revision, conflicts_with=head)
    make_head(chapter=chapter, revision=revision)
    return Saved(revision)


def make_head(*, chapter: Chapter, revision: Revision) -> None:
    """Make `revision` the draft head. The caller holds the chapter's row lock."""
    old = chapter.head
    chapter.draft_revision = revision
    if chapter.published_revision_id is None:
        chapter.title = revision.title
    chapter.save(update_fields=["draft_revision", "title"])
    tell_followers(chapter=chapter, old=old, new=revision)


@transaction.atomic
def create_story(*, by: Any, credited_name: str = "", **front_matter: Any) -> Story:
    """A new story, with `by` as its author, under their own name unless another is given.
    Nothing in it is published."""
    story = Story.objects.create(**front_matter)
    now = timezone.now()
    Contributor.objects.create(
        story=story,
        user=by,
        credited_name=credited_name or str(by),
        invited_at=now,
        accepted_at=now,
    )
    return story


def lock_chapter(chapter: Chapter) -> Chapter:
    """The chapter as it is now, its row locked until the transaction ends."""
    here = Chapter.objects.filter(pk=chapter.pk, story_id=chapter.story_id)
    # Locked first and read afterwards: a query that had to wait for the lock would join the row
    # as it is now to the revisions as they were before, and find no head.
    here.select_for_update(no_key=True).get()
    return here.select_related("story", "published_revision", "draft_revision").get()


def _write(
    by: Any, chapter: Chapter, text: ChapterText, *, based_on: int | None, reason: str
) -> Revision:
    prose = sanitize(text.html)
    numbers = Revision.objects.filter(story_id=chapter.story_id, chapter=chapter)
    return Revision.objects.create(
        story_id=chapter.story_id,
        chapter=chapter,
        number=(numbers.aggregate(last=Max("number"))["last"] or 0) + 1,
        title=text.title,
        summary=text.summary,
        warnings=text.warnings,
        note_before=sanitize_note(text.note_before).html,
        note_after=sanitize_note(text.note_after).html,
        html=prose.html,
        text=prose.text,
        sanitizer_version=SANITIZER_VERSION,
        word_count=count_words(prose.text),
        reason=reason,
        based_on_id=based_on,
        saved_by=by,
    )
