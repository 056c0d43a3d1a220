"""Treaty Series references of the other official languages, put into the English form before they are read."""

from __future__ import annotations

import re

_WORDS = (
    (r"Recueil des Traités|条约汇编|مجموعة المعاهدات", "Treaty Series"),
    (r"同上|(?:و)?المرج[ـ]*ع نفس[ـ]*ه|Там же", "ibid."),
    (r"第([\d、和,， -]+)卷", r" vol. \1"),
    (r"第([\d、和至,，–-]+)号", r" No. \1"),
    (r"(?:و)?(?:ال)?مجلد(?:ات|ان|ين)?\b", "vol."),
    (r"(?:ال)?(?:رقمان|رقمين|رقم|أرقام)\b", "No."),
    (r"\bn(?:ú|u)ms?\.", "No."),
    (r"\bnos?\b(?=\s*\d)", "No."),
    (r"(?<=\d)\s+(?:à|a|إلى)\s+(?=\d)|(?<=\d)至(?=\d)", "–"),
    (r"(?<=\d)\s*(?:\bet\b|\by\b|\be\b|و|和|、|и)\s*(?=\d)", " and "),
    (r"，|،", ","),
    (r"；|؛", ";"),
)
_FORMS = tuple((re.compile(form), english) for form, english in _WORDS)


def in_english(note: str) -> str:
    """The note with the words of its references in English; the rest is left as it is."""
    for form, english in _FORMS:
        note = form.sub(english, note)
    return note
