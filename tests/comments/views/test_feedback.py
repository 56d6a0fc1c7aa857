import re

import pytest
from django.test import Client
from django.urls import reverse

from comments.opening import open_feedback
from stories.publishing import publish_chapter
from stories.saving import ChapterText, save_chapter

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(chapter):
    return reverse("chapter", args=[chapter.story_id, chapter.pk]) + "?feedback"


def _rewrite(chapter, author, html="<p>Rewritten.</p>"):
    text = ChapterText("The Ford", html=html)
    head = chapter.published_revision_id
    save_chapter(by=author, chapter=chapter, text=text, based_on=head)
    publish_chapter(by=author, chapter=chapter)


def test_every_block_has_its_link_and_count(address, feedback, chapter, reader, client_of):
    feedback(reader)
    feedback(reader, "nine")
    page = client_of(reader).get(address).content.decode()
    for key in ("b1", "b2", "b3"):
        assert reverse("feedback_pick", args=[chapter.story_id, chapter.pk, key]) in page
        assert f'id="{key}"' in page
    assert re.search(r'href="#about-b2">2 threads', page)
    assert len(re.findall(r'id="about-b\d+"', page)) == 1


def test_all_threads_stand_in_text_order_with_links_into_the_chapter(address, feedback, reader):
    late = feedback(reader, "counted the lamps")
    later = feedback(reader, "I know")
    early = feedback(reader, "ferry")
    page = Client().get(address).content.decode()
    order = re.findall(r'<article class="thread" id="thread-(\d+)"', page)
    assert order == [str(thread.pk) for thread in (early, late, later)]
    assert '<a href="#b3">To the paragraph' in page


def test_strangers_are_told_what_is_asked_and_offered_no_links(address, feedback, reader):
    feedback(reader)
    answer = Client().get(address)
    page = answer.content.decode()
    assert "The author asks for errors and critique. Log in to answer." in page
    assert "Give feedback" not in page
    assert "1 thread" in page
    assert not answer.cookies


def test_what_is_not_about_this_text_follows_under_its_own_heading(
    address, feedback, chapter, author, reader
):
    old = feedback(reader)
    open_feedback(by=reader, chapter=chapter, kind="critique", body="It opens late.")
    _rewrite(chapter, author)
    page = Client().get(address).content.decode()
    whole, earlier = page.index("<h2>About the whole chapter"), page.index("<h2>About earlier")
    assert page.index('href="#earlier"') < page.index('id="earlier"') < whole
    assert whole < page.index("It opens late.") < earlier < page.index(f'id="thread-{old.pk}"')
    assert "Error · about an earlier version" in page
    assert "Their were" in page


def test_threads_come_in_pages(address, feedback, chapter, author, reader, monkeypatch):
    monkeypatch.setattr("comments.views.feedback.PAGE", 3)
    here = [feedback(reader, word) for word in ("ferry", "Odile", "lamps", "nine", "I know")]
    for number in range(4):
        open_feedback(by=reader, chapter=chapter, kind="error", body=f"Whole {number}.")
    first = Client().get(address)
    second = Client().get(f"{address}&after={first.context['more']}")
    seen = [
        card.thread
        for page in (first, second)
        for place in page.context["places"]
        for card in place.cards
    ]
    assert seen == here
    assert second.context["more"] is None
    assert "counted the lamps" not in second.content.decode()
    others = Client().get(f"{address}&earlier={first.context['more_earlier']}")
    assert [len(page.context["whole"]) for page in (first, others)] == [3, 1]


def test_a_count_leads_to_the_page_that_has_the_threads(address, feedback, reader, monkeypatch):
    monkeypatch.setattr("comments.views.feedback.PAGE", 1)
    feedback(reader, "ferry")
    known = feedback(reader, "I know")
    page = Client().get(address).content.decode()
    link = re.search(r'href="(\?feedback&amp;after=\d+_0)">1 thread', page)[1]
    found = Client().get(address.split("?")[0] + link.replace("&amp;", "&"))
    assert f'id="thread-{known.pk}"' in found.content.decode()


def test_an_earlier_version_can_be_read_with_its_threads(
    address, feedback, chapter, author, reader, client_of, monkeypatch
):
    monkeypatch.setattr("comments.views.feedback.PAGE", 1)
    threads = [feedback(reader), feedback(reader, "nine")]
    old = chapter.published_revision_id
    _rewrite(chapter, author)
    page = client_of(reader).get(f"{address}&revision={old}")
    text = page.content.decode()
    assert "This is an earlier version of the chapter." in text
    assert f"b2?revision={old}" in text
    assert f'id="thread-{threads[0].pk}"' in text
    more = f"after={page.context['more']}&amp;revision={old}"
    assert more in text
    page = client_of(reader).get(f"{address}&{more}".replace("&amp;", "&"))
    assert f'id="thread-{threads[1].pk}"' in page.content.decode()
    assert (
        f"?feedback&amp;revision={old}"
        in Client().get(threads[0].get_absolute_url()).content.decode()
    )


@pytest.mark.parametrize(
    "query",
    [
        "after=x",
        "after=1_",
        "after=1_2_3",
        "earlier=x",
        "after=²_1",
        f"after={'9' * 5000}_1",
        f"earlier={'9' * 5000}",
    ],
)
def test_a_place_that_is_none_is_the_beginning(address, feedback, reader, query):
    feedback(reader)
    assert "1 thread" in Client().get(f"{address}&{query}").content.decode()


def test_a_chapter_without_words_is_no_trouble(address, chapter, author, reader, feedback):
    feedback(reader)
    _rewrite(chapter, author, html="")
    page = Client().get(address).content.decode()
    assert "about an earlier version" in page


def test_contributors_see_the_text_of_their_draft(draft, author, client_of, reader):
    address = reverse("chapter", args=[draft.story_id, draft.pk]) + "?feedback"
    assert client_of(reader).get(address).status_code == 404
    page = client_of(author).get(address).content.decode()
    assert "Nobody waited." in page
    assert "Give feedback" in page
