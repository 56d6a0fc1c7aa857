"""The author's pages: who may use them, and what they do."""

from collections.abc import Callable
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from stories.choices import CommentSetting, ContentWarning
from stories.models import Chapter, Contributor, Revision, Story
from stories.saving import ChapterText, create_chapter, create_story

FRONT = {
    "title": "Low Water",
    "credited_name": "M. Vane",
    "language": "fr",
    "rating": "teen",
    "warnings": ["violence"],
    "status": "in-progress",
    "expected_chapters": "12",
    "comment_setting": "nobody",
}


@pytest.fixture
def desk(client_of: Callable[..., Client], author: object) -> Client:
    """The author's own browser."""
    return client_of(author)


def address(name: str, story: Story, chapter: Chapter | None = None) -> str:
    return reverse(name, args=[story.pk, chapter.pk] if chapter else [story.pk])


@pytest.mark.parametrize("name", ["writing", "story_new"])
def test_strangers_are_asked_to_log_in(client: Client, desk: Client, name: str) -> None:
    refused = client.get(reverse(name))
    assert refused.status_code == HTTPStatus.FOUND
    assert reverse("account_login") in refused["Location"]
    assert desk.get(reverse(name)).status_code == HTTPStatus.OK


@pytest.mark.parametrize(
    ("name", "of_chapter"),
    [
        ("story_edit", False),
        ("story_request", False),
        ("chapter_new", False),
        ("chapter_edit", True),
        ("chapter_review", True),
        ("chapter_preview", True),
        ("chapter_request", True),
        ("chapter_publish", True),
    ],
)
def test_only_the_author_opens_the_pages_of_a_story(
    name: str,
    of_chapter: bool,
    draft: Chapter,
    desk: Client,
    client: Client,
    client_of: Callable[..., Client],
    other_author: object,
) -> None:
    page = address(name, draft.story, draft if of_chapter else None)
    assert desk.get(page).status_code == HTTPStatus.OK
    assert client_of(other_author).get(page).status_code == HTTPStatus.FORBIDDEN
    assert reverse("account_login") in client.get(page)["Location"]


def test_an_unpublished_story_is_not_even_admitted_to_exist(
    desk: Client, client_of: Callable[..., Client], other_author: object
) -> None:
    desk.post(reverse("story_new"), FRONT)
    page = reverse("story_edit", args=[Story.objects.get().pk])
    assert client_of(other_author).get(page).status_code == HTTPStatus.NOT_FOUND
    assert desk.get(page).status_code == HTTPStatus.OK


@pytest.mark.parametrize("name", ["chapter_publish", "chapter_unpublish", "chapter_move"])
def test_only_the_author_acts_on_a_chapter(
    name: str,
    chapter: Chapter,
    desk: Client,
    client_of: Callable[..., Client],
    other_author: object,
) -> None:
    act = address(name, chapter.story, chapter)
    assert client_of(other_author).post(act).status_code == HTTPStatus.FORBIDDEN
    assert desk.post(act).status_code in {HTTPStatus.OK, HTTPStatus.FOUND}


def test_a_contributor_who_may_not_publish_writes_only(
    draft: Chapter, client_of: Callable[..., Client], author: object
) -> None:
    Contributor.objects.filter(user=author).update(may_publish=False)
    desk = client_of(author)
    publish = address("chapter_publish", draft.story, draft)
    assert desk.get(publish).status_code == HTTPStatus.FORBIDDEN
    assert desk.get(address("chapter_edit", draft.story, draft)).status_code == HTTPStatus.OK


def test_a_new_story_has_its_front_matter_and_its_author(desk: Client, author: object) -> None:
    answer = desk.post(reverse("story_new"), FRONT)
    story = Story.objects.get()
    assert answer["Location"] == address("chapter_new", story)
    assert (story.title, story.language, story.rating) == ("Low Water", "fr", "teen")
    assert story.warnings == [ContentWarning.VIOLENCE]
    assert story.expected_chapters == 12
    assert story.comment_setting == CommentSetting.NOBODY
    assert story.published_at is None
    part = Contributor.objects.get(story=story)
    assert (part.user, part.credited_name) == (author, "M. Vane")


