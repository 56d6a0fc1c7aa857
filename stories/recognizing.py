"""What a chapter's text says to its readers: notes in the body, and what notes invite."""

from stories.models import Chapter, Revision


def is_worth_a_review(chapter: Chapter, revision: Revision, before: Revision | None) -> bool:
    return False
