"""Plain text of a resolution, or of a single page of one: bytes in, Document out.

Just good enough for pages as PDF viewers give them and for the project's own specimens: furniture out, lines joined,
notes taken from the foot of the page. A text that has no beginning (no enacting formula) is a fragment.
"""

from __future__ import annotations

from dataclasses import replace

from pipelines import symbols
from pipelines.archive.plain import decoded, language_of, prints_symbol, symbol_of
from pipelines.readers import Unreadable
from pipelines.readers.document import Block, Document, Mark, Note, Role, Statement, TextBuilder
from pipelines.readers.pdf_votes import with_votes
from pipelines.readers.text_cover import split
from pipelines.readers.text_head import particulars
from pipelines.readers.text_hidden import without_hidden
from pipelines.readers.text_lines import Page, pages
from pipelines.readers.text_notes import Found, raised, take_marks
from pipelines.readers.text_numbers import settled
from pipelines.readers.text_openings import bare_label
from pipelines.readers.text_paragraphs import Joiner
from pipelines.readers.text_records import Headings, Part, parts, without_neighbour
from pipelines.readers.text_state import Paragraph
from pipelines.readers.text_words import Words

READER = "text"
VERSION = "3"
_ROLES = {
    "opening": Role.TITLE,
    "heading": Role.HEADING,
    "annex": Role.ANNEX,
    "closing": Role.CLOSING,
    "formula": Role.FORMULA,
}


def read(data: bytes) -> Document:
    """The document in plain text; raises Unreadable with a reason."""
    text = decoded(data)
    if text is None:
        raise Unreadable("the bytes are no plain text")
    printed = symbol_of(text)
    symbol = symbols.parse(printed) if printed else None
    if symbol is None:
        raise Unreadable("no symbol of a resolution or presidential statement stands in the head of the text")
    language = language_of(text)
    if language is None:
        raise Unreadable("the text is in none of the six official languages")
    text = without_hidden(text)
    own = symbol if prints_symbol(text) else None
    cover = without_neighbour(split(text), own, text)
    found, running_title = pages(cover.body, symbol.normal, " ".join(cover.head))
    carried: str | None = None
    for page in found:
        page.lines, carried = settled([raised(line) for line in page.lines], carried)
    if carried and found:
        found[-1].lines.append(carried)
    words = Words(line for page in found for line in page.lines)
    headings = Headings.of(cover.head, [line for page in found for line in page.lines])
    paragraphs = Joiner(found, has_beginning=cover.is_whole, openings=headings.body, own=own).join()
    builder = TextBuilder()
    blocks = _blocks(paragraphs, words, builder)
    resolutions, faults = parts(paragraphs, cover, symbol, headings)
    if not resolutions:
        raise Unreadable("the document holds no text")
    return Document(
        symbol=symbol.normal,
        language=language,
        format="text",
        reader=READER,
        reader_version=VERSION,
        text=builder.text(),
        statements=tuple(_statement(part, paragraphs, blocks, running_title, builder) for part in resolutions),
        faults=faults,
    )


def _statement(
    part: Part, paragraphs: list[Paragraph], blocks: list[Block], running_title: str | None, builder: TextBuilder
) -> Statement:
    closing = [line for place in part.places if paragraphs[place].kind == "closing" for line in paragraphs[place].lines]
    head = part.head
    if part.symbol.kind == "presidential_statement":
        head = [*head, *next((paragraphs[at].lines for at in part.places if paragraphs[at].kind == "text"), [])]
    told = with_votes(particulars(head, closing, running_title), " ".join(closing))
    own = [blocks[place] for place in part.places]
    if part.is_unformed:
        own.insert(0, _implied_formula(builder))
    return Statement(
        part.symbol, replace(told, title=part.title or told.title), tuple(own), part.is_fragment, part.is_cut
    )


def _implied_formula(builder: TextBuilder) -> Block:
    """What opens the preamble of a document that prints no enacting formula (S/RES/466(1980))."""
    start, end = builder.add("")
    return Block(role=Role.FORMULA, start=start, end=end)


def _blocks(paragraphs: list[Paragraph], words: Words, builder: TextBuilder) -> list[Block]:
    """Blocks over the reader's text; each note stands behind the paragraph that bears its mark."""
    waiting = {
        id(page.notes): [marker for marker, _ in page.notes] for paragraph in paragraphs for page in paragraph.pages
    }
    blocks: list[Block] = []
    is_cut = not any(paragraph.kind == "closing" for paragraph in paragraphs)
    for paragraph in paragraphs:
        held = {id(page.notes): page for page in paragraph.pages}
        known = [marker for key in held for marker in waiting[key]]
        is_last = is_cut and paragraph.pages[-1] is paragraphs[-1].pages[-1]
        text, marks, rest = take_marks(words.joined(paragraph.lines), known, is_last)
        for key in held:
            waiting[key] = [marker for marker in waiting[key] if marker in rest]
        label, text, marks = _label(text, marks)
        start, end = builder.add(text, label)
        notes = {marker: note for page in paragraph.pages for marker, note in page.notes}
        blocks.append(
            Block(
                role=_role(paragraph, text),
                start=start,
                end=end,
                label=label,
                marks=tuple(Mark(mark.offset, _note(mark.marker, notes, builder)) for mark in marks),
                pages=_pages(paragraph.pages),
            )
        )
    return blocks


def _role(paragraph: Paragraph, text: str) -> Role:
    if paragraph.is_late_preamble and text.endswith(","):
        return Role.PREAMBULAR
    return _ROLES.get(paragraph.kind, Role.PLAIN)


def _label(text: str, marks: list[Found]) -> tuple[str | None, str, list[Found]]:
    """A number that is none by its form alone (`a. `, `- `), taken off the text."""
    found = bare_label(text)
    if found is None:
        return None, text, marks
    cut = len(text) - len(found[1])
    return found[0], found[1], [replace(mark, offset=mark.offset - cut) for mark in marks]


def _note(marker: str, notes: dict[str, str], builder: TextBuilder) -> Note:
    note = Note(marker)
    if marker not in notes:
        return note
    start, end = builder.add(notes[marker], marker)
    return replace(note, start=start, end=end)


def _pages(held: list[Page]) -> tuple[int, int] | None:
    numbers = [page.number for page in held if page.number]
    return (min(numbers), max(numbers)) if numbers else None
