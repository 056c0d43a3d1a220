"""What the XML says about a document: symbol, language, title, day and meeting of adoption, agenda, draft, votes."""

from __future__ import annotations

import re
from datetime import date

from pipelines.archive import languages
from pipelines.readers.akn_blocks import local
from pipelines.readers.akn_inline import AKN, Element
from pipelines.readers.document import Particulars, Vote
from pipelines.symbols import Kind

_OUTCOMES = {
    "adoptedwithoutvote": "without_vote",
    "adoptedbyacclamation": "without_vote",
    "adoptedbyconsensus": "without_vote",
    "adoptedunanimously": "unanimous",
    "adoptedrecordedvote": "recorded_vote",
    "adoptedvote": "not_recorded",
}
_VOTES = {"infavour": "yes", "against": "no", "abstaining": "abstain", "nonvoting": "absent", "absent": "absent"}
# “… consideration of the item entitled “The situation in …”, the President …”
_ENTITLED = re.compile(r"\bitems? entitled [“\"‘](.+?)[”\"’]+(?=[,.]|\s|$)")
_NO_DAY = re.compile(r"0001-|0000-")
# "[on the report of the Third Committee (A/…)]" and the like in the printed line below the title.
_COMMITTEE = re.compile(r"\[on the (?:report|recommendation) of the (.+?)\s*\((?:[A-Z]{1,3}/|[^)]*\d)", re.IGNORECASE)


def fold(element: Element | None) -> str | None:
    """Text of an element without its notes, white space folded; None when empty."""
    if element is None:
        return None
    pieces: list[str] = []
    _gather(element, pieces)
    return " ".join("".join(pieces).split()) or None


