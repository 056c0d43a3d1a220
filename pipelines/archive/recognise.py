"""What a file is, by its bytes and never by its extension; symbol and language from inside it.

Only status tables have no choice: a table of participants does not say of which treaty it is, its name does.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from datetime import date, datetime

from pipelines import symbols
from pipelines.archive import kinds, languages, ooxml, pdf, plain, treaty_ids, xml_prolog

STATUS_FORMATS = ("status", "status_table")
_DOC_NUMBER = re.compile(rb"<(?:\w+:)?docNumber\b([^>]*)>(.*?)</(?:\w+:)?docNumber>", re.S)
_LANGUAGE = re.compile(rb"<(?:\w+:)?FRBRlanguage\b[^>]*?\blanguage\s*=\s*[\"']([^\"']*)")
_SAID_DAY = re.compile(rb"status\s+as\s+at\s*:?\s*(\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})", re.I)
_TABLE_HEADER = re.compile(r"\"?(?:#[^\n]*\n)*\"?participants?\"?\s*,", re.I)
# A list made by others: a column of names and one of acts, in any order.
_LIST_NAMES = re.compile(r"(?:^|,)\"?(?:name|country|country or area|state|state party|party)s?\"?(?=,|$)", re.I)
_LIST_ACTS = re.compile(r"(?:^|,)\"?(?:date of )?(?:signature|ratification|accession|acceptance|approval)\b", re.I)
_LIST_KIND = re.compile(r"(?:^|,)\"?(?:kind|participation type|type of (?:act|action|consent))\"?(?=,|$)", re.I)
_TABLE = re.compile(r"(?:[^\n,.]*,){2,}[^\n,.]*\n[^\n]*,")
_INDEX_HEADER = "chapter_no,treaty_no,"
_EXTRACT_KEYS = ('"adoption_date"', '"adoption_meeting"', '"resolution_number"')


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is. `format` None: not taken, and `reason` says why; with a format, `reason` is a warning or None.

    `as_at`: the day that a status file says it speaks of.
    """

    format: str | None
    symbol: str | None = None
    language: str | None = None
    reason: str | None = None
    as_at: date | None = None

    @property
    def is_status(self) -> bool:
        """True for what holds on one day only."""
        return self.format in STATUS_FORMATS


def recognise(data: bytes, name: str) -> Recognised:
    """Say what the file is; `name` serves where the bytes cannot say which treaty they are about."""
    if not data.strip():
        return _not_taken("empty file")
    if reason := kinds.by_first_bytes(data):
        return _not_taken(reason)
    if pdf.is_pdf(data):
        return _pdf(data)
    if ooxml.is_word(ooxml.names_of(data) if data.startswith(b"PK") else []):
        return _word(data)
    if _starts_as_xml(data):
        return _xml(data, name)
    text = plain.decoded(data)
    return _not_taken("unknown binary file") if text is None else _text(text, data, name)


def _pdf(data: bytes) -> Recognised:
    try:
        symbol, language, warning = pdf.symbol_and_language(data)
    except pdf.Damaged as error:
        return Recognised("pdf", reason=str(error))
    return Recognised("pdf", symbol, language, warning)


def _word(data: bytes) -> Recognised:
    symbol, language = ooxml.symbol_and_language(data)
    return Recognised("word", symbol, language, None if symbol else "names no symbol of a resolution")


def _not_taken(reason: str) -> Recognised:
    return Recognised(None, reason=reason)


def _starts_as_xml(data: bytes) -> bool:
    head = data[:256]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    elif head.startswith((b"<\x00", b"\x00<")):
        head = head.replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")


def _xml(data: bytes, name: str) -> Recognised:
    shape = xml_prolog.shape(data)
    if shape.declares:
        return _not_taken("XML with a DOCTYPE: it could declare entities, and no official document has one")
    if shape.root == "akomaNtoso":
        return _akoma_ntoso(_as_utf8(data), shape.fault)
    if shape.root == "Document" and b"<Treaty" in data[:4096]:
        treaty = treaty_ids.from_status(data, name)
        warning = None if treaty else "names no treaty, neither inside nor by its file name"
        return Recognised("status", treaty, _status_language(data), warning, said_day(data))
    if shape.root is None:
        return _not_taken(f"XML without an element ({shape.fault})")
    return _not_taken(f"XML, neither Akoma Ntoso nor treaty status (its first element is {shape.root[:40]})")


def _as_utf8(data: bytes) -> bytes:
    return data.decode("utf-16", "replace").encode() if data.startswith((b"\xff\xfe", b"\xfe\xff")) else data


def _akoma_ntoso(data: bytes, fault: str | None) -> Recognised:
    numbers = list(_DOC_NUMBER.finditer(data))
    chosen = next((one for one in numbers if b"#symbol" in one[1]), numbers[0] if numbers else None)
    symbol = symbols.normal(_content(chosen[2])) or None if chosen else None
    stated = _LANGUAGE.search(data)
    language = languages.from_code(stated[1].decode("ascii", "replace")) if stated else None
    warning = f"not well-formed: {fault}" if fault else None if symbol else "names no symbol (docNumber)"
    return Recognised("akn", symbol, language, warning)


def _content(element: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", element.decode("utf-8", "replace"))).strip()


def _status_language(data: bytes) -> str:
    return "fr" if b"CHAPITRE" in data[:2000] else "en"


def _text(text: str, data: bytes, name: str) -> Recognised:
    start = text.lstrip("\ufeff \t\r\n\"'")
    if start.startswith(("{", "[")):
        return _json(start)
    if text.startswith(_INDEX_HEADER):
        return Recognised("status_table", None, "en", None, said_day(data))
    if _TABLE_HEADER.match(text) or _is_list(text.lstrip("\ufeff").partition("\n")[0].strip()):
        return _status_table(data, name)
    if symbol := plain.symbol_of(text):
        return Recognised("text", symbol, plain.language_of(text))
    if _TABLE.match(text):
        return _not_taken("table (CSV) that is no treaty status")
    return _not_taken("text without the symbol of one resolution in its first lines")


def _is_list(header: str) -> bool:
    return bool(_LIST_NAMES.search(header) and (_LIST_ACTS.search(header) or _LIST_KIND.search(header)))


def _json(start: str) -> Recognised:
    first = start.partition("\n")[0]
    if '"symbol"' in first and any(key in first for key in _EXTRACT_KEYS):
        return Recognised("extract")
    return _not_taken("JSON that is no extract of resolutions (one object a line, with a symbol)")


def _status_table(data: bytes, name: str) -> Recognised:
    treaty = treaty_ids.from_name(name)
    if treaty is None:
        return _not_taken("status table whose name does not say the treaty (as 18-12-a.csv or XVIII-12-a.csv does)")
    return Recognised("status_table", treaty, "en", None, said_day(data))


def said_day(data: bytes) -> date | None:
    """The day in `STATUS AS AT : 04-05-2024` (day, month, year) or `Status as at 2024-05-04`; None if none is said."""
    for found in _SAID_DAY.finditer(data[:8192]):
        printed = found[1].decode()
        form = "%Y-%m-%d" if printed[4] == "-" else "%d-%m-%Y"
        try:
            return datetime.strptime(printed, form).date()
        except ValueError:
            continue
    return None
