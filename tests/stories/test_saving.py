"""Every save is a revision; none replaces another silently."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from prose.limits import Refused
from stories.choosing import settle, use_set_aside
from stories.models import Chapter, Revision
from stories.saving import ChapterText, Saved, create_chapter, save_chapter


def text(html: str) -> ChapterText:
    return ChapterText("The Ford", html=f"<p>{html}</p>")


def save(by: object, chapter: Chapter, html: str, based_on: int | None) -> Saved:
    return save_chapter(by=by, chapter=chapter, text=text(html), based_on=based_on)


def test_every_save_is_a_numbered_revision_that_stays(draft: Chapter, author: object) -> None:
    first = draft.draft_revision
    second = save(author, draft, "Two.", first.pk).revision
    third = save(author, draft, "Three.", second.pk).revision
    kept = Revision.objects.filter(chapter=draft).order_by("number")
    assert [(row.number, row.text.strip()) for row in kept] == [
        (1, "Nobody waited."),
        (2, "Two."),
        (3, "Three."),
    ]
    assert third.based_on == second
    assert third.saved_by == author
    draft.refresh_from_db()
    assert draft.draft_revision == third


def test_a_refused_text_leaves_nothing_behind(draft: Chapter, author: object) -> None:
    with pytest.raises(Refused):
        save(author, draft, "x" * 500_001, draft.draft_revision_id)
    with pytest.raises(Refused):
        create_chapter(by=author, story=draft.story, text=text("x" * 500_001))
    assert Revision.objects.filter(chapter=draft).count() == 1
    assert Chapter.objects.filter(story=draft.story).count() == 2


def test_a_save_on_an_older_revision_is_set_aside(draft: Chapter, author: object) -> None:
    first = draft.draft_revision
    winner = save(author, draft, "From one tab.", first.pk).revision
    late = save(author, draft, "From another.", first.pk)
    assert late.conflicts_with == winner
    draft.refresh_from_db()
    assert draft.draft_revision == winner
    assert list(Revision.objects.filter(chapter=draft).waiting()) == [late.revision]
    assert late.revision.text.strip() == "From another."


def test_chapters_are_numbered_in_the_order_they_are_made(draft: Chapter, author: object) -> None:
    third = create_chapter(by=author, story=draft.story, text=text("3"))
    assert (draft.position, third.position) == (2, 3)


def at_once(*acts: Callable[[], object]) -> list[object]:
    """What `acts` give, begun together in threads with connections of their own."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            barrier.wait(timeout=30)
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@pytest.mark.django_db(transaction=True)
def test_of_two_saves_at_once_one_wins_and_none_is_lost(draft: Chapter, author: object) -> None:
    head = draft.draft_revision_id
    saved = at_once(
        lambda: save(author, draft, "One tab.", head),
        lambda: save(author, draft, "Another tab.", head),
    )
    assert sorted(each.conflicts_with is None for each in saved) == [False, True]
    aside = next(each for each in saved if each.conflicts_with is not None)
    winner = next(each for each in saved if each.conflicts_with is None)
    assert aside.conflicts_with == winner.revision
    assert sorted(Revision.objects.filter(chapter=draft).values_list("number", flat=True)) == [
        1,
        2,
        3,
    ]


@pytest.mark.django_db(transaction=True)
def test_chapters_made_at_once_get_places_of_their_own(draft: Chapter, author: object) -> None:
    at_once(
        *(lambda: create_chapter(by=author, story=draft.story, text=text("x")) for _ in range(4))
    )
    positions = Chapter.objects.filter(story=draft.story).values_list("position", flat=True)
    assert sorted(positions) == [1, 2, 3, 4, 5, 6]


@pytest.fixture
def aside(draft: Chapter, author: object) -> Revision:
    """A text of `draft` that was set aside, because another was saved first."""
    first = draft.draft_revision_id
    save(author, draft, "Somebody waited.", first)
    aside = save(author, draft, "Nobody ever waited.", first).revision
    draft.refresh_from_db()
    return aside


def test_the_text_set_aside_can_be_used(draft: Chapter, author: object, aside: Revision) -> None:
    head = draft.draft_revision
    assert use_set_aside(by=author, chapter=draft, aside=aside, instead_of=head.pk)
    draft.refresh_from_db()
    assert draft.draft_revision.text == aside.text
    assert draft.draft_revision.based_on == head
    assert not Revision.objects.filter(chapter=draft).waiting()


def test_a_newer_text_is_not_replaced_unseen(
    draft: Chapter, author: object, aside: Revision
) -> None:
    seen = draft.draft_revision_id
    newest = save(author, draft, "Everybody waited.", seen).revision
    assert not use_set_aside(by=author, chapter=draft, aside=aside, instead_of=seen)
    draft.refresh_from_db()
    assert draft.draft_revision == newest
    assert list(Revision.objects.filter(chapter=draft).waiting()) == [aside]


def test_a_text_set_aside_can_be_dismissed_and_stays(aside: Revision, author: object) -> None:
    settle(by=author, aside=aside)
    assert not Revision.objects.waiting()
    assert Revision.objects.get(pk=aside.pk).text.strip() == "Nobody ever waited."


def test_the_author_sees_both_texts_and_what_differs(
    draft: Chapter, aside: Revision, client_of: Callable[..., Client], author: object
) -> None:
    desk = client_of(author)
    edit = reverse("chapter_edit", args=[draft.story_id, draft.pk])
    given = {"based_on": aside.based_on_id, "title": "T", "body": "<p>A third text.</p>"}
    both = desk.post(edit, given)["Location"]
    page = desk.get(both).content.decode()
    assert "A third text." in page
    assert "Somebody waited." in page
    assert "<del>Somebody waited.</del>" in page
    listed = desk.get(edit).content.decode()
    assert listed.count("?aside=") == 2


def test_the_author_chooses_one(
    draft: Chapter, aside: Revision, client_of: Callable[..., Client], author: object
) -> None:
    desk = client_of(author)
    choose = reverse("chapter_choose", args=[draft.story_id, draft.pk]) + f"?aside={aside.pk}"
    mine = {"choice": "mine", "instead_of": draft.draft_revision_id}
    assert desk.post(choose, mine)["Location"].endswith("/edit")
    draft.refresh_from_db()
    assert draft.draft_revision.text == aside.text
    assert desk.get(choose).status_code == 404


def test_the_author_edits_the_text_set_aside_further(
    draft: Chapter, aside: Revision, client_of: Callable[..., Client], author: object
) -> None:
    desk = client_of(author)
    edit = reverse("chapter_edit", args=[draft.story_id, draft.pk])
    form = desk.get(f"{edit}?from={aside.pk}").context["form"]
    assert form.initial["body"] == aside.html
    sent = {**form.initial, "body": "<p>Nobody ever waited there.</p>"}
    desk.post(edit, sent)
    draft.refresh_from_db()
    assert draft.draft_revision.text.strip() == "Nobody ever waited there."
    assert not Revision.objects.filter(chapter=draft).waiting()


def test_strangers_to_a_story_cannot_choose_for_it(
    draft: Chapter, aside: Revision, client_of: Callable[..., Client], other_author: object
) -> None:
    choose = reverse("chapter_choose", args=[draft.story_id, draft.pk]) + f"?aside={aside.pk}"
    assert client_of(other_author).post(choose, {"choice": "other"}).status_code == 403
    assert client_of(draft.draft_revision.saved_by).get(choose).status_code == 200
    assert list(Revision.objects.waiting()) == [aside]
