import pytest
from django.test import Client
from django.urls import reverse

from comments.deciding import decline
from comments.models import Comment, Thread
from comments.opening import open_comment
from comments.replying import reply

pytestmark = pytest.mark.django_db
FETCH = {"headers": {"X-Requested-With": "fetch"}}


def _act(thread, name):
    return reverse(f"thread_{name}", args=[thread.story_id, thread.pk])


def test_a_thread_shows_its_quote_label_and_difference(feedback, reader):
    thread = feedback(reader, replacement="There were", body="A **typo**.")
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "<del>Their</del><ins>There</ins> were" in page
    assert "Error · open" in page
    assert "A <strong>typo</strong>." in page
    assert "#b2" in page


def test_what_was_decided_is_told_in_words(feedback, reader, author):
    thread = decline(by=author, thread=feedback(reader), reason="It's <dialect>.")
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "Marisol Vane declined this" in page
    assert "It&#x27;s &lt;dialect&gt;." in page
    assert "Error · declined" in page


def test_contributors_speak_under_their_credited_name(feedback, reader, author, story):
    story.contributor_set.update(credited_name="M. V. Ferryman")
    thread = feedback(reader)
    reply(by=author, thread=thread, body="Mended.")
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "M. V. Ferryman" in page
    assert "Marisol Vane" not in page


def test_a_reply_comes_back_where_it_stands(feedback, reader, author, client_of):
    thread = feedback(reader)
    answer = client_of(author).post(_act(thread, "reply"), {"body": "Mended."})
    comment = Comment.objects.get(body="Mended.")
    assert answer.url == f"{thread.get_absolute_url()}#comment-{comment.pk}"


def test_one_comment_can_be_answered(feedback, reader, author, client_of):
    thread = feedback(reader)
    said = reply(by=author, thread=thread, body="Are you sure?")
    page = client_of(reader).get(_act(thread, "reply") + f"?to={said.pk}")
    assert "Are you sure?" in page.content.decode()
    client_of(reader).post(_act(thread, "reply"), {"body": "I am.", "to": said.pk})
    assert Comment.objects.get(body="I am.").parent == said


@pytest.mark.parametrize("to", ["x", "0", "99999", "9" * 40, "²"])
def test_what_cannot_be_answered_is_not_found_or_ignored(feedback, reader, client_of, to):
    thread = feedback(reader)
    answer = client_of(reader).get(_act(thread, "reply") + f"?to={to}")
    assert answer.status_code in (200, 404)
    answer = client_of(reader).post(_act(thread, "reply"), {"body": "I am.", "to": to})
    assert answer.status_code in (302, 404, 422)


def test_scripts_get_the_card_back(feedback, reader, author, client_of):
    thread = feedback(reader)
    answer = client_of(author).post(_act(thread, "reply"), {"body": "Mended."}, **FETCH)
    assert answer.status_code == 200
    assert answer.content.decode().strip().startswith("<article")
    assert "Mended." in answer.content.decode()
    answer = client_of(author).post(_act(thread, "resolve"), **FETCH)
    assert "Error · resolved" in answer.content.decode()


def test_a_refused_reply_comes_back_as_it_was_typed(story, chapter, reader, client_of):
    thread = open_comment(by=reader, chapter=chapter, body="Lovely.")
    story.comment_setting = "nobody"
    story.save()
    typed = {"body": "But <why>?"}
    for more in ({}, FETCH):
        answer = client_of(reader).post(_act(thread, "reply"), typed, **more)
        assert answer.status_code == 422
        page = answer.content.decode()
        assert "The author has closed comments" in page
        assert "But &lt;why&gt;?" in page


def test_the_author_decides_by_buttons(feedback, reader, author, client_of):
    thread = feedback(reader)
    client = client_of(author)
    assert "Resolve" in client.get(thread.get_absolute_url()).content.decode()
    assert client.post(_act(thread, "resolve")).url == thread.get_absolute_url()
    assert Thread.objects.get().status == "resolved"
    client.post(_act(thread, "reopen"))
    assert client.get(_act(thread, "decline")).status_code == 200
    answer = client.post(_act(thread, "decline"), {"reason": ""})
    assert (answer.status_code, "Say why" in answer.content.decode()) == (422, True)
    client.post(_act(thread, "decline"), {"reason": "Dialect."})
    assert Thread.objects.get().status == "declined"


