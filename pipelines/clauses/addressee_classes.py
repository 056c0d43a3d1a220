"""Classes of addressees by the words of the phrase."""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache

from pipelines.clauses.addressee_words import addressee_words
from pipelines.paths import REFERENCE

_FIRST_MEMBER = re.compile(r",| and | or |;|\((?=\w{4,})")
_HEAD_END = re.compile(
    r"[,;:(“]|\s(?:of|for|in|by|to|on|at|from|with|that|which|who|whose|where|including|as|under|within|between"
    r"|against|towards?|about|not|concerned|involved|established|among|through|over|during|outside|is|are|responsible"
    r"|other\s+than|referred|named|contacted|led)\b|(?<=s)\s\w+ing\b"
)
_COORDINATE = re.compile(r"\s+(?:and/or|and|or)\s+")
_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ness|ance|ence|ing|ism|ship|acy|ery|ure|age)$")


@cache
def _state_names() -> re.Pattern[str]:
    """Names of States as a pattern: `Iran (Islamic Republic of)` is found as Iran as well."""
    names: set[str] = set()
    with (REFERENCE / "participants.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["kind"] == "state":
                names |= {row["name"], row["name"].partition(" (")[0]}
    words = "|".join(re.escape(name.replace("’", "'")) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(
        rf"^(?:both |the )*(?:(?:\S+ ){{1,3}}of )?(?:{words})(?![\w’'-])(?! (?:office|mission|sanctions))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def classify(printed: str) -> str:
    """The class of an addressee phrase, one of the values of clauses.addressee_class; `other` where no rule fits.

    What the phrase says about a treaty (not yet party, party, signatory) stands before who it is; of a list the first
    member decides.
    """
    phrase = " ".join(printed.replace("’", "'").replace("‑", "-").split())
    first = _FIRST_MEMBER.split(phrase, maxsplit=1)[0]
    # “regional and subregional organizations”: the first member alone may be an adjective.
    return _class(phrase, first) or _class(phrase, phrase) or "other"


def _class(phrase: str, first: str) -> str | None:
    for name, pattern, is_whole in addressee_words().classes:
        if name == "named_states" and _state_names().search(first):
            return name
        if pattern.search(phrase if is_whole else first):
            return name
    return None


def is_party(printed: str) -> bool:
    """Whether a phrase can be one that does what it is asked to do: a State or an organ, not `efforts` or `the use`."""
    end = _HEAD_END.search(printed)
    head_phrase = printed[: end.start()] if end is not None else printed
    return any(_is_party_head(part.split()) for part in _COORDINATE.split(head_phrase))


def _is_party_head(words: list[str]) -> bool:
    """Whether the last word of a noun phrase can name somebody."""
    if not words:
        return False
    head = words[-1].strip("”’'\"").lower()
    singular = head.removesuffix("s")
    lists = addressee_words()
    if words[-1][:1].isupper() or {head, singular} & lists.parties:
        return True
    return not {head, singular} & lists.not_parties and not _ABSTRACT.search(singular)
