from django.urls import path

from stories.views import home, people, reading, whole

urlpatterns = [
    path("", home.home, name="home"),
    path("stories/<int:story_id>", reading.story, name="story"),
    path("stories/<int:story_id>/whole", whole.whole, name="whole"),
    path("people/<str:username>", people.profile, name="profile"),
    # Decorative slugs, last: they match anything.
    path("stories/<int:story_id>/<str:slug>", reading.story),
    path("stories/<int:story_id>/chapters/<int:chapter_id>", reading.chapter, name="chapter"),
    path("stories/<int:story_id>/chapters/<int:chapter_id>/<str:slug>", reading.chapter),
]
