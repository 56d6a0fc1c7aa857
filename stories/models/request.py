from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from stories.choices import Audience, Kind, Visibility
from stories.models.chapter import Chapter
from stories.models.story import Story

# What is invited, as the end of the sentence "The author invites …".
INVITED = {
    Kind.ERROR: _("reports of errors"),
    Kind.CRITIQUE: _("criticism"),
    Kind.QUESTION: _("questions"),
    Kind.PRAISE: _("praise"),
}


class FeedbackRequest(models.Model):
    """What a chapter invites. A story has a default; a chapter's own replaces it whole.

    No row, or a row without kinds, invites nothing.
    """

    story = models.ForeignKey(Story, models.CASCADE)
    chapter = models.ForeignKey(Chapter, models.CASCADE, null=True, blank=True)
    kinds = ArrayField(
        models.CharField(max_length=20, choices=Kind.choices),
        verbose_name=_("what you invite"),
        default=list,
        blank=True,
    )
    audience = models.CharField(
        _("who may answer"), max_length=20, choices=Audience.choices, default=Audience.REGISTERED
    )
    visibility = models.CharField(
        _("who reads it"), max_length=20, choices=Visibility.choices, default=Visibility.PUBLIC
    )
    prompts = ArrayField(models.CharField(max_length=200), size=5, default=list, blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(auto_now=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("story",),
                condition=Q(chapter__isnull=True),
                name="one_default_request_per_story",
            ),
            models.UniqueConstraint(
                fields=(
                    "story",
                    "chapter",
                ),
                name="one_request_per_chapter",
            ),
            models.CheckConstraint(
                condition=Q(kinds__contained_by=Kind.values), name="a_request_invites_known_kinds"
            ),
            models.CheckConstraint(
                condition=Q(prompts__len__lte=5), name="a_request_has_at_most_five_prompts"
            ),
        )

    def __str__(self) -> str:
        return ", ".join(self.kinds)

    @property
    def is_open(self) -> bool:
        return bool(self.kinds) and self.closed_at is None

    @property
    def invited(self) -> list[tuple[str, Any]]:
        """The kinds with their words, in the order of the choices."""
        return [(kind, words) for kind, words in INVITED.items() if kind in self.kinds]
