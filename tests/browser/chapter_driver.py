"""What a person does on a chapter's page, with a mouse or a finger."""

from playwright.sync_api import Locator, Page, expect

from stories.models import Chapter

# Where the first or last letter of some words in the text is, in view.
_LETTER = """([words, which]) => {
  const root = document.getElementById("text");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const letters = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let i = 0; i < node.data.length; i++) letters.push([node, i]);
  }
  const start = root.textContent.indexOf(words);
  const [node, i] = letters[which === "first" ? start : start + words.length - 1];
  const range = document.createRange();
  range.setStart(node, i);
  range.setEnd(node, i + 1);
  const { top: y } = range.getBoundingClientRect();
  if (y < 60 || y > innerHeight - 160) scrollBy({ top: y - 200, behavior: "instant" });
  const { left, right, top, bottom } = range.getBoundingClientRect();
  return { left, right, y: (top + bottom) / 2 };
}"""
_SELECT = """(words) => {
  const root = document.getElementById("text");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const start = root.textContent.indexOf(words);
  const end = start + words.length;
  const range = document.createRange();
  let before = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.data;
    if (before <= start) range.setStart(node, Math.min(length, start - before));
    if (before < end) range.setEnd(node, Math.min(length, end - before));
    before += length;
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


def open_chapter(page: Page, chapter: Chapter) -> None:
    """The chapter's page, once feedback stands ready in it."""
    page.goto(chapter.get_absolute_url())
    expect(page.locator(".feedback-tools")).to_be_attached()


def drag(page: Page, words: str) -> None:
    """Select some words of the text with the mouse."""
    page.evaluate(_LETTER, [words, "last"])
    first = page.evaluate(_LETTER, [words, "first"])
    last = page.evaluate(_LETTER, [words, "last"])
    page.mouse.move(first["left"] + 0.5, first["y"])
    page.mouse.down()
    page.mouse.move(last["right"] - 0.5, last["y"], steps=6)
    page.mouse.up()


def select(page: Page, words: str) -> None:
    """Let some words of the text be selected, as the system's handles would."""
    page.evaluate(_SELECT, words)


def point_at(page: Page, words: str) -> tuple[float, float]:
    spot = page.evaluate(_LETTER, [words, "first"])
    return (spot["left"] + spot["right"]) / 2, spot["y"]


def bar(page: Page) -> Locator:
    return page.get_by_role("group", name="Feedback on the selected passage")


def form(page: Page) -> Locator:
    return page.locator(".feedback-form")


def counters(page: Page) -> Locator:
    return page.get_by_role("button", name="Feedback on this paragraph")


def highlighted(page: Page, name: str) -> list[str]:
    """The words under a highlight, in text order."""
    return page.evaluate(
        "(name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString())", name
    )
