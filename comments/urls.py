from django.urls import path

from comments.views import desk, opening, plain, state, threads

CHAPTER = "stories/<int:story_id>/chapters/<int:chapter_id>"
THREAD = "stories/<int:story_id>/threads/<int:thread_id>"
COMMENT = "stories/<int:story_id>/comments/<int:comment_id>"

urlpatterns = [
    path("stories/<int:story_id>/feedback", desk.story_feedback, name="story_feedback"),
    path(f"{CHAPTER}/feedback.json", state.feedback_state, name="feedback_state"),
    path(f"{CHAPTER}/threads", state.thread_cards, name="thread_cards"),
    path(f"{CHAPTER}/feedback/new", opening.feedback_new, name="feedback_new"),
    path(f"{CHAPTER}/feedback/<slug:block>", opening.feedback_pick, name="feedback_pick"),
    path(f"{CHAPTER}/comments", plain.chapter_comments, name="chapter_comments"),
    path(f"{CHAPTER}/comments/new", plain.comment_new, name="comment_new"),
    path(THREAD, threads.thread, name="thread"),
    path(f"{THREAD}/reply", threads.thread_reply, name="thread_reply"),
    path(f"{THREAD}/resolve", threads.thread_resolve, name="thread_resolve"),
    path(f"{THREAD}/decline", threads.thread_decline, name="thread_decline"),
    path(f"{THREAD}/reopen", threads.thread_reopen, name="thread_reopen"),
    path(f"{THREAD}/withdraw", threads.thread_withdraw, name="thread_withdraw"),
    path(f"{COMMENT}/edit", plain.comment_edit, name="comment_edit"),
    path(f"{COMMENT}/delete", plain.comment_delete, name="comment_delete"),
]
