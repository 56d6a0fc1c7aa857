"""The familiar cast. Rows are real, and cheap: nobody has a password unless a test gives one."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from accounts.models import User
from stories.models import Chapter, Story
from stories.publishing import publish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, create_chapter, create_story

TEXT = (
    "<p>The ferry was late, and <em>so was</em> everything that hung on it.</p>"
    "<p>Odile counted the lamps. Their were nine.<br>There had been ten.</p>"
    "<p>“You count them every night,” he said. “I know.”</p>"
)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: object) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def person(name: str, **more: object) -> User:
    return User.objects.create_user(name, f"{name}@concrit.example", **more)


@pytest.fixture
def author(db: None) -> User:
    return person("marisol", display_name="Marisol Vane")


@pytest.fixture
def other_author(db: None) -> User:
    return person("tobias", display_name="Tobias Kerr")


@pytest.fixture
def reader(db: None) -> User:
    return person("wren", display_name="Wren")


@pytest.fixture
def other_reader(db: None) -> User:
    return person("pip", display_name="pip!!")


@pytest.fixture
def moderator(db: None) -> User:
    return person("mod", display_name="Site moderator", is_staff=True)


@pytest.fixture
def stranger() -> AnonymousUser:
    return AnonymousUser()


@pytest.fixture
def story(author: User) -> Story:
    """A published story by `author` that invites errors and critique, with one chapter."""
    story = create_story(by=author, title="The Ferry at Low Water", summary="A crossing.")
    chapter = create_chapter(by=author, story=story, text=ChapterText("The Ford", html=TEXT))
    publish_chapter(by=author, chapter=chapter)
    kinds = Invitation(kinds=["error", "critique"])
    set_request(by=author, story=story, chapter=None, invitation=kinds)
    story.refresh_from_db()
    return story


@pytest.fixture
def chapter(story: Story) -> Chapter:
    return Chapter.objects.select_related("story", "published_revision").get(story=story)


@pytest.fixture
def draft(author: User, story: Story) -> Chapter:
    """A second chapter of `story` that nobody but its author may see."""
    return create_chapter(
        by=author, story=story, text=ChapterText("The Far Bank", html="<p>Nobody waited.</p>")
    )


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A test client logged in as the given person."""

    def log_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return log_in
