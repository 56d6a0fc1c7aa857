from typing import Any, Self

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from kit.slugs import decorate
from stories.models.story import Story


class ChapterQuerySet(models.QuerySet["Chapter"]):
    def published(self) -> Self:
        return self.filter(published_revision__isnull=False)

    def in_order(self) -> Self:
        return self.order_by("position", "id")


class Chapter(models.Model):
    """A place in a story. Its texts are revisions; two of them are its heads."""

    story = models.ForeignKey(Story, models.CASCADE)
    position = models.PositiveIntegerField()
    # The published title, or the draft's until then: lists never open a revision.
    title = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, editable=False)
    # When readers were last given a new text.
    updated_at = models.DateTimeField(null=True, editable=False)
    published_revision = models.ForeignKey(
        "stories.Revision", models.RESTRICT, null=True, related_name="+"
    )
    # The latest draft revision when it is newer than the published one, otherwise null.
    draft_revision = models.ForeignKey(
        "stories.Revision", models.RESTRICT, null=True, related_name="+"
    )
    # Kept by the writes. `version` validates cached pages and is bumped with every visible change.
    word_count = models.PositiveIntegerField(default=0, editable=False)
    comment_count = models.PositiveIntegerField(default=0, editable=False)
    feedback_count = models.PositiveIntegerField(default=0, editable=False)
    version = models.BigIntegerField(default=1, editable=False)

    objects = ChapterQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "story",
                    "position",
                ),
                name="one_chapter_per_position",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                condition=models.Q(published_revision__isnull=True, published_at__isnull=True)
                | models.Q(published_revision__isnull=False, published_at__isnull=False),
                name="a_published_chapter_has_a_date",
            ),
        )
        indexes = (
            models.Index(
                fields=("-published_at", "-id"),
                name="chapters_newest",
                condition=models.Q(published_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title or _("Chapter %(number)d") % {"number": self.position}

    def get_absolute_url(self) -> str:
        return decorate(reverse("chapter", args=[self.story_id, self.pk]), self.title)

    @property
    def head(self) -> Any:
        """The newest revision: what its author goes on writing."""
        return self.draft_revision or self.published_revision
