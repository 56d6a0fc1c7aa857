"""The closed lists of threads. Three axes, never mixed: status, placement, moderation."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """What became of feedback. Praise and plain comments have none."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    RESOLVED = "resolved", _("Resolved")
    DECLINED = "declined", _("Declined")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    DUPLICATE = "duplicate", _("Already reported")


class PlacementState(models.TextChoices):
    EXACT = "exact", _("In place")
    EDITED = "edited", _("The passage was edited")
    CHANGED = "changed", _("The passage was rewritten")
    REMOVED = "removed", _("The passage was removed")


class Moderation(models.TextChoices):
    APPROVED = "approved", _("Shown")
    PENDING = "pending", _("Waiting for approval")
    HIDDEN = "hidden", _("Hidden")
    SPAM = "spam", _("Spam")