def test_readers_are_offered_no_decision_and_refused_one(feedback, reader, other_reader, client_of):
    thread = feedback(reader)
    client = client_of(other_reader)
    page = client.get(thread.get_absolute_url()).content.decode()
    assert "Resolve" not in page
    assert "Withdraw" not in page
    for name in ("resolve", "reopen", "withdraw"):
        assert client.post(_act(thread, name)).status_code == 403
    assert client.post(_act(thread, "decline"), {"reason": "No."}).status_code == 403
    critic = client_of(reader)
    assert "Withdraw" in critic.get(thread.get_absolute_url()).content.decode()
    assert critic.post(_act(thread, "withdraw")).status_code == 302


def test_a_decision_too_late_says_so(feedback, reader, author, client_of):
    thread = decline(by=author, thread=feedback(reader), reason="Dialect.")
    page = client_of(author).post(_act(thread, "resolve"), follow=True).content.decode()
    assert "This is decided already" in page
    card = client_of(author).post(_act(thread, "resolve"), **FETCH).content.decode()
    assert "This is decided already" in card


def test_strangers_log_in_first_and_come_back(feedback, reader):
    thread = feedback(reader)
    for name in ("reply", "resolve", "decline", "reopen", "withdraw"):
        answer = Client().post(_act(thread, name))
        assert answer.url == f"{reverse('account_login')}?next={_act(thread, name)}"
        assert Client().post(_act(thread, name), **FETCH).status_code == 401
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "csrfmiddlewaretoken" not in page


def test_who_comes_back_from_logging_in_lands_on_the_thread(feedback, reader, client_of):
    thread = feedback(reader)
    for name in ("resolve", "reopen", "withdraw"):
        assert client_of(reader).get(_act(thread, name)).url == thread.get_absolute_url()
    assert Thread.objects.get().status == "open"


def test_long_threads_are_read_in_pages(feedback, reader, author, client_of, monkeypatch):
    monkeypatch.setattr("comments.views.threads.MANY", 3)
    monkeypatch.setattr("comments.views.showing.MANY", 3)
    thread = feedback(reader)
    for number in range(5):
        said = reply(by=author, thread=thread, body=f"Reply number {number}.")
    address, seen = thread.get_absolute_url(), []
    for _ in range(2):
        page = Client().get(address)
        seen += [each.comment.body for each in page.context["card"].said]
        address = f"{thread.get_absolute_url()}?after={page.context['more']}"
    assert seen == ["It should be “There”.", *(f"Reply number {n}." for n in range(5))]
    assert page.context["more"] is None
    answer = client_of(author).post(_act(thread, "reply"), {"body": "The last."})
    page = Client().get(answer.url).content.decode()
    assert "The last." in page
    assert f"comment-{said.pk}" not in page


def test_a_thread_on_an_earlier_version_says_so_and_keeps_its_quote(
    feedback, reader, author, chapter
):
    from stories.publishing import publish_chapter
    from stories.saving import ChapterText, save_chapter

    thread = feedback(reader)
    text = ChapterText("The Ford", html="<p>Rewritten.</p>")
    save_chapter(by=author, chapter=chapter, text=text, based_on=chapter.published_revision_id)
    publish_chapter(by=author, chapter=chapter)
    page = Client().get(thread.get_absolute_url()).content.decode()
    assert "Error · about an earlier version" in page
    assert "Their were" in page
    assert "Read it in its place" not in page


@pytest.mark.parametrize("to", ["9" * 9, "9" * 5000, "x"])
def test_an_answer_to_a_comment_that_is_gone_comes_back(feedback, reader, client_of, to):
    thread = feedback(reader)
    address = reverse("thread_reply", args=[thread.story_id, thread.pk])
    answer = client_of(reader).post(address, {"body": "Typed <this>.", "to": to})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "is not in this thread any more" in page
    assert "Typed &lt;this&gt;.</textarea>" in page
    assert client_of(reader).get(address, {"to": "9" * 5000}).status_code == 200
