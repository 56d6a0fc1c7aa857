from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from stories.choices import ContentWarning
from stories.models.chapter import Chapter
from stories.models.story import Story


class RevisionQuerySet(models.QuerySet["Revision"]):
    def waiting(self) -> Self:
        """Set aside, and not yet chosen or dismissed; oldest first."""
        waiting = self.filter(reason=Revision.Reason.SET_ASIDE, settled_at__isnull=True)
        return waiting.order_by("number")


class Revision(models.Model):
    """One immutable saved text of a chapter, with the notes around it.

    `html` is canonical (see prose/sanitizing.py) and printed as it is; `text` is exactly its
    `textContent` in a browser. Offsets everywhere are code points of `text`.
    """

    class Reason(models.TextChoices):
        EDITED = "edited", _("edited")
        IMPORTED = "imported", _("imported")
        SET_ASIDE = "set-aside", _("saved beside a newer version")

    story = models.ForeignKey(Story, models.CASCADE)
    chapter = models.ForeignKey(Chapter, models.CASCADE)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=255, blank=True)
    summary = models.TextField(max_length=1250, blank=True)
    warnings = ArrayField(
        models.CharField(max_length=30, choices=ContentWarning.choices), default=list
    )
    note_before = models.TextField(blank=True)
    note_after = models.TextField(blank=True)
    html = models.TextField(blank=True)
    text = models.TextField(blank=True)
    sanitizer_version = models.PositiveSmallIntegerField()
    word_count = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=20, choices=Reason.choices, default=Reason.EDITED)
    based_on = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    saved_at = models.DateTimeField(auto_now_add=True)
    # When readers were first given it; what was never published stays with the contributors.
    published_at = models.DateTimeField(null=True, editable=False)
    # When an author decided about a revision that was set aside: until then it is shown to them.
    settled_at = models.DateTimeField(null=True, editable=False)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True) | models.Q(reason="set-aside"),
                name="only_what_was_set_aside_is_settled",
            ),
            models.UniqueConstraint(
                fields=(
                    "story",
                    "chapter",
                    "number",
                ),
                name="revisions_are_numbered",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title or self.chapter_id} #{self.number}"
