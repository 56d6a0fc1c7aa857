"""Words for the short keys that stories store."""

from typing import Any

from django import template

from stories.choices import ContentWarning

register = template.Library()


@register.filter
def warning_label(key: str) -> Any:
    return ContentWarning(key).label
