"""Which rule reads which list of phrases."""

from collections.abc import Iterator

from prose.requests import imploring, naming, telling, welcoming, withdrawing
from prose.requests.asking import Asker, Asking, Rule


def askings_in(asker: Asker) -> Iterator[Asking]:
    """What a sentence asks for or refuses, by every rule that one of its phrases calls for."""
    for place, token in enumerate(asker.clause.tokens):
        for tag, rule in _RULES.items():
            if token.has(tag):
                yield from (
                    asking
                    for asking in rule(asker, place)
                    if not withdrawing.is_elsewhere(asker.clause, asking)
                )


_RULES: dict[str, Rule] = {
    "welcome": welcoming.welcomed,
    "welcome_near": welcoming.welcomed_near,
    "glad": welcoming.welcomed,
    "unwelcome": welcoming.welcomed,
    "take": welcoming.taken,
    "like": welcoming.taken,
    "take_full": welcoming.taken_in_full,
    "so_are": welcoming.so_are,
    "give": welcoming.given,
    "maybe_lead": welcoming.offered,
    "given": welcoming.given_if_led,
    "tell": telling.told,
    "tell_them": telling.told,
    "hand_over": telling.told,
    "told": telling.told_if_led,
    "hear_from": telling.hoped_to_hear,
    "know": telling.wished_to_know,
    "channel": telling.channelled,
    "channelled": telling.channelled_if_led,
    "answer": telling.answered,
    "report": imploring.reported,
    "pointed": imploring.invited_to_report,
    "report_ing": imploring.invited_to_report,
    "do_error": imploring.plain("error", lead_needed=False),
    "do_critique": imploring.plain("critique", lead_needed=False),
    "do_question": imploring.plain("question", lead_needed=False),
    "do_praise": imploring.plain("praise", lead_needed=False),
    "ask_error": imploring.plain("error", lead_needed=True),
    "ask_critique": imploring.plain("critique", lead_needed=True),
    "ask_question": imploring.plain("question", lead_needed=True),
    "error": naming.named,
    "critique": naming.named,
    "praise": naming.named,
    "question": naming.named,
    "opinion": imploring.opinion_asked,
    "critique_asked": imploring.criticism_asked,
    "colon": imploring.listed,
    "more": imploring.kept_coming,
    "no_answer": withdrawing.answered_no,
    "all_but": withdrawing.all_but,
}
