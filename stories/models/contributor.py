from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from stories.models.story import Story


class ContributorQuerySet(models.QuerySet["Contributor"]):
    def accepted(self) -> Self:
        return self.filter(accepted_at__isnull=False)


class Contributor(models.Model):
    """A person's part in a story. Bylines and permissions are read from here alone."""

    class Role(models.TextChoices):
        AUTHOR = "author", _("Author")

    story = models.ForeignKey(Story, models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="contributions")
    credited_name = models.CharField(_("credited name"), max_length=60)
    role = models.CharField(max_length=20, choices=Role.choices, default=Role.AUTHOR)
    position = models.PositiveSmallIntegerField(default=1)
    may_write = models.BooleanField(default=True)
    may_publish = models.BooleanField(default=True)
    may_answer = models.BooleanField(default=True)
    invited_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)

    objects = ContributorQuerySet.as_manager()

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "story",
                    "user",
                ),
                name="one_part_per_person_and_story",
            ),
            models.CheckConstraint(
                condition=~models.Q(credited_name=""), name="a_contributor_is_credited"
            ),
        )

    def __str__(self) -> str:
        return self.credited_name
