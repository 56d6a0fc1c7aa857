"""When something is wrong, the site says so in its own design, in words a person understands."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import path
from django.views import defaults
from django.views.csrf import csrf_failure

from config.urls import urlpatterns as site
from stories.models import Chapter

pytestmark = pytest.mark.django_db


def broken(request: HttpRequest) -> None:
    raise ZeroDivisionError


urlpatterns = [path("broken", broken), *site]


def test_missing_page() -> None:
    response = Client().get("/nowhere")
    assert response.status_code == 404
    assert "There is no page here" in response.content.decode()


@pytest.mark.urls(__name__)
def test_broken_page() -> None:
    response = Client(raise_request_exception=False).get("/broken")
    assert response.status_code == 500
    page = response.content.decode()
    assert "it was not you" in page
    assert 'data-theme="system"' in page


def test_refusal_says_its_reason_and_offers_to_log_in(rf: RequestFactory) -> None:
    request = rf.get("/stories/1/edit")
    refusal = PermissionDenied("Only the author of this story can do that.")
    page = defaults.permission_denied(request, refusal).content.decode()
    assert "Only the author of this story can do that." in page
    assert "?next=/stories/1/edit" in page


def test_unreadable_request(rf: RequestFactory) -> None:
    response = defaults.bad_request(rf.get("/"), ValueError())
    assert response.status_code == 400
    assert "made no sense" in response.content.decode()


def test_form_without_its_stamp(rf: RequestFactory) -> None:
    response = csrf_failure(rf.post("/"))
    assert response.status_code == 403
    assert "open too long" in response.content.decode()


def test_one_address_reads_a_chapter_and_shows_its_feedback(chapter: Chapter) -> None:
    address = chapter.get_absolute_url()
    assert 'id="text"' in Client().get(address).content.decode()
    feedback = Client().get(address, {"feedback": ""}).content.decode()
    assert "Feedback on" in feedback
    assert 'id="text"' not in feedback
