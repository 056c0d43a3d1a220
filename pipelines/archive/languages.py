"""The language of a document as ISO 639-1: from the code that it states, or from its commonest words."""

from __future__ import annotations

import re
from collections import Counter

_CODES = {
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "spa": "es",
    "rus": "ru",
    "ara": "ar",
    "zho": "zh",
    "chi": "zh",
}
_SCRIPTS = (
    ("ru", re.compile("[а-яА-Я]")),
    ("ar", re.compile("[\u0620-\u064a]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_OTHER_SCRIPT = re.compile("|".join(letters.pattern for _, letters in _SCRIPTS))
_WORDS = {
    "en": {"the", "of", "and", "to", "in", "its", "that"},
    "fr": {"les", "des", "et", "du", "aux", "dans", "sur"},
    "es": {"los", "las", "el", "y", "del", "para", "en"},
}
# Translations that others make of resolutions; the German section of the UN makes one of each.
_UNOFFICIAL = {
    "de": {"der", "die", "und", "des", "den", "zu", "von"},
    "pt": {"da", "do", "dos", "das", "os", "ao", "e"},
    "it": {"della", "dei", "che", "il", "nel", "e", "di"},
}


def from_code(code: str) -> str | None:
    """ISO 639-1 of a stated code of two or three letters; None for a code that is not one of the six languages."""
    code = code.strip().lower()
    return _CODES.get(code, code if code in _CODES.values() else None)


def from_text(text: str) -> str | None:
    """The official language that most of the text's first words are in; None for another one, or when nothing tells."""
    text = text[:4000]
    for language, letters in _SCRIPTS if _OTHER_SCRIPT.search(text) else ():
        if len(letters.findall(text)) > len(text) / 5:
            return language
    words = Counter(text.lower().split())
    known = _WORDS | _UNOFFICIAL
    counts = {language: sum(words[word] for word in common) for language, common in known.items()}
    best = max(counts, key=lambda language: counts[language])
    return best if counts[best] and best in _WORDS else None
