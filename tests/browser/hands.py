"""Two ways to use a page: with a mouse or a finger, and with the keyboard alone.

Both do the same things, to what is named as assistive technology names it, so that a step can be
written once for either.
"""

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

MOST_TABS = 80


class Pointer:
    """Clicks and taps. None of it needs a script on the page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        target.click()

    def write(self, target: Locator, words: str) -> None:
        target.fill(words)

    def choose(self, target: Locator) -> None:
        """Check a box, or one of several radio buttons."""
        target.check()

    def paste(self, target: Locator) -> None:
        target.click()
        self.page.keyboard.press("ControlOrMeta+v")


class Keys:
    """Tab, arrows, Enter, Space and letters; fails where they do not lead to what is wanted."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("Enter")

    def write(self, target: Locator, words: str) -> None:
        self.reach(target)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(words)

    def choose(self, target: Locator) -> None:
        if target.get_attribute("type") == "radio":
            self._choose_among(target)
        else:
            self.reach(target)
            self.page.keyboard.press("Space")
        expect(target).to_be_checked()

    def paste(self, target: Locator) -> None:
        self.reach(target)
        self.page.keyboard.press("ControlOrMeta+v")

    def reach(self, target: Locator) -> None:
        """Tab until `target` has the focus; what has it can be seen."""
        self._repeat("Tab", until=lambda: _has_focus(target), wanted=target)
        expect(target).to_be_in_viewport()

    def _choose_among(self, target: Locator) -> None:
        """A group of radio buttons is one stop for Tab; arrows go through it."""
        self._repeat("Tab", until=lambda: _group_has_focus(target), wanted=target)
        if not target.is_checked():
            self._repeat("ArrowDown", until=lambda: _has_focus(target), wanted=target)

    def _repeat(self, key: str, *, until: Callable[[], bool], wanted: Locator) -> None:
        for _ in range(MOST_TABS):
            if until():
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{key} does not lead to {wanted}")


def _has_focus(target: Locator) -> bool:
    return target.evaluate("(element) => element === document.activeElement")


def _group_has_focus(target: Locator) -> bool:
    return target.evaluate(
        """({ form, name }) => {
          const { activeElement: focused } = document;
          return focused.type === "radio" && focused.form === form && focused.name === name;
        }"""
    )
