from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from comments.choices import Moderation, Status
from stories.choices import Kind, Visibility
from stories.models import Chapter, Story


class ThreadQuerySet(models.QuerySet["Thread"]):
    def visible_to(self, user: Any, *, answers: bool) -> Self:
        """Threads of one story that `user` may read; `answers` says whether they answer for it."""
        shown = self.filter(moderation=Moderation.APPROVED)
        if answers:
            return shown
        public = Q(visibility=Visibility.PUBLIC)
        return shown.filter(public | Q(opened_by=user) if user.is_authenticated else public)

    def feedback(self) -> Self:
        return self.exclude(kind="")

    def standing(self) -> Self:
        """Those that readers meet in the text: what was withdrawn is left to its own page."""
        return self.exclude(status=Status.WITHDRAWN)

    def plain(self) -> Self:
        return self.filter(kind="")


class Thread(models.Model):
    """One discussion on a chapter. Without a kind it is a plain comment with its replies."""

    story = models.ForeignKey(Story, models.CASCADE)
    chapter = models.ForeignKey(Chapter, models.CASCADE)
    kind = models.CharField(max_length=20, choices=Kind.choices, blank=True)
    visibility = models.CharField(
        max_length=20, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    status = models.CharField(max_length=20, choices=Status.choices, blank=True)
    moderation = models.CharField(
        max_length=20, choices=Moderation.choices, default=Moderation.APPROVED
    )
    # The author's question this answers, as it stood then.
    prompt = models.CharField(max_length=200, blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="threads_opened"
    )
    opened_at = models.DateTimeField()
    # When the newest comment came, and how many are shown.
    active_at = models.DateTimeField()
    comment_count = models.PositiveIntegerField(default=0)
    # When somebody who answers for the story first did.
    answered_at = models.DateTimeField(null=True)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(kind__in=("", Kind.PRAISE), status="")
                | Q(kind__in=(Kind.ERROR, Kind.CRITIQUE, Kind.QUESTION), status__in=Status.values),
                name="feedback_has_a_status_and_praise_has_none",
            ),
            models.CheckConstraint(
                condition=~Q(kind="") | Q(visibility=Visibility.PUBLIC),
                name="plain_comments_are_public",
            ),
        )
        indexes = (
            models.Index(
                fields=(
                    "story",
                    "chapter",
                    "kind",
                    "-opened_at",
                ),
                name="threads_of_a_chapter",
            ),
            models.Index(
                fields=(
                    "story",
                    "status",
                    "chapter",
                ),
                name="threads_by_status",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind or 'comment'} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("thread", args=[self.story_id, self.pk])

    @property
    def is_feedback(self) -> bool:
        return self.kind != ""

    @property
    def is_private(self) -> bool:
        return self.visibility != Visibility.PUBLIC

    @property
    def counts(self) -> bool:
        """Whether its chapter counts it as feedback that everybody may read."""
        is_shown = self.moderation == Moderation.APPROVED and self.status != Status.WITHDRAWN
        return self.is_feedback and is_shown and not self.is_private

    @property
    def is_open(self) -> bool:
        return self.status in ("", Status.OPEN)
