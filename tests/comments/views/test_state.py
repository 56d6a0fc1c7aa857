import pytest
from django.test import Client
from django.urls import reverse

from comments.deciding import withdraw
from comments.opening import open_comment, open_feedback
from stories.publishing import publish_chapter
from stories.requesting import Invitation, set_request
from stories.saving import ChapterText, save_chapter

pytestmark = pytest.mark.django_db


@pytest.fixture
def state_of(chapter):
    def get(client, **query):
        address = reverse("feedback_state", args=[chapter.story_id, chapter.pk])
        return client.get(address, query)

    return get


def test_the_state_says_where_threads_stand(state_of, feedback, reader, chapter):
    late = feedback(reader, "nine")
    early = feedback(reader, replacement="There were")
    state = state_of(Client()).json()
    assert (state["revision"], state["is_current"]) == (chapter.published_revision_id, True)
    assert [each["id"] for each in state["threads"]] == [early.pk, late.pk]
    text = chapter.published_revision.text
    assert state["threads"][0] == {
        "id": early.pk,
        "start": text.index("Their were"),
        "end": text.index("Their were") + len("Their were"),
        "kind": "error",
        "label": "Error · open",
        "count": 1,
        "private": False,
        "open": True,
        "state": "exact",
    }


def test_the_state_offers_what_the_viewer_may_use(state_of, chapter, reader, author, client_of):
    ours = Invitation(kinds=["error", "praise"], visibility="author", prompts=["Too slow?"])
    set_request(by=author, story=chapter.story, chapter=chapter, invitation=ours)
    state = state_of(client_of(reader)).json()
    assert state["invites"] == [
        {"kind": "error", "label": "Report an error", "suggests": True},
        {"kind": "praise", "label": "Praise", "suggests": False},
    ]
    assert (state["visibility"], state["visibilities"]) == ("author", ["author"])
    assert (state["prompts"], state["why_not"]) == (["Too slow?"], "")
    assert (state["signed_in"], state["may_answer"], bool(state["csrf"])) == (True, False, True)
    assert state_of(client_of(author)).json()["may_answer"] is True


def test_strangers_get_no_cookie_and_are_told_to_log_in(state_of, chapter):
    answer = state_of(Client())
    state = answer.json()
    assert (state["invites"], state["csrf"], state["signed_in"]) == ([], "", False)
    assert "Log in" in state["why_not"]
    assert state["login_url"].startswith(reverse("account_login") + "?next=/stories/")
    assert not answer.cookies
    assert "private" in answer["Cache-Control"]


def test_other_revisions_have_their_own_threads(state_of, feedback, chapter, author, reader):
    old = chapter.published_revision_id
    on_old = feedback(reader)
    text = ChapterText("The Ford", html="<p>Rewritten.</p>")
    draft = save_chapter(by=author, chapter=chapter, text=text, based_on=old).revision
    assert state_of(Client(), revision=draft.pk).status_code == 404
    publish_chapter(by=author, chapter=chapter)
    open_feedback(by=reader, chapter=chapter, kind="critique", body="On the whole: good.")
    state = state_of(Client()).json()
    assert (state["revision"], state["threads"], state["elsewhere"]) == (draft.pk, [], 2)
    state = state_of(Client(), revision=old).json()
    assert [each["id"] for each in state["threads"]] == [on_old.pk]
    assert (state["is_current"], state["elsewhere"]) == (False, 1)


@pytest.mark.parametrize("revision", ["0", "x", "-1", "9" * 40, "²", "1 or 1=1"])
def test_revisions_that_are_not_there(state_of, revision):
    assert state_of(Client(), revision=revision).status_code == 404


def test_plain_and_withdrawn_threads_are_not_in_the_text(state_of, feedback, chapter, reader):
    open_comment(by=reader, chapter=chapter, body="Lovely.")
    withdraw(by=reader, thread=feedback(reader))
    state = state_of(Client()).json()
    assert (state["threads"], state["elsewhere"]) == ([], 0)


def _cards(client, chapter, ids):
    address = reverse("thread_cards", args=[chapter.story_id, chapter.pk])
    return client.get(address, {"ids": ids})


def test_cards_come_in_text_order(feedback, chapter, reader):
    late, early = feedback(reader, "nine"), feedback(reader)
    page = _cards(Client(), chapter, f"{late.pk},{early.pk}").content.decode()
    assert "<html" not in page
    assert 0 < page.index(f'data-thread="{early.pk}"') < page.index(f'data-thread="{late.pk}"')


@pytest.mark.parametrize("ids", ["", "x", "0,,-1", "9" * 40, "²", "1;2"])
def test_cards_that_are_not_there_are_left_out(chapter, ids):
    answer = _cards(Client(), chapter, ids)
    assert (answer.status_code, answer.content.decode().strip()) == (200, "")


def test_cards_of_another_chapter_are_left_out(feedback, draft, reader, author, client_of):
    thread = feedback(reader)
    assert "thread" not in _cards(client_of(author), draft, thread.pk).content.decode()
    assert "thread" in _cards(client_of(author), thread.chapter, thread.pk).content.decode()


def test_the_tools_lead_to_what_does_not_stand_in_the_text(state_of, chapter, reader):
    for number in (1, 2):
        assert "earlier versions" not in state_of(Client()).json()["tools"] or number == 2
        open_feedback(by=reader, chapter=chapter, kind="critique", body=f"Note {number}.")
    tools = state_of(Client()).json()["tools"]
    assert "2 notes about earlier versions" in tools
    assert f'{chapter.get_absolute_url()}?feedback#earlier"' in tools


def test_where_nothing_was_said_and_nothing_is_asked_no_button_shows(
    state_of, feedback, story, reader, author, client_of
):
    hidden = 'aria-pressed="false" hidden'
    page = story.chapter_set.get().get_absolute_url()
    assert hidden not in state_of(Client()).json()["tools"]
    story.feedbackrequest_set.all().delete()
    assert hidden in state_of(client_of(reader)).json()["tools"]
    assert "feedback-line" not in Client().get(page).content.decode()
    assert hidden not in state_of(client_of(author)).json()["tools"]
    feedback(author)
    assert hidden not in state_of(Client()).json()["tools"]
    assert "feedback-line" in Client().get(page).content.decode()
