from stories.models.chapter import Chapter
from stories.models.contributor import Contributor
from stories.models.request import FeedbackRequest
from stories.models.revision import Revision
from stories.models.story import Story

__all__ = ["Chapter", "Contributor", "FeedbackRequest", "Revision", "Story"]
