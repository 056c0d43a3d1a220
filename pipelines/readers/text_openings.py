"""How the first words of a line speak: preambular opening, finite verb, printed number, end of a sentence."""

from __future__ import annotations

import re

LETTERED = re.compile(
    r"[“\"]?\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)\s?(?=\S)|(?:[a-z]|[ivx]{2,5}|\d{1,2})\)\s+(?=\S)|(?:[a-z]|[ivx]{2,5})\.\s+(?=[A-Za-z])"
    r"|[–−•▪●○]\s*(?=\S)|-\s+(?=\S)|o\s+(?=[A-Z])"
)
NUMBERED = re.compile(r"[“\"]?(\d{1,3})\s?\.\s*(?=[A-Z“\"‘(]|[a-z]{3})")
# (a) above, (b) and (c): a reference that a line happens to start with.
_REFERENCE = re.compile(r"\(\w{1,4}\)(?:\s*[,;.)]|\s+(?:and|or|above|below|of|in|to|thereof)\b)")
_AFTER_REFERENCE = re.compile(r"(?:\(\w{1,4}\)|paragraphs?(?: \d+)?),$")
_LETTER = re.compile(r"[“\"]?\(?([a-z])[.)]\)?\s")
_BARE = re.compile(r"((?:[a-z]|[ivx]{2,5})\.|-)\s+(?=\S)")
_BULLET = re.compile(r"(?:[–−•▪●○]\s*|-\s+|o\s+(?=[A-Z]))(?=\S)")
_NOTE_MARK = r"(?:[”\"’)\]]*)(?:\s?(?:\d{1,3}|[⁰¹²³⁴-⁹]{1,3}))?\*?$"
END = re.compile(rf"[;.:,!?…]{_NOTE_MARK}|[;,] (?:and|or)$")
_CITES = re.compile(r"\b(?:paragraphs?|articles?|subparagraphs?|sections?)(?: \d+)?$", re.I)
COMMA = re.compile(rf",{_NOTE_MARK}|, and$")
ABBREVIATION = re.compile(
    r"(?:^|\s|\()(?:Nos?|vols?|arts?|paras?|chap|sects?|pp?|Mr|Mrs|Ms|Dr|St|cf|Rev|Add|Corr)\.(?: \d+)?$"
)
MID_SENTENCE = re.compile(r"(?:^|\s)(?:of|the|and|or|in|to|for|by|with|on|at|from|that|an?|its|their|as)$")
FULL_END = re.compile(rf"[;.:!?]{_NOTE_MARK}|; (?:and|or)$")
_ADVERB = r"(?:[A-Z][a-z]+ly|Also|Further|Again|Once again|Still|Further still|Equally)"
_STATES_OF_MIND = (
    "alarmed|anxious|appalled|aware|cognizant|concerned|conscious|convinced|desirous|determined|dismayed|distressed"
    "|disturbed|encouraged|grateful|grieved|guided|horrified|indignant|inspired|mindful|moved|outraged|persuaded"
    "|perturbed|preoccupied|resolved|saddened|satisfied|shocked|troubled"
)
_GERUND = re.compile(rf"(?:{_ADVERB} )*(?P<word>[A-Za-z][a-z]+ing)\b")
_STATE_OF_MIND = re.compile(rf"(?:{_ADVERB} (?:also |further )?)*(?i:{_STATES_OF_MIND})\b")
_PHRASE = re.compile(
    r"(?:In (?:accordance|pursuance|view|the light|light|response|order)|Without prejudice|With a view|Whereas|While)\b"
)
# Nouns and names that look like gerunds where a line starts with them.
_NOUNS_IN_ING = re.compile(
    r"(?:Peace-?(?:keep|build|mak)ing|Monitoring|Meeting|Training|Steering|Coordinating|Building|Working|Standing|Housing"
    r"|Banking|Shipping|Mining|Engineering|Manufacturing|Drafting|Fighting|Reading|Beijing|Policing|Planning|Funding"
    r"|Financing|Trafficking|Boeing|Sterling|Demining|Capacity-building|During|King|Spring|Operating|Reporting) "
    r"(?=[A-Z]|of |and )|(?:During|King|Spring|Beijing|Nothing|Anything|Everything)\b"
)
_FINITE = re.compile(
    rf"[“\"]?(?:{_ADVERB} )*(?P<verb>[A-Za-z]+(?:[^sgu\W]|(?<!o)u)s|[A-Z][a-z]+[sd]es)\b"
    r"(?=:|,? (?:that|to|upon|on|the|its|an?|all|any|with|note|for|in|as|once|also|further|those|both|again|member"
    r"|States|Member|Governments|Israel|South|of|by|from|full|their|deep|grave|[a-z]+ly|[a-z]+ing)\b)"
)
_NOUNS = re.compile(
    r"(?:States|Members|Parties|Nations|Forces|Peoples|Territories|Governments|Groups|Services|Operations|Affairs|Rights"
    r"|Arms|Islands|Representatives|Committees|Missions|Conventions|Principles|Agreements|Accords|Relations|Articles|Tribunals"
    r"|Protocols|Emirates|Refugees|Women|Observers|Experts|Measures|Nationals|This|His|Its|Thus|Others|Always|Perhaps"
    r"|Headquarters|Countries|Communities|Purposes|Resources|Activities|Offices|Authorities|Republics|Weapons)\b"
)


def opens_preambular(line: str) -> bool:
    """True for the form of opening words of a preambular paragraph: gerund, state of mind, "In accordance"."""
    line = line.lstrip('“"')
    if not line[:1].isupper() or _NOUNS_IN_ING.match(line):
        return False
    return bool(_GERUND.match(line) or _STATE_OF_MIND.match(line) or _PHRASE.match(line))


def opens_operative(line: str) -> bool:
    """True for a line that opens with a verb in the third person, as operative paragraphs do."""
    found = _FINITE.match(line) if line[:1].isupper() or line[:1] in '“"' else None
    return found is not None and not _NOUNS.match(found["verb"])


def is_item(line: str, before: str) -> bool:
    """True for a line that starts with the number of an item, and not in the midst of a reference."""
    found = LETTERED.match(line)
    if found is None:
        return False
    if FULL_END.search(before):
        return True
    if _REFERENCE.match(line) or _AFTER_REFERENCE.search(before):
        return False
    return bool(END.search(before)) or (line[found.end() :][:1].isupper() and not _CITES.search(before))


def follows(line: str, first: str) -> bool:
    """True for a line whose letter is the next after that of the paragraph before: (e) after (d), in lower case too."""
    new, old = _LETTER.match(line), _LETTER.match(first)
    return bool(new and old and ord(new[1]) == ord(old[1]) + 1)


def bare_label(line: str) -> tuple[str, str] | None:
    """Numbers that only their place makes one, with the text: `a. …` and `- …`; None for any other line."""
    found = _BARE.match(line)
    return (found[1].rstrip("."), line[found.end() :]) if found else None


def is_same_bullet(line: str, first: str) -> bool:
    """True for an item of a list that has a dash or bullet for a number, after another such item."""
    return _BULLET.match(line) is not None and line[:1] == first[:1]


def number_of(line: str) -> int | None:
    """The plain number a line starts with."""
    found = NUMBERED.match(line)
    return int(found[1]) if found else None


def is_labelled(line: str) -> bool:
    """True for a line that starts with any printed number."""
    return bool(LETTERED.match(line) or NUMBERED.match(line))
