"""Decorative slugs: the readable end of an address, in any script, never used to find anything."""

from django.utils.text import slugify

# Words that our own addresses use at the place of a slug.
RESERVED = {
    "chapters", "choose", "comments", "delete", "edit", "feedback", "history", "move", "new",
    "preview", "publish", "request", "review", "threads", "unpublish", "whole",
}  # fmt: skip


def decorate(path: str, title: str) -> str:
    """`path` with the title's slug at its end, or without one where the slug says nothing."""
    slug = slugify(title, allow_unicode=True)[:60].strip("-")
    return path if not slug or slug in RESERVED else f"{path}/{slug}"
