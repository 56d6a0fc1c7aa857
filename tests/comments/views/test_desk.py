import pytest
from django.test import Client
from django.urls import reverse

from comments.deciding import decline, resolve, withdraw
from comments.opening import open_comment

pytestmark = pytest.mark.django_db


@pytest.fixture
def shown(story, client_of, author):
    def get(**query):
        page = client_of(author).get(reverse("story_feedback", args=[story.pk]), query)
        return [card.thread.pk for card in page.context["cards"]]

    return get


def test_the_author_sees_what_is_open_and_filters_it(shown, feedback, chapter, reader, author):
    error = feedback(reader)
    secret = feedback(reader, "nine", kind="critique", visibility="author")
    resolved = resolve(by=author, thread=feedback(reader, "ferry"))
    declined = decline(by=author, thread=feedback(reader, "lamps"), reason="No.")
    withdrawn = withdraw(by=reader, thread=feedback(reader, "Odile"))
    praise = feedback(author, kind="praise")
    open_comment(by=reader, chapter=chapter, body="Lovely.")
    assert shown() == [error.pk, secret.pk]
    assert shown(kind="critique") == [secret.pk]
    assert shown(kind="praise") == [praise.pk]
    assert shown(status="resolved") == [resolved.pk]
    assert shown(status="declined") == [declined.pk]
    assert shown(status="withdrawn") == [withdrawn.pk]
    assert len(shown(status="all")) == 6
    assert shown(kind="x", status="x") == [error.pk, secret.pk]


def test_the_list_comes_by_chapter_in_pages(
    feedback, draft, story, chapter, author, reader, client_of, monkeypatch
):
    from comments.opening import open_feedback

    monkeypatch.setattr("comments.views.desk.PAGE", 2)
    last = open_feedback(by=author, chapter=draft, kind="question", body="Why?")
    first = [feedback(reader, word) for word in ("ferry", "Odile", "lamps")]
    address, seen = reverse("story_feedback", args=[story.pk]), []
    page = client_of(author).get(address)
    seen += page.context["cards"]
    assert page.content.decode().count("<h2>") == 1
    seen += client_of(author).get(f"{address}?after={page.context['more']}").context["cards"]
    assert [card.thread for card in seen] == [*first, last]


def test_the_list_is_for_who_answers(story, reader, other_author, author, client_of):
    address = reverse("story_feedback", args=[story.pk])
    assert client_of(reader).get(address).status_code == 403
    assert client_of(other_author).get(address).status_code == 403
    assert Client().get(address).url == f"{reverse('account_login')}?next={address}"
    assert client_of(author).get(address).status_code == 200
    story.contributor_set.update(may_answer=False)
    assert client_of(author).get(address).status_code == 403


def test_who_answers_is_led_there_from_the_story_and_its_chapters(
    story, chapter, draft, author, reader, client_of
):
    desk = reverse("story_feedback", args=[story.pk])
    for page in (story, chapter):
        address = page.get_absolute_url()
        assert f'href="{desk}"' in client_of(author).get(address).content.decode()
        assert f'href="{desk}"' not in client_of(reader).get(address, follow=True).content.decode()
