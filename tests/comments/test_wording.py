import pytest
from django.utils import timezone

from comments.models import Thread
from comments.wording import label


@pytest.mark.parametrize(
    ("kind", "status", "place", "told"),
    [
        ("error", "open", "exact", "Error · open"),
        ("error", "open", "edited", "Error · open"),
        ("error", "open", None, "Error · open"),
        ("error", "open", "", "Error · about an earlier version"),
        ("error", "open", "changed", "Error · about a passage since rewritten"),
        ("error", "open", "removed", "Error · about a passage since removed"),
        ("critique", "resolved", "", "Critique · resolved"),
        ("critique", "declined", "exact", "Critique · declined"),
        ("praise", "", "exact", "Praise"),
        ("praise", "", "", "Praise · about an earlier version"),
        ("", "", None, "Comment"),
    ],
)
def test_one_plain_label_tells_a_threads_state(kind, status, place, told):
    assert label(Thread(kind=kind, status=status), place=place) == told


def test_an_answered_question_says_so():
    question = Thread(kind="question", status="open", answered_at=timezone.now())
    assert label(question, place="exact") == "Question · answered"
    question.status = "resolved"
    assert label(question, place="exact") == "Question · resolved"
