import re

import pytest
from django.test import Client
from django.urls import reverse

from comments.models import Comment, Thread
from comments.opening import open_comment
from comments.replying import reply

pytestmark = pytest.mark.django_db
FETCH = {"headers": {"X-Requested-With": "fetch"}}


@pytest.fixture
def address(chapter):
    return reverse("chapter_comments", args=[chapter.story_id, chapter.pk])


@pytest.fixture
def send(chapter):
    return reverse("comment_new", args=[chapter.story_id, chapter.pk])


def test_a_reader_comments_without_a_script(address, send, reader, client_of):
    client = client_of(reader)
    assert "Nobody has commented yet." in client.get(address).content.decode()
    answer = client.post(send, {"body": "What a *lovely* ferry."})
    thread = Thread.objects.get()
    assert answer.url == f"{address}#thread-{thread.pk}"
    page = Client().get(address).content.decode()
    assert "What a <em>lovely</em> ferry." in page
    assert f'id="thread-{thread.pk}"' in page


def test_scripts_get_the_part_back(address, send, reader, client_of):
    answer = client_of(reader).post(send, {"body": "Lovely."}, **FETCH)
    part = answer.content.decode()
    assert answer.status_code == 200
    assert "<html" not in part
    assert "Lovely." in part
    assert "Your comment stands below." in part
    assert "<html" not in Client().get(f"{address}?part").content.decode()


def test_what_is_refused_comes_back_as_it_was_typed(send, story, reader, client_of):
    answer = client_of(reader).post(send, {"body": "\u200b"})
    assert (answer.status_code, "Write something first" in answer.content.decode()) == (422, True)
    story.comment_setting = "nobody"
    story.save()
    answer = client_of(reader).post(send, {"body": "But why?"})
    assert answer.status_code == 422
    assert "The author has closed comments" in answer.content.decode()
    assert "But why?</textarea>" in answer.content.decode()


def test_strangers_are_sent_to_the_login_and_back(address, send, chapter):
    assert Client().post(send).url == f"{reverse('account_login')}?next={send}"
    assert Client().post(send, **FETCH).status_code == 401
    answer = Client().post(send, {"body": "Lovely <all>."})
    assert answer.status_code == 401
    assert "Lovely &lt;all&gt;.</textarea>" in answer.content.decode()
    assert f"{reverse('account_login')}?next={send}" in answer.content.decode()
    page = Client().get(address)
    assert f"{reverse('account_login')}?next={address}" in page.content.decode()
    assert "csrfmiddlewaretoken" not in page.content.decode()
    assert not page.cookies


def test_comments_come_newest_or_oldest_first_in_pages(address, chapter, reader):
    for number in range(45):
        open_comment(by=reader, chapter=chapter, body=f"Comment {number}.")
    for order in ("newest", "oldest"):
        seen, after = [], ""
        while after is not None:
            page = Client().get(address, {"order": order, "after": after})
            seen += [card.opening.comment.body for card in page.context["cards"]]
            after = page.context["more"]
        numbers = range(45) if order == "oldest" else reversed(range(45))
        assert seen == [f"Comment {number}." for number in numbers]


@pytest.mark.parametrize("after", ["x", "_", "2025_1", "2025-01-01T00:00:00Z_" + "9" * 30, "\0"])
def test_a_place_that_is_none_is_the_beginning(address, chapter, reader, after):
    open_comment(by=reader, chapter=chapter, body="Lovely.")
    assert "Lovely." in Client().get(address, {"after": after}).content.decode()


def test_feedback_is_not_among_the_comments(address, feedback, reader):
    feedback(reader, body="A typo.")
    assert "A typo." not in Client().get(address).content.decode()


def test_writers_edit_and_delete_their_own(address, chapter, reader, other_reader, client_of):
    thread = open_comment(by=reader, chapter=chapter, body="Lovely.")
    reply(by=other_reader, thread=thread, body="Yes.")
    comment = thread.comments.get(parent=None)
    names = ("comment_edit", "comment_delete")
    edit, delete = (reverse(name, args=[chapter.story_id, comment.pk]) for name in names)
    page = client_of(reader).get(address).content.decode()
    assert edit in page
    assert delete in page
    assert edit not in client_of(other_reader).get(address).content.decode()
    for each in (edit, delete):
        assert client_of(other_reader).get(each).status_code == 403
        assert "Lovely." in client_of(reader).get(each).content.decode()
    assert client_of(reader).post(edit, {"body": ""}).status_code == 422
    client_of(reader).post(edit, {"body": "Very lovely."})
    assert Comment.objects.get(pk=comment.pk).body == "Very lovely."
    assert client_of(reader).post(delete).url == thread.get_absolute_url()
    page = client_of(reader).get(address).content.decode()
    assert "Deleted by who wrote it." in page
    assert "Yes." in page


def test_a_lone_comment_is_deleted_without_a_stone(address, chapter, reader, client_of):
    thread = open_comment(by=reader, chapter=chapter, body="Lovely.")
    delete = reverse("comment_delete", args=[chapter.story_id, thread.comments.get().pk])
    page = client_of(reader).post(delete, follow=True).content.decode()
    assert "Your comment is deleted." in page
    assert "Deleted by who wrote it." not in page
    assert client_of(reader).get(thread.get_absolute_url()).status_code == 404


def test_replies_stand_under_what_they_answer(address, chapter, reader, author):
    thread = open_comment(by=reader, chapter=chapter, body="Lovely.")
    first = reply(by=author, thread=thread, body="First.")
    reply(by=author, thread=thread, body="Second.")
    reply(by=reader, thread=thread, body="To the first.", parent=first)
    page = Client().get(address).content.decode()
    order = re.findall(r"Lovely\.|First\.|Second\.|To the first\.", page)
    assert order == ["Lovely.", "First.", "To the first.", "Second."]
    assert "reply--2" in page
