"""Without a script authors write in the labelled source, and all else is plain forms."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from accounts.models import User
from stories.models import Chapter, FeedbackRequest, Revision, Story
from tests.browser.steps import follow, press, titled


@pytest.fixture
def workshop(new_page: Callable[..., Page], author: User, chapter: Chapter, draft: Chapter) -> Page:
    """The author's page of a story with a published chapter and a draft."""
    page = new_page(author, javascript=False, width=390)
    page.goto(reverse("story_edit", args=[chapter.story_id]))
    return page


def row(page: Page, title: str) -> Locator:
    """A chapter in the list of them."""
    heading = page.get_by_role("heading", name=title, level=3)
    return page.get_by_role("listitem").filter(has=heading)


def said(page: Page, sentence: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(sentence)


def test_a_chapter_is_edited_through_its_source(workshop: Page, chapter: Chapter) -> None:
    page = workshop
    follow(page, "The Ford")
    source = page.get_by_label("Text", exact=True)
    source.fill(source.input_value().replace("Their were", "There were"))
    press(page, "Save draft")
    said(page, "Saved.")
    chapter.refresh_from_db()
    assert "There were nine" in chapter.draft_revision.text
    assert "Their were nine" in chapter.published_revision.text
    press(page, "Save and update what readers see …")
    titled(page, "Update what readers see")
    press(page, "Update published chapter")
    said(page, "Your changes are published.")
    expect(page.get_by_text("There were nine")).to_be_visible()


def test_an_uploaded_file_takes_the_place_of_the_text(workshop: Page, draft: Chapter) -> None:
    page = workshop
    follow(page, "The Far Bank")
    page.locator("summary", has_text="Paste plain text or Markdown").click()
    file = {"name": "bank.md", "mimeType": "text/markdown", "buffer": b"Nobody *came*."}
    page.get_by_label("File").set_input_files(file)
    press(page, "Save and preview")
    expect(page.get_by_role("emphasis")).to_have_text("came")
    draft.refresh_from_db()
    assert draft.draft_revision.text == "Nobody came."


def test_chapters_are_moved(workshop: Page, story: Story) -> None:
    titles = workshop.get_by_role("main").get_by_role("heading", level=3)
    expect(titles).to_have_text(["The Ford", "The Far Bank"])
    press(workshop, "Move The Far Bank up")
    expect(titles).to_have_text(["The Far Bank", "The Ford"])
    press(workshop, "Move The Far Bank down")
    expect(titles).to_have_text(["The Ford", "The Far Bank"])
    expect(workshop.get_by_role("button", name="Move The Ford up")).to_be_disabled()


def test_a_chapter_is_published_and_taken_back(workshop: Page, story: Story) -> None:
    page = workshop
    row(page, "The Far Bank").get_by_role("link", name="Publish").click()
    press(page, "Publish")
    said(page, "Your chapter is published.")
    page.goto(reverse("story_edit", args=[story.pk]))
    row(page, "The Far Bank").get_by_role("link", name="Unpublish").click()
    titled(page, "Unpublish this chapter?")
    press(page, "Unpublish")
    said(page, "The chapter is a draft again")
    assert Chapter.objects.published().count() == 1


def test_what_is_invited_is_changed_closed_and_opened(workshop: Page, story: Story) -> None:
    page = workshop
    follow(page, "Change what the story invites")
    page.get_by_label("Praise").check()
    page.get_by_label("Error").uncheck()
    page.get_by_label("Questions for your readers").fill("Did the flashback lose you?")
    press(page, "Save")
    said(page, "What you invite is saved.")
    request = FeedbackRequest.objects.get(story=story, chapter=None)
    assert set(request.kinds) == {"critique", "praise"}
    assert request.prompts == ["Did the flashback lose you?"]
    follow(page, "Change what the story invites")
    press(page, "Close the invitation")
    said(page, "Nothing more is invited.")
    follow(page, "Change what the story invites")
    press(page, "Open it again")
    said(page, "Readers are invited again.")
    request.refresh_from_db()
    assert request.is_open


def test_a_chapter_invites_for_itself_and_follows_again(workshop: Page, story: Story) -> None:
    page = workshop
    row(page, "The Ford").get_by_role("link", name="Invitation").click()
    page.get_by_label("The author alone").check()
    press(page, "Save")
    said(page, "What you invite is saved.")
    assert FeedbackRequest.objects.filter(story=story).count() == 2
    row(page, "The Ford").get_by_role("link", name="Invitation").click()
    press(page, "Follow the story’s invitation")
    said(page, "The chapter invites what its story invites.")
    assert FeedbackRequest.objects.filter(story=story).count() == 1


def test_the_front_matter_is_changed(workshop: Page, story: Story) -> None:
    workshop.get_by_label("Title").fill("The Ferry at High Water")
    workshop.get_by_label("Graphic violence").check()
    press(workshop, "Save the details")
    said(workshop, "The details of the story are saved.")
    titled(workshop, "The Ferry at High Water")
    story.refresh_from_db()
    assert story.warnings == ["violence"]


@pytest.mark.parametrize(("choice", "kept"), [("Use this one", "mine"), ("Keep this one", "other")])
def test_of_two_texts_written_at_once_the_author_chooses(
    workshop: Page,
    new_page: Callable[..., Page],
    author: User,
    draft: Chapter,
    choice: str,
    kept: str,
) -> None:
    other = new_page(author, javascript=False)
    for page, words in ((workshop, "mine"), (other, "other")):
        page.goto(reverse("chapter_edit", args=[draft.story_id, draft.pk]))
        page.get_by_label("Text", exact=True).fill(f"<p>{words}</p>")
    press(other, "Save draft")
    press(workshop, "Save draft")
    titled(workshop, "Two texts of one chapter")
    assert Revision.objects.filter(chapter=draft).count() == 3
    press(workshop, choice)
    expect(workshop.get_by_label("Text", exact=True)).to_have_value(f'<p id="b1">{kept}</p>')
