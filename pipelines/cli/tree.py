"""A sheet on the terminal: labels in a column of their own, verbs, treaties and citations marked, calls below."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from pipelines.cli.sheet import Node, Row, Sheet, languages

BODIES = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "hrc": "Human Rights Council",
    "ecosoc": "Economic and Social Council",
}
ADOPTIONS = {
    "without_vote": "without a vote",
    "unanimous": "unanimously",
    "recorded_vote": "by a recorded vote",
}
PARTS = {"preamble": "Preamble", "operative": "Operative part", "annex": "Annex"}
VERB, TREATY, CITED, QUIET, CALL, WARN = "bold italic", "bold cyan", "underline", "dim", "green", "yellow"


def render(sheet: Sheet) -> Iterator[RenderableType]:
    """Everything to print, from the symbol down to the notes."""
    yield from _head(sheet)
    yield from _clauses(sheet)
    if sheet.notes:
        yield Text("\nNotes", style="bold")
        yield from (_note(sheet, note) for note in sheet.notes)
    if sheet.faults:
        yield Text("\nFaults that the build noted", style="bold")
        for fault in sheet.faults:
            yield Text(f"{fault['subject']}: {fault['detail']} {fault['done']}", style=WARN)


def _clauses(sheet: Sheet) -> Iterator[RenderableType]:
    seen: set[tuple[str, int | None]] = set()
    here: tuple[str, int | None] | None = None
    headings: str | None = None
    for node in sheet.roots:
        before, here = here, (node.row["part"], node.row["annex"])
        # Within a section that has its own preamble (78/249) the heading says enough.
        is_within = node.row["heading_path"] is not None and node.row["heading_path"] == headings
        if here != before and not is_within and (here not in seen or not node.row["heading_path"]):
            yield Text(f"\n{_part_name(node.row)}", style="bold")
        seen.add(here)
        if node.row["heading_path"] != headings:
            headings = node.row["heading_path"]
            yield Text(f"\n{headings or ''}", style="bold")
        yield from _clause(sheet, node)


def _head(sheet: Sheet) -> Iterator[Text]:
    row = sheet.resolution
    yield Text(row["symbol"], style="bold")
    if row["title"]:
        yield Text(row["title"], style="bold")
    yield Text(" · ".join(_facts(row)))
    others = [language for language in languages(row) if language != sheet.language]
    if others:
        yield Text(f"Shown in {sheet.language}; also in {', '.join(others)} (--language)", style=QUIET)
    if row["is_specimen"]:
        yield Text("SPECIMEN: written for this project; nobody adopted it, and its votes were never cast.", style=WARN)
    if row["is_fragment"]:
        yield Text("Fragment: what is not shown here may still stand in the document.", style=WARN)


def _facts(row: Row) -> Iterator[str]:
    yield BODIES.get(row["body"], str(row["body"]))
    if row["adopted_on"]:
        yield f"adopted on {row['adopted_on']}{_adoption(row)}"
    if row["meeting"]:
        yield row["meeting"]
    if row["draft"]:
        yield row["draft"]


def _adoption(row: Row) -> str:
    words = ADOPTIONS.get(row["adoption"] or "", "")
    if row["adoption"] == "recorded_vote" and row["votes_yes"] is not None:
        abstained = row["votes_abstain"] or 0
        words += (
            f" of {row['votes_yes']} to {row['votes_no'] or 0}, with {abstained} abstention{'s' * (abstained != 1)}"
        )
    return f" {words}" if words else ""


def _part_name(row: Row) -> str:
    name = PARTS[row["part"]]
    return f"{name} {row['annex']}" if row["annex"] and row["annex"] > 1 else name


def _clause(sheet: Sheet, node: Node) -> Iterator[RenderableType]:
    indent = 4 * node.row["depth"]
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=6, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(_label(node.row), _text(sheet, node))
    for _, same in groupby(node.calls, key=_number):
        grid.add_row("", _call(list(same)))
    yield Padding(grid, (0, 0, 0, indent))
    for child in node.children:
        yield from _clause(sheet, child)


def _label(row: Row) -> Text:
    """The number as printed; where none is, the end of the clause's id, so that it can be named."""
    if row["label"]:
        point = "" if row["label"].endswith(")") else "."
        _, again, number = row["clause_id"].rpartition("~")
        return Text(row["label"] + point).append(again + number if again else "", style=QUIET)
    tail = row["clause_id"].rpartition("#")[2].rpartition("op.")[2]
    return Text(tail.rpartition(".")[2] if row["depth"] else tail, style=QUIET)


