"""How an opening verb phrase is built, word by word: adverbs, verb with its fixed words, adverbs, and a second verb.

Works on words in lower case alone; where a phrase may begin in a clause is the business of verbs.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.clauses.lexicon import Complement, Form, Inflected
from pipelines.clauses.verb_words import Cursor

_DETERMINERS = frozenset({"its", "their", "our", "the", "a", "his", "her"})
_IS = frozenset({"is", "are", "be", "remain", "remains"})
_BE = _IS | {"being", "remaining"}
_CONTINUE = frozenset({"continue", "continues", "continuing"})
_MODALS = frozenset({"shall", "will", "should", "must", "would", "may", "can"})
_MARKERS = _MODALS | {"to", "by", "having"}
_BEFORE_BE = _MODALS | _CONTINUE | {"to"}
_HAD = frozenset({"regard", "in"})
"""`Having regard to`, `Having in mind`: no participle of another verb follows."""
_LEADS = frozenset({"while", "whilst", "whereas", "not"})
_NO_SENTIMENT = frozenset({"that", "for", "to", "at", "of", "in", "about", "over", "on", "with", "by"})
_AFTER_PLURAL = frozenset(
    {
        "of",
        "for",
        "from",
        "between",
        "by",
        "against",
        "are",
        "were",
        "shall",
        "should",
        "will",
        "which",
        "who",
        "parties",
    }
)
_AFTER_NOUN = _AFTER_PLURAL | frozenset(
    {"to", "in", "on", "or", "at", "among", "under", "through", "is", "was", "has", "have", "as", "into"}
)
_AFTER_ADVERB = frozenset(
    {"that", "of", "to", "in", "by", "on", "upon", "for", "with", "and", "all", "any", "those", "this", "these", "at"}
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """An opening verb phrase: words[first:core] stand together, words[core:last] are printed with them at times."""

    first: int
    core: int
    last: int
    verb: str
    intensifiers: tuple[str, ...]
    form: Form
    is_opening: bool


class Reader(Cursor):
    """Reads a phrase from a place in a list of words."""

    def phrase(self, at: int, has_subject: bool = False) -> Phrase | None:
        """The phrase that begins at a place, if one does; after a subject (`We note …`) no word is taken for a noun."""
        start, form, intensifiers = at, None, []
        if self.word(at, at) in _LEADS:
            at += 1
        at, before = self.intensifiers(at, at)
        intensifiers += before
        marker = self.word(at, at)
        if marker in _BE and (state := self.state(start, at, at + 1, intensifiers)):
            return state
        if state := self.state(start, at, at, intensifiers):
            return state
        if marker in _MARKERS and not (marker == "having" and self.word(at + 1) in _HAD):
            form = _after(marker)
            at += 1
        elif marker in _CONTINUE and self.word(at + 1) == "to":
            form, intensifiers = "base", [*intensifiers, "continue_to"]
            at += 2
        at, before = self.adverbs(at, form is not None)
        if marker in _BEFORE_BE and self.word(at) in _BE:
            state = self.state(start, at, at + 1, [*intensifiers, *before])
            if state is not None:
                return state
        return self.verb(start, at, form, [*intensifiers, *before], has_subject)

    def state(self, start: int, first: int, at: int, intensifiers: Sequence[str]) -> Phrase | None:
        """`Aware`, `Deeply concerned`, `Being convinced`, `is deeply concerned`."""
        at, before = self.intensifiers(at, first)
        verb = self.lexicon.states.get(self.word(at, first))
        if verb is None or self.word(at + 1) in {"states", "parties", "persons", "countries", "actors", "nations"}:
            return None
        last, after = self.intensifiers(at + 1)
        joined = self.second(last, "state")
        form: Form = "third" if self.word(first, first) in _IS else "gerund"
        return Phrase(start, at + 1, joined, verb, (*intensifiers, *before, *after), form, True)

    def verb(
        self, start: int, at: int, wanted: Form | None, intensifiers: Sequence[str], has_subject: bool
    ) -> Phrase | None:
        """A verb in a form that fits, with its complement and what strengthens it after."""
        found = self.inflected(at, at if at == start else -1, wanted, has_subject)
        if found is None:
            return None
        core, verb, between = self.complement(at + 1, found)
        last, sentiment, strength = self.sentiment(core, found)
        verb = f"{found.verb}_{sentiment}" if sentiment else verb
        last, after = self.tail(max(last, core))
        if found.is_opening:
            last = self.second(last, found.form)
        strengths = (*intensifiers, *between, *strength, *after)
        return Phrase(start, core, last, verb.replace("-", ""), strengths, found.form, found.is_opening)

    def inflected(self, at: int, first: int, wanted: Form | None, has_subject: bool = False) -> Inflected | None:
        """The verb at a place, if its form fits and it is not a noun there."""
        for entry in self.lexicon.inflected(self.word(at, first)):
            if wanted is not None and entry.form == wanted:
                return entry
            if wanted is None and entry.form != "participle" and (has_subject or not self.is_noun(at, entry)):
                return entry
        return None

    def is_noun(self, at: int, entry: Inflected) -> bool:
        """`Support for …`, `Training of …`, `States parties`: the word after tells; a verb's own particle does not."""
        after = self.word(at + 1)
        if any(after == item.words[0] for item in self.lexicon.complements.get(entry.verb, ())):
            return False
        if entry.form == "gerund":
            return after == "of"
        if not entry.is_also_noun or self.with_sentiment(at + 1) > at + 1:
            return False
        if entry.form == "third":
            return not entry.is_opening or after in _AFTER_PLURAL
        if after == "and":
            return not any(other.form == "base" and not other.is_also_noun for other in self.inflections(at + 2))
        return after in _AFTER_NOUN or not after

    def inflections(self, at: int) -> tuple[Inflected, ...]:
        return self.lexicon.inflected(self.word(at))

    def complement(self, at: int, found: Inflected) -> tuple[int, str, list[str]]:
        """The fixed words of a verb (`call … upon`, `take … note`), with intensifiers between."""
        options = self.lexicon.complements.get(found.verb, ())
        inner, between = self.intensifiers(at) if options else (at, [])
        for place, words_between in ((at, []), (inner, between)):
            for option in options:
                if self.stands_joined(place, option):
                    end = place + len(option.words)
                    return (end if option.is_printed else at), option.verb, words_between if option.is_printed else []
        return at, found.verb, []

    def stands_joined(self, at: int, option: Complement) -> bool:
        return all(self.word(at + step) == word for step, word in enumerate(option.words))

    def sentiment(self, at: int, found: Inflected) -> tuple[int, str, list[str]]:
        """`its deep concern` after a verb that has no content alone, or that takes up an earlier act."""
        if found.verb in self.lexicon.expressing:
            nouns = self.lexicon.sentiments
        elif found.verb in self.lexicon.repeating and self.word(at) in _DETERMINERS - {"the", "a"}:
            nouns = dict.fromkeys(self.lexicon.repeated, True)
        else:
            return at, "", []
        adjectives: list[str] = []
        for place in range(at, at + 7):
            word = self.word(place)
            if not word or word in _NO_SENTIMENT:
                break
            if word in nouns:
                return self.after_noun(at, place, nouns[word], found, adjectives)
            if word not in _DETERMINERS | {"and"}:
                adjectives.append(word)
        return at, "", []

    def after_noun(
        self, at: int, place: int, is_printed: bool, found: Inflected, adjectives: list[str]
    ) -> tuple[int, str, list[str]]:
        noun = self.words[place].text
        if found.verb in self.lexicon.repeating:
            is_call = noun in {"call", "calls"} and self.word(place + 1) in {"upon", "on", "for"}
            return place + (2 if is_call else 1), "", []
        return (place + 1 if is_printed else at), _SINGULAR.get(noun, noun), adjectives

    def tail(self, at: int) -> tuple[int, list[str]]:
        """Intensifiers after the verb, `with deep concern` among them."""
        found: list[str] = []
        while True:
            at, more = self.after(at)
            found += more
            end = self.with_sentiment(at)
            if end == at:
                return at, found
            found.append("_".join(word.text for word in self.words[at:end]))
            at = end

    def after(self, at: int) -> tuple[int, list[str]]:
        """Intensifiers that may follow a verb; `further` before a noun is an adjective (`further efforts`)."""
        last, found = self.intensifiers(at)
        if all(word in self.lexicon.after for word in found) and not (
            found and found[-1] == "further" and not self.is_adverb(last)
        ):
            return last, found
        return at, []

    def is_adverb(self, at: int) -> bool:
        after = self.word(at)
        return not after or after in _AFTER_ADVERB or after in _DETERMINERS or self.words[at].is_capital

    def with_sentiment(self, at: int) -> int:
        """Where `with … concern` ends, or the same place; `with appreciation and satisfaction` is one."""
        if self.word(at) != "with":
            return at
        for place in range(at + 1, at + 7):
            word = self.word(place)
            if word in self.lexicon.with_sentiment:
                joins = self.word(place + 1) == "and" and self.word(place + 2) in self.lexicon.with_sentiment
                return place + (3 if joins else 1)
            if not word or word in _NO_SENTIMENT:
                break
        return at

    def second(self, at: int, form: str) -> int:
        """Where a second verb of the same form ends (`Welcomes and encourages`), or the same place."""
        if self.word(at) not in {"and", "or"}:
            return at
        place, _ = self.intensifiers(at + 1)
        if form == "state":
            return place + 1 if self.word(place) in self.lexicon.states else at
        found = self.inflected(place, -1, "third" if form == "third" else "gerund" if form == "gerund" else "base")
        if found is None or not found.is_opening:
            return at
        core, _, _ = self.complement(place + 1, found)
        last, _, _ = self.sentiment(core, found)
        return self.tail(max(core, last))[0]


_SINGULAR = {"concerns": "concern", "regrets": "regret"}


def _after(marker: str) -> Form:
    if marker == "by":
        return "gerund"
    return "participle" if marker == "having" else "base"
