"""A real Chromium. Every page opened here fails its test on a console error, an uncaught
exception, or a request to any other host."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from accounts.models import User
from tests.browser.installing import installed

ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 10_000  # milliseconds; every core may be busy with other tests


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """An installed Chrome or Chromium, otherwise the one that Playwright brought."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed(), args=ARGUMENTS + as_root, chromium_sandbox=not as_root
        )
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, live_server: object) -> Iterator[Callable[..., Page]]:
    """`new_page(user=None, width=1280, javascript=True, touch=False, scheme="light")`: a page in
    a context of its own, logged in as `user`; relative addresses are the site's, and
    a request to any other host is a complaint."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(
        user: User | None = None,
        *,
        width: int = 1280,
        height: int = 860,
        javascript: bool = True,
        touch: bool = False,
        scheme: str = "light",
    ) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            has_touch=touch,
            color_scheme=scheme,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        if user is not None:
            _log_in(context, user, live_server.url)
        page = context.new_page()
        _listen(page, live_server.url, complaints)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A stranger's page at a desk."""
    return new_page()


@pytest.fixture
def page_of(new_page: Callable[..., Page]) -> Callable[[User], Page]:
    return new_page


def _log_in(context: BrowserContext, user: User, url: str) -> None:
    client = Client()
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": url}])


def _listen(page: Page, allowed: str, complaints: list[str]) -> None:
    def on_console(message: object) -> None:
        # A refused form is answered with 4xx, which Chromium reports by itself.
        if (
            message.type == "error"
            and "the server responded with a status of 4" not in message.text
        ):
            complaints.append(f"console: {message.text}")

    def on_request(request: object) -> None:
        if not request.url.startswith((allowed, "data:", "blob:", "about:")):
            complaints.append(f"request: {request.url}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"exception: {error}"))
    page.on("request", on_request)
