import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from comments.models import Thread
from stories.publishing import publish_chapter
from stories.saving import ChapterText, save_chapter

pytestmark = pytest.mark.django_db
JSON = {"headers": {"Accept": "application/json"}}


@pytest.fixture
def send(chapter):
    return reverse("feedback_new", args=[chapter.story_id, chapter.pk])


@pytest.fixture
def pick(chapter):
    return reverse("feedback_pick", args=[chapter.story_id, chapter.pk, "b2"])


@pytest.fixture
def typed(chapter):
    revision = chapter.published_revision
    start = revision.text.index("Their")
    place = {"revision": revision.pk, "start": start, "end": start + 5}
    return place | {"kind": "error", "visibility": "public", "body": "A <typo>."}


def test_a_script_gets_the_thread_and_its_card(send, typed, reader, client_of):
    answer = client_of(reader).post(send, typed | {"replacement": "There"}, **JSON)
    thread = Thread.objects.get()
    assert answer.status_code == 201
    told = answer.json()["thread"]
    assert (told["id"], told["start"], told["end"]) == (thread.pk, typed["start"], typed["end"])
    assert (told["label"], told["state"], told["count"]) == ("Error · open", "exact", 1)
    assert "<del>Their</del><ins>There</ins>" in answer.json()["card"]


def test_a_script_is_told_what_is_wrong_by_field(send, typed, reader, client_of):
    client = client_of(reader)
    wrong = {"kind": "praise", "body": "", "start": 10**6, "end": "x", "revision": "-4"}
    for name, value in wrong.items():
        answer = client.post(send, typed | {name: value}, **JSON)
        assert answer.status_code == 422, name
        errors = answer.json()["errors"]
        assert all(isinstance(each, str) for those in errors.values() for each in those)
        assert set(errors) == {name if name in ("kind", "body") else "__all__"} or name == "end"
    assert client.post(send, typed, **JSON).status_code == 201


def test_a_script_of_a_stranger_is_told_to_log_in(send, typed):
    answer = Client().post(send, typed, **JSON)
    assert (answer.status_code, list(answer.json()["errors"])) == (401, ["__all__"])
    assert answer.json()["login_url"].startswith(reverse("account_login"))


@pytest.mark.parametrize("picked", [False, True])
def test_who_is_logged_out_meanwhile_keeps_words_and_place(send, typed, reader, client_of, picked):
    given = typed | {"replacement": " <There>"} | ({"block": "b2"} if picked else {})
    answer = Client().post(send, given)
    page = answer.content.decode()
    assert answer.status_code == 401
    assert "A &lt;typo&gt;.</textarea>" in page
    assert " &lt;There&gt;</textarea>" in page
    login = unescape(re.search(r'href="([^"]*next=[^"]*)" target', page)[1])
    back = parse_qs(urlsplit(login).query)["next"][0]
    form = client_of(reader).get(back)
    assert form.status_code == 200
    assert ("Odile counted" if picked else "Their</blockquote>") in form.content.decode()
    assert not Thread.objects.exists()


@pytest.mark.parametrize("missing", [["end"], ["start"], ["start", "end"], ["revision"]])
def test_half_a_selection_is_refused(send, typed, reader, client_of, missing):
    given = {name: value for name, value in typed.items() if name not in missing}
    assert client_of(reader).post(send, given, **JSON).status_code == 422
    assert not Thread.objects.exists()
    assert client_of(reader).post(send, typed, **JSON).status_code == 201


@pytest.mark.parametrize("name", ["revision", "start", "end"])
@pytest.mark.parametrize("number", ["9" * 18, "9" * 30, "9" * 5000])
def test_a_number_of_any_length_selects_nothing(
    send, typed, chapter, reader, client_of, name, number
):
    client, wrong = client_of(reader), typed | {name: number}
    assert "not in the chapter" in client.get(send, wrong).content.decode()
    assert client.post(send, wrong, **JSON).status_code == 422
    answer = client.post(send, wrong)
    assert (answer.status_code, "not in the chapter" in answer.content.decode()) == (422, True)
    picked = {"block": "b2", "words": "Their", **wrong}
    assert client.post(send, picked).status_code == (422 if name == "revision" else 302)


def test_without_a_script_the_thread_is_shown(send, typed, reader, client_of):
    answer = client_of(reader).post(send, typed)
    assert answer.url == Thread.objects.get().get_absolute_url()


def test_without_a_script_all_that_was_typed_comes_back(send, typed, reader, client_of):
    more = {"kind": "praise", "replacement": " <There>", "visibility": "author"}
    answer = client_of(reader).post(send, typed | more)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "the author asks for errors and critique only" in page
    assert "A &lt;typo&gt;." in page
    assert " &lt;There&gt;</textarea>" in page
    assert re.search(r'value="author"[^>]*checked', page)
    assert f'name="start" value="{typed["start"]}"' in page
    assert "Their</blockquote>" in page


def _comes_back(answer):
    page = answer.content.decode()
    words = ("A &lt;typo&gt;.</textarea>", " &lt;There&gt;</textarea>")
    return answer.status_code == 422 and all(each in page for each in words)


@pytest.mark.parametrize(
    "wrong", [{"start": 10**6}, {"start": "x"}, {"revision": 10**6}, {"end": ""}, {"block": "b9"}]
)
def test_words_about_no_passage_come_back(send, typed, reader, client_of, wrong):
    answer = client_of(reader).post(send, typed | {"replacement": " <There>"} | wrong)
    assert _comes_back(answer)
    assert answer.content.decode().count("not in the chapter") == 1


