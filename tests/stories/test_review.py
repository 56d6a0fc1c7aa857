"""Notes and invitations are recognized, shown, and nothing more until the author confirms."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from stories.models import Chapter, FeedbackRequest, Story
from stories.recognizing import recognize
from stories.saving import create_story

PASTED = """A/N: Hi! Please tell me if you find any errors. All constructive criticism is welcome.

***

The ferry was late, and so was everything that hung on it.

“You count them every night,” he said.
"""


@pytest.fixture
def desk(client_of: Callable[..., Client], author: object) -> Client:
    return client_of(author)


@pytest.fixture
def quiet(author: object) -> Story:
    """A story that invites nothing."""
    return create_story(by=author, title="The Quiet Ferry")


def post_chapter(desk: Client, story: Story, **given: str) -> tuple[Chapter, str]:
    """The chapter, and where its author was sent."""
    answer = desk.post(reverse("chapter_new", args=[story.pk]), {"title": "One", **given})
    return Chapter.objects.get(story=story), answer["Location"]


def review(chapter: Chapter) -> str:
    return reverse("chapter_review", args=[chapter.story_id, chapter.pk])


def shown(desk: Client, chapter: Chapter) -> dict[str, object]:
    form = desk.get(review(chapter)).context["form"]
    return {**form.initial, "visibility": "public", "prompts": "", "scope": "chapter"}


def test_a_note_in_the_text_is_shown_to_the_author_and_nothing_happens_yet(
    desk: Client, quiet: Story
) -> None:
    chapter, sent_to = post_chapter(desk, quiet, pasted=PASTED, then="publish")
    assert sent_to == review(chapter) + "?then=publish"
    page = desk.get(sent_to).content.decode()
    assert "any errors" in page
    assert "The ferry was late" in page
    assert not FeedbackRequest.objects.exists()
    assert chapter.draft_revision.note_before == ""
    assert chapter.published_revision is None


def test_what_is_confirmed_is_lifted_and_invited(desk: Client, quiet: Story) -> None:
    chapter, _sent_to = post_chapter(desk, quiet, pasted=PASTED)
    form = shown(desk, chapter)
    assert sorted(form["kinds"]) == ["critique", "error"]
    answer = desk.post(review(chapter), form | {"act": "confirm", "then": "publish"})
    assert answer["Location"] == reverse("chapter_publish", args=[quiet.pk, chapter.pk])

    chapter.refresh_from_db()
    head = chapter.draft_revision
    assert head.number == 2
    assert "any errors" in head.note_before
    assert "any errors" not in head.text
    assert head.text.startswith("The ferry was late")
    request = FeedbackRequest.objects.get()
    assert request.chapter == chapter
    assert sorted(request.kinds) == ["critique", "error"]


def test_the_author_may_invite_less_or_for_the_whole_story(desk: Client, quiet: Story) -> None:
    chapter, _sent_to = post_chapter(desk, quiet, pasted=PASTED)
    less = {"kinds": ["error"], "scope": "story", "act": "confirm", "visibility": "author"}
    desk.post(review(chapter), shown(desk, chapter) | less)
    request = FeedbackRequest.objects.get()
    assert (request.chapter, request.kinds, request.visibility) == (None, ["error"], "author")


def test_left_alone_everything_stays_and_is_not_asked_again(desk: Client, quiet: Story) -> None:
    chapter, _sent_to = post_chapter(desk, quiet, pasted=PASTED)
    desk.post(review(chapter), {"act": "leave"})
    chapter.refresh_from_db()
    head = chapter.draft_revision
    assert (head.number, head.note_before) == (1, "")
    assert "any errors" in head.text
    assert not FeedbackRequest.objects.exists()

    edit = reverse("chapter_edit", args=[quiet.pk, chapter.pk])
    more = {"based_on": head.pk, "title": "One", "body": head.html + "<p>More.</p>"}
    assert desk.post(edit, more)["Location"] == edit


def test_a_note_that_invites_is_asked_about(desk: Client, quiet: Story) -> None:
    note = "<p>Concrit welcome!</p>"
    chapter, sent_to = post_chapter(desk, quiet, body="<p>It rang.</p>", note_after=note)
    assert sent_to.startswith(review(chapter))
    assert shown(desk, chapter)["kinds"] == ["critique"]


def test_a_note_that_asks_what_is_invited_already_is_not_asked_about(
    desk: Client, story: Story
) -> None:
    given = {"title": "Two", "body": "<p>It rang.</p>", "note_after": "<p>Concrit welcome!</p>"}
    answer = desk.post(reverse("chapter_new", args=[story.pk]), given)
    assert answer["Location"].endswith("/edit")


def test_a_text_without_a_note_is_not_asked_about(desk: Client, quiet: Story) -> None:
    _chapter, sent_to = post_chapter(desk, quiet, pasted="The ferry was late.")
    assert sent_to.endswith("/edit")


def test_a_text_saved_meanwhile_is_not_overwritten(
    desk: Client, quiet: Story, author: object
) -> None:
    chapter, _sent_to = post_chapter(desk, quiet, pasted=PASTED)
    form = shown(desk, chapter)
    edit = reverse("chapter_edit", args=[quiet.pk, chapter.pk])
    desk.post(edit, {"based_on": form["based_on"], "title": "One", "body": "<p>Rewritten.</p>"})
    answer = desk.post(review(chapter), form | {"act": "confirm"})
    assert "/choose?aside=" in answer["Location"]
    chapter.refresh_from_db()
    assert chapter.draft_revision.text.strip() == "Rewritten."


def test_what_was_left_or_imported_can_be_looked_at_later(desk: Client, quiet: Story) -> None:
    chapter, _sent_to = post_chapter(desk, quiet, pasted=PASTED)
    for name in ("chapter_edit", "chapter_publish"):
        page = desk.get(reverse(name, args=[quiet.pk, chapter.pk])).content.decode()
        assert review(chapter) in page
    desk.post(review(chapter), shown(desk, chapter) | {"act": "confirm"})
    page = desk.get(reverse("chapter_edit", args=[quiet.pk, chapter.pk])).content.decode()
    assert review(chapter) not in page


def test_words_within_longer_evidence_are_not_shown_twice(chapter: Chapter) -> None:
    note = "<p>Tell me if you find any errors, and all constructive criticism is welcome.</p>"
    revision = chapter.published_revision
    revision.note_before = note
    shown = recognize(revision, "en").evidence
    for kind, words in shown:
        others = [text for other, text in shown if other == kind and text != words]
        assert not any(words in text for text in others)
    assert {kind for kind, _words in shown} == {"error", "critique"}


def test_a_note_that_refuses_takes_the_storys_invitation_from_its_chapter(
    chapter: Chapter, author: User, client_of: Callable[[User], Client]
) -> None:
    edit = reverse("chapter_edit", args=[chapter.story_id, chapter.pk])
    note = {"note_before": "<p>No concrit on this one, please.</p>", "html": "<p>Short.</p>"}
    fields = {"title": "The Ford", "based_on": chapter.head.pk, **note}
    client = client_of(author)
    answer = client.post(edit, fields, follow=True)
    assert "asks readers not to give" in answer.text
    assert answer.context["form"].initial["kinds"] == ["error"]


def test_both_notes_are_read_together(chapter: Chapter) -> None:
    revision = chapter.published_revision
    revision.note_before = "<p>A/N: concrit welcome.</p>"
    revision.note_after = "<p>On second thoughts, no concrit please.</p>"
    found = recognize(revision, "en")
    assert (found.kinds, found.refused) == ((), ("critique",))


def test_the_author_sees_where_the_note_ends_and_the_story_begins(
    desk: Client, quiet: Story
) -> None:
    lines = [f"Line {number} of the story, and no more of it than this." for number in range(30)]
    pasted = "A/N: Tell me if you find any errors.\n\n" + "\n\n".join(["The lamp.", *lines])
    _chapter, sent_to = post_chapter(desk, quiet, pasted=pasted)
    page = desk.get(sent_to)
    note = page.context["form"].initial["note_before"]
    assert note == '<p id="b1">Tell me if you find any errors.</p>'
    begins = page.context["beginning"]
    assert begins.startswith('<p id="b2">The lamp.</p>')
    assert "Line 5 " in begins
    assert "Line 9 " not in begins
