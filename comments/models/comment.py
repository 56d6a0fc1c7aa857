from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from comments.choices import Moderation
from comments.models.thread import Thread
from stories.models import Chapter, Story


class CommentQuerySet(models.QuerySet["Comment"]):
    def shown(self) -> Self:
        return self.filter(moderation=Moderation.APPROVED)


class Comment(models.Model):
    """One message in a thread, the opening one included (the one without a parent).

    `body` is what was typed, in light Markdown; `html` is its sanitized rendering, printed as it
    is. A comment deleted by its writer keeps its row, without its words. An opening comment may be
    wordless: then its thread's suggestion speaks.
    """

    story = models.ForeignKey(Story, models.CASCADE)
    chapter = models.ForeignKey(Chapter, models.CASCADE)
    thread = models.ForeignKey(Thread, models.CASCADE, related_name="comments")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="replies")
    depth = models.PositiveSmallIntegerField(default=0)
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="comments_written"
    )
    body = models.TextField(max_length=10_000, blank=True)
    html = models.TextField(blank=True)
    moderation = models.CharField(
        max_length=20, choices=Moderation.choices, default=Moderation.APPROVED
    )
    written_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(parent__isnull=True, depth=0) | Q(parent__isnull=False, depth__gt=0),
                name="only_opening_comments_have_no_parent",
            ),
            models.UniqueConstraint(
                fields=(
                    "story",
                    "thread",
                ),
                condition=Q(parent__isnull=True),
                name="one_opening_comment_per_thread",
            ),
            models.CheckConstraint(
                condition=Q(deleted_at__isnull=False, body="", html="")
                | (Q(deleted_at__isnull=True) & (~Q(body="") | Q(parent__isnull=True))),
                name="a_reply_has_words_until_deleted",
            ),
        )
        indexes = (
            models.Index(
                fields=(
                    "story",
                    "thread",
                    "written_at",
                ),
                name="comments_of_a_thread",
            ),
        )

    def __str__(self) -> str:
        return self.body[:60]
