"""Every address of the site: each package names its own, here they are put together."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("stories.urls")),
    path("", include("comments.urls")),
    path("", include("accounts.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
]
