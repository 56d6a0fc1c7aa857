"""What people do on the way from signing up to feedback that is resolved."""

import re

from django.core import mail
from playwright.sync_api import Page, expect

from stories.models import Chapter
from tests.browser.hands import Keys, Pointer

Hand = Pointer | Keys

NAME, PASSWORD = "Nadia", "nine-lamps-burning"
NOTE = "Second draft! Tell me if you find any errors, and all constructive criticism is welcome."
PLAIN = f"""A/N: {NOTE}

The ferry was late, and *so was* everything that hung on it: the mail, the lamp oil, the doctor.

Odile sang of *nine lamps*
and of the tenth, that went out.

“You count them every night,” he said, and laid his hand on the sill. “I know.”
"""
RICH = f"""<p><b>A/N:</b> {NOTE}</p>
<p>The ferry was late, and <em>so was</em> everything that hung on it: the mail, the lamp oil,
the doctor.</p>
<p>Odile sang of <em>nine lamps</em><br>and of the tenth, that went out.</p>
<p>“You count them every night,” he said, and laid his hand on the sill. “I know.”</p>"""
TEXT = (
    "The ferry was late, and so was everything that hung on it: the mail, the lamp oil, "
    "the doctor.\n"
    "Odile sang of nine lamps\nand of the tenth, that went out.\n"
    "“You count them every night,” he said, and laid his hand on the sill. “I know.”"
)


def sign_up(hand: Hand) -> None:
    """From the home page, by the link in the mail, to being logged in."""
    page = hand.page
    page.goto("/")
    hand.press(page.get_by_label("Site").get_by_role("link", name="Sign up"))
    titled(page, "Sign up")
    hand.write(page.get_by_label("Name", exact=True), NAME)
    hand.write(page.get_by_label("Email"), "nadia@concrit.example")
    hand.write(page.get_by_label("Password"), PASSWORD)
    hand.press(page.get_by_role("main").get_by_role("button", name="Sign up"))
    titled(page, "Look into your mail")
    page.goto(re.search(r"http\S+/confirm-email/\S+", mail.outbox[-1].body)[0])
    hand.press(page.get_by_role("button", name="Confirm"))
    expect(page.get_by_label("Site").get_by_text(NAME)).to_be_visible()


def begin_story(hand: Hand) -> None:
    """Up to the page on which the first chapter is written."""
    page = hand.page
    hand.press(page.get_by_label("Site").get_by_role("link", name="Write"))
    titled(page, "Your stories")
    hand.press(page.get_by_role("link", name="New story"))
    titled(page, "New story")
    hand.write(page.get_by_label("Title"), "The Ferry at Low Water")
    hand.press(page.get_by_role("button", name="Go on to the first chapter"))
    titled(page, "New chapter")
    hand.write(page.get_by_label("Title"), "The Tenth Lamp")


def paste_plain(hand: Hand) -> None:
    """Into the field for plain text, where people without a script paste."""
    page = hand.page
    hand.press(page.locator("summary", has_text="Paste plain text or Markdown"))
    hand.write(page.get_by_label("Plain text or Markdown"), PLAIN)


def paste_rich(hand: Hand) -> None:
    """Into the editor, from a word processor."""
    page = hand.page
    expect(page.get_by_role("toolbar", name="Formatting").first).to_be_visible()
    copy(page, RICH)
    hand.paste(page.get_by_role("textbox", name="Text", exact=True))


def copy(page: Page, html: str) -> None:
    """Put something on the clipboard, as another program would."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """(html) => navigator.clipboard.write([
          new ClipboardItem({ "text/html": new Blob([html], { type: "text/html" }) }),
        ])""",
        html,
    )


def confirm_and_publish(hand: Hand) -> Chapter:
    """Save the chapter, say that what was recognized in it is right, and publish it."""
    page = hand.page
    hand.press(page.get_by_role("button", name="Save and publish"))
    titled(page, "Is this right?")
    expect(page.get_by_role("textbox", name="note before the chapter")).to_contain_text(NOTE)
    invited = page.get_by_role("group", name="What you invite")
    for kind, is_asked in (("Error", True), ("Critique", True), ("Praise", False)):
        expect(invited.get_by_label(kind)).to_be_checked(checked=is_asked)
    hand.press(page.get_by_role("button", name="Yes, save this"))
    titled(page, "Publish this chapter")
    assert not Chapter.objects.published().exists()
    hand.press(page.get_by_role("button", name="Publish", exact=True))
    expect(page.get_by_role("status").get_by_text("Your chapter is published.")).to_be_visible()
    return the_chapter()


def the_chapter() -> Chapter:
    """The one there is, with its note lifted out of its text."""
    chapter = Chapter.objects.select_related("story", "published_revision").get()
    revision = chapter.published_revision
    assert revision.text == TEXT
    assert NOTE in revision.note_before
    assert "A/N" not in revision.note_before
    return chapter


def titled(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
