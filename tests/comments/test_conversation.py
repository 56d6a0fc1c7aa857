from hypothesis import given
from hypothesis import strategies as st

from comments.conversation import conversation
from comments.models import Comment


def _comments(parents, deleted=()):
    """Comments 1, 2, 3 … that answer the given ones."""
    return [
        Comment(pk=pk, parent_id=parent, deleted_at=1 if pk in deleted else None)
        for pk, parent in enumerate(parents, 1)
    ]


def _order(comments):
    return [comment.pk for comment in conversation(comments)]


def test_replies_follow_what_they_answer():
    assert _order(_comments([None, 1, 1, 2, 3, 2])) == [1, 2, 4, 6, 3, 5]


def test_a_reply_to_what_is_not_here_stands_for_itself():
    assert _order(_comments([None, 99, 2])) == [1, 2, 3]


def test_stones_stay_while_something_answers_them():
    assert _order(_comments([None, 1, 2], deleted={1, 2})) == [1, 2, 3]
    assert _order(_comments([None, 1, 2, 1], deleted={2, 3})) == [1, 4]
    assert _order(_comments([None, 1], deleted={1, 2})) == []


def test_ten_thousand_replies_in_a_row_are_no_trouble():
    assert len(_order(_comments([None, *range(1, 10_000)]))) == 10_000


@given(st.lists(st.integers(0, 40), max_size=40))
def test_every_comment_that_is_not_deleted_is_shown_once(draws):
    parents = [None if not at else 1 + draw % at for at, draw in enumerate(draws)]
    assert sorted(_order(_comments(parents))) == list(range(1, len(parents) + 1))
