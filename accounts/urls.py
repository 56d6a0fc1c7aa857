from django.urls import path

from accounts.views import settings

urlpatterns = [
    path("account", settings.profile_edit, name="profile_edit"),
    path("preferences", settings.preferences, name="preferences"),
]