def _text(sheet: Sheet, node: Node) -> Text:
    text = Text(node.row["text"])
    phrase = node.row["verb_phrase"]
    start = node.row["text"].find(phrase) if phrase else -1
    if start >= 0:
        text.stylize(VERB, start, start + len(phrase))
    for citation in node.citations:
        text.stylize(_cited(sheet, citation), citation["span_start"], citation["span_end"])
    for mention in node.treaties:
        text.stylize(TREATY, mention["span_start"], mention["span_end"])
    return _with_insertions(text, _insertions(node))


def _insertions(node: Node) -> list[tuple[int, int, Text]]:
    """Note marks and treaty ids with their offsets; at one offset the mark of the note goes first."""
    marks = [
        (note["offset"], 0, Text(f"[{note['marker']}]", style=QUIET))
        for note in node.notes
        if note["offset"] is not None
    ]
    for end, group in groupby(sorted(node.treaties, key=_end), key=_end):
        ids = ", ".join(dict.fromkeys(mention["treaty_id"] or "?" for mention in group))
        marks.append((end, 1, Text(f" {{{ids}}}", style=TREATY)))
    return sorted(marks, key=lambda mark: mark[:2])


def _number(call: Row) -> int:
    return int(call["call_number"])


def _end(mention: Row) -> int:
    return int(mention["span_end"])


def _with_insertions(text: Text, insertions: list[tuple[int, int, Text]]) -> Text:
    whole, at = Text(), 0
    for offset, _, mark in insertions:
        whole.append_text(text[at:offset] if offset > at else Text()).append_text(mark)
        at = max(at, offset)
    return whole.append_text(text[at:])


def _cited(sheet: Sheet, citation: Row) -> str:
    # A specimen cites documents that no server has.
    if sheet.resolution["is_specimen"]:
        return CITED
    return f"{CITED} link https://undocs.org/{sheet.language}/{citation['cited_symbol']}"


def _call(calls: list[Row]) -> RenderableType:
    first = calls[0]
    consider = "to consider: " if first["has_consider"] else ""
    head = Text(f"→ call, {consider}{first['acts'].replace('_', ' ')}", style=CALL)
    if first["addressee"]:
        head.append(f" ({first['addressee']})")
    lines = [Text(f"{call['treaty_id'] or 'no single treaty'}: {_standing(call)}", style=CALL) for call in calls]
    return Group(head, *(Padding(line, (0, 0, 0, 2)) for line in lines))


def _standing(call: Row) -> str:
    if not call["states"]:
        return "no treaty status in this release"
    then = f"{call['not_joined_then']} of {call['states']} States"
    if not call["standing_is_current"]:
        return f"{then} not known to have joined (status of {call['standing_known_on']})"
    since = f"{call['joined_since']} of them had by {call['observed_until']}"
    return f"{then} had not joined then; {since}"


def _note(sheet: Sheet, note: Row) -> RenderableType:
    text = Text(note["text"] if note["text"] is not None else "(the page with this note is not in the document)")
    for citation in sheet.note_citations.get(note["footnote_id"], []):
        text.stylize(_cited(sheet, citation), citation["span_start"], citation["span_end"])
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=6, no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text(str(note["marker"] or ""), style=QUIET), text)
    return grid
