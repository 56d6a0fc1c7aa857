"""Words for what stories store: short keys, and moments."""

from datetime import datetime
from typing import Any

from django import template
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.timesince import timesince
from django.utils.translation import gettext as _

from prose.picturing import without_pictures
from stories.choices import ContentWarning

register = template.Library()


@register.filter
def warning_label(key: str) -> Any:
    return ContentWarning(key).label


@register.filter
def prose(html: str) -> SafeString:
    """Sanitized HTML of a chapter as pages print it."""
    return mark_safe(without_pictures(html))


@register.filter
def since(moment: datetime) -> str:
    """How long ago, in the largest unit alone: "3 days ago"."""
    if (timezone.now() - moment).total_seconds() < 60:
        return _("just now")
    return _("%(time)s ago") % {"time": timesince(moment, depth=1)}
