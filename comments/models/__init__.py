from comments.models.comment import Comment
from comments.models.event import ThreadEvent
from comments.models.passage import Passage, Placement
from comments.models.suggestion import Suggestion
from comments.models.thread import Thread

__all__ = ["Comment", "Passage", "Placement", "Suggestion", "Thread", "ThreadEvent"]
