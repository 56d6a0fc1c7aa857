"""Every address of the site: each package names its own, here they are put together."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("accounts.urls")),
    path("", include("comments.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    # Its decorative slugs match whatever is left, so the stories come last.
    path("", include("stories.urls")),
]
