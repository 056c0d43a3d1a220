"""`accede prove`: from a released row back to the bytes of its document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from pipelines.archive import specimen
from pipelines.cli import claims, output
from pipelines.cli.terminal import DEFAULT_RELEASE, REFUSED, Release, chosen_archive, open_release, refuse
from pipelines.evidence.place import Line, place
from pipelines.evidence.proof import Claim, NotProved, compare, reread
from pipelines.rows import Row

SHOWN = "bold reverse"


def prove(
    clause_id: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAUSE_ID", help="A/RES/68/147#op.44.d; also a footnote's, call's, mention's, citation's."
        ),
    ],
    archive: Annotated[
        Path | None,
        typer.Option(
            "--archive",
            envvar="ACCEDE_ARCHIVE",
            help="Archive with the documents. Without one: ./archive where it exists, else the specimen archive.",
        ),
    ] = None,
    release: Release = DEFAULT_RELEASE,
    language: Annotated[str | None, typer.Option(help="Language as two letters; English where there is one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead.")] = False,
) -> None:
    """Prove one row: find its document in the archive, check the bytes, read it anew, and show the place.

    Exit code 0: bytes, reader's text, span, hash and page are what the release says. 1: one is not, or is not there.

    Example: accede prove A/RES/0/1#op.2, or accede prove A/RES/68/147#op.44.d/call.1 --archive ~/un-archive
    """
    folder = chosen_archive(archive)
    with open_release(release) as connection:
        wanted = claims.normal(" ".join(clause_id))
        found = claims.find(connection, wanted)
        if not found:
            near = claims.nearest(connection, wanted)
            refuse(f"{wanted} is not in this release" + (f"; nearest: {', '.join(near)}" if near else ""))
        claim = found[_language(wanted, found, language)]
    lines: list[Line] = []
    reason = None
    with specimen.opened(folder) as held:
        try:
            document = reread(held, claim.document)
            compare(claim, document)
            lines = place(claim, document.text)
        except NotProved as error:
            reason = str(error)
    if as_json:
        output.put_json(_as_object(claim, reason, lines))
    else:
        output.put(_parts(claim, reason, lines))
    if reason:
        raise typer.Exit(REFUSED)


def _language(wanted: str, found: dict[str, Claim], language: str | None) -> str:
    if language is None:
        return "en" if "en" in found else min(found)
    if language.lower() not in found:
        refuse(f"{wanted} is not here in {language!r}; languages: {', '.join(sorted(found))}")
    return language.lower()


def _as_object(claim: Claim, reason: str | None, lines: Sequence[Line]) -> Row:
    holder, document = claim.holder, claim.document
    start = holder["span_start"]
    return {
        "id": claim.id,
        "kind": claim.kind,
        "language": holder["language"],
        "is_proved": reason is None,
        "reason": reason,
        "document": {name: document[name] for name in ("sha256", "name", "url", "source", "format", "pages")},
        "reader": document["reader"],
        "reader_version": document["reader_version"],
        "reader_text_sha256": document["text_sha256"],
        "page_from": holder.get("page_from"),
        "page_to": holder.get("page_to"),
        "span_start": None if start is None else start + claim.start,
        "span_end": None if start is None else start + claim.end,
        "text": "".join(line.marked for line in lines) or None,
    }


def _parts(claim: Claim, reason: str | None, lines: Sequence[Line]) -> Iterator[RenderableType]:
    told = _as_object(claim, reason, lines)
    document = told["document"]
    yield Text.assemble((claim.id, "bold"), f"  {claim.kind}, {told['language']}")
    if reason:
        yield Text(f"not proved: {reason}", style="red")
    else:
        yield Text(
            "proved: the document's bytes, its text as read anew, and the place are what the release says", "green"
        )
    yield ""
    yield Text(f"file     {document['name']}  ({document['source']})")
    if document["url"]:
        yield Text(f"url      {document['url']}")
    yield Text(f"format   {document['format']}{_pages(told)}, read by {told['reader']} {told['reader_version']}")
    yield Text(f"bytes    {document['sha256']}")
    yield Text(f"text     {told['reader_text_sha256']}")
    yield Text(f"span     code points {told['span_start']} to {told['span_end']} of the text")
    if lines:
        yield ""
        yield from (_line(line) for line in lines)


def _pages(told: Row) -> str:
    first, last, pages = told["page_from"], told["page_to"], told["document"]["pages"]
    if first is None:
        return ""
    said = f"page {first}" if first == last else f"pages {first} to {last}"
    return f", {said}" + (f" of {pages}" if pages else "")


def _line(line: Line) -> Text:
    """A line of the reader's text; what is proved stands between ⟦ and ⟧, which also a file can show."""
    if not line.marked:
        return Text(f"       {line.number:>4}  {line.before}", style="dim")
    head = Text(f"     > {line.number:>4}  ")
    opened, closed = "⟦" * line.opens, "⟧" * line.closes
    return head.append(line.before).append(opened).append(line.marked, SHOWN).append(closed).append(line.after)
