"""The comments of a thread in the order in which they are read: each followed by its replies."""

from collections import defaultdict

from comments.models import Comment


def conversation(comments: list[Comment]) -> list[Comment]:
    """`comments` of one thread, oldest first; deleted ones without replies are left out.

    A reply whose parent is not among them stands for itself.
    """
    present = {comment.pk for comment in comments}
    replies: dict[int | None, list[Comment]] = defaultdict(list)
    for comment in comments:
        replies[comment.parent_id if comment.parent_id in present else None].append(comment)
    order, waiting = [], replies[None][::-1]
    while waiting:
        comment = waiting.pop()
        order.append(comment)
        waiting += replies[comment.pk][::-1]
    return _without_idle_stones(order)


def _without_idle_stones(order: list[Comment]) -> list[Comment]:
    """Replies come after what they answer, so one way back finds every stone with none."""
    answered: set[int | None] = set()
    kept = []
    for comment in reversed(order):
        if comment.deleted_at is None or comment.pk in answered:
            kept.append(comment)
            answered.add(comment.parent_id)
    return kept[::-1]
