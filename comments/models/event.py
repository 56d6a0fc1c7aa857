from django.conf import settings
from django.db import models

from comments.models.thread import Thread
from stories.models import Story


class ThreadEvent(models.Model):
    """Append-only: who changed a thread, how, when and why."""

    class Act(models.TextChoices):
        OPENED = "opened"
        RESOLVED = "resolved"
        DECLINED = "declined"
        REOPENED = "reopened"
        WITHDRAWN = "withdrawn"
        NARROWED = "narrowed"
        EDITED = "edited"
        DELETED = "deleted"

    story = models.ForeignKey(Story, models.CASCADE)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="events")
    act = models.CharField(max_length=20, choices=Act.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=1000, blank=True)

    class Meta:
        indexes = (
            models.Index(
                fields=(
                    "story",
                    "thread",
                    "at",
                ),
                name="events_of_a_thread",
            ),
        )

    def __str__(self) -> str:
        return f"{self.act} {self.thread_id}"
