from django.db import models
from django.db.models import F, Q

from comments.choices import PlacementState
from comments.models.thread import Thread
from stories.models import Revision, Story


class Passage(models.Model):
    """The selected text a thread is about, as the reader saw it; immutable.

    `start` and `end` are code points of `revision.text`, half-open.
    """

    story = models.ForeignKey(Story, models.CASCADE)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="passages")
    revision = models.ForeignKey(Revision, models.RESTRICT)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exact = models.TextField(max_length=2000)
    prefix = models.CharField(max_length=64, blank=True)
    suffix = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "story",
                    "thread",
                ),
                name="one_passage_per_thread",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="a_passage_has_text"),
        )

    def __str__(self) -> str:
        return self.exact


class Placement(models.Model):
    """Where a thread's passage stands in one revision: nowhere exactly when it was removed."""

    story = models.ForeignKey(Story, models.CASCADE)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="placements")
    revision = models.ForeignKey(Revision, models.CASCADE)
    start = models.PositiveIntegerField(null=True)
    end = models.PositiveIntegerField(null=True)
    state = models.CharField(max_length=10, choices=PlacementState.choices)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=(
                    "story",
                    "thread",
                    "revision",
                ),
                name="one_placement_per_thread_and_revision",
            ),
            models.CheckConstraint(
                condition=Q(state=PlacementState.REMOVED, start__isnull=True, end__isnull=True)
                | (
                    ~Q(state=PlacementState.REMOVED)
                    & Q(start__isnull=False, end__isnull=False, end__gt=F("start"))
                ),
                name="a_placement_has_a_span_unless_removed",
            ),
        )
        indexes = (
            models.Index(
                fields=(
                    "story",
                    "revision",
                    "start",
                ),
                name="placements_in_text_order",
            ),
        )

    def __str__(self) -> str:
        return f"{self.thread_id}: {self.state} {self.start}–{self.end}"
