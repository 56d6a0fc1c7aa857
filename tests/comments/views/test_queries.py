"""Pages cost the same number of queries however much is on them."""

import pytest
from django.test import Client
from django.urls import reverse

from comments.opening import open_comment, open_feedback
from comments.replying import reply

pytestmark = pytest.mark.django_db
MOST = 14


@pytest.fixture
def grow(chapter, author, reader, other_reader):
    """Writes as many threads, with two replies each, as are said."""
    revision = chapter.published_revision

    def write(count):
        for number in range(count):
            place = {"revision_id": revision.pk, "start": number, "end": number + 20}
            words = {"body": f"Say {number}", "replacement": f"Other {number}"}
            given = {"by": reader, "chapter": chapter}
            threads = [
                open_feedback(kind="error", **given, **place, **words),
                open_feedback(kind="critique", body=f"Whole {number}", **given),
                open_comment(body=f"Comment {number}", **given),
            ]
            for thread in threads:
                said = reply(by=author, thread=thread, body=f"Yes {number}")
                reply(by=other_reader, thread=thread, body=f"And {number}", parent=said)
        return threads[0].pk

    return write


def _addresses(chapter):
    args = [chapter.story_id, chapter.pk]
    ids = ",".join(map(str, range(1, 200)))
    return {
        "comments": reverse("chapter_comments", args=args),
        "feedback": reverse("chapter", args=args) + "?feedback",
        "state": reverse("feedback_state", args=args),
        "cards": reverse("thread_cards", args=args) + f"?ids={ids}",
        "desk": reverse("story_feedback", args=[chapter.story_id]),
        "pick": reverse("feedback_pick", args=[*args, "b2"]),
        "new": reverse("feedback_new", args=args),
    }


def _costs(client, chapter, django_assert_max_num_queries):
    costs = {}
    for name, address in _addresses(chapter).items():
        with django_assert_max_num_queries(MOST, info=name) as queries:
            assert client.get(address).status_code == 200
        costs[name] = len(queries.captured_queries)
    return costs


def test_pages_cost_the_same_with_one_thread_and_with_thirty(
    grow, chapter, author, client_of, django_assert_max_num_queries
):
    client = client_of(author)
    grow(1)
    few = _costs(client, chapter, django_assert_max_num_queries)
    grow(29)
    assert _costs(client, chapter, django_assert_max_num_queries) == few


def test_a_threads_page_costs_the_same_with_one_reply_and_with_thirty(
    feedback, reader, author, django_assert_max_num_queries
):
    thread = feedback(reader, replacement="There were")
    costs = []
    for count in (1, 29):
        for number in range(count):
            reply(by=author, thread=thread, body=f"{count} {number}")
        with django_assert_max_num_queries(MOST) as queries:
            Client().get(thread.get_absolute_url())
        costs.append(len(queries.captured_queries))
    assert costs[0] == costs[1]