def test_front_matter_edits_make_cached_pages_old(desk: Client, story: Story) -> None:
    desk.post(address("story_edit", story), FRONT)
    edited = Story.objects.get(pk=story.pk)
    assert (edited.title, edited.version) == ("Low Water", story.version + 1)
    assert Contributor.objects.get(story=story).credited_name == "M. Vane"


def test_refused_front_matter_is_shown_again_and_not_saved(desk: Client, story: Story) -> None:
    wrong = FRONT | {"warnings": ["none-apply", "violence"]}
    answer = desk.post(address("story_edit", story), wrong)
    assert "cannot stand beside a warning" in answer.content.decode()
    assert "Low Water" in answer.content.decode()
    assert Story.objects.get(pk=story.pk).title == "The Ferry at Low Water"


def test_the_list_shows_drafts_to_their_author_alone(
    desk: Client, draft: Chapter, client_of: Callable[..., Client], other_author: object
) -> None:
    title = draft.story.title
    assert "1 draft" in desk.get(reverse("writing")).content.decode()
    assert title not in client_of(other_author).get(reverse("writing")).content.decode()


def test_the_list_costs_the_same_for_many_stories(
    desk: Client, story: Story, author: object, django_assert_num_queries: Callable
) -> None:
    with django_assert_num_queries(3):
        desk.get(reverse("writing"))
    for number in range(30):
        create_story(by=author, title=f"Story {number}")
    with django_assert_num_queries(3):
        desk.get(reverse("writing"))


def test_chapters_change_places(desk: Client, chapter: Chapter, draft: Chapter) -> None:
    desk.post(address("chapter_move", draft.story, draft), {"direction": "up"})
    order = Chapter.objects.filter(story=draft.story).in_order()
    assert list(order) == [draft, chapter]
    desk.post(address("chapter_move", draft.story, draft), {"direction": "up"})
    assert list(order.all()) == [draft, chapter]
    desk.post(address("chapter_move", draft.story, draft), {"direction": "down"})
    assert list(order.all()) == [chapter, draft]


def test_a_new_chapter_is_a_draft(desk: Client, story: Story) -> None:
    answer = desk.post(
        address("chapter_new", story),
        {"title": "The Bell", "body": "<p>It <em>rang</em>.</p>", "warnings": ["violence"]},
    )
    chapter = Chapter.objects.get(title="The Bell")
    assert answer["Location"] == address("chapter_edit", story, chapter)
    assert chapter.published_revision is None
    assert chapter.draft_revision.html == '<p id="b1">It <em>rang</em>.</p>'
    assert chapter.draft_revision.warnings == ["violence"]


def test_pasted_plain_text_is_understood(desk: Client, story: Story) -> None:
    pasted = "One _word_.\r\n\r\n***\r\n\r\n“Two,” she said."
    desk.post(address("chapter_new", story), {"title": "P", "pasted": pasted})
    html = Revision.objects.get(title="P").html
    assert "<em>word</em>" in html
    assert "<hr" in html
    assert "“Two,” she said." in html


def test_pasted_markdown_is_understood(desk: Client, story: Story) -> None:
    given = {"title": "P", "pasted": "> A letter.\n\nAnd *so* on.", "pasted_as": "markdown"}
    desk.post(address("chapter_new", story), given)
    html = Revision.objects.get(title="P").html
    assert "<blockquote>" in html
    assert "<em>so</em>" in html


def test_text_given_twice_is_kept_and_asked_about(desk: Client, story: Story) -> None:
    given = {"title": "P", "body": "<p>One</p>", "pasted": "Two"}
    answer = desk.post(address("chapter_new", story), given).content.decode()
    assert "given twice" in answer
    assert "&lt;p&gt;One&lt;/p&gt;" in answer
    assert "Two" in answer
    assert not Chapter.objects.filter(title="P").exists()


def test_pasted_text_takes_the_place_of_saved_text(desk: Client, draft: Chapter) -> None:
    head = draft.draft_revision
    given = {"based_on": head.pk, "body": head.html, "pasted": "Somebody waited."}
    desk.post(address("chapter_edit", draft.story, draft), given)
    draft.refresh_from_db()
    assert draft.draft_revision.text.strip() == "Somebody waited."
    assert Revision.objects.get(pk=head.pk).text.strip() == "Nobody waited."


