"""What was told to the author alone is nowhere for a third person: not on a page, in a part, in
JSON, in a list or in a count."""

import pytest
from django.test import Client
from django.urls import reverse

from comments.deciding import resolve
from comments.replying import reply

pytestmark = pytest.mark.django_db
SECRET = "quivering marmalade"


@pytest.fixture
def secret(feedback, reader, author):
    thread = feedback(reader, visibility="author", body=SECRET, replacement=f"{SECRET} suggested")
    reply(by=author, thread=thread, body=f"{SECRET} answered")
    return thread


@pytest.fixture
def third(client_of, other_reader):
    return client_of(other_reader)


def _addresses(thread):
    chapter = [thread.story_id, thread.chapter_id]
    return [
        reverse("chapter", args=chapter),
        reverse("chapter", args=chapter) + "?feedback",
        reverse("thread_cards", args=chapter) + f"?ids={thread.pk}",
        reverse("feedback_state", args=chapter),
        reverse("chapter_comments", args=chapter),
        reverse("feedback_pick", args=[*chapter, "b2"]),
        reverse("story", args=[thread.story_id]),
    ]


def test_no_page_of_a_third_person_tells_of_it(secret, third):
    for person in (third, Client()):
        for address in _addresses(secret):
            page = person.get(address, follow=True)
            assert page.status_code == 200
            assert SECRET not in page.content.decode()
            assert f"thread-{secret.pk}" not in page.content.decode()


def test_its_page_is_not_there_for_a_third_person(secret, third):
    address = secret.get_absolute_url()
    assert third.get(address).status_code == 404
    assert Client().get(address).status_code == 404


def test_no_act_of_a_third_person_reaches_it(secret, third):
    comment = secret.comments.first()
    for name in ("reply", "resolve", "decline", "reopen", "withdraw"):
        address = reverse(f"thread_{name}", args=[secret.story_id, secret.pk])
        for answer in (third.get(address), third.post(address, {"body": "Hm", "reason": "Hm"})):
            assert answer.status_code == 404
    for name in ("edit", "delete"):
        address = reverse(f"comment_{name}", args=[secret.story_id, comment.pk])
        assert third.post(address, {"body": "Hm"}).status_code == 404


def test_its_state_counts_nothing_for_a_third_person(secret, third):
    state = third.get(reverse("feedback_state", args=[secret.story_id, secret.chapter_id])).json()
    assert (state["threads"], state["elsewhere"]) == ([], 0)


def test_it_counts_nowhere_for_a_third_person(secret, third, author):
    secret.chapter.refresh_from_db()
    assert secret.chapter.feedback_count == 0
    page = third.get(secret.chapter.get_absolute_url() + "?feedback").content.decode()
    assert "1 thread" not in page
    resolve(by=author, thread=secret)
    secret.chapter.refresh_from_db()
    assert secret.chapter.feedback_count == 0


def test_the_critic_and_the_author_read_it_everywhere(secret, client_of, reader, author):
    for person in (reader, author):
        client = client_of(person)
        chapter = [secret.story_id, secret.chapter_id]
        state = client.get(reverse("feedback_state", args=chapter)).json()
        assert [each["private"] for each in state["threads"]] == [True]
        for address in (
            secret.get_absolute_url(),
            reverse("thread_cards", args=chapter) + f"?ids={secret.pk}",
            secret.chapter.get_absolute_url() + "?feedback",
        ):
            page = client.get(address, follow=True).content.decode()
            assert SECRET in page
            assert "only for the author" in page


def test_threads_on_drafts_are_for_contributors(draft, author, other_reader, client_of):
    from comments.opening import open_comment

    thread = open_comment(by=author, chapter=draft, body=SECRET)
    chapter = [draft.story_id, draft.pk]
    addresses = [
        thread.get_absolute_url(),
        reverse("chapter_comments", args=chapter),
        reverse("thread_cards", args=chapter) + f"?ids={thread.pk}",
        reverse("feedback_state", args=chapter),
        reverse("feedback_pick", args=[*chapter, "b1"]),
    ]
    for address in addresses:
        assert client_of(other_reader).get(address).status_code == 404
        assert client_of(author).get(address).status_code == 200


def test_a_thread_is_found_under_its_own_story_alone(feedback, reader, other_author, client_of):
    from stories.saving import create_story

    thread = feedback(reader)
    other = create_story(by=other_author, title="Another")
    address = reverse("thread", args=[other.pk, thread.pk])
    assert client_of(other_author).get(address).status_code == 404
    address = reverse("thread_cards", args=[thread.story_id, thread.chapter_id])
    assert str(thread.pk) in Client().get(f"{address}?ids={thread.pk}").content.decode()


def test_hidden_threads_are_nowhere(feedback, reader, author, client_of):
    thread = feedback(reader, body=SECRET)
    thread.moderation = "hidden"
    thread.save()
    for person in (reader, author):
        assert client_of(person).get(thread.get_absolute_url()).status_code == 404
        page = client_of(person).get(thread.chapter.get_absolute_url() + "?feedback")
        assert SECRET not in page.content.decode()
