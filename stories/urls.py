from django.urls import path

from stories.views import home, people, reading

urlpatterns = [
    path("", home.home, name="home"),
    path("stories/<int:story_id>", reading.story, name="story"),
    path("people/<str:username>", people.profile, name="profile"),
]
