from django.db import models
from django.db.models import Q

from comments.models.thread import Thread
from stories.models import Story


class Suggestion(models.Model):
    """Replacement text for a thread's passage. Deleting the passage is said, never implied."""

    story = models.ForeignKey(Story, models.CASCADE)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="suggestions")
    replacement = models.TextField(max_length=2000, blank=True)
    deletes = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "story",
                    "thread",
                ),
                name="one_suggestion_per_thread",
            ),
            models.CheckConstraint(
                condition=(Q(deletes=True) & Q(replacement=""))
                | (Q(deletes=False) & ~Q(replacement="")),
                name="a_suggestion_replaces_or_deletes",
            ),
        )

    def __str__(self) -> str:
        return self.replacement
