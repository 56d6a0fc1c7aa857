from django.urls import path

from stories.views import (
    chapters,
    choosing,
    home,
    people,
    publishing,
    reading,
    requests,
    reviewing,
    whole,
    writing,
)

STORY = "stories/<int:story_id>"
CHAPTER = f"{STORY}/chapters/<int:chapter_id>"

urlpatterns = [
    path("", home.home, name="home"),
    path("write", writing.writing, name="writing"),
    path("write/understood", writing.text_understood, name="text_understood"),
    path("stories/new", writing.story_new, name="story_new"),
    path(f"{STORY}/edit", writing.story_edit, name="story_edit"),
    path(f"{STORY}/request", requests.story_request, name="story_request"),
    path(f"{STORY}/chapters/new", chapters.chapter_new, name="chapter_new"),
    path(f"{CHAPTER}/edit", chapters.chapter_edit, name="chapter_edit"),
    path(f"{CHAPTER}/review", reviewing.chapter_review, name="chapter_review"),
    path(f"{CHAPTER}/preview", chapters.chapter_preview, name="chapter_preview"),
    path(f"{CHAPTER}/choose", choosing.chapter_choose, name="chapter_choose"),
    path(f"{CHAPTER}/request", requests.chapter_request, name="chapter_request"),
    path(f"{CHAPTER}/publish", publishing.chapter_publish, name="chapter_publish"),
    path(f"{CHAPTER}/unpublish", publishing.chapter_unpublish, name="chapter_unpublish"),
    path(f"{CHAPTER}/move", publishing.chapter_move, name="chapter_move"),
    path("stories/<int:story_id>", reading.story, name="story"),
    path("stories/<int:story_id>/whole", whole.whole, name="whole"),
    path("people/<str:username>", people.profile, name="profile"),
    # The decorative slug matches anything. `chapter` is put together in config/urls.py.
    path("stories/<int:story_id>/<str:slug>", reading.story),
]