def test_what_the_sanitizer_refuses_comes_back_with_its_reason(desk: Client, story: Story) -> None:
    deep = "<blockquote>" * 200 + "The pier." + "</blockquote>" * 200
    answer = desk.post(address("chapter_new", story), {"title": "D", "body": deep})
    page = answer.content.decode()
    assert "nested too deeply" in page
    assert "The pier." in page
    assert not Chapter.objects.filter(title="D").exists()


def test_a_note_that_is_too_long_comes_back_with_its_reason(desk: Client, story: Story) -> None:
    given = {"title": "N", "body": "<p>x</p>", "note_before": "<p>" + "note " * 1_100 + "</p>"}
    assert "at most 5,000" in desk.post(address("chapter_new", story), given).content.decode()
    assert not Chapter.objects.filter(title="N").exists()


def test_the_preview_shows_the_draft_to_its_author(desk: Client, draft: Chapter) -> None:
    page = desk.get(address("chapter_preview", draft.story, draft)).content.decode()
    assert '<p id="b1">Nobody waited.</p>' in page


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("one.txt", "One _word_.\n\nTwo.".encode("utf-16")),
        ("one.md", b"One *word*.\n\nTwo."),
        ("ONE.MD", b"One *word*.\n\nTwo."),
    ],
)
def test_an_uploaded_file_is_the_text(
    desk: Client, story: Story, name: str, content: bytes
) -> None:
    upload = SimpleUploadedFile(name, content)
    desk.post(address("chapter_new", story), {"title": "U", "upload": upload})
    html = Revision.objects.get(title="U").html
    assert html == '<p id="b1">One <em>word</em>.</p>\n<p id="b2">Two.</p>'


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("one.docx", b"PK\x03\x04", "Only .txt and .md"),
        ("one.txt", b"%PDF-1.7", "PDF file"),
        ("one.txt", b"\x00\x01\x02\x03", "not a text file"),
        ("one.txt", "Лампа погасла.".encode("cp1251"), "not in UTF-8"),
        ("one.md", b"> " * 400 + b"deep", "nested too deeply"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_a_reason(
    desk: Client, story: Story, name: str, content: bytes, reason: str
) -> None:
    upload = SimpleUploadedFile(name, content)
    answer = desk.post(address("chapter_new", story), {"title": "Kept", "upload": upload})
    assert reason in answer.content.decode()
    assert 'value="Kept"' in answer.content.decode()
    assert not Chapter.objects.filter(title="Kept").exists()


def test_the_workshop_costs_the_same_for_many_chapters(
    desk: Client, draft: Chapter, author: object, django_assert_num_queries: Callable
) -> None:
    page = address("story_edit", draft.story)
    with CaptureQueriesContext(connection) as few:
        desk.get(page)
    for number in range(30):
        text = ChapterText(f"Chapter {number}", html="<p>x</p>")
        create_chapter(by=author, story=draft.story, text=text)
    with django_assert_num_queries(len(few)):
        assert "Chapter 29" in desk.get(page).content.decode()


def test_pasted_text_is_read_for_those_who_write_here(author: User, client_of: object) -> None:
    answer = client_of(author).post("/write/understood", {"text": "It *was* <b>late</b>."})
    assert answer.json() == {"html": "<p>It <em>was</em> &lt;b&gt;late&lt;/b&gt;.</p>"}
    assert Client().post("/write/understood", {"text": "x"}).status_code == 302


def test_a_credit_is_not_for_somebody_elses_name(
    desk: Client, story: Story, other_author: User
) -> None:
    answer = desk.post(address("story_edit", story), FRONT | {"credited_name": "Tоbias Kerr"})
    assert "one alphabet" in answer.text
    answer = desk.post(address("story_edit", story), FRONT | {"credited_name": "tobias kerr"})
    assert "looks too much like" in answer.text
    assert Contributor.objects.get(story=story).credited_name == "Marisol Vane"


def test_a_credit_from_before_stays(desk: Client, story: Story, other_author: User) -> None:
    Contributor.objects.filter(story=story).update(credited_name="Tobias Kerr")
    desk.post(address("story_edit", story), FRONT | {"credited_name": "Tobias Kerr"})
    assert Story.objects.get(pk=story.pk).title == "Low Water"
