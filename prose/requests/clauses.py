"""Where a request stands in its sentence: who speaks, and whether it is denied or long past."""

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from prose.requests.phrasebook import Token

NEGATIONS = ("neg", "neg_thing")
NOT_A_REQUEST = ("neg_past", "past", "thanks", "say", "later")
REQUESTS = ("tell", "give", "channel", "report", "know", "take", "take_full", "lead")
_REACH = 14  # words back that a negation may stand


class Mood(Enum):
    ASKED = 1
    REFUSED = -1
    UNTOUCHED = 0  # past, thanks, hearsay: neither asked for nor refused


@dataclass(frozen=True)
class Clause:
    """A sentence's tokens, and a place among them to look around from."""

    tokens: list[Token]

    def mood_before(self, place: int) -> Mood:
        """What the words before `place`, as far as its clause reaches, make of a request there."""
        for k in range(place - 1, max(-1, place - _REACH), -1):
            token = self.tokens[k]
            if token.has("harmless", "excuse", "puzzled"):
                return Mood.ASKED
            if self._denies_a_thing_before(k, place):
                return Mood.ASKED
            if token.has(*NEGATIONS):
                return Mood.UNTOUCHED if self._is_supposed(k) else Mood.REFUSED
            if token.has(*NOT_A_REQUEST):
                return Mood.UNTOUCHED
            if token.has("lead"):
                return self._mood_of_lead(k)
            if token.is_sign:
                hearsay = k > 0 and self.tokens[k - 1].has("say") and token.text in ",:"
                return Mood.UNTOUCHED if hearsay else Mood.ASKED
            if token.has("brk") or self._starts_new_request(k):
                return Mood.ASKED
        return Mood.ASKED

    def is_withdrawn_after(self, place: int) -> bool:
        """Is it put off or sent elsewhere by what follows: "once it's done", "on her story"?"""
        if any(token.has("not_here") for token in self.tokens[place + 1 :]):
            return True
        for before, token in pairwise(self.tokens[place:]):
            if token.has("brk") or token.text in {";", "?"}:
                return False
            if before.text == "," and not token.has("later"):
                return False
            if token.has("later", "elsewhere"):
                return True
        return False

    def is_usual_only(self, place: int) -> bool:
        """ "Normally I love concrit, but …" """
        return any(token.has("usually") for token in self.tokens[:place]) and any(
            token.has("brk") for token in self.tokens[place:]
        )

    def is_imperative(self, place: int, *, loose: bool = False) -> bool:
        """Is a verb at `place` said to the reader, not told of somebody?

        Loose verbs, like "let me know", may follow any word: people drop full stops.
        """
        k = self._skip_back(place - 1, "adverb")
        if k < 0:
            return True
        token = self.tokens[k]
        if token.has("lead") and token.has("aux") and k and self.tokens[k - 1].has("self"):
            return False
        if token.has(
            "lead", "brk", "andor", "nor", "harmless", "yes", "assent", "place", *NEGATIONS
        ):
            return True
        if token.has("maybe_lead"):
            return self._is_granted_after(place)
        if token.is_sign:
            return True
        if token.has("self", "other", "say", "past", "thanks", "aux", "neg_past", "reader", "seen"):
            return False
        if token.has("addressed") and (k == 0 or self.tokens[k - 1].is_sign):
            return loose  # "You see a typo, you tell me."
        return loose and not token.has("bound")

    def is_first_person(self, place: int) -> bool:
        """Is a verb at `place` the writer's own, said or left out ("always open to")?"""
        k = place - 1
        while k >= 0 and self.tokens[k].has("adverb", "aux", *NEGATIONS, "neg_past"):
            if self.tokens[k].has("self"):
                return not self._is_inverted(k)
            k -= 1
        if k < 0:
            return True
        token = self.tokens[k]
        if token.has("self"):
            return not self._is_inverted(k)
        return token.is_sign or token.has("brk", "andor", "harmless", "lead", "nor")

    def _is_inverted(self, place: int) -> bool:
        """ "Do I accept criticism?" """
        asks = any(token.text == "?" for token in self.tokens[place:])
        return asks and place > 0 and self.tokens[place - 1].has("aux")

    def follows_lead(self, place: int) -> bool:
        k = self._skip_back(place - 1, "adverb")
        if k >= 0 and self.tokens[k].has("maybe_lead"):
            return self._is_granted_after(place)
        return k >= 0 and self.tokens[k].has("lead")

    def _skip_back(self, k: int, *tags: str) -> int:
        while k >= 0 and self.tokens[k].has(*tags) and not self.tokens[k].has("lead"):
            k -= 1
        return k

    def _mood_of_lead(self, k: int) -> Mood:
        denied = k > 0 and self.tokens[k - 1].has(*NEGATIONS)
        past = k > 0 and self.tokens[k - 1].has(*NOT_A_REQUEST)
        return Mood.REFUSED if denied else Mood.UNTOUCHED if past else Mood.ASKED

    def _denies_a_thing_before(self, k: int, place: int) -> bool:
        """ "No crit just tell me": the `no` is spent on its thing before the verb."""
        spent = k + 1 < place and self.tokens[k + 1].has("error", "critique")
        return spent and self.tokens[k].has("neg_thing") and self.tokens[place].has("tell")

    def _is_supposed(self, k: int) -> bool:
        """ "If you don't want to leave concrit": nothing is refused."""
        return any(token.has("suppose") for token in self.tokens[max(0, k - 3) : k])

    def _starts_new_request(self, k: int) -> bool:
        following = self.tokens[k + 1 : k + 2]
        return self.tokens[k].has("andor") and bool(following) and following[0].has(*REQUESTS)

    def _is_granted_after(self, place: int) -> bool:
        """Does the sentence say yes to "if you want to …", and nowhere no?"""
        rest = self.tokens[place + 1 :]
        if any(token.has(*NEGATIONS, "neg_past", "unwelcome") for token in rest):
            return False
        granted = any(token.has("assent") for token in self.tokens[:place])
        return granted or any(
            token.has("assent", "glad", "welcome", "tell", "lead") for token in rest
        )