def test_words_about_too_long_a_passage_come_back(send, typed, chapter, author, reader, client_of):
    html = f"<p>{'so on ' * 500}</p>"
    text, head = ChapterText("The Ford", html=html), chapter.published_revision_id
    revision = save_chapter(by=author, chapter=chapter, text=text, based_on=head).revision
    publish_chapter(by=author, chapter=chapter)
    place = {"revision": revision.pk, "start": 0, "end": 2500}
    answer = client_of(reader).post(send, typed | {"replacement": " <There>"} | place)
    assert _comes_back(answer)
    assert "Select less" in answer.content.decode()


def test_words_that_nobody_asks_for_any_more_come_back(
    send, typed, story, reader, client_of, chapter
):
    client, given = client_of(reader), typed | {"replacement": " <There>"}
    story.feedbackrequest_set.update(closed_at=now())
    picked = {"block": "b2", "words": "Their", **given}
    for answer in (client.post(send, given), client.post(send, picked)):
        assert _comes_back(answer)
        assert answer.content.decode().count("has closed feedback") == 1
    story.feedbackrequest_set.update(closed_at=None)
    page = client.post(send, given | {"kind": "praise"})
    assert _comes_back(page)
    story.feedbackrequest_set.update(closed_at=now())
    fields = dict(
        re.findall(r'name="(\w+)" value="([^"]*)"', client.post(send, given).content.decode())
    )
    assert {name: fields[name] for name in ("kind", "visibility")} == {
        "kind": "error",
        "visibility": "public",
    }
    assert [int(fields[name]) for name in ("start", "end")] == [typed["start"], typed["end"]]


def test_the_form_quotes_the_selection(send, typed, reader, client_of):
    query = {name: typed[name] for name in ("revision", "start", "end")} | {"kind": "critique"}
    page = client_of(reader).get(send, query).content.decode()
    assert "Their</blockquote>" in page
    assert re.search(r'value="critique"[^>]*checked', page)
    part = client_of(reader).get(send, query | {"part": ""}).content.decode()
    assert part.strip().startswith("<form")
    assert 'value="praise"' not in part


@pytest.mark.parametrize("wrong", [{"start": 10**6}, {"start": "x"}, {"revision": ""}])
def test_the_form_of_a_wrong_selection_says_so(send, typed, reader, client_of, wrong):
    page = client_of(reader).get(send, typed | wrong).content.decode()
    assert "not in the chapter" in page
    assert "<textarea" not in page


def test_the_whole_chapter_may_be_criticized(send, reader, client_of):
    page = client_of(reader).get(send).content.decode()
    assert "About the whole chapter." in page
    given = {"kind": "critique", "visibility": "public", "body": "It opens late."}
    client_of(reader).post(send, given)
    assert not Thread.objects.get().passages.exists()


def test_a_reader_picks_a_sentence(pick, send, chapter, reader, client_of):
    form = client_of(reader).get(pick).context["form"]
    values = [span.value for span in form.sentences]
    text = chapter.published_revision.text
    assert text[slice(*map(int, values[0].split("-")))].startswith("Odile counted the lamps.")
    given = _given(chapter) | {"sentence": values[0]}
    answer = client_of(reader).post(send, given)
    assert answer.url == Thread.objects.get().get_absolute_url()
    assert Thread.objects.get().passages.get().exact == form.sentences[0].text


def test_a_reader_types_the_exact_words(send, chapter, reader, client_of):
    client_of(reader).post(send, _given(chapter) | {"words": "  their  WERE nine. "})
    passage = Thread.objects.get().passages.get()
    assert passage.exact == "Their were nine."


def test_words_that_stand_there_twice_are_chosen_from(send, chapter, reader, client_of):
    client = client_of(reader)
    answer = client.post(send, _given(chapter) | {"words": "ere", "replacement": "a"})
    places = answer.context["form"].places
    assert answer.status_code == 422
    assert "stand there more than once" in answer.content.decode()
    assert [span.text for span in places] == ["ere", "ere"]
    assert "a</textarea>" in answer.content.decode()
    client.post(send, _given(chapter) | {"words": "ere", "occurrence": places[1].value})
    assert Thread.objects.get().passages.get().start == places[1].start


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, "Pick a sentence"),
        ({"sentence": "0-5"}, "Pick a sentence"),
        ({"words": "no such words"}, "do not stand in the paragraph"),
        ({"words": "ferry"}, "do not stand in the paragraph"),
    ],
)
def test_what_cannot_be_picked_is_told(send, chapter, reader, client_of, more, told):
    answer = client_of(reader).post(send, _given(chapter) | more | {"body": "Typed <all> this."})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert "Typed &lt;all&gt; this." in page
    assert "Odile counted the lamps." in page


def test_blocks_that_are_not_there(chapter, reader, client_of, send):
    for key in ("b99", "x", "b0"):
        address = reverse("feedback_pick", args=[chapter.story_id, chapter.pk, key])
        assert client_of(reader).get(address).status_code == 404
        answer = client_of(reader).post(send, _given(chapter) | {"block": key})
        assert (answer.status_code, "A typo.</textarea>" in answer.content.decode()) == (422, True)
        assert client_of(reader).get(send, {"block": key}).status_code == 404


def test_who_may_say_nothing_is_told_why(pick, send, story, chapter, reader, client_of):
    page = Client().get(pick).content.decode()
    assert "Log in" in page
    assert "<textarea" not in page
    story.feedbackrequest_set.all().delete()
    for address in (pick, send):
        page = client_of(reader).get(address).content.decode()
        assert "has not asked for feedback" in page
        assert "<textarea" not in page


def _given(chapter):
    revision = chapter.published_revision_id
    return {"revision": revision, "block": "b2", "kind": "error", "body": "A typo."}
