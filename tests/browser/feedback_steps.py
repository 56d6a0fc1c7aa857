"""What people say in the text of the chapter that `steps` posts, who sees it, and the answer."""

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from comments.models import Thread
from stories.models import Chapter
from tests.browser.chapter_driver import bar, counters, drag, open_chapter
from tests.browser.hands import Keys, Pointer
from tests.browser.steps import Hand, titled

PASSAGE = "of nine lamps\nand of the tenth"  # across an italic and a line break
BETTER = "of nine lamps\nand of a tenth"
ERROR = "Nobody has told us of it yet."
CRITICIZED = "Odile sang of nine lamps"
CRITIQUE = "A song is easily skipped. I would let her count."
ANSWER = "So it is. Mended, and thank you."


def say_by_selecting(hand: Pointer, chapter: Chapter) -> None:
    page = hand.page
    open_chapter(page, chapter)
    drag(page, PASSAGE)
    hand.press(bar(page).get_by_role("button", name="Report an error"))
    report(hand, page.get_by_role("dialog", name="Feedback"))
    sent(page)
    drag(page, CRITICIZED)
    hand.press(bar(page).get_by_role("button", name="Give critique"))
    criticize(hand, page.get_by_role("dialog", name="Feedback"))
    sent(page)


def say_by_keyboard(hand: Keys, chapter: Chapter) -> None:
    page = hand.page
    open_chapter(page, chapter)
    picking = page.get_by_role("application", name="Pick a passage")
    page.keyboard.press("a")
    pick_sentence(picking)
    for key, times in (("Shift+ArrowDown", 2), ("Shift+ArrowRight", 4)):
        for _ in range(times):
            page.keyboard.press(key)
    expect(picking.get_by_text(PASSAGE, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    hand.press(picking.get_by_role("button", name="Report an error"))
    report(hand, page.get_by_role("dialog", name="Feedback"))
    sent(page)
    picker = page.get_by_role("button", name="Pick a passage by keyboard")
    hand.press(picker)
    pick_sentence(picking)
    page.keyboard.press("Enter")
    hand.press(picking.get_by_role("button", name="Give critique"))
    criticize(hand, page.get_by_role("dialog", name="Feedback"))
    sent(page)
    expect(picker).to_be_focused()


def say_by_forms(hand: Pointer, chapter: Chapter) -> None:
    """Paragraph by paragraph, as it is without a script."""
    page = hand.page
    for kind in ("Report an error", "Give critique"):
        page.goto(chapter.get_absolute_url())
        hand.press(page.get_by_role("link", name="Leave or read feedback"))
        titled(page, "Feedback on The Tenth Lamp")
        hand.press(page.get_by_role("link", name="Give feedback on paragraph 2"))
        titled(page, "Give feedback on a paragraph")
        hand.choose(page.get_by_label(kind))
        if kind == "Give critique":
            hand.choose(page.get_by_label(CRITICIZED, exact=True))
            criticize(hand, page.get_by_role("main"))
        else:
            hand.write(page.get_by_label("Or the exact words"), PASSAGE.replace("\n", " "))
            report(hand, page.get_by_role("main"))
        titled(page, "Feedback")


def pick_sentence(picking: Locator) -> None:
    """Arrow down to the sentence to criticize, which the other passage begins in too."""
    expect(picking).to_be_focused()
    quote = picking.get_by_text(CRITICIZED, exact=True)
    for _ in range(5):
        if quote.is_visible():
            return
        picking.page.keyboard.press("ArrowDown")
    raise AssertionError("no arrow leads to the sentence")


def report(hand: Hand, form: Locator) -> None:
    better = form.get_by_label("Better words")
    if better.input_value():  # a script has put the passage there
        expect(better).to_have_value(PASSAGE)
        expect(better).to_be_focused()
    hand.write(better, BETTER)
    hand.write(form.get_by_label("What do you want to say?"), ERROR)
    hand.press(form.get_by_role("button", name="Send"))


def criticize(hand: Hand, form: Locator) -> None:
    hand.write(form.get_by_label("What do you want to say?"), CRITIQUE)
    hand.choose(form.get_by_label("Only the author and I"))
    hand.press(form.get_by_role("button", name="Send"))


def sent(page: Page) -> None:
    expect(page.get_by_role("status").get_by_text("Sent. Thank you.")).to_be_visible()
    expect(page.get_by_role("dialog", name="Feedback")).to_be_hidden()


def the_threads() -> tuple[Thread, Thread]:
    """The error and the critique, as they were meant."""
    error, critique = Thread.objects.order_by("pk")
    assert (error.kind, error.visibility) == ("error", "public")
    assert (critique.kind, critique.visibility) == ("critique", "author")
    passage = error.passages.get()
    assert passage.exact == PASSAGE
    assert passage.revision.text[passage.start : passage.end] == PASSAGE
    assert error.suggestions.get().replacement == BETTER
    assert critique.passages.get().exact == CRITICIZED, critique.passages.get().exact
    assert not critique.suggestions.exists()
    return error, critique


def is_told_the_error_alone(page: Page, chapter: Chapter) -> None:
    """No address of the site gives the critique to who has logged in on `page`."""
    error, critique = the_threads()
    about = [chapter.story_id, chapter.pk]
    threads = {"ids": f"{error.pk},{critique.pk}"}
    ask = page.request.get
    for address, query in (
        (chapter.get_absolute_url(), {"feedback": ""}),
        (reverse("thread_cards", args=about), threads),
    ):
        answer = ask(address, params=query).text()
        assert ERROR in answer
        assert CRITIQUE not in answer
    for name in ("chapter", "chapter_comments"):
        assert CRITIQUE not in ask(reverse(name, args=about)).text()
    state = ask(reverse("feedback_state", args=about)).json()
    assert [thread["id"] for thread in state["threads"]] == [error.pk]
    assert ask(error.get_absolute_url()).status == 200
    assert ask(critique.get_absolute_url()).status == 404
    assert ask(reverse("story_feedback", args=about[:1])).status == 403


def reads_the_error_alone(page: Page, chapter: Chapter) -> None:
    """In the feedback view, as it is without a script."""
    page.goto(chapter.get_absolute_url())
    page.get_by_role("link", name="Leave or read feedback").click()
    expect(page.get_by_text(ERROR)).to_be_visible()
    expect(page.get_by_text(CRITIQUE)).to_have_count(0)


def sees_counted(hand: Hand, chapter: Chapter, *, count: int) -> None:
    """Let feedback be shown in the text, and open what the margin counts beside the paragraph."""
    page = hand.page
    open_chapter(page, chapter)
    hand.press(page.get_by_label("Site").get_by_role("button", name="Feedback in the text"))
    expect(page.get_by_role("status").get_by_text("Feedback is shown.")).to_be_visible()
    counter = counters(page)
    expect(counter).to_have_text(str(count))
    hand.press(counter)
    expect(page.get_by_text(ERROR)).to_be_visible()
    expect(page.get_by_text(CRITIQUE)).to_have_count(count - 1)


def open_desk(hand: Hand) -> None:
    """From the head of any page to what readers say about a story."""
    page = hand.page
    page.goto("/")
    hand.press(page.get_by_label("Site").get_by_role("link", name="Write"))
    titled(page, "Your stories")
    hand.press(page.get_by_role("link", name="Feedback from readers"))
    titled(page, "Feedback")


def answer_and_resolve(hand: Hand) -> None:
    """In the thread of the error, on whichever page it stands."""
    page = hand.page
    expect(card(page, CRITIQUE)).to_contain_text("only for the author")
    error = card(page, ERROR)
    hand.press(error.locator("summary", has_text="Reply"))
    hand.write(error.get_by_label("Your reply"), ANSWER)
    hand.press(error.get_by_role("button", name="Send"))
    expect(error.get_by_text(ANSWER)).to_be_visible()
    hand.press(error.get_by_role("button", name="Resolve"))
    expect(error).to_contain_text("Error · resolved")


def card(page: Page, words: str) -> Locator:
    """The thread in which somebody says these words."""
    return page.get_by_role("article").filter(has_text=words).last