def _gather(element: Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if local(child) not in ("", "authorialNote"):
            _gather(child, pieces)
        pieces.append(child.tail or "")


def language(root: Element) -> str | None:
    """ISO 639-1 of the first FRBRlanguage; None for one that is no official language."""
    found = root.find(f".//{AKN}FRBRlanguage")
    return languages.from_code(found.get("language") or "") if found is not None else None


def symbol(root: Element) -> str | None:
    """The symbol as printed: docNumber that refers to #symbol, else the first that looks like one."""
    numbers = [number for number in root.iter(AKN + "docNumber") if fold(number)]
    marked = [number for number in numbers if number.get("refersTo") == "#symbol"]
    for number in marked or numbers:
        text = fold(number)
        if text and "/" in text:
            return text
    return None


def particulars(statement: Element, root: Element, kind: Kind) -> Particulars:
    """Particulars of one statement; what a lettered part does not say itself is taken from its document."""
    meta = statement.find(AKN + "meta")
    meta = meta if meta is not None else root[0].find(AKN + "meta")
    cover = statement.find(AKN + "coverPage")
    cover = cover if cover is not None else root[0].find(AKN + "coverPage")
    adoption, totals, votes = _voting(statement, meta)
    item, agenda_title = _agenda(cover, meta)
    if kind == "presidential_statement":
        agenda_title = agenda_title or _item_entitled(statement)
    return Particulars(
        title=agenda_title if kind == "presidential_statement" else _title(statement, root),
        adopted_on=_adopted_on(statement, cover, meta),
        meeting=_meeting(statement, cover),
        committee=_committee(cover),
        agenda_item=item,
        agenda_title=agenda_title,
        draft=_draft(cover, meta),
        adoption=adoption,
        votes_yes=totals.get("yes"),
        votes_no=totals.get("no"),
        votes_abstain=totals.get("abstain"),
        votes=tuple(votes),
    )


def _title(statement: Element, root: Element) -> str | None:
    for place in (statement, root[0]):
        preface = place.find(AKN + "preface")
        for title in preface.iter(AKN + "docTitle") if preface is not None else ():
            if title.get("refersTo") in ("#resolutionTitle", None) and (text := fold(title)):
                return text
    return fold(root.find(f".//{AKN}docTitle[@refersTo='#resolutionNumber']"))


def _day(element: Element | None) -> date | None:
    text = element.get("date") if element is not None else None
    if not text or _NO_DAY.match(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _adopted_on(statement: Element, cover: Element | None, meta: Element | None) -> date | None:
    path = f".//{AKN}docDate[@refersTo='#adoptionDate']"
    for place in (statement, cover):
        if place is not None and (day := _day(place.find(path))):
            return day
    if meta is None:
        return None
    return _day(meta.find(f"{AKN}identification/{AKN}FRBRWork/{AKN}FRBRdate[@name='adoption']"))


def _meeting(statement: Element, cover: Element | None) -> str | None:
    for place in (statement, cover):
        if place is None:
            continue
        for path in (f".//{AKN}inline[@name='adoptionMeeting']", f".//{AKN}location[@refersTo='#adoptionMeeting']"):
            if text := fold(place.find(path)):
                return text
    return None


def _agenda(cover: Element | None, meta: Element | None) -> tuple[str | None, str | None]:
    item = title = None
    if cover is not None:
        found = cover.find(f".//{AKN}inline[@name='agenda item']")
        item = (found.get("title") if found is not None else None) or fold(found)
        title = fold(cover.find(f".//{AKN}inline[@name='agenda item name']"))
    if meta is not None and title is None:
        for keyword in meta.iterfind(f"{AKN}classification/{AKN}keyword[@refersTo='agenda']"):
            if keyword.get("value") == "X":
                title = " ".join((keyword.get("showAs") or "").split()).rstrip(". ") or None
    return re.sub(r"^(?:Agenda )?items? ", "", " ".join(item.split()), flags=re.IGNORECASE) if item else None, title


def _item_entitled(statement: Element) -> str | None:
    """The agenda item as the opening words of a presidential statement name it."""
    body = statement.find(AKN + "mainBody")
    for p in list(body.iter(AKN + "p"))[:4] if body is not None else ():
        if found := _ENTITLED.search(fold(p) or ""):
            return found[1].rstrip(",. ")
    return None


def _committee(cover: Element | None) -> str | None:
    line = fold(cover.find(f".//{AKN}docProponent")) if cover is not None else None
    found = _COMMITTEE.match(line) if line else None
    return found[1] if found else None


def _draft(cover: Element | None, meta: Element | None) -> str | None:
    if meta is not None:
        for step in meta.iterfind(f"{AKN}workflow/{AKN}step[@outcome='draftResolution']"):
            if symbol := " ".join((step.get("as") or "").split()):
                return symbol
    origin = fold(cover.find(f".//{AKN}inline[@name='originating document']")) if cover is not None else None
    return origin.split(",")[0].strip("()[] ") if origin else None


def _voting(statement: Element, meta: Element | None) -> tuple[str | None, dict[str, int], list[Vote]]:
    """How it was adopted, totals and votes by State: from the analysis, else from the printed ending."""
    voting = meta.find(f".//{AKN}voting") if meta is not None else None
    adoption = _outcome(voting.get("outcome")) if voting is not None else None
    totals: dict[str, int] = {}
    votes: list[Vote] = []
    if voting is not None:
        _counts(voting, totals, votes)
    printed = statement.find(f"{AKN}conclusions/{AKN}p/{AKN}vote")
    if printed is not None:
        adoption = adoption or _outcome((printed[0].get("refersTo") or "") if len(printed) else "")
        if not votes:
            _ending(printed, totals, votes)
    if adoption is None and totals:
        adoption = "recorded_vote" if totals.get("no") or totals.get("abstain") else "unanimous"
    return adoption, totals, votes


def _outcome(printed: str | None) -> str | None:
    text = (printed or "").strip().lstrip("#").lower()
    bare = re.sub(r"[^a-z]", "", text)
    if bare in _OUTCOMES:
        return _OUTCOMES[bare]
    if bare.startswith(("adoptedwithoutvote", "adoptedwithoutavote")):
        return "without_vote"
    return "recorded_vote" if re.match(r"adopted \d+-\d+-\d+", text) else None


def _counts(voting: Element, totals: dict[str, int], votes: list[Vote]) -> None:
    for count in voting.iterfind(AKN + "count"):
        vote = _VOTES.get((count.get("refersTo") or "").lstrip("#").lower())
        if vote is None:
            continue
        value = count.get("value") or ""
        if value.isdigit():
            totals[vote] = int(value)
        for organization in count.iter(AKN + "organization"):
            if name := fold(organization):
                votes.append(Vote(name, vote))
    if totals:
        totals.setdefault("no", 0)
        totals.setdefault("abstain", 0)


def _ending(printed: Element, totals: dict[str, int], votes: list[Vote]) -> None:
    """The ending of Human Rights Council resolutions: one comma-separated list of States a vote."""
    for quantity in printed.iter(AKN + "quantity"):
        vote = _VOTES.get((quantity.get("refersTo") or "").lstrip("#").lower())
        value = quantity.get("normalized") or ""
        if vote and value.isdigit():
            totals.setdefault(vote, int(value))
    for outcome in printed.iter(AKN + "outcome"):
        vote = _VOTES.get((outcome.get("refersTo") or "").lstrip("#").lower())
        listed = outcome.find(AKN + "organization")
        if vote and listed is not None:
            votes += [Vote(name, vote) for name in split_states(fold(listed) or "")]


def split_states(listed: str) -> list[str]:
    """Names in a comma-separated list of States; commas inside brackets part nothing, a last "and" does."""
    listed = re.sub(r",?\s+and\s+(?=[^,]+$)", ", ", listed) if " and " in listed and "," not in listed else listed
    names = re.split(r",\s+(?![^()]*\))", listed)
    return [name.strip(" .]") for name in names if name.strip(" .]")]
