"""The counters that lists show, kept by the writes."""

from django.db.models import Count, F, Sum

from stories.models import Chapter, Story


def recount_story(story: Story) -> None:
    """Save `story` with its counts of published chapters and words, and a new version."""
    sums = (
        Chapter.objects.filter(story=story)
        .published()
        .aggregate(n=Count("id"), w=Sum("word_count"))
    )
    story.chapter_count, story.word_count = sums["n"], sums["w"] or 0
    story.version += 1
    story.save()


def bump_chapter(chapter: Chapter) -> None:
    """A change that readers of the chapter's page see: cached copies are old now."""
    Chapter.objects.filter(pk=chapter.pk, story_id=chapter.story_id).update(
        version=F("version") + 1
    )


def bump_story(story: Story) -> None:
    """A change on all pages of the story."""
    Story.objects.filter(pk=story.pk).update(version=F("version") + 1)
