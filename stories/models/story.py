from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kit.slugs import decorate
from stories.choices import LANGUAGES, RIGHT_TO_LEFT, CommentSetting, ContentWarning, Rating, Status


class StoryQuerySet(models.QuerySet["Story"]):
    def published(self) -> Self:
        return self.filter(published_at__isnull=False)

    def visible_to(self, user: Any) -> Self:
        """Published stories, and all those that `user` contributes to."""
        if not user.is_authenticated:
            return self.published()
        own = user.contributions.accepted().values("story_id")
        return self.filter(models.Q(published_at__isnull=False) | models.Q(pk__in=own))


class Story(models.Model):
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(_("summary"), max_length=1250, blank=True)
    language = models.CharField(
        _("language"), max_length=10, choices=LANGUAGES.items(), default="en"
    )
    rating = models.CharField(
        _("rating"), max_length=20, choices=Rating.choices, default=Rating.NOT_RATED
    )
    warnings = ArrayField(
        models.CharField(max_length=30, choices=ContentWarning.choices),
        verbose_name=_("content warnings"),
        default=list,
        blank=True,
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.IN_PROGRESS
    )
    expected_chapters = models.PositiveIntegerField(_("expected chapters"), null=True, blank=True)
    comment_setting = models.CharField(
        _("who may comment"),
        max_length=20,
        choices=CommentSetting.choices,
        default=CommentSetting.REGISTERED,
    )
    created_at = models.DateTimeField(auto_now_add=True)
    # When the first chapter was published, and when the newest was; both null for a draft.
    published_at = models.DateTimeField(null=True, editable=False)
    updated_at = models.DateTimeField(null=True, editable=False)
    # Kept by the writes: see stories/counting.py. `version` validates cached pages.
    chapter_count = models.PositiveIntegerField(default=0, editable=False)
    word_count = models.PositiveIntegerField(default=0, editable=False)
    version = models.BigIntegerField(default=1, editable=False)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "stories"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=True, updated_at__isnull=True)
                | models.Q(published_at__isnull=False, updated_at__isnull=False),
                name="a_published_story_has_both_dates",
            ),
            models.CheckConstraint(condition=~models.Q(title=""), name="a_story_has_a_title"),
        )
        indexes = (
            models.Index(
                fields=(
                    "-updated_at",
                    "-id",
                ),
                name="stories_newest",
                condition=models.Q(published_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return decorate(reverse("story", args=[self.pk]), self.title)

    @property
    def direction(self) -> str:
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"

    @property
    def is_one_shot(self) -> bool:
        return self.expected_chapters == 1
